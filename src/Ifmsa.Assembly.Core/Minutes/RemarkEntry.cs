using System.Text.Json.Serialization;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Minutes;

/// <summary>The secretary adds a remark to an entry of the journal.</summary>
[CommandKind("minutes.remark", Who.Secretary | Who.Assistant)]
public sealed record RemarkEntry(long Sequence, MatterId Remark, string Text) : Command, IAct
{
    /// <summary>The most remarks of an assembly.</summary>
    public const int AtMost = 10_000;

    /// <summary>The plenary in whose minutes the entry stands; whoever takes the command knows it. Null where it stands in none.</summary>
    [JsonIgnore]
    public PlenaryId? Plenary { get; init; }

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Requires.Words(Text, 5_000) is { } fault)
            return fault;
        if (Sequence < 1 || Sequence > now.Sequence)
            return new NoSuchEntry();
        if (now.Matters.Contains(Remark))
            return new IdTaken();
        if (now.Remarks.Count >= AtMost)
            return new RowsOutOfBounds(AtMost);
        // What has gone to the members would no longer take it in: it is a correction.
        if (Plenary is { } plenary && now.MinutesOf(plenary).Phase is var phase and not (MinutesPhase.Draft or MinutesPhase.Reviewed))
            return new MinutesAre(phase);
        var words = Matter.Of(Remark, Text, moment);
        return Decision.Of(new EntryRemarked(Sequence, words.Digest, Plenary)).With(words);
    }
}

/// <summary>An entry has a remark.</summary>
/// <param name="Sequence">The entry.</param>
/// <param name="Remark">The remark.</param>
/// <param name="Plenary">The plenary in whose minutes it stands; absent in older journals.</param>
[FactKind("minutes.remarked.v1")]
public sealed record EntryRemarked(long Sequence, MatterDigest Remark, PlenaryId? Plenary = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => (Plenary is { } plenary ? before.AmendMinutes(plenary, minutes => minutes with { EditedAt = before.Sequence + 1 }) : before) with
    {
        Remarks = before.Remarks.SetItem(Remark.Id, Sequence),
        RemarkedAt = before.Sequence + 1,
        Matters = before.Matters.Add(Remark.Id),
    };
}

/// <summary>Chair, vice or secretary signs the minutes of an adjourned plenary, as they stand in the journal.</summary>
[CommandKind("minutes.sign", Who.Chair | Who.ViceChair | Who.Secretary)]
public sealed record SignMinutes(PlenaryId Plenary) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        now.Plenaries.Values.Any(plenary => plenary.Phase == PlenaryPhase.Adjourned) ? null : new NotAdjourned();

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Plenary) switch
    {
        null => new UnknownPlenary(),
        { Phase: not PlenaryPhase.Adjourned } => new NotAdjourned(),
        // Who signed other words signs again.
        { } plenary when plenary.Signatures.TryGetValue(moment.By.Participant!.Value, out var signature) && signature.Stands(now.MinutesOf(Plenary)) => new SignedAlready(),
        _ => new MinutesSigned(Plenary, moment.By.Participant.Value, now.Sequence, moment.At),
    };
}

/// <summary>Somebody has signed the minutes of a plenary, up to an entry of the journal.</summary>
[FactKind("minutes.signed.v1")]
public sealed record MinutesSigned(PlenaryId Plenary, ParticipantId Participant, long UpTo, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Plenary, plenary => plenary with { Signatures = plenary.Signatures.SetItem(Participant, new(At, UpTo)) });
}

/// <summary>A signature under minutes.</summary>
/// <param name="At">When.</param>
/// <param name="UpTo">The journal's entry up to which they were signed.</param>
public sealed record Signature(DateTimeOffset At, long UpTo)
{
    /// <summary>Whether the minutes read as they did when they were signed.</summary>
    public bool Stands(PlenaryMinutes minutes) => UpTo >= minutes.EditedAt;
}

/// <summary>The journal has no such entry.</summary>
public sealed record NoSuchEntry() : Refusal("minutes.no-such-entry");

/// <summary>Minutes are signed once the plenary is adjourned.</summary>
public sealed record NotAdjourned() : Refusal("minutes.not-adjourned");

/// <summary>The person has signed.</summary>
public sealed record SignedAlready() : Refusal("minutes.signed-already");
