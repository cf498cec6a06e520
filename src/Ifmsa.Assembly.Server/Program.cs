using Ifmsa.Assembly.Server.Archive;
using Ifmsa.Assembly.Server.Commands;
using Ifmsa.Assembly.Server.Demo;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Tallies;
using Ifmsa.Assembly.Server.Federation;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Public;
using Ifmsa.Assembly.Server.Resolutions;
using Ifmsa.Assembly.Server.Papers;

return await CommandLine.RunAsync(args, async settings => Build(settings, _ => { }) is { } app ? await app.ServeAsync() : CommandLine.CannotJudge, DemoCommand.Build(Build));

static WebApplication? Build(string[] settings, Action<IServiceCollection> more)
{
    if (Shell.CreateBuilder(settings) is not { } builder)
        return null;
    builder.AddShell();
    builder.Services.AddFloor();
    builder.Services.AddArchives();
    builder.Services.AddSite();
    builder.Services.AddPress();
    builder.Services.AddPublishing();
    builder.Services.AddSingleton(_ => Rulebooks.Load());
    more(builder.Services);
    var app = builder.Build().MapShell();
    app.MapFloor();
    app.MapAssemblies();
    app.MapArchives();
    app.MapBook();
    app.MapSite();
    foreach (var (name, fault) in app.Services.GetRequiredService<Rulebooks>().Refused)
        HostingLog.RulebookRefused(app.Logger, name, fault);
    app.MapPapers();
    app.MapMinutes();
    app.MapResults();
    app.MapPublishing();
    return app;
}
