using System.Security.Cryptography;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Server.Demo;

/// <summary>Plays the delegations that have no link: they second, answer on amendments, and vote within some ten seconds.</summary>
public sealed class DemoDelegations(Assemblies assemblies, DemoAssembly demo, TimeProvider clock) : BackgroundService, IPlayedDelegations
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
            else if (now.Floor.Countdown is { } countdown && clock.GetUtcNow() > countdown.EndsAt.AddSeconds(-3) && Seconding(now, countdown) is { } second)
                await SubmitAsync(Played(now).ElementAtOrDefault(RandomNumberGenerator.GetInt32(20)).Device, second, stoppingToken);
            else if (now.Floor.Pending?.Amendment is { } amendment && Asked(now, now.Amendments[amendment]) is { } asked && Played(now).FirstOrDefault(row => row.Member == asked) is { Device: var device } && device != default)
                await SubmitAsync(device, new AcceptAmendment(amendment), stoppingToken);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<MemberId> In(AssemblyId assembly, Proceedings now) => assembly == demo.Id ? Played(now).Select(row => row.Member).Distinct() : [];

    private async Task VoteAsync(Proceedings now, Ballot ballot, CancellationToken cancellation)
    {
        var waiting = Played(now).Where(row => ballot.Includes(row.Member) && !ballot.HasVoted(row.Member)).ToArray();
        RandomNumberGenerator.Shuffle<(MemberId, DeviceId)>(waiting);
        foreach (var (_, device) in waiting.Take(5))
        {
            var choice = RandomNumberGenerator.GetInt32(20);
            // Mostly in favour; some spread over the other options.
            var option = ballot.Options[choice < 13 ? 0 : choice % ballot.Options.Length].Key;
            await SubmitAsync(device, new CastVote(ballot.Id, option, ++_number), cancellation);
        }
    }

    private Task SubmitAsync(DeviceId device, Command command, CancellationToken cancellation) => assemblies.SubmitAsync(demo.Id, new(device), new(Guid.NewGuid()), command, cancellation);

    /// <summary>What is to be seconded, whatever it is.</summary>
    private static Command? Seconding(Proceedings now, Countdown countdown) => countdown switch
    {
        { Purpose: CountdownPurpose.ProceduralSeconders, Procedural: { } procedural } => new SecondProcedural(procedural),
        { Purpose: CountdownPurpose.AmendmentSeconders, Amendment: { } amendment } => new SecondAmendment(amendment),
        { Purpose: CountdownPurpose.Seconders, Motion: { } motion } => now.Motions[motion].AlternativeTo is null ? new SecondMotion(motion) : new SecondAlternative(motion),
        _ => null,
    };

    /// <summary>Whom the chair asks about a friendly amendment.</summary>
    private static MemberId? Asked(Proceedings now, Amendment amendment) => amendment switch
    {
        { Phase: AmendmentPhase.AskingProposer, Motion: { } motion } => now.Motions[motion].Proposer,
        { Phase: AmendmentPhase.AskingMotionSeconder, Motion: { } motion } => now.Motions[motion].Seconder,
        _ => null,
    };

    private static IEnumerable<(MemberId Member, DeviceId Device)> Played(Proceedings now) =>
        from card in now.Cards
        let holder = now.Participants[card.Value.Holder]
        where holder.Device is not null && !DemoAssembly.OnLinks.Contains(now.Members[card.Key].ShortName)
        select (card.Key, holder.Device!.Value);
}
