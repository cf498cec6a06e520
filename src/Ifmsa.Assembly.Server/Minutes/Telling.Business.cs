using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Server.Minutes;

/// <content>The plenary's business: agenda, motions, votes, elections.</content>
internal static partial class Telling
{
    private static MinutesLine? OfAgenda(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        ItemOpened opened => new(entry, LineKind.Agenda, new("told.item-opened", after.Items[opened.Item].Title)),
        ItemPostponed postponed => new(entry, LineKind.Agenda, new("told.item-postponed", after.Items[postponed.Item].Title)),
        ItemAdded added => new(entry, LineKind.Agenda, new("told.item-added", added.Title)),
        ItemRenamed renamed => new(entry, LineKind.Agenda, new("told.item-renamed", before.Items[renamed.Item].Title, renamed.Title)),
        ItemPlaced { Before: { } next } placed => new(entry, LineKind.Agenda, new("told.item-placed", after.Items[placed.Item].Title, after.Items[next].Title)),
        ItemPlaced placed => new(entry, LineKind.Agenda, new("told.item-placed-last", after.Items[placed.Item].Title)),
        ItemAssigned assigned => new(entry, LineKind.Agenda, new("told.item-assigned", after.Items[assigned.Item].Title, after.Plenaries[assigned.Plenary].Number)),
        ItemRemoved removed => new(entry, LineKind.Agenda, new("told.item-removed", before.Items[removed.Item].Title)),
        AgendaAdopted adopted => new(entry, LineKind.Agenda, new("told.agenda-adopted", after.Plenaries[adopted.Plenary].Number)),
        AgendaAdoptionReversed reversed => new(entry, LineKind.Agenda, new("told.agenda-open-again", after.Plenaries[reversed.Plenary].Number)),
        _ => null,
    };

    private static MinutesLine? OfMotion(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        MotionSubmitted submitted => Submitted(entry, after, after.Motions[submitted.Motion]),
        MotionPut put => Put(entry, put, after),
        MotionTakenUp up when entry.Act == entry.Sequence && after.Motions[up.Motion] is { PartOf: { } whole, Ballot: null } part => Motion(entry, "told.motion-part-taken-up", part, after.Motions[whole].Number),
        MotionTakenUp up when entry.Act == entry.Sequence => Motion(entry, "told.motion-taken-up", after.Motions[up.Motion]),
        MotionSeconded seconded => Motion(entry, "told.motion-seconded", after.Motions[seconded.Motion], after.NameOf(seconded.Member)),
        MotionUnseconded failed => Motion(entry, "told.motion-unseconded", after.Motions[failed.Motion]) with { Kind = LineKind.Vote, Motion = failed.Motion },
        MotionWithdrawn withdrawn => Motion(entry, "told.motion-withdrawn", after.Motions[withdrawn.Motion]),
        NegativesAsked asked => Motion(entry, "told.negatives-asked", after.Motions[asked.Motion]),
        MotionObjected objected => Motion(entry, "told.objected", after.Motions[objected.Motion], after.NameOf(objected.Member)),
        LateObjectionRaised late => Motion(entry, "told.objected-late", after.Motions[late.Motion], after.NameOf(late.Member)),
        LateObjectionDismissed dismissed => Motion(entry, "told.objection-dismissed", after.Motions[dismissed.Motion], after.NameOf(dismissed.Member)),
        MotionPassedNemoContra passed => AsDecided(Motion(entry, "told.nemo-contra", after.Motions[passed.Motion]), after, after.Motions[passed.Motion], "told.label.as-carried") with
        {
            Kind = LineKind.Vote,
            Motion = passed.Motion,
            Article = new("told.article.nemo-contra", passed.Article),
        },
        NemoContraReversed reversed => Motion(entry, "told.nemo-contra-reversed", before.Motions[reversed.Motion], after.NameOf(reversed.Member)) with { Kind = LineKind.Correction, Motion = reversed.Motion },
        _ => null,
    };

    private static MinutesLine? OfBallot(Entry entry, Proceedings before, Proceedings after)
    {
        switch (entry.Fact)
        {
            case BallotOpened { Test: true }:
                return null;
            case BallotOpened opened:
                var again = before.Ballots.Values.Any(ballot => ballot.Phase == BallotPhase.Void && ballot.Title == opened.Title
                    && (ballot.Motion, ballot.Election, ballot.Amendment, ballot.Procedural) == (opened.Motion, opened.Election, opened.Amendment, opened.Procedural));
                var key = (again ? "told.ballot-again" : "told.ballot-opened") + opened.Method switch { BallotMethod.Placards => ".placards", BallotMethod.RollCall => ".roll-call", BallotMethod.Phones => "" };
                return new(entry, LineKind.Vote, new(key, Between(after, after.Ballots[opened.Ballot]), opened.Number, after.Ballots[opened.Ballot].VotersOf.Count, opened.Called is { Length: > 0 } called ? after.NameOf(called[0]) : ""));
            case ObjectionSettled settled when !after.Ballots[settled.Ballot].Test:
                return new(entry, LineKind.Correction, Settled(settled, after));
            case CountDisputed disputed when !after.Ballots[disputed.Ballot].Test:
                return new(entry, LineKind.Vote, new("told.ballot-disputed", after.Ballots[disputed.Ballot].Number, disputed.Fault));
            case BallotVoided voided when !after.Ballots[voided.Ballot].Test:
                return new(entry, LineKind.Correction, new("told.ballot-voided", after.Ballots[voided.Ballot].Number, Subject(after, after.Ballots[voided.Ballot]), voided.Reason));
            case ResultDeclared declared when !after.Ballots[declared.Ballot].Test:
                return Result(entry, declared, before, after);
            default:
                return null;
        }
    }

    /// <summary>What became of an objection to the record; how the member voted stands with the result, and nobody reads it before.</summary>
    private static Phrase Settled(ObjectionSettled settled, Proceedings after)
    {
        var (ballot, member) = (after.Ballots[settled.Ballot], after.NameOf(settled.Member));
        return new(settled.Upheld ? "told.record-corrected" : "told.record-stands", member, ballot.Number);
    }

    private static MinutesLine Result(Entry entry, ResultDeclared declared, Proceedings before, Proceedings after)
    {
        var ballot = after.Ballots[declared.Ballot];
        var line = new MinutesLine(entry, ballot.Kind == BallotKind.Choice ? LineKind.Election : LineKind.Vote, Outcome(after, ballot, declared))
        {
            Heading = ballot switch
            {
                { Motion: { } motion } => HeadingOf(after.Motions[motion], after),
                { Amendment: { } amendment } => HeadingOf(after, after.Amendments[amendment]),
                { Procedural: { } procedural } => HeadingOf(after, procedural),
                _ => new("told.heading.title", ballot.Title),
            },
            Motion = ballot.Motion,
            Declares = ballot,
            Article = new("told.article.rule", declared.Result.Rule, declared.Result.Article),
        };
        // The motion as the vote left it; where it was one of several, the one that is chosen.
        return (Proposal(after, declared.Result) ?? ballot.Motion) is { } decided && declared.Confirms is null
            ? AsDecided(line, after, after.Motions[decided], after.Motions[decided].Phase == MotionPhase.Carried ? "told.label.as-carried" : "told.label.as-voted") : line;
    }

    private static Phrase Outcome(Proceedings now, Ballot ballot, ResultDeclared declared) => declared.Result.Verdict switch
    {
        Verdict.Carried => new("told.carried", Subject(now, ballot)),
        Verdict.Defeated when ballot is { Kind: BallotKind.Versus, Motion: { } motion } => new("told.none-chosen", now.Motions[motion].Number),
        Verdict.Defeated => new("told.defeated", Subject(now, ballot)),
        Verdict.Elected => new("told.elected", declared.Result.Winner!.Value, ballot.Title),
        Verdict.NoWinner => new("told.no-winner", ballot.Title),
        Verdict.Chosen when Proposal(now, declared.Result) is null => new("told.chosen.proposals", ballot.Title, new Slip(ballot, [new(declared.Result.Winners ?? [declared.Result.Chosen!], 1)])),
        Verdict.Chosen when now.Motions[Proposal(now, declared.Result)!.Value] is var chosen =>
            new(declared.Confirms is null ? "told.chosen" : "told.chosen.confirm", chosen.Number, chosen.Title),
    };

    /// <summary>The proposal that a vote between several has chosen.</summary>
    private static MotionId? Proposal(Proceedings now, Result result) =>
        result.Chosen is null ? null : now.Motions.Values.FirstOrDefault(motion => motion.Id.ToString() == result.Chosen)?.Id;

    private static MinutesLine? OfElection(Entry entry, Proceedings after) => entry.Fact switch
    {
        ElectionOpened opened => new(entry, LineKind.Election, new("told.election-opened", opened.Title)) { Heading = new("told.heading.title", opened.Title) },
        ElectionTakenUp up => new(entry, LineKind.Election, new("told.election-taken-up", after.Elections[up.Election].Title)),
        Nominated nominated => new(entry, LineKind.Election, new("told.nominated", nominated.Participant, after.Elections[nominated.Election].Title)),
        NomineeWithdrawn withdrawn => new(entry, LineKind.Election, new("told.nominee-withdrawn", withdrawn.Participant, after.Elections[withdrawn.Election].Title)),
        _ => null,
    };

    private static MinutesLine Motion(Entry entry, string key, Motion motion, params ReadOnlySpan<object> more) => new(entry, LineKind.Motion, new(key, [motion.Number, .. more]));

    private static Phrase HeadingOf(Proceedings now, Amendment amendment) => amendment.Motion is { } motion
        ? new("told.heading.amendment", amendment.Number, now.Motions[motion].Number, now.Motions[motion].Title)
        : new("told.heading.amendment-of-procedural", amendment.Number, TitleOf(now, amendment.Procedural!.Value));

    /// <summary>What a ballot is about: its motion, amendment or procedural motion, or its title.</summary>
    private static Phrase Subject(Proceedings now, Ballot ballot) => ballot switch
    {
        { Motion: { } motion } => new("told.subject.motion", now.Motions[motion].Number, now.Motions[motion].Title),
        { Amendment: { } amendment } => Subject(now, now.Amendments[amendment]),
        { Procedural: not null } => new("told.subject.procedural", ballot.Title),
        _ => new("told.subject.title", ballot.Title),
    };

    /// <summary>What a ballot is about, with the proposals between which it chooses.</summary>
    private static Phrase Between(Proceedings now, Ballot ballot) => ballot is { Kind: BallotKind.Versus, Motion: not null }
        ? new("told.subject.versus", Numbers(now, ballot.Options.Where(option => option.Motion is not null).Select(option => option.Motion!.Value)))
        : Subject(now, ballot);
}
