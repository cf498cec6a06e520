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
        ItemOpened opened => new(entry, LineKind.Agenda, new("minutes.item-opened", after.Items[opened.Item].Title)),
        ItemPostponed postponed => new(entry, LineKind.Agenda, new("minutes.item-postponed", after.Items[postponed.Item].Title)),
        ItemAdded added => new(entry, LineKind.Agenda, new("minutes.item-added", added.Title)),
        ItemRenamed renamed => new(entry, LineKind.Agenda, new("minutes.item-renamed", before.Items[renamed.Item].Title, renamed.Title)),
        ItemPlaced { Before: { } next } placed => new(entry, LineKind.Agenda, new("minutes.item-placed", after.Items[placed.Item].Title, after.Items[next].Title)),
        ItemPlaced placed => new(entry, LineKind.Agenda, new("minutes.item-placed-last", after.Items[placed.Item].Title)),
        ItemAssigned assigned => new(entry, LineKind.Agenda, new("minutes.item-assigned", after.Items[assigned.Item].Title, after.Plenaries[assigned.Plenary].Number)),
        ItemRemoved removed => new(entry, LineKind.Agenda, new("minutes.item-removed", before.Items[removed.Item].Title)),
        AgendaAdopted adopted => new(entry, LineKind.Agenda, new("minutes.agenda-adopted", after.Plenaries[adopted.Plenary].Number)),
        AgendaAdoptionReversed reversed => new(entry, LineKind.Agenda, new("minutes.agenda-open-again", after.Plenaries[reversed.Plenary].Number)),
        _ => null,
    };

    private static MinutesLine? OfMotion(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        MotionSubmitted { Proposer: { } proposer } submitted => new(entry, LineKind.Motion, new("minutes.motion-submitted", submitted.Number, submitted.Title, after.NameOf(proposer))),
        MotionSubmitted submitted => new(entry, LineKind.Motion, new("minutes.motion-submitted.body", submitted.Number, submitted.Title)),
        MotionPut put => new(entry, LineKind.Motion, after.Motions[put.Motion] is { Proposer: { } proposer } motion
            ? new("minutes.motion-put", motion.Number, motion.Title, after.NameOf(proposer))
            : new("minutes.motion-put.body", after.Motions[put.Motion].Number, after.Motions[put.Motion].Title))
        {
            Heading = HeadingOf(after.Motions[put.Motion]),
            Puts = put.Motion,
        },
        MotionTakenUp up when entry.Act == entry.Sequence => Motion(entry, "minutes.motion-taken-up", after.Motions[up.Motion]),
        MotionSeconded seconded => Motion(entry, "minutes.motion-seconded", after.Motions[seconded.Motion], after.NameOf(seconded.Member)),
        MotionUnseconded failed => Motion(entry, "minutes.motion-unseconded", after.Motions[failed.Motion]) with { Kind = LineKind.Vote, Motion = failed.Motion },
        MotionWithdrawn withdrawn => Motion(entry, "minutes.motion-withdrawn", after.Motions[withdrawn.Motion]),
        NegativesAsked asked => Motion(entry, "minutes.negatives-asked", after.Motions[asked.Motion]),
        MotionObjected objected => Motion(entry, "minutes.objected", after.Motions[objected.Motion], after.NameOf(objected.Member)),
        LateObjectionRaised late => Motion(entry, "minutes.objected-late", after.Motions[late.Motion], after.NameOf(late.Member)),
        LateObjectionDismissed dismissed => Motion(entry, "minutes.objection-dismissed", after.Motions[dismissed.Motion], after.NameOf(dismissed.Member)),
        MotionPassedNemoContra passed => Motion(entry, "minutes.nemo-contra", after.Motions[passed.Motion]) with
        {
            Kind = LineKind.Vote,
            Motion = passed.Motion,
            Article = new("minutes.article.nemo-contra", passed.Article),
        },
        NemoContraReversed reversed => Motion(entry, "minutes.nemo-contra-reversed", before.Motions[reversed.Motion], after.NameOf(reversed.Member)) with { Kind = LineKind.Correction, Motion = reversed.Motion },
        _ => null,
    };

    private static MinutesLine? OfBallot(Entry entry, Proceedings before, Proceedings after)
    {
        switch (entry.Fact)
        {
            case BallotOpened opened:
                var again = before.Ballots.Values.Any(ballot => ballot.Phase == BallotPhase.Void && ballot.Title == opened.Title && ballot.Motion == opened.Motion && ballot.Election == opened.Election);
                var key = (again ? "minutes.ballot-again" : "minutes.ballot-opened") + (opened.Method == BallotMethod.Placards ? ".placards" : "");
                return new(entry, LineKind.Vote, new(key, Subject(after, after.Ballots[opened.Ballot]), opened.Number, opened.Electorate.Length));
            case CountDisputed disputed:
                return new(entry, LineKind.Vote, new("minutes.ballot-disputed", after.Ballots[disputed.Ballot].Number, disputed.Fault));
            case BallotVoided voided:
                return new(entry, LineKind.Correction, new("minutes.ballot-voided", after.Ballots[voided.Ballot].Number, Subject(after, after.Ballots[voided.Ballot]), voided.Reason));
            case ResultDeclared declared:
                var ballot = after.Ballots[declared.Ballot];
                return new(entry, ballot.Kind == BallotKind.Choice ? LineKind.Election : LineKind.Vote, Outcome(after, ballot, declared.Result))
                {
                    Heading = ballot.Motion is { } motion ? HeadingOf(after.Motions[motion]) : new("minutes.heading.title", ballot.Title),
                    Motion = ballot.Motion,
                    Declares = ballot,
                    Article = new("minutes.article.rule", declared.Result.Rule, declared.Result.Article),
                };
            default:
                return null;
        }
    }

    private static Phrase Outcome(Proceedings now, Ballot ballot, Result result) => result.Verdict switch
    {
        Verdict.Carried => new("minutes.carried", Subject(now, ballot)),
        Verdict.Defeated => new("minutes.defeated", Subject(now, ballot)),
        Verdict.Elected => new("minutes.elected", result.Winner!.Value, ballot.Title),
        Verdict.NoWinner => new("minutes.no-winner", ballot.Title),
    };

    private static MinutesLine? OfElection(Entry entry, Proceedings after) => entry.Fact switch
    {
        ElectionOpened opened => new(entry, LineKind.Election, new("minutes.election-opened", opened.Title)) { Heading = new("minutes.heading.title", opened.Title) },
        ElectionTakenUp up => new(entry, LineKind.Election, new("minutes.election-taken-up", after.Elections[up.Election].Title)),
        Nominated nominated => new(entry, LineKind.Election, new("minutes.nominated", nominated.Participant, after.Elections[nominated.Election].Title)),
        NomineeWithdrawn withdrawn => new(entry, LineKind.Election, new("minutes.nominee-withdrawn", withdrawn.Participant, after.Elections[withdrawn.Election].Title)),
        _ => null,
    };

    private static MinutesLine Motion(Entry entry, string key, Motion motion, params ReadOnlySpan<object> more) => new(entry, LineKind.Motion, new(key, [motion.Number, .. more]));

    private static Phrase HeadingOf(Motion motion) => new("minutes.heading.motion", motion.Number, motion.Title);

    /// <summary>What a ballot is about: its motion, or its title.</summary>
    private static Phrase Subject(Proceedings now, Ballot ballot) => ballot.Motion is { } motion
        ? new("minutes.subject.motion", now.Motions[motion].Number, now.Motions[motion].Title)
        : new("minutes.subject.title", ballot.Title);
}
