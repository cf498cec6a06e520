using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Whoever keeps the record enters the answer a member gives aloud when called; while the polls are open it can be corrected.</summary>
[CommandKind("ballot.answer", Who.Enters | Who.Assistant)]
public sealed record AnswerRollCall(BallotId Ballot, MemberId Member, string Option) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => RollCalls.Taken(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        RollCalls.Fault(now, Ballot, Member) is { } fault ? fault
        : !now.Ballots[Ballot].Offers(Option) ? new UnknownOption()
        : now.Ballots[Ballot] is var ballot && ballot.CalledNow != Member && !ballot.HasVoted(Member) ? new NotCalledYet(ballot.Number)
        // What a delegation cast itself nobody hears otherwise.
        : ballot.Casts.GetValueOrDefault(new(Member)) is { Provenance: not Provenance.Aloud } ? new VotedAlready(now.NameOf(Member))
        : new VoteAnswered(Ballot, Member, Option, moment.By.Participant, moment.At);

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"AnswerRollCall {Ballot}";
}

/// <summary>A member has answered aloud.</summary>
[FactKind("ballot.answered.v1")]
public sealed record VoteAnswered(BallotId Ballot, MemberId Member, string Option, ParticipantId? By, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Casts = ballot.Casts.SetItem(new(Member), new(Casting.SharesOf(ballot, new(Member), Option, shares: null), Provenance.Aloud, By, ConfirmedBy: null, At)),
    });

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"VoteAnswered {Ballot}";
}

/// <summary>A member that is called passes or does not answer; it is called once more at the end.</summary>
[CommandKind("ballot.pass", Who.Enters | Who.Assistant)]
public sealed record PassRollCall(BallotId Ballot, MemberId Member) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => RollCalls.Taken(now) ?? (now.RunningBallot!.CalledNow is null ? new EverybodyCalled(now.RunningBallot.Number) : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        RollCalls.Fault(now, Ballot, Member) is { } fault ? fault
        : now.Ballots[Ballot].CalledNow != Member ? new NotCalledYet(now.Ballots[Ballot].Number)
        : new CallPassed(Ballot, Member, moment.At);
}

/// <summary>A member has passed when called.</summary>
[FactKind("ballot.passed.v1")]
public sealed record CallPassed(BallotId Ballot, MemberId Member, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Passes = ballot.Passes.SetItem(Member, ballot.Passes.GetValueOrDefault(Member) + 1),
    });
}

/// <summary>Conditions of calling the roll.</summary>
internal static class RollCalls
{
    public static Refusal? Taken(Proceedings now) => now.RunningBallot switch
    {
        null => new NoBallotOpen(),
        { Phase: not BallotPhase.Open } closed => new BallotIsNotOpen(closed.Number, closed.Phase),
        { Method: not BallotMethod.RollCall } other => new NotByRollCall(other.Number),
        _ => null,
    };

    public static Refusal? Fault(Proceedings now, BallotId id, MemberId member) =>
        now.Find(id) is not { } ballot ? new UnknownBallot()
        : ballot.Phase != BallotPhase.Open ? new BallotIsNotOpen(ballot.Number, ballot.Phase)
        : ballot.Method != BallotMethod.RollCall ? new NotByRollCall(ballot.Number)
        : !ballot.Includes(member) ? Electors.WhyNot(now, ballot, member)
        : ballot.IsOnPaper(new(member)) ? new CountedOnPaper(now.NameOf(member)) : null;
}

/// <summary>The vote is not taken by calling the roll.</summary>
public sealed record NotByRollCall(int Number) : Refusal("ballot.not-by-roll-call", Number);

/// <summary>The member has not been called.</summary>
public sealed record NotCalledYet(int Number) : Refusal("ballot.not-called", Number);

/// <summary>Every member has been called.</summary>
public sealed record EverybodyCalled(int Number) : Refusal("ballot.all-called", Number);
