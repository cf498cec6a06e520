using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Plenaries;

/// <summary>A delegation calls for the quorum; nothing is decided until the chair has counted.</summary>
[CommandKind("quorum.call", Who.Delegation)]
public sealed record CallQuorum(MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ?? Requires.NoBallotRunning(now) ?? (now.Plenary is { QuorumQuestioned: true } ? new QuorumInQuestion() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.ActingFor(moment.By, For, out var member) is { } refusal ? refusal
        : SecondsToWait(now, member, moment.At) is > 0 and var seconds ? new QuorumCounted(now.NameOf(member), seconds)
        : new QuorumCalled(now.CurrentPlenary!.Value, member, moment.At);

    /// <summary>How long a delegation that has called waits before it calls again: no longer once fewer are present.</summary>
    private static int SecondsToWait(Proceedings now, MemberId member, DateTimeOffset at) =>
        now.Plenary!.QuorumCalls.GetValueOrDefault(member) is { } last && now.Quorum.Present >= last.Present
            ? (int)Math.Ceiling((last.At.AddSeconds(now.Rules!.Times.QuorumCall) - at).TotalSeconds)
            : 0;
}

/// <summary>The quorum is in question.</summary>
[FactKind("quorum.called.v1")]
public sealed record QuorumCalled(PlenaryId Plenary, MemberId Member, DateTimeOffset? At = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Plenary, plenary => plenary with
    {
        QuorumQuestioned = true,
        QuorumCalls = At is { } at ? plenary.QuorumCalls.SetItem(Member, new(at, before.Quorum.Present)) : plenary.QuorumCalls,
    });
}

/// <summary>The chair counts those present by the roll as it stands.</summary>
[CommandKind("quorum.test", Who.Presiding)]
public sealed record TestQuorum : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Session(now) ?? Requires.NoBallotRunning(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        var quorum = now.Quorum;
        return new QuorumTested(now.CurrentPlenary!.Value, quorum.Present, quorum.Entitled, quorum.Needed, quorum.Article);
    }
}

/// <summary>The quorum was counted.</summary>
[FactKind("quorum.tested.v1")]
public sealed record QuorumTested(PlenaryId Plenary, int Present, int Entitled, int Needed, string Article) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Plenary, plenary => plenary with { QuorumQuestioned = false });
}

/// <summary>The delegation has called for the quorum, it was counted, and nobody has left since.</summary>
public sealed record QuorumCounted(string Member, int Seconds) : Refusal("quorum.counted", Member, Seconds);
