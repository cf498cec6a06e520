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
            if (motion is { IsSettled: false, Phase: not MotionPhase.Submitted })
                found[$"motion:{motion.Id}"] = voice.Say("told.unresolved.motion", motion.Number, motion.Title, motion.Phase);
        }
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
            if (!sitting.Signatures.Exists(signature => (signature.Roles & (Who.Chair | Who.ViceChair)) != Who.None))
                found["signature:chair"] = voice.Say("told.unresolved.chair-signature");
            if (!sitting.Signatures.Exists(signature => (signature.Roles & Who.Secretary) != Who.None))
                found["signature:secretary"] = voice.Say("told.unresolved.secretary-signature");
        }
        return found;
    }

    private static IEnumerable<ParticipantId> People(Sitting sitting) =>
        sitting.Officers.Select(officer => officer.Participant).Concat(sitting.People);
}
