using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Minutes;

/// <summary>A member with the right to vote, or the secretary, proposes a correction to a line of circulated minutes.</summary>
/// <param name="Correction">The new correction.</param>
/// <param name="Plenary">Whose minutes.</param>
/// <param name="Sequence">The entry the line tells of.</param>
/// <param name="Kind">Another sentence, or a remark below it.</param>
/// <param name="Words">The id of the words.</param>
/// <param name="Text">The words; at most 5,000 characters.</param>
/// <param name="Member">The member, where secretary or secretariat enter what it wrote to them.</param>
[CommandKind("minutes.propose-correction", Who.Head | Who.Delegate | Who.CardHolder | Who.Secretary | Who.Assistant | Who.Secretariat)]
public sealed record ProposeCorrection(CorrectionId Correction, PlenaryId Plenary, long Sequence, CorrectionKind Kind, MatterId Words, string Text, MemberId? Member = null) : Command, IAct
{
    private const Who Enterers = Who.Secretary | Who.Assistant | Who.Secretariat;

    /// <summary>The most corrections to the minutes of one plenary.</summary>
    public const int AtMost = 1_000;

    /// <summary>The most that one member has waiting at a time.</summary>
    public const int WaitingAtMost = 50;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        !now.AllMinutes.Values.Any(minutes => minutes.Phase == MinutesPhase.Circulated) ? new NoMinutesCirculated()
        : by.Is(Enterers) ? null
        : by.Member is not { } own ? new NotForOthers()
        : now.HasVote(now.Members[own]) ? null : new MayNotPropose(now.NameOf(own)) { Article = now.Rules!.Rights[now.Members[own].Status].Article };

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Requires.Words(Text, 5_000) is { } fault)
            return fault;
        if (now.Find(Plenary) is null)
            return new UnknownPlenary();
        var minutes = now.MinutesOf(Plenary);
        if (minutes.Phase != MinutesPhase.Circulated)
            return new MinutesAre(minutes.Phase);
        if (Sequence < 1 || Sequence > minutes.Circulated!.UpTo)
            return new NoSuchEntry();
        if (now.Matters.Contains(Words) || now.AllMinutes.Values.Any(other => other.Corrections.ContainsKey(Correction)))
            return new IdTaken();
        // Whoever has a delegation speaks for it; others speak for the member they name, and the secretary for the minutes.
        var member = moment.By.Is(Enterers) ? Member : moment.By.Member;
        if (Member is { } named && (now.Find(named) is null || named != member))
            return now.Find(named) is null ? new UnknownMember() : new NotForOthers();
        if (member is { } proposer && !now.HasVote(now.Members[proposer]))
            return new MayNotPropose(now.NameOf(proposer)) { Article = now.Rules!.Rights[now.Members[proposer].Status].Article };
        if (minutes.Corrections.Count >= AtMost)
            return new CorrectionsOutOfBounds(AtMost);
        if (member is not null && minutes.Corrections.Values.Count(other => other.Member == member && other.Phase == CorrectionPhase.Proposed) >= WaitingAtMost)
            return new CorrectionsOutOfBounds(WaitingAtMost);
        var words = Matter.Of(Words, Text, moment);
        return Decision.Of(new CorrectionProposed(Correction, minutes.Corrections.Count + 1, Plenary, Sequence, Kind, words.Digest, member, moment.At)).With(words);
    }
}

/// <summary>A correction to circulated minutes is proposed.</summary>
[FactKind("minutes.correction-proposed.v1")]
public sealed record CorrectionProposed(CorrectionId Correction, int Number, PlenaryId Plenary, long Sequence, CorrectionKind Kind, MatterDigest Words, MemberId? Member, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.AmendMinutes(Plenary, minutes => minutes with { Corrections = minutes.Corrections.SetItem(Correction, new(Correction, Number, Sequence, Kind, Words.Id, Member, At)) }) with
        {
            Matters = before.Matters.Add(Words.Id),
        };
}

/// <summary>The secretary takes a correction up, or leaves it; either can be settled anew while the minutes are with the members.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="Phase">Taken up or left.</param>
[CommandKind("minutes.settle-correction", Who.Secretary | Who.Assistant)]
public sealed record SettleCorrection(CorrectionId Correction, CorrectionPhase Phase) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        now.AllMinutes.Values.Any(minutes => minutes.Phase == MinutesPhase.Circulated && !minutes.Corrections.IsEmpty) ? null : new NoCorrections();

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        var (plenary, minutes) = now.AllMinutes.FirstOrDefault(row => row.Value.Corrections.ContainsKey(Correction));
        if (minutes?.Corrections[Correction] is not { } correction)
            return new UnknownCorrection();
        if (minutes.Phase != MinutesPhase.Circulated)
            return new MinutesAre(minutes.Phase);
        if (Phase is not (CorrectionPhase.TakenUp or CorrectionPhase.Left) || correction.Phase == Phase)
            return new SettledSo(correction.Number, correction.Phase);
        // One sentence takes one place: the other is left first.
        if (Phase == CorrectionPhase.TakenUp && correction.Kind == CorrectionKind.Wording && minutes.Corrections.Values.FirstOrDefault(other =>
                other.Sequence == correction.Sequence && other is { Kind: CorrectionKind.Wording, Phase: CorrectionPhase.TakenUp }) is { } standing)
        {
            return new LineCorrectedAlready(standing.Number);
        }
        return new CorrectionSettled(Correction, plenary, Phase);
    }
}

/// <summary>A correction is taken up or left.</summary>
[FactKind("minutes.correction-settled.v1")]
public sealed record CorrectionSettled(CorrectionId Correction, PlenaryId Plenary, CorrectionPhase Phase) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.AmendMinutes(Plenary, minutes => minutes with
        {
            Corrections = minutes.Corrections.SetItem(Correction, minutes.Corrections[Correction] with { Phase = Phase }),
            EditedAt = before.Sequence + 1,
        });
}

/// <summary>No minutes are with the members.</summary>
public sealed record NoMinutesCirculated() : Refusal("minutes.none-circulated");

/// <summary>No correction waits.</summary>
public sealed record NoCorrections() : Refusal("minutes.no-corrections");

/// <summary>There is no such correction.</summary>
public sealed record UnknownCorrection() : Refusal("minutes.unknown-correction");

/// <summary>The correction stands so already, or cannot.</summary>
public sealed record SettledSo(int Number, CorrectionPhase Phase) : Refusal("minutes.settled-so", Number, Phase);

/// <summary>Another correction has the sentence's place.</summary>
public sealed record LineCorrectedAlready(int Number) : Refusal("minutes.line-corrected", Number);

/// <summary>More corrections are proposed than there can be.</summary>
public sealed record CorrectionsOutOfBounds(int AtMost) : Refusal("minutes.too-many-corrections", AtMost);
