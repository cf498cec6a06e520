using Ifmsa.Assembly.Server.Commands;
using Ifmsa.Assembly.Server.Hosting;

return await CommandLine.RunAsync(args, async settings =>
{
    if (Shell.CreateBuilder(settings) is not { } builder)
        return CommandLine.CannotJudge;
    builder.AddShell();
    return await builder.Build().MapShell().ServeAsync();
});
