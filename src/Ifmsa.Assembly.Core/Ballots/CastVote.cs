using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The card's holder votes for the member and those it represents, or changes the choice until the close; a named voter casts its own vote.</summary>
/// <param name="Ballot">The open ballot.</param>
/// <param name="Option">What is chosen with all votes; empty where <paramref name="Shares"/> says it.</param>
/// <param name="Number">Rises with each cast of this device in this ballot, so that a late retry never undoes a newer choice.</param>
/// <param name="Shares">A split vote, or a slip with several marks.</param>
/// <param name="Members">For whom it is cast, together; one's own vote where it is absent.</param>
[CommandKind("ballot.cast", Who.CardHolder | Who.Delegate)]
public sealed record CastVote(BallotId Ballot, string Option, long Number, ImmutableArray<Share>? Shares = null, ImmutableArray<MemberId>? Members = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Casting.InOrder(now, by);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Casting.Open(now, Ballot) is { } refusal)
            return refusal;
        var ballot = now.Ballots[Ballot];
        if (Casting.Voters(now, ballot, moment.By, Members, out var voters) is { } notTheirs)
            return notTheirs;
        if (ballot.Method == BallotMethod.RollCall && voters.Exists(voter => voter.Member != ballot.CalledNow))
            return new NotCalledYet(ballot.Number);
        // Where only some of them have a newer choice, the others still get this one.
        voters.RemoveAll(voter => ballot.Numbers.TryGetValue((moment.By.Device, voter), out var highest) && highest >= Number);
        if (voters.Count == 0)
            return new SupersededCast();
        var facts = new List<Fact>();
        foreach (var voter in voters)
        {
            if (Slips.Read(ballot, ballot.Electorate[voter].Votes, Option, Shares, out _) is { } spoilt)
                return spoilt;
            facts.Add(new VoteCast(Ballot, voter.Member, Option, moment.By.Device, Number, moment.By.Participant, moment.At, Shares, voter.Person));
        }
        return Decision.Of(Closing.WhenAllHaveVoted(now, ballot, moment, facts));
    }

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"CastVote {Ballot}";
}

/// <summary>A member's vote, as it stands until another takes its place.</summary>
[FactKind("ballot.cast.v1")]
public sealed record VoteCast(
    BallotId Ballot, MemberId Member, string Option, DeviceId Device, long Number, ParticipantId? By, DateTimeOffset At,
    ImmutableArray<Share>? Shares = null, ParticipantId? Person = null, Provenance? Provenance = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot =>
    {
        var voter = new Voter(Member, Person);
        return ballot with
        {
            Casts = ballot.Casts.SetItem(voter, new(Casting.SharesOf(ballot, voter, Option, Shares), Provenance ?? Ballots.Provenance.Phone, By, ConfirmedBy: null, At)),
            Numbers = ballot.Numbers.SetItem((Device, voter), Number),
        };
    });

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"VoteCast {Ballot}";
}

/// <summary>Conditions that all ways of casting share.</summary>
internal static class Casting
{
    /// <summary>Whether somebody can cast a vote of their own, or for those they represent, in the ballot being taken.</summary>
    public static Refusal? InOrder(Proceedings now, Actor by)
    {
        if (now.RunningBallot is not { } ballot)
            return new NoBallotOpen();
        if (Open(now, ballot.Id) is { } refusal)
            return refusal;
        var castable = ballot.CastableBy(by).ToList();
        if (castable.Count == 0)
            return Electors.WhyNot(now, ballot, by);
        return ballot.Method == BallotMethod.RollCall && !castable.Exists(voter => voter.Member == ballot.CalledNow) ? new NotCalledYet(ballot.Number) : null;
    }

    /// <summary>The ballot takes single votes.</summary>
    public static Refusal? Open(Proceedings now, BallotId id) => now.Find(id) switch
    {
        null => new UnknownBallot(),
        { Phase: not BallotPhase.Open } other => new BallotIsNotOpen(other.Number, other.Phase),
        { Method: BallotMethod.Placards } placards => new ByPlacards(placards.Number),
        _ => null,
    };

    /// <summary>Whose votes a cast is for; refused where one of them is not theirs to cast, or is on paper.</summary>
    public static Refusal? Voters(Proceedings now, Ballot ballot, Actor by, ImmutableArray<MemberId>? members, out List<Voter> voters)
    {
        var castable = ballot.CastableBy(by).ToList();
        voters = members is { IsDefault: false } named
            ? castable.FindAll(voter => named.Contains(voter.Member))
            : castable.FindAll(voter => voter.Member == by.Member);
        // One who only represents another need not say so.
        if (members is null && voters.Count == 0 && castable.Count == 1)
            voters = castable;
        if (voters.Count == 0)
            return Electors.WhyNot(now, ballot, by);
        if (members is { IsDefault: false } all && all.Distinct().Count(member => castable.Exists(voter => voter.Member == member)) != all.Length)
            return new NotYourVote();
        foreach (var voter in voters)
        {
            if (ballot.IsOnPaper(voter))
                return new CountedOnPaper(now.NameOf(voter.Member));
        }
        return null;
    }

    /// <summary>The shares of a vote as its fact tells them.</summary>
    public static ImmutableArray<Share> SharesOf(Ballot ballot, Voter voter, string option, ImmutableArray<Share>? shares) =>
        shares is { IsDefault: false } split ? split : [new([option], ballot.Electorate.TryGetValue(voter, out var elector) ? elector.Votes : 1)];
}

/// <summary>No vote is open.</summary>
public sealed record NoBallotOpen() : Refusal("ballot.none-open");

/// <summary>There is no such ballot.</summary>
public sealed record UnknownBallot() : Refusal("ballot.unknown");

/// <summary>The ballot is not open.</summary>
public sealed record BallotIsNotOpen(int Number, BallotPhase Phase) : Refusal("ballot.not-open", Number, Phase);

/// <summary>The vote is taken by placards.</summary>
public sealed record ByPlacards(int Number) : Refusal("ballot.by-placards", Number);

/// <summary>The ballot has no such option.</summary>
public sealed record UnknownOption() : Refusal("ballot.unknown-option");

/// <summary>A newer choice of this device is counted.</summary>
public sealed record SupersededCast() : Refusal("ballot.superseded");

/// <summary>One of the votes is somebody else's to cast.</summary>
public sealed record NotYourVote() : Refusal("ballot.not-your-vote");

/// <summary>The member's vote is counted on paper.</summary>
public sealed record CountedOnPaper(string Member) : Refusal("ballot.on-paper", Member);
