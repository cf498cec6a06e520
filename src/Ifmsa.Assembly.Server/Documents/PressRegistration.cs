using Ifmsa.Assembly.Server.Hosting;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>Adds the press to a server.</summary>
public static class PressRegistration
{
    /// <summary>Registers <see cref="IPress"/>, started with the server, with the settings of the section "Press".</summary>
    public static IServiceCollection AddPress(this IServiceCollection services)
    {
        services.AddOptions<PressSettings>().BindConfiguration("Press").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<Press>(
                provider,
                provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<PressSettings>>().Value,
                provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<IPress>(provider => provider.GetRequiredService<Press>());
        services.AddSingleton<PressHealth>(provider => () => provider.GetRequiredService<IPress>().Health);
        services.AddHostedService(provider => provider.GetRequiredService<Press>());
        return services;
    }
}
