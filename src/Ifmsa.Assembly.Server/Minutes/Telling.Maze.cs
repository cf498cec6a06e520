using System.Globalization;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Server.Minutes;

/// <content>A motion's way besides its amendments: alternatives, blocs, parts, notice, and what the plenary orders about it.</content>
internal static partial class Telling
{
    private static MinutesLine? OfMaze(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        DraftHandedIn handed => Submitted(entry, after, after.Motions[handed.Motion]),
        MotionJoined joined when after.Motions[joined.Motion].Phase != MotionPhase.Draft => Motion(entry, "told.motion-joined", after.Motions[joined.Motion], after.NameOf(joined.Member)),
        MotionsAnnounced announced => new(entry, LineKind.Motion, new("told.motions-announced", announced.Motions.Length, Numbers(after, announced.Motions), after.Plenaries[announced.Plenary].Number)),
        SubmissionDeadlineSet { At: { } at } => new(entry, LineKind.Motion, new("told.deadline-set", at)),
        SubmissionDeadlineSet => new(entry, LineKind.Motion, new("told.deadline-lifted")),
        ProposerReplaced { From: { } from } replaced => Motion(entry, "told.proposer-replaced", after.Motions[replaced.Motion], after.NameOf(from), after.NameOf(replaced.To)),
        ProposerReplaced replaced => Motion(entry, "told.proposer-replaced.body", after.Motions[replaced.Motion], after.NameOf(replaced.To)),
        AlternativesAsked asked => Motion(entry, "told.alternatives-asked", after.Motions[asked.Motion]),
        AlternativeProposed proposed => Read(entry, new("told.alternative-proposed", proposed.Number, proposed.Title, after.NameOf(proposed.Proposer), after.Motions[proposed.Motion].Number), after, after.Motions[proposed.Alternative]),
        AlternativeSeconded seconded => Motion(entry, "told.alternative-seconded", after.Motions[seconded.Alternative], after.NameOf(seconded.Member), after.Motions[after.Motions[seconded.Alternative].AlternativeTo!.Value].Number),
        MotionDivided divided => new(entry, LineKind.Motion, new("told.motion-divided", after.Motions[divided.Motion].Number, after.NameOf(divided.Member), divided.Parts.Length))
        {
            Readings = [.. divided.Parts.Select(part => new Reading(new("told.label.motion", part.Number), part.Text))],
        },
        BlocPut bloc => new(entry, LineKind.Motion, new("told.bloc-put", bloc.Motions.Length, Numbers(after, bloc.Motions), bloc.Number, bloc.Title))
        {
            Heading = HeadingOf(after.Motions[bloc.Bloc], after),
            Puts = bloc.Bloc,
            Readings = [.. bloc.Motions.Select(motion => after.Motions[motion]).Select(motion => new Reading(HeadingOf(motion, after), motion.Text))],
        },
        MotionPulledOut pulled => Motion(entry, "told.motion-pulled-out", after.Motions[pulled.Motion], after.NameOf(pulled.Member), after.Motions[pulled.Bloc].Number),
        MotionDropped dropped => Motion(entry, dropped.Procedural is null ? "told.bloc-dropped" : "told.motion-dropped", after.Motions[dropped.Motion]) with
        {
            Kind = LineKind.Vote, Motion = dropped.Motion, Heading = HeadingOf(after.Motions[dropped.Motion], after),
        },
        MotionPutOff { Until: { } until } off => Motion(entry, "told.motion-put-off.until", after.Motions[off.Motion], until),
        MotionPutOff off => Motion(entry, "told.motion-put-off", after.Motions[off.Motion]),
        VoteOrdered ordered => Motion(entry, "told.vote-ordered", after.Motions[ordered.Motion]),
        SpeechesLimited limited => Motion(entry, "told.speeches-limited", after.Motions[limited.Motion], limited.Seconds),
        DebateReopened reopened => Motion(entry, before.Motions[reopened.Motion].Phase == MotionPhase.Unseconded ? "told.debate-reopened.unseconded" : "told.debate-reopened", after.Motions[reopened.Motion]),
        _ => null,
    };

    private static MinutesLine Put(Entry entry, MotionPut put, Proceedings after)
    {
        var motion = after.Motions[put.Motion];
        var text = motion switch
        {
            { Proposer: null } => new Phrase("told.motion-put.body", motion.Number, motion.Title),
            { Proposer: { } proposer, CoSubmitters.IsEmpty: true } => new("told.motion-put", motion.Number, motion.Title, after.NameOf(proposer)),
            { Proposer: { } proposer } => new("told.motion-put.with", motion.Number, motion.Title, after.NameOf(proposer), CoSubmitters(after, motion)),
        };
        return Read(entry, text, after, motion) with
        {
            Article = (put.NoticeKept, after.Rules?.Announcements) switch
            {
                (true, { } rule) => new("told.article.notice-kept", rule.Minutes, rule.Article),
                (false, { } rule) => new("told.article.notice-not-kept", rule.Minutes, rule.Article),
                _ => null,
            },
        };
    }

    private static MinutesLine Submitted(Entry entry, Proceedings now, Motion motion) => new(entry, LineKind.Motion, motion switch
    {
        { Proposer: null } => new("told.motion-submitted.body", motion.Number, motion.Title),
        { Proposer: { } proposer, CoSubmitters.IsEmpty: true } => new("told.motion-submitted", motion.Number, motion.Title, now.NameOf(proposer)),
        { Proposer: { } proposer } => new("told.motion-submitted.with", motion.Number, motion.Title, now.NameOf(proposer), CoSubmitters(now, motion)),
    });

    /// <summary>A motion as it is read, with its text as it stands then.</summary>
    private static MinutesLine Read(Entry entry, Phrase text, Proceedings now, Motion motion) => WithText(new(entry, LineKind.Motion, text), now, motion.Id);

    /// <summary>A line that brings a motion before the plenary, with its text as it stands then.</summary>
    public static MinutesLine WithText(MinutesLine line, Proceedings now, MotionId id) => line with
    {
        Heading = HeadingOf(now.Motions[id], now),
        Puts = id,
        ProposedBy = now.Motions[id].Proposer,
        Readings = [new(Label: null, now.Motions[id].Text)],
    };

    private static object CoSubmitters(Proceedings now, Motion motion) => Series(motion.CoSubmitters.Select(now.NameOf));

    private static object Numbers(Proceedings now, IEnumerable<MotionId> motions) => Series(motions.Select(motion => now.Motions[motion].Number));

    private static object Series(IEnumerable<int> numbers) => Series(numbers.Order().Select(number => number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>One after the other, the last after "and".</summary>
    private static object Series(IEnumerable<string> parts) => parts.ToList() switch
    {
        [.. { Count: > 0 } first, var last] => new Phrase("told.and", string.Join(", ", first), last),
        [var only] => only,
        _ => "",
    };

    private static Phrase HeadingOf(Motion motion, Proceedings now) => motion switch
    {
        { AlternativeTo: { } other } => new("told.heading.alternative", motion.Number, motion.Title, now.Motions[other].Number),
        { PartOf: { } whole } => new("told.heading.part", motion.Number, motion.Title, now.Motions[whole].Number),
        { Bloc.IsEmpty: false } => new("told.heading.bloc", motion.Number, motion.Title, motion.Bloc.Count, Numbers(now, motion.Bloc)),
        _ => new("told.heading.motion", motion.Number, motion.Title),
    };
}
