using System.CommandLine;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Commands;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;

namespace Ifmsa.Assembly.Server.Demo;

/// <summary>The command <c>demo</c>: a server on a fresh demo assembly, on this machine alone, with a link for each role.</summary>
public static class DemoCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="build">Builds the whole server from settings, with more services; null where the settings do not hold.</param>
    public static Command Build(Func<string[], Action<IServiceCollection>, WebApplication?> build)
    {
        var command = new Command("demo", "Serves a fresh demo assembly of 127 members on this machine alone, and prints a link for each role.") { TreatUnmatchedTokensAsErrors = false };
        var urls = new Option<string>("--urls") { Description = "Where to listen; loopback only." };
        command.Options.Add(urls);
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetValue(urls) ?? ListenSettings.DefaultUrl;
            if (ListenSettings.Urls(address).Any(url => !ListenSettings.IsLoopback(Microsoft.AspNetCore.Http.BindingAddress.Parse(url))))
                return CommandLine.Refuse("The demo serves on this machine alone; give a loopback address, such as http://127.0.0.1:5080.");
            var folder = Directory.CreateTempSubdirectory("assembly-demo-");
            string[] settings = [.. parsed.UnmatchedTokens, $"--urls={address}", $"--Data:Folder={folder.FullName}"];
            try
            {
                if (build(settings, services => services.AddSingleton(BearerRule.InDemo).AddSingleton<DemoAssembly>()
                    .AddSingleton<DemoDelegations>().AddHostedService(all => all.GetRequiredService<DemoDelegations>()).AddSingleton<IPlayedDelegations>(all => all.GetRequiredService<DemoDelegations>())) is not { } app)
                    return CommandLine.CannotJudge;
                return await app.ServeAsync(async at =>
                {
                    foreach (var (role, path) in await app.Services.GetRequiredService<DemoAssembly>().CreateAsync(cancellation))
                        await Console.Out.WriteLineAsync($"{role}\t{at}{path}");
                    await Console.Out.WriteLineAsync($"ready\t{at}");
                    await Console.Out.FlushAsync(cancellation);
                });
            }
            finally
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                folder.Delete(recursive: true);
            }
        });
        return command;
    }
}
