using System.Collections.Concurrent;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>Gives the clock's commands of a ballot when their time has come: polls that close by themselves, and the end of the time to object.</summary>
public sealed class BallotClock(Assemblies assemblies, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    // What was given and not yet heard of; given again only where it was refused.
    private readonly ConcurrentDictionary<AssemblyId, byte> _given = new();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (assembly, hall) in assemblies.Halls)
            {
                if (Due(hall.Writer.Snapshot.Now, clock.GetUtcNow()) is { } command && _given.TryAdd(assembly, 0))
                    _ = GiveAsync(assembly, command, stoppingToken);
            }
        }
    }

    /// <summary>The command whose time has come, and which is in order; null where none is, since whatever is refused is kept too.</summary>
    public static Command? Due(Proceedings now, DateTimeOffset at) => now.RunningBallot switch
    {
        { Phase: BallotPhase.Open, ClosesAt: { } end } ballot when end <= at && TimeOut.Order(now, now.ActorOf(Credential.Clock)) is null => new TimeOut(ballot.Id),
        { Phase: BallotPhase.Checking, ObjectionsUntil: { } until } ballot when until <= at && ballot.Objections.Values.All(objection => objection.Upheld is not null) => new EndChecking(ballot.Id),
        _ => null,
    };

    private async Task GiveAsync(AssemblyId assembly, Command command, CancellationToken cancellation)
    {
        try
        {
            await assemblies.SubmitAsync(assembly, Credential.Clock, new(Guid.NewGuid()), command, cancellation);
        }
        finally
        {
            _given.TryRemove(assembly, out _);
        }
    }
}
