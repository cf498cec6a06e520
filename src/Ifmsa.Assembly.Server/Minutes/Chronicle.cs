using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Corrections;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>
/// The minutes of all plenaries so far: a pure fold of the entries that minutes are made of. Single votes are not among them,
/// so the ballots of <see cref="Now"/> have none.
/// </summary>
internal sealed record Chronicle(Proceedings Now)
{
    private static readonly ImmutableArray<Duty> Named = [Duty.Chair, Duty.ViceChair, Duty.Secretary, Duty.Assistant, Duty.Officer];

    /// <summary>The minutes of each plenary whose roll was called.</summary>
    public ImmutableDictionary<PlenaryId, Sitting> Sittings { get; init; } = ImmutableDictionary<PlenaryId, Sitting>.Empty;

    /// <summary>Remarks in order, and the journal entries they were made on.</summary>
    public ImmutableList<(MatterId Remark, long On)> Remarks { get; init; } = [];

    /// <summary>Who entered the figures of each vote by placards.</summary>
    public ImmutableDictionary<BallotId, ParticipantId?> FiguresBy { get; init; } = ImmutableDictionary<BallotId, ParticipantId?>.Empty;

    /// <summary>The minutes in which an entry stands: where it has a line, which a late signature has within the next plenary, and else those that had begun last.</summary>
    public Sitting? SittingOf(long sequence) => Sittings.Values.FirstOrDefault(sitting => sitting.Has(sequence))
        ?? Sittings.Values.Where(sitting => !sitting.Lines.IsEmpty && sitting.Lines[0].Entry.Sequence <= sequence).MaxBy(sitting => sitting.Lines[0].Entry.Sequence);

    /// <summary>The chronicle of some entries.</summary>
    public static Chronicle Of(AssemblyId assembly, IEnumerable<Entry> entries) =>
        entries.Aggregate(new Chronicle(Proceedings.Before(assembly)), (chronicle, entry) => chronicle.After(entry));

    /// <summary>The chronicle after one entry more.</summary>
    public Chronicle After(Entry entry)
    {
        var (before, after) = (Now, Now.After(entry));
        var next = this with { Now = after };
        return entry.Fact switch
        {
            Core.Minutes.EntryRemarked remarked => next with { Remarks = Remarks.Add((remarked.Remark.Id, remarked.Sequence)) },
            Core.Minutes.MinutesSigned signed => next.Amend(signed.Plenary, sitting => Signed(sitting, signed, entry)),
            FiguresEntered figures => next with { FiguresBy = FiguresBy.SetItem(figures.Ballot, figures.By) },
            RollCalled called => next with { Sittings = Sittings.SetItem(called.Plenary, Begun(called.Plenary, entry, before, after)) },
            ActReversed reversed => next.Amend(before.CurrentPlenary, sitting => Reversed(sitting, reversed, entry, after)),
            _ when before.Plenary is { Phase: PlenaryPhase.RollCall or PlenaryPhase.InSession or PlenaryPhase.Recess } => next.Amend(before.CurrentPlenary, sitting => Told(sitting, entry, before, after)),
            _ => next,
        };
    }

    private Chronicle Amend(PlenaryId? plenary, Func<Sitting, Sitting> change) =>
        plenary is { } id && Sittings.TryGetValue(id, out var sitting) ? this with { Sittings = Sittings.SetItem(id, change(sitting)) } : this;

    private static Sitting Begun(PlenaryId plenary, Entry entry, Proceedings before, Proceedings after)
    {
        var sitting = new Sitting(plenary);
        foreach (var duty in Named)
        {
            foreach (var person in before.Participants.Values.Where(person => (person.Duties & duty.AsWho()) != Who.None).OrderBy(person => person.Id.Value))
                sitting = sitting.With(new SittingOfficer(duty, person.Id));
        }
        if (before.Chairing.Presiding is { } presiding)
            sitting = Presiding(sitting, before, presiding);
        return Told(sitting, entry, before, after);
    }

    private static Sitting Told(Sitting sitting, Entry entry, Proceedings before, Proceedings after)
    {
        sitting = sitting.WithPresence(entry, before, after);
        sitting = entry.Fact switch
        {
            MotionPut => sitting with { Lines = sitting.Lines.RemoveAll(line => line.Entry.Act == entry.Act) },
            NemoContraReversed reversed => MarkLast(sitting, entry, line => line.Motion == reversed.Motion && line.Entry.Fact is MotionPassedNemoContra),
            BallotVoided voided => MarkLast(sitting, entry, line => line.Declares?.Id == voided.Ballot),
            DutyGiven given when Named.Contains(given.Duty) => sitting.With(new SittingOfficer(given.Duty, given.Participant, entry.Act)),
            ChairTaken taken => Presiding(sitting, before, taken.Participant),
            PlenaryAdjourned => sitting with { AtAdjournment = after },
            _ => sitting,
        };
        sitting = Discussion.Followed(sitting, entry, after);
        if ((before.Floor.OffRecord && Discussion.Has(entry.Fact)) || Telling.Of(entry, before, after) is not { } told || WithWords(sitting, told, before, after) is not { } line)
            return sitting;
        // A roll is called before the items, whatever the last plenary left open.
        return sitting.With(line with { Item = after.Plenary is { Phase: PlenaryPhase.RollCall } || entry.Fact is PlenaryOpened ? null : ItemOf(entry.Fact, before, after) });
    }

    /// <summary>A line with what the minutes have not told yet of the amendment or procedural motion it is about, or of the motion that an earlier plenary left; null where they have told all of it.</summary>
    private static MinutesLine? WithWords(Sitting sitting, MinutesLine line, Proceedings before, Proceedings after)
    {
        if (line.Entry.Fact is ProceduralPut put)
            return sitting.Lines.Exists(told => told.Procedural == put.Procedural) ? null : line;
        if (line.Entry.Fact is MotionTakenUp or DebateReopened && after.Floor.Motion is { } motion && !sitting.Lines.Exists(told => told.Puts == motion))
            return Telling.WithText(line, after, motion);
        // An amendment that came and went while nothing was minuted was never decided.
        if (!sitting.Unminuted.IsEmpty && !line.Amendments.IsEmpty)
            return line with { Amendments = line.Amendments.RemoveAll(fate => fate.Phase == AmendmentPhase.Withdrawn && !sitting.Lines.Exists(told => told.Amendment == fate.Id)) };
        AmendmentId? amendment = line.Entry.Fact switch
        {
            AmendmentPut taken => taken.Amendment,
            AmendmentMerged merged => merged.Amendment,
            ResultDeclared declared => after.Ballots[declared.Ballot].Amendment,
            _ => null,
        };
        return amendment is { } id && !sitting.Lines.Exists(told => told.Amendment == id) ? Telling.WithWords(line, before, id) : line;
    }

    private static ItemId? ItemOf(Fact fact, Proceedings before, Proceedings after) => fact switch
    {
        ItemPostponed postponed => postponed.Item,
        BallotVoided voided => after.Ballots[voided.Ballot].Item ?? after.Floor.Item,
        PlenaryAdjourned => before.Floor.Item,
        _ => after.Floor.Item ?? before.Floor.Item,
    };

    /// <summary>A member of the Executive Board that presides is named beside the elected chair.</summary>
    private static Sitting Presiding(Sitting sitting, Proceedings now, ParticipantId presiding) =>
        (now.Participants[presiding].Duties & (Who.Chair | Who.ViceChair)) == Who.None && sitting.Officers.TrueForAll(officer => officer.Participant != presiding || officer.Duty is not (Duty.Chair or Duty.ViceChair))
            ? sitting.With(new SittingOfficer(Duty.Executive, presiding)) : sitting;

    private static Sitting MarkLast(Sitting sitting, Entry by, Predicate<MinutesLine> which) =>
        sitting.Lines.FindLast(which) is { } line ? sitting.Marked(line.Entry.Act, by) : sitting;

    private static Sitting Signed(Sitting sitting, Core.Minutes.MinutesSigned signed, Entry entry) => sitting.With(new MinutesLine(entry, LineKind.Signature, new("told.signed", signed.Participant, signed.UpTo))) with
    {
        Signatures = sitting.Signatures.Add(new(signed.Participant, entry.By.Roles, new(signed.At, signed.UpTo))),
    };

    /// <summary>What is undone within seconds never happened; what is corrected with a reason stays and is marked.</summary>
    private static Sitting Reversed(Sitting sitting, ActReversed reversed, Entry entry, Proceedings after)
    {
        var told = sitting.Lines.FindLast(line => line.Entry.Act == reversed.Act);
        sitting = Discussion.Followed(sitting, entry, after);
        if (after.Find(sitting.Plenary) is { Phase: not PlenaryPhase.Adjourned })
            sitting = sitting with { AtAdjournment = null };
        if (reversed.Reason is not { } reason)
            return sitting.Without(reversed.Act);
        if (sitting.Lines.IsEmpty || reversed.Act < sitting.Lines[0].Entry.Act || (told is null && sitting.IsUnminuted(reversed.Act)))
            return sitting;
        var text = told is null ? new Phrase("told.corrected.other", reason) : new Phrase("told.corrected", told.Entry.At, told.Text, reason);
        return sitting.Unmarked(reversed.Act).Marked(reversed.Act, entry).With(new MinutesLine(entry, LineKind.Correction, text) { Item = told?.Item ?? after.Floor.Item });
    }
}
