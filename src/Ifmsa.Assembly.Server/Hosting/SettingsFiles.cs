namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>Where settings are read from: beside the program, then the caller's folder, then the environment, then the command line; later ones win.</summary>
public static class SettingsFiles
{
    private const string Name = "appsettings.json";

    /// <summary>Adds the sources in their order.</summary>
    public static void AddTo(IConfigurationBuilder configuration, string[] args)
    {
        // "dotnet run" from another folder and a published program both find the copy beside the program.
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, Name), optional: true, reloadOnChange: false);
        configuration.AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), Name), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables("ASPNETCORE_");
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }

    /// <summary>The settings alone, for a command that does not serve.</summary>
    public static IConfiguration Configuration(string[] args)
    {
        var configuration = new ConfigurationBuilder();
        AddTo(configuration, args);
        return configuration.Build();
    }
}
