using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>A paragraph of the rules does not bind until it is resumed.</summary>
[FactKind("rule.suspended.v1")]
public sealed record RuleSuspended(string Paragraph) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { SuspendedRules = before.SuspendedRules.Add(Paragraph) };
}

/// <summary>A suspended paragraph binds again.</summary>
[FactKind("rule.resumed.v1")]
public sealed record RuleResumed(string Paragraph) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { SuspendedRules = before.SuspendedRules.Remove(Paragraph) };
}

/// <summary>Observers leave: their pages and the hall's screen go dark, returning officers apart.</summary>
[FactKind("observers.sent-out.v1")]
public sealed record ObserversSentOut : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { ObserversOut = true } };
}

/// <summary>The chair readmits observers.</summary>
[CommandKind("observers.readmit", Who.Presiding)]
public sealed record ReadmitObservers : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Floor.ObserversOut ? null : new ObserversAreIn();

    internal override Decision DecideOn(Proceedings now, Moment moment) => new ObserversReadmitted();
}

/// <summary>Observers are back.</summary>
[FactKind("observers.readmitted.v1", Reversible = true)]
public sealed record ObserversReadmitted : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { ObserversOut = false } };
}

/// <summary>The candidates leave the hall.</summary>
[FactKind("candidates.sent-out.v1")]
public sealed record CandidatesSentOut : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { CandidatesOut = true } };
}

/// <summary>The chair has the candidates back in.</summary>
[CommandKind("candidates.readmit", Who.Presiding)]
public sealed record ReadmitCandidates : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Floor.CandidatesOut ? null : new CandidatesAreIn();

    internal override Decision DecideOn(Proceedings now, Moment moment) => new CandidatesReadmitted();
}

/// <summary>The candidates are back.</summary>
[FactKind("candidates.readmitted.v1", Reversible = true)]
public sealed record CandidatesReadmitted : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { CandidatesOut = false } };
}

/// <summary>The discussion is kept out of the minutes from here on.</summary>
[FactKind("record.stopped.v1")]
public sealed record RecordStopped : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { OffRecord = true } };
}

/// <summary>The chair has the discussion minuted again.</summary>
[CommandKind("record.resume", Who.Presiding)]
public sealed record ResumeRecord : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Floor.OffRecord ? null : new DiscussionIsMinuted();

    internal override Decision DecideOn(Proceedings now, Moment moment) => new RecordResumed();
}

/// <summary>The discussion is minuted again.</summary>
[FactKind("record.resumed.v1", Reversible = true)]
public sealed record RecordResumed : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { OffRecord = false } };
}

/// <summary>Observers have not been sent out.</summary>
public sealed record ObserversAreIn() : Refusal("observers.in");

/// <summary>The candidates have not been sent out.</summary>
public sealed record CandidatesAreIn() : Refusal("candidates.in");

/// <summary>The discussion is being minuted.</summary>
public sealed record DiscussionIsMinuted() : Refusal("record.running");
