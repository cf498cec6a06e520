using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Floor.Boards;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>Delegations that the program plays itself: they have no phone, and are always within reach.</summary>
public interface IPlayedDelegations
{
    /// <summary>Those of an assembly.</summary>
    IEnumerable<MemberId> In(AssemblyId assembly, Proceedings now);
}

/// <summary>Listens for the pulses of all devices: tells chair and desk who can be reached, and the clock's commands say when the chair has fallen silent.</summary>
public sealed class ReachWatch(Assemblies assemblies, FloorConnections connections, IEnumerable<IPlayedDelegations> played, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan HeardWithin = TimeSpan.FromSeconds(5);

    private readonly Dictionary<AssemblyId, (ParticipantId Presiding, DateTimeOffset Heard)> _chairs = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (assembly, hall) in assemblies.Halls)
                await WatchAsync(assembly, hall, stoppingToken);
        }
    }

    private async Task WatchAsync(AssemblyId assembly, Hall hall, CancellationToken cancellation)
    {
        var now = hall.Writer.Snapshot.Now;
        if (now.Charter is null)
            return;
        var heard = played.SelectMany(players => players.In(assembly, now)).ToDictionary(member => member, _ => ReachState.Heard);
        TimeSpan? chairSilence = null;
        foreach (var connection in connections.Of(assembly))
        {
            if (now.ParticipantOf(connection.Caller.Credential) is not { } person)
                continue;
            var state = connection.Silence < HeardWithin ? ReachState.Heard : ReachState.Silent;
            if (person.Member is { } member && heard.GetValueOrDefault(member) < state)
                heard[member] = state;
            if (person.Id == now.Chairing.Presiding && !(chairSilence < connection.Silence))
                chairSilence = connection.Silence;
        }
        var chair = chairSilence is not { } silence ? ReachState.None : silence < HeardWithin ? ReachState.Heard : ReachState.Silent;
        var last = hall.Publisher.Reach;
        if (last.Chair != chair || last.Heard.Count != heard.Count || heard.Any(pair => last.Heard.GetValueOrDefault(pair.Key) != pair.Value))
            hall.Publisher.Reach = new(last.Version + 1, heard, chair);
        await WatchChairAsync(assembly, now, chairSilence, cancellation);
    }

    private async Task WatchChairAsync(AssemblyId assembly, Proceedings now, TimeSpan? silence, CancellationToken cancellation)
    {
        if (now.Chairing.Presiding is not { } presiding || now.Plenary is not { Phase: PlenaryPhase.RollCall or PlenaryPhase.InSession })
        {
            _chairs.Remove(assembly);
            return;
        }
        var time = clock.GetUtcNow();
        // Whoever has just taken the chair, or a server that has just started, gets the whole time.
        var since = _chairs.TryGetValue(assembly, out var chair) && chair.Presiding == presiding ? chair.Heard : time;
        if (silence is { } quiet && time - quiet > since)
            since = time - quiet;
        _chairs[assembly] = (presiding, since);
        var isSilent = time - since >= TimeSpan.FromSeconds(now.Rules!.Times.ChairSilence);
        if (isSilent && !now.Chairing.Silent)
            await assemblies.SubmitAsync(assembly, Credential.Clock, new(Guid.NewGuid()), new ReportChairSilent(presiding), cancellation);
        else if (!isSilent && now.Chairing.Silent)
            await assemblies.SubmitAsync(assembly, Credential.Clock, new(Guid.NewGuid()), new ReportChairHeard(presiding), cancellation);
    }
}
