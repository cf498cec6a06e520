using Ifmsa.Assembly.Server.Commands;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;

return await CommandLine.RunAsync(args, async settings =>
{
    if (Shell.CreateBuilder(settings) is not { } builder)
        return CommandLine.CannotJudge;
    builder.AddShell();
    builder.Services.AddFloor();
    var app = builder.Build().MapShell();
    app.MapFloor();
    return await app.ServeAsync();
});
