using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>What is wrong with a recorded vote; a changed mind is not among it.</summary>
public enum RecordError
{
    /// <summary>The member did not give this vote.</summary>
    NotGiven,

    /// <summary>It was entered or heard wrongly.</summary>
    EnteredWrongly,

    /// <summary>The device showed another choice than is recorded.</summary>
    ShownOtherwise,

    /// <summary>The member voted, and nothing is recorded.</summary>
    Missing,
}

/// <summary>A member's claim that its recorded vote is wrong.</summary>
/// <param name="Error">What is wrong.</param>
/// <param name="Shares">What was voted, as the member says.</param>
/// <param name="By">Who objects.</param>
/// <param name="At">When.</param>
/// <param name="Upheld">What the chair decided; null while it has not.</param>
public sealed record Objection(RecordError Error, ImmutableArray<Share> Shares, ParticipantId? By, DateTimeOffset At, bool? Upheld = null)
{
    /// <summary>Never the choice.</summary>
    public override string ToString() => $"Objection {Error}";
}

/// <summary>Before totals show to anyone, a delegation says that its recorded vote is wrong; once for each vote.</summary>
/// <param name="Ballot">The closed ballot.</param>
/// <param name="Error">What is wrong.</param>
/// <param name="Option">What was voted with all votes; empty where <paramref name="Shares"/> says it.</param>
/// <param name="Shares">A split vote, or a slip with several marks.</param>
/// <param name="Member">Whose vote, where it is held by proxy.</param>
[CommandKind("ballot.object", Who.CardHolder | Who.Delegate)]
public sealed record ObjectToRecord(BallotId Ballot, RecordError Error, string Option, ImmutableArray<Share>? Shares = null, MemberId? Member = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.RunningBallot switch
    {
        null => new NoBallotOpen(),
        { Phase: not BallotPhase.Checking } other => new NotBeingChecked(other.Number),
        { } ballot when !ballot.CastableBy(by).Any() => Electors.WhyNot(now, ballot, by),
        { } ballot when ballot.CastableBy(by).All(ballot.Objections.ContainsKey) => new ObjectedToRecord(),
        _ => null,
    };

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Ballot) is not { } ballot)
            return new UnknownBallot();
        if (ballot.Phase != BallotPhase.Checking)
            return new NotBeingChecked(ballot.Number);
        if (Casting.Voters(now, ballot, moment.By, Member is { } one ? [one] : null, out var voters) is { } refusal)
            return refusal;
        var voter = voters[0];
        var recorded = ballot.Casts.GetValueOrDefault(voter) is { Counts: true } cast ? cast : null;
        return ballot.Objections.ContainsKey(voter) ? new ObjectedToRecord()
            : (recorded is null) != (Error == RecordError.Missing) || (Error == RecordError.EnteredWrongly && recorded is not { Provenance: Provenance.Entered or Provenance.Aloud }) ? new NotWhatIsRecorded()
            : Slips.Read(ballot, ballot.Electorate[voter].Votes, Option, Shares, out var slip) is { } spoilt ? spoilt
            : recorded is not null && Entries.Same(recorded.Shares, slip) ? new RecordedSo()
            : new RecordObjected(Ballot, voter.Member, Error, slip, moment.By.Participant, moment.At, voter.Person);
    }

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"ObjectToRecord {Ballot}";
}

/// <summary>A delegation says that its recorded vote is wrong.</summary>
[FactKind("ballot.objected.v1")]
public sealed record RecordObjected(BallotId Ballot, MemberId Member, RecordError Error, ImmutableArray<Share> Shares, ParticipantId? By, DateTimeOffset At, ParticipantId? Person = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Objections = ballot.Objections.SetItem(new(Member, Person), new(Error, Shares, By, At)),
    });

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"RecordObjected {Ballot}";
}

/// <summary>The chair decides on an objection: the record is corrected, or stands.</summary>
[CommandKind("ballot.settle-objection", Who.Presiding)]
public sealed record SettleObjection(BallotId Ballot, MemberId Member, bool Upheld, ParticipantId? Person = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.RunningBallot switch
    {
        null => new NoBallotOpen(),
        { Phase: not BallotPhase.Checking } other => new NotBeingChecked(other.Number),
        { } ballot => ballot.Objections.Values.Any(objection => objection.Upheld is null) ? null : new NoObjection(),
    };

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Ballot) is not { } ballot)
            return new UnknownBallot();
        if (ballot.Phase != BallotPhase.Checking)
            return new NotBeingChecked(ballot.Number);
        if (!ballot.Objections.TryGetValue(new(Member, Person), out var objection) || objection.Upheld is not null)
            return new NoObjection();
        List<Fact> facts = [new ObjectionSettled(Ballot, Member, Upheld, moment.At, Upheld ? objection.Shares : null, Person)];
        if (ballot.ObjectionsUntil <= moment.At && ballot.Objections.Count(each => each.Value.Upheld is null) == 1)
            facts.Add(new CheckingEnded(Ballot, moment.At));
        return Decision.Of(facts);
    }
}

/// <summary>An objection is settled; where it is upheld, the vote is recorded as it was given.</summary>
[FactKind("ballot.objection-settled.v1")]
public sealed record ObjectionSettled(BallotId Ballot, MemberId Member, bool Upheld, DateTimeOffset At, ImmutableArray<Share>? Shares = null, ParticipantId? Person = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot =>
    {
        var voter = new Voter(Member, Person);
        var objection = ballot.Objections[voter];
        var settled = ballot with { Objections = ballot.Objections.SetItem(voter, objection with { Upheld = Upheld }) };
        return Shares is { } corrected
            ? settled with { Casts = ballot.Casts.SetItem(voter, new(corrected, Provenance.Corrected, objection.By, ConfirmedBy: null, At)) }
            : settled;
    });

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"ObjectionSettled {Ballot}";
}

/// <summary>The clock ends the time to object, once every objection is settled.</summary>
[CommandKind("ballot.end-checking", Who.Clock)]
public sealed record EndChecking(BallotId Ballot) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.RunningBallot is { Phase: BallotPhase.Checking } ? null : new NoBallotOpen();

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Ballot) switch
    {
        null => new UnknownBallot(),
        { Phase: not BallotPhase.Checking } other => new NotBeingChecked(other.Number),
        { } ballot when ballot.ObjectionsUntil > moment.At || ballot.Objections.Values.Any(objection => objection.Upheld is null) => new TimeRunsStill(ballot.Number),
        _ => new CheckingEnded(Ballot, moment.At),
    };
}

/// <summary>The record stands; it is counted now.</summary>
[FactKind("ballot.checked.v1")]
public sealed record CheckingEnded(BallotId Ballot, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Phase = Ballots.Ballot.Flow.Fire(ballot.Phase, BallotTrigger.EndChecking),
    });
}

/// <summary>Delegations are not checking their record now.</summary>
public sealed record NotBeingChecked(int Number) : Refusal("ballot.not-checking", Number);

/// <summary>The member has objected; once is all.</summary>
public sealed record ObjectedToRecord() : Refusal("ballot.objected");

/// <summary>What is said to be wrong is not what is recorded.</summary>
public sealed record NotWhatIsRecorded() : Refusal("ballot.not-what-is-recorded");

/// <summary>The vote is recorded just so.</summary>
public sealed record RecordedSo() : Refusal("ballot.recorded-so");

/// <summary>There is no such objection to decide on.</summary>
public sealed record NoObjection() : Refusal("ballot.no-objection");
