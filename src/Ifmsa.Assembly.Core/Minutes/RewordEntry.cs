using System.Globalization;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Minutes;

/// <summary>The secretary says a sentence of the draft in other words; its figures stay as the journal has them.</summary>
/// <param name="Plenary">Whose minutes.</param>
/// <param name="Sequence">The entry the sentence tells of.</param>
/// <param name="Revision">The revision it was written upon, 0 for the journal's own sentence.</param>
/// <param name="Words">The id of the new words.</param>
/// <param name="Text">The new sentence; at most 5,000 characters.</param>
[CommandKind("minutes.reword", Who.Secretary | Who.Assistant)]
public sealed record RewordEntry(PlenaryId Plenary, long Sequence, int Revision, MatterId Words, string Text) : Command, IAct
{
    /// <summary>The most sentences of one plenary in the secretary's words.</summary>
    public const int AtMost = 5_000;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Drafts.Any(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if ((Requires.Words(Text, 5_000) ?? Drafts.Writable(now, Plenary, Sequence, Revision)) is { } fault)
            return fault;
        if (now.Matters.Contains(Words))
            return new IdTaken();
        if (Revision == 0 && now.MinutesOf(Plenary).Rewordings.Count >= AtMost)
            return new RewordingsOutOfBounds(AtMost);
        var words = Matter.Of(Words, Text, moment);
        return Decision.Of(new EntryReworded(Plenary, Sequence, Revision + 1, words.Digest, moment.By.Participant, moment.At)).With(words);
    }
}

/// <summary>The secretary lets the journal's own sentence stand again.</summary>
[CommandKind("minutes.restore", Who.Secretary | Who.Assistant)]
public sealed record RestoreEntry(PlenaryId Plenary, long Sequence, int Revision) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Drafts.Any(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Drafts.Writable(now, Plenary, Sequence, Revision) is { } fault ? fault
        : now.MinutesOf(Plenary).Rewordings.GetValueOrDefault(Sequence) is not { Words: not null } ? new NotReworded()
        : new EntryReworded(Plenary, Sequence, Revision + 1, Words: null, moment.By.Participant, moment.At);
}

/// <summary>A sentence of the minutes stands in other words, or in the journal's own again.</summary>
/// <param name="Plenary">Whose minutes.</param>
/// <param name="Sequence">The entry it tells of.</param>
/// <param name="Revision">From 1.</param>
/// <param name="Words">The words; absent where the journal's own stand again.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
[FactKind("minutes.reworded.v1")]
public sealed record EntryReworded(PlenaryId Plenary, long Sequence, int Revision, MatterDigest? Words, ParticipantId? By, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.AmendMinutes(Plenary, minutes => minutes with
        {
            Rewordings = minutes.Rewordings.SetItem(Sequence, new(Revision, Words?.Id, By, At)),
            EditedAt = before.Sequence + 1,
        }) with { Matters = Words is { } words ? before.Matters.Add(words.Id) : before.Matters };
}

/// <summary>What drafts share.</summary>
internal static class Drafts
{
    /// <summary>Some plenary's minutes are a draft.</summary>
    public static Refusal? Any(Proceedings now) =>
        now.Plenaries.Values.Any(plenary => plenary.Phase != PlenaryPhase.Planned && now.MinutesOf(plenary.Id).Phase == MinutesPhase.Draft) ? null : new NoDraftMinutes();

    /// <summary>Why nothing can be written upon this revision of a sentence; null when it can.</summary>
    public static Refusal? Writable(Proceedings now, PlenaryId plenary, long sequence, int revision)
    {
        if (now.Find(plenary) is not { Phase: not PlenaryPhase.Planned })
            return new UnknownPlenary();
        var minutes = now.MinutesOf(plenary);
        if (minutes.Phase != MinutesPhase.Draft)
            return new MinutesAre(minutes.Phase);
        if (sequence < 1 || sequence > now.Sequence)
            return new NoSuchEntry();
        return minutes.Rewordings.GetValueOrDefault(sequence)?.Revision is var last && (last ?? 0) != revision ? new RewordedMeanwhile(sequence.ToString(CultureInfo.InvariantCulture)) : null;
    }
}

/// <summary>No minutes are a draft.</summary>
public sealed record NoDraftMinutes() : Refusal("minutes.no-draft");

/// <summary>The minutes stand elsewhere on their way.</summary>
public sealed record MinutesAre(MinutesPhase Phase) : Refusal("minutes.are", Phase);

/// <summary>Somebody else has worded the sentence since this writer read it.</summary>
public sealed record RewordedMeanwhile(string Entry) : Refusal("minutes.reworded-meanwhile", Entry);

/// <summary>The sentence is the journal's own.</summary>
public sealed record NotReworded() : Refusal("minutes.not-reworded");

/// <summary>More sentences are reworded than can be.</summary>
public sealed record RewordingsOutOfBounds(int AtMost) : Refusal("minutes.too-many-rewordings", AtMost);
