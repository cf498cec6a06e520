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
        MotionSubmitted { Proposer: { } proposer } submitted => new(entry, LineKind.Motion, new("told.motion-submitted", submitted.Number, submitted.Title, after.NameOf(proposer))),
        MotionSubmitted submitted => new(entry, LineKind.Motion, new("told.motion-submitted.body", submitted.Number, submitted.Title)),
        MotionPut put => new(entry, LineKind.Motion, after.Motions[put.Motion] is { Proposer: { } proposer } motion
            ? new("told.motion-put", motion.Number, motion.Title, after.NameOf(proposer))
            : new("told.motion-put.body", after.Motions[put.Motion].Number, after.Motions[put.Motion].Title))
        {
            Heading = HeadingOf(after.Motions[put.Motion]),
            Puts = put.Motion,
        },
        MotionTakenUp up when entry.Act == entry.Sequence => Motion(entry, "told.motion-taken-up", after.Motions[up.Motion]),
        MotionSeconded seconded => Motion(entry, "told.motion-seconded", after.Motions[seconded.Motion], after.NameOf(seconded.Member)),
        MotionUnseconded failed => Motion(entry, "told.motion-unseconded", after.Motions[failed.Motion]) with { Kind = LineKind.Vote, Motion = failed.Motion },
        MotionWithdrawn withdrawn => Motion(entry, "told.motion-withdrawn", after.Motions[withdrawn.Motion]),
        NegativesAsked asked => Motion(entry, "told.negatives-asked", after.Motions[asked.Motion]),
        MotionObjected objected => Motion(entry, "told.objected", after.Motions[objected.Motion], after.NameOf(objected.Member)),
        LateObjectionRaised late => Motion(entry, "told.objected-late", after.Motions[late.Motion], after.NameOf(late.Member)),
        LateObjectionDismissed dismissed => Motion(entry, "told.objection-dismissed", after.Motions[dismissed.Motion], after.NameOf(dismissed.Member)),
        MotionPassedNemoContra passed => Motion(entry, "told.nemo-contra", after.Motions[passed.Motion]) with
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
            case BallotOpened opened:
                var again = before.Ballots.Values.Any(ballot => ballot.Phase == BallotPhase.Void && ballot.Title == opened.Title && ballot.Motion == opened.Motion && ballot.Election == opened.Election);
                var key = (again ? "told.ballot-again" : "told.ballot-opened") + (opened.Method == BallotMethod.Placards ? ".placards" : "");
                return new(entry, LineKind.Vote, new(key, Subject(after, after.Ballots[opened.Ballot]), opened.Number, opened.Electorate.Length));
            case CountDisputed disputed:
                return new(entry, LineKind.Vote, new("told.ballot-disputed", after.Ballots[disputed.Ballot].Number, disputed.Fault));
            case BallotVoided voided:
                return new(entry, LineKind.Correction, new("told.ballot-voided", after.Ballots[voided.Ballot].Number, Subject(after, after.Ballots[voided.Ballot]), voided.Reason));
            case ResultDeclared declared:
                var ballot = after.Ballots[declared.Ballot];
                return new(entry, ballot.Kind == BallotKind.Choice ? LineKind.Election : LineKind.Vote, Outcome(after, ballot, declared.Result))
                {
                    Heading = ballot.Motion is { } motion ? HeadingOf(after.Motions[motion]) : new("told.heading.title", ballot.Title),
                    Motion = ballot.Motion,
                    Declares = ballot,
                    Article = new("told.article.rule", declared.Result.Rule, declared.Result.Article),
                };
            default:
                return null;
        }
    }

    private static Phrase Outcome(Proceedings now, Ballot ballot, Result result) => result.Verdict switch
    {
        Verdict.Carried => new("told.carried", Subject(now, ballot)),
        Verdict.Defeated => new("told.defeated", Subject(now, ballot)),
        Verdict.Elected => new("told.elected", result.Winner!.Value, ballot.Title),
        Verdict.NoWinner => new("told.no-winner", ballot.Title),
        Verdict.Chosen => new("told.chosen", now.Motions.Values.First(motion => motion.Id.ToString() == result.Chosen).Number, ballot.Title),
    };

    private static MinutesLine? OfElection(Entry entry, Proceedings after) => entry.Fact switch
    {
        ElectionOpened opened => new(entry, LineKind.Election, new("told.election-opened", opened.Title)) { Heading = new("told.heading.title", opened.Title) },
        ElectionTakenUp up => new(entry, LineKind.Election, new("told.election-taken-up", after.Elections[up.Election].Title)),
        Nominated nominated => new(entry, LineKind.Election, new("told.nominated", nominated.Participant, after.Elections[nominated.Election].Title)),
        NomineeWithdrawn withdrawn => new(entry, LineKind.Election, new("told.nominee-withdrawn", withdrawn.Participant, after.Elections[withdrawn.Election].Title)),
        _ => null,
    };

    private static MinutesLine Motion(Entry entry, string key, Motion motion, params ReadOnlySpan<object> more) => new(entry, LineKind.Motion, new(key, [motion.Number, .. more]));

    private static Phrase HeadingOf(Motion motion) => new("told.heading.motion", motion.Number, motion.Title);

    /// <summary>What a ballot is about: its motion, or its title.</summary>
    private static Phrase Subject(Proceedings now, Ballot ballot) => ballot.Motion is { } motion
        ? new("told.subject.motion", now.Motions[motion].Number, now.Motions[motion].Title)
        : new("told.subject.title", ballot.Title);
}
