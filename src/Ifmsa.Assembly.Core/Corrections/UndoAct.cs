using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Corrections;

/// <summary>Somebody undoes an act of theirs within seconds; the chair may undo those of desk, officers, secretary and secretariat too.</summary>
[CommandKind("act.undo", Who.Participant | Who.Secretariat)]
public sealed record UndoAct(long Act) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.ReversibleActs.GetValueOrDefault(Act) is not { } act)
            return new NotReversible();
        // A delegation's second or objection is taken back by itself alone; the chair corrects it with a reason, which the minutes keep.
        if (!Reversals.IsAuthor(act, moment.By) && !(moment.By.Presides && (act.By.Roles & (Who.Enters | Who.Secretariat)) != Who.None))
            return new NotYourAct();
        var seconds = Reversals.SecondsToUndo(now, act);
        return moment.At > act.At.AddSeconds(seconds) ? new TooLateToUndo(seconds)
            : !act.Stands(now) ? new ActRestsOnIt()
            : new ActReversed(Act, act.Kind, Reason: null);
    }
}

/// <summary>An earlier act is corrected, with a reason that the minutes keep.</summary>
[CommandKind("act.correct", Who.Presiding | Who.Desk | Who.Secretary | Who.Secretariat)]
public sealed record CorrectAct(long Act, string Reason) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Requires.Words(Reason, 500) is { } fault ? fault
        : now.ReversibleActs.GetValueOrDefault(Act) is not { } act ? new NotReversible()
        : !moment.By.Presides && !Reversals.IsAuthor(act, moment.By) && !(moment.By.Is(Who.Desk) && (act.By.Roles & Who.Desk) != 0) ? new NotYourAct()
        : !act.Stands(now) ? new ActRestsOnIt()
        : new ActReversed(Act, act.Kind, Reason);
}

/// <summary>An act no longer stands; the journal keeps both.</summary>
[FactKind("act.reversed.v1")]
public sealed record ActReversed(long Act, string Kind, string? Reason) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.ReversibleActs[Act].Reverse(before) with { ReversibleActs = before.ReversibleActs.Remove(Act) };
}

/// <summary>Whose acts are, and how long they can be undone.</summary>
public static class Reversals
{
    /// <summary>How many seconds an act can be undone: shorter for a delegation's own than for chair and desk.</summary>
    public static int SecondsToUndo(Proceedings now, ReversibleAct act) =>
        (act.By.Roles & (Who.Enters | Who.Secretariat)) != 0 ? now.Rules!.Times.Undo : now.Rules!.Times.TakeBack;

    /// <summary>Whether the act is this person's own.</summary>
    public static bool IsAuthor(ReversibleAct act, Actor by) =>
        by.Participant is { } person ? act.By.Participant == person : by.Account is { } account && act.By.Account == account;
}

/// <summary>The act cannot be undone.</summary>
public sealed record NotReversible() : Refusal("act.not-reversible");

/// <summary>The act is another's.</summary>
public sealed record NotYourAct() : Refusal("act.not-your-act");

/// <summary>The time to undo is over; chair and desk correct with a reason.</summary>
public sealed record TooLateToUndo(int Seconds) : Refusal("act.too-late", Seconds);

/// <summary>Another act rests on it.</summary>
public sealed record ActRestsOnIt() : Refusal("act.rests-on-it");
