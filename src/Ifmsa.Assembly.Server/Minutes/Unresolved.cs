using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>What the minutes still wait for: outcomes, rulings, names, signatures.</summary>
internal static class Unresolved
{
    /// <summary>Sentences by a key that stays the same while the matter does.</summary>
    public static Dictionary<string, string> Of(Chronicle chronicle, Sitting sitting, Voice voice)
    {
        var (now, found) = (chronicle.Now, new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var motion in now.Motions.Values.OrderBy(motion => motion.Number))
        {
            if (motion.LateObjection is { } late)
                found[$"late:{motion.Id}"] = voice.Say("told.unresolved.late", motion.Number, now.NameOf(late));
            if (motion is { IsSettled: false, Phase: not (MotionPhase.Submitted or MotionPhase.Draft) })
                found[$"motion:{motion.Id}"] = voice.Say(motion.PutOffBy is null ? "told.unresolved.motion" : "told.unresolved.put-off", motion.Number, motion.Title, motion.Phase);
        }
        // What is only being discussed is not minuted either.
        if (!now.Floor.OffRecord)
            OfDebate(now, voice, found);
        if (now.RunningBallot is { } ballot)
            found[$"ballot:{ballot.Id}"] = voice.Say("told.unresolved.ballot", ballot.Number, ballot.Title, ballot.Phase);
        foreach (var election in now.Elections.Values.Where(election => election.Phase == ElectionPhase.Open))
        {
            found[$"election:{election.Id}"] = voice.Say("told.unresolved.election", election.Title);
            foreach (var nominee in election.Nominees.Where(nominee => election.Duty is not null && now.Participants[nominee].Account is null))
                found[$"account:{election.Id}:{nominee}"] = voice.Say("told.unresolved.account", nominee, election.Title);
        }
        foreach (var person in People(sitting).Distinct().Where(person => voice.KnownName(person) is null))
            found[$"name:{person}"] = voice.Say("told.unresolved.name", person);
        if (now.Plenary is { QuorumQuestioned: true })
            found["quorum"] = voice.Say("told.unresolved.quorum");
        if (!sitting.Officers.Exists(officer => officer.Duty == Duty.Secretary))
            found["secretary"] = voice.Say("told.unresolved.secretary");
        if (now.Find(sitting.Plenary) is { Phase: PlenaryPhase.Adjourned })
        {
            if (sitting.SignatureOf(Who.Chair | Who.ViceChair, now.MinutesOf(sitting.Plenary)) is null)
                found["signature:chair"] = voice.Say("told.unresolved.chair-signature");
            if (sitting.SignatureOf(Who.Secretary, now.MinutesOf(sitting.Plenary)) is null)
                found["signature:secretary"] = voice.Say("told.unresolved.secretary-signature");
        }
        return found;
    }

    private static void OfDebate(Proceedings now, Voice voice, Dictionary<string, string> found)
    {
        foreach (var amendment in now.Amendments.Values.Where(amendment => !amendment.IsSettled).OrderBy(amendment => amendment.Number))
        {
            if (amendment.Motion is { } motion && now.Motions[motion] is { IsSettled: false, Phase: not (MotionPhase.Submitted or MotionPhase.Draft) } before)
                found[$"amendment:{amendment.Id}"] = voice.Say("told.unresolved.amendment", amendment.Number, before.Number, amendment.Phase);
        }
        foreach (var procedural in now.Procedurals.Values.Where(motion => !motion.IsSettled && motion.Plenary == now.CurrentPlenary).OrderBy(motion => motion.Number))
            found[$"procedural:{procedural.Id}"] = voice.Say("told.unresolved.procedural", Telling.TitleOf(now, procedural.Id), procedural.Phase);
        foreach (var point in now.Points.Values.Where(point => point.IsPending && point.Plenary == now.CurrentPlenary).OrderBy(point => point.At))
        {
            if (point.Member is { } member)
                found[$"point:{point.Id}"] = voice.Say(point.Kind == PointKind.Order ? "told.unresolved.point.order" : "told.unresolved.point.information", now.NameOf(member));
        }
    }

    private static IEnumerable<ParticipantId> People(Sitting sitting) =>
        sitting.Officers.Select(officer => officer.Participant).Concat(sitting.People);
}
