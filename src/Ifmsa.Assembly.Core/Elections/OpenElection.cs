using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Core.Elections;

/// <summary>The chair opens the election to a post.</summary>
[CommandKind("election.open", Who.Presiding)]
public sealed record OpenElection(ElectionId Election, string Title, string Decision, Duty? Duty = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? ItemSteps.Pending(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Requires.Line(Title, 200) is { } fault ? fault
        : now.Find(Election) is not null ? new IdTaken()
        : now.Elections.Count >= 500 ? new RowsOutOfBounds(500)
        : now.Rules!.Decision(Decision) is null ? new UnknownDecisionKind(Decision)
        : new ElectionOpened(Election, Title, Decision, Duty, now.Floor.Item);
}

/// <summary>A post is up for election.</summary>
[FactKind("election.opened.v1", Reversible = true)]
public sealed record ElectionOpened(ElectionId Election, string Title, string Decision, Duty? Duty, ItemId? Item) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Elections = before.Elections.SetItem(Election, new() { Id = Election, Title = Title, Decision = Decision, Duty = Duty, Item = Item }),
        Floor = before.Floor with { Election = Election, Motion = null, Ballot = null, Countdown = null },
    };
}

/// <summary>The chair brings an undecided election back before the plenary.</summary>
[CommandKind("election.take-up", Who.Presiding)]
public sealed record TakeUpElection(ElectionId Election) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? ItemSteps.Pending(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Nominations.Open(now, Election) is { } refusal ? refusal : new ElectionTakenUp(Election);
}

/// <summary>An undecided election is before the plenary again.</summary>
[FactKind("election.taken-up.v1", Reversible = true)]
public sealed record ElectionTakenUp(ElectionId Election) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Floor = before.Floor with { Election = Election, Motion = null, Ballot = null, Countdown = null },
    };
}

/// <summary>Somebody is nominated.</summary>
[CommandKind("election.nominate", Who.Presiding)]
public sealed record Nominate(ElectionId Election, ParticipantId Participant) : Command, IAct
{
    /// <summary>The most nominees of an election.</summary>
    public const int AtMost = 100;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? Nominations.AnyOpen(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Nominations.Open(now, Election) is { } refusal ? refusal
        : now.Find(Participant) is null ? new UnknownParticipant()
        : now.Elections[Election].Nominees.Contains(Participant) ? new NominatedAlready()
        : now.Elections[Election].Nominees.Count >= AtMost ? new RowsOutOfBounds(AtMost)
        : new Nominated(Election, Participant);
}

/// <summary>Somebody stands for a post.</summary>
[FactKind("election.nominated.v1", Reversible = true)]
public sealed record Nominated(ElectionId Election, ParticipantId Participant) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Election, election => election with { Nominees = election.Nominees.Add(Participant) });
}

/// <summary>A nominee no longer stands.</summary>
[CommandKind("election.withdraw", Who.Presiding)]
public sealed record WithdrawNominee(ElectionId Election, ParticipantId Participant) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? Nominations.AnyOpen(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Nominations.Open(now, Election) is { } refusal ? refusal
        : now.Elections[Election].Nominees.Contains(Participant) ? new NomineeWithdrawn(Election, Participant) : new NotNominated();
}

/// <summary>Somebody no longer stands for a post.</summary>
[FactKind("election.nominee-withdrawn.v1", Reversible = true)]
public sealed record NomineeWithdrawn(ElectionId Election, ParticipantId Participant) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Election, election => election with { Nominees = election.Nominees.Remove(Participant) });
}

/// <summary>Somebody is elected.</summary>
[FactKind("election.decided.v1")]
public sealed record ElectionDecided(ElectionId Election, ParticipantId Winner) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Election, election => election with
        {
            Phase = ElectionPhase.Decided,
            Winner = Winner,
            Reelected = election.Duty is { } duty && (before.Participants[Winner].Duties & duty.AsWho()) != 0,
        });
}

/// <summary>An election is open again, its vote being void.</summary>
[FactKind("election.reopened.v1")]
public sealed record ElectionReopened(ElectionId Election) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Election, election => election with { Phase = ElectionPhase.Open, Winner = null, Reelected = false });
}

/// <summary>Conditions that acts on nominations share.</summary>
internal static class Nominations
{
    public static Refusal? AnyOpen(Proceedings now) =>
        now.Elections.Values.Any(election => election.Phase == ElectionPhase.Open) ? null : new NoElectionOpen();

    public static Refusal? Open(Proceedings now, ElectionId id) => now.Find(id) switch
    {
        null => new UnknownElection(),
        { Phase: not ElectionPhase.Open } decided => new ElectionDecidedAlready(decided.Title),
        _ => null,
    };
}

/// <summary>There is no such election.</summary>
public sealed record UnknownElection() : Refusal("election.unknown");

/// <summary>No post is up for election.</summary>
public sealed record NoElectionOpen() : Refusal("election.none-open");

/// <summary>Somebody is elected.</summary>
public sealed record ElectionDecidedAlready(string Title) : Refusal("election.decided", Title);

/// <summary>The person stands already.</summary>
public sealed record NominatedAlready() : Refusal("election.nominated-already");

/// <summary>The person does not stand.</summary>
public sealed record NotNominated() : Refusal("election.not-nominated");
