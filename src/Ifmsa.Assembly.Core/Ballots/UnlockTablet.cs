using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Whose vote the shared tablet takes, and until when.</summary>
/// <param name="Participant">Who unlocked it.</param>
/// <param name="Until">It locks itself then.</param>
public sealed record TabletUnlock(ParticipantId Participant, DateTimeOffset Until);

/// <summary>The installation, having seen a voting card at the shared tablet, unlocks it for its holder for a minute.</summary>
[CommandKind("tablet.unlock", Who.Installation)]
public sealed record UnlockTablet(DeviceId Tablet, ParticipantId Participant) : Command, IAct
{
    /// <summary>How long the tablet stays unlocked, in seconds.</summary>
    public const int Seconds = 60;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Entries.Taken(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Participant) is not { } person)
            return new UnknownParticipant();
        var (ballot, by) = (now.RunningBallot!, Tablets.Unlocking(now, person, Tablet));
        return ballot.CastableBy(by).Any() ? new TabletUnlocked(Tablet, Participant, moment.At.AddSeconds(Seconds)) : Electors.WhyNot(now, ballot, by);
    }
}

/// <summary>The shared tablet takes somebody's vote for a minute.</summary>
[FactKind("tablet.unlocked.v1")]
public sealed record TabletUnlocked(DeviceId Tablet, ParticipantId Participant, DateTimeOffset Until) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Tablets = before.Tablets.SetItem(Tablet, new(Participant, Until)) };
}

/// <summary>The shared tablet is locked before its minute is over.</summary>
[CommandKind("tablet.lock", Who.Desk | Who.Officer)]
public sealed record LockTablet : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Tablets.ContainsKey(by.Device) ? null : new TabletIsLocked();

    internal override Decision DecideOn(Proceedings now, Moment moment) => new TabletLocked(moment.By.Device);
}

/// <summary>The shared tablet takes nobody's vote.</summary>
[FactKind("tablet.locked.v1")]
public sealed record TabletLocked(DeviceId Tablet) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Tablets = before.Tablets.Remove(Tablet) };
}

/// <summary>Whoever has unlocked the shared tablet votes on it; it never overrides a vote given by phone.</summary>
[CommandKind("tablet.cast", Who.Desk | Who.Officer)]
public sealed record CastAtTablet(BallotId Ballot, string Option, long Number, ImmutableArray<Share>? Shares = null, ImmutableArray<MemberId>? Members = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Entries.Taken(now) ?? (now.Tablets.ContainsKey(by.Device) ? null : new TabletIsLocked());

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Casting.Open(now, Ballot) is { } refusal)
            return refusal;
        if (now.Tablets.GetValueOrDefault(moment.By.Device) is not { } unlock || unlock.Until < moment.At)
            return new TabletIsLocked();
        var (ballot, by) = (now.Ballots[Ballot], Tablets.Unlocking(now, now.Participants[unlock.Participant], moment.By.Device));
        if (Casting.Voters(now, ballot, by, Members, out var voters) is { } notTheirs)
            return notTheirs;
        var facts = new List<Fact>();
        foreach (var voter in voters)
        {
            if (ballot.Casts.GetValueOrDefault(voter) is { Counts: true, Provenance: not Provenance.Tablet })
                return new VotedAlready(now.NameOf(voter.Member));
            if (ballot.Numbers.TryGetValue((moment.By.Device, voter), out var highest) && highest >= Number)
                return new SupersededCast();
            if (Slips.Read(ballot, ballot.Electorate[voter].Votes, Option, Shares, out _) is { } spoilt)
                return spoilt;
            facts.Add(new VoteCast(Ballot, voter.Member, Option, moment.By.Device, Number, unlock.Participant, moment.At, Shares, voter.Person, Provenance.Tablet));
        }
        return Decision.Of(Closing.WhenAllHaveVoted(now, ballot, moment, facts));
    }

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"CastAtTablet {Ballot}";
}

/// <summary>Who stands at a tablet.</summary>
public static class Tablets
{
    /// <summary>Somebody in their own capacities, at a tablet that is not theirs.</summary>
    public static Actor Unlocking(Proceedings now, Participant person, DeviceId tablet) =>
        new() { Device = tablet, Participant = person.Id, Member = person.Member, Roles = now.RolesOf(person) };
}

/// <summary>The tablet is locked: a voting card unlocks it for a minute.</summary>
public sealed record TabletIsLocked() : Refusal("tablet.locked");
