using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.SignalR;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>Registers the floor and maps its hub.</summary>
public static class FloorHosting
{
    /// <summary>The longest frame a client may send; a longer one ends its connection.</summary>
    private const int MaxFrameBytes = 128 * 1_024;

    /// <summary>Registers writers, boards and hub.</summary>
    public static IServiceCollection AddFloor(this IServiceCollection services)
    {
        services.AddSingleton<RefusalTexts>();
        services.AddSingleton<IRefusalTexts>(all => all.GetRequiredService<RefusalTexts>());
        services.AddSingleton<BoardRoom>();
        services.AddSingleton<Minutes.MinutesDesk>();
        services.AddSingleton<Minutes.PublicPrints>();
        services.AddSingleton<FloorConnections>();
        services.AddSingleton<HubLifetimeManager<FloorHub>>(all => all.GetRequiredService<FloorConnections>());
        services.AddSingleton<Assemblies>();
        services.AddSingleton<IAssemblies>(all => all.GetRequiredService<Assemblies>());
        services.AddHostedService(all => all.GetRequiredService<Assemblies>());
        services.AddHostedService<ReachWatch>();
        services.AddHostedService<BallotClock>();
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = MaxFrameBytes;
            hub.MaximumParallelInvocationsPerClient = 4;
            hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
            hub.EnableDetailedErrors = false;
        }).AddJsonProtocol(json =>
        {
            json.PayloadSerializerOptions = JournalJson.Options;
        });
        return services;
    }

    /// <summary>Maps the hub.</summary>
    public static void MapFloor(this IEndpointRouteBuilder routes) => routes.MapHub<FloorHub>("/floor", hub =>
    {
        hub.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
        hub.ApplicationMaxBufferSize = MaxFrameBytes;
        hub.TransportMaxBufferSize = 256 * 1_024;
    });
}
