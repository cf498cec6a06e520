using System.Security.Cryptography;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Server.Demo;

/// <summary>Plays the delegations that have no link: they second, and they vote within some ten seconds.</summary>
public sealed class DemoDelegations(Assemblies assemblies, DemoAssembly demo, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private long _number;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Pause, clock);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            if (assemblies.Find(demo.Id) is not { } now)
                continue;
            if (now.RunningBallot is { Phase: BallotPhase.Open, Method: BallotMethod.Phones } ballot)
                await VoteAsync(now, ballot, stoppingToken);
            else if (now.Floor is { Motion: { } motion, Countdown: { } countdown } && now.Motions[motion].Phase == MotionPhase.AskingSecond && clock.GetUtcNow() > countdown.EndsAt.AddSeconds(-3))
                await SecondAsync(now, motion, stoppingToken);
        }
    }

    private async Task VoteAsync(Proceedings now, Ballot ballot, CancellationToken cancellation)
    {
        var waiting = Played(now).Where(row => ballot.Electorate.ContainsKey(row.Member) && !ballot.Casts.ContainsKey(row.Member)).ToArray();
        RandomNumberGenerator.Shuffle<(MemberId, DeviceId)>(waiting);
        foreach (var (_, device) in waiting.Take(5))
        {
            var choice = RandomNumberGenerator.GetInt32(20);
            // Mostly in favour; some spread over the other options.
            var option = ballot.Options[choice < 13 ? 0 : choice % ballot.Options.Length].Key;
            await assemblies.SubmitAsync(demo.Id, new(device), new(Guid.NewGuid()), new CastVote(ballot.Id, option, ++_number), cancellation);
        }
    }

    private async Task SecondAsync(Proceedings now, MotionId motion, CancellationToken cancellation)
    {
        var (_, device) = Played(now).ElementAtOrDefault(RandomNumberGenerator.GetInt32(20));
        await assemblies.SubmitAsync(demo.Id, new(device), new(Guid.NewGuid()), new SecondMotion(motion), cancellation);
    }

    private static IEnumerable<(MemberId Member, DeviceId Device)> Played(Proceedings now) =>
        from card in now.Cards
        let holder = now.Participants[card.Value.Holder]
        where holder.Device is not null && !DemoAssembly.OnLinks.Contains(now.Members[card.Key].ShortName)
        select (card.Key, holder.Device!.Value);
}
