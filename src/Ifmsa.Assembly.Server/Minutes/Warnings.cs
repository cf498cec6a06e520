using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>What somebody should look at before the minutes of one plenary go to the members.</summary>
internal static class Warnings
{
    /// <summary>Sentences by a key that stays the same while the matter does: motions without outcome, votes not declared, open objections, people without a name.</summary>
    public static IReadOnlyDictionary<string, string> Of(Proceedings now, Sitting sitting, Voice voice)
    {
        var (then, found) = (sitting.AtAdjournment ?? now, new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var motion in sitting.Lines.Where(line => line.CorrectedBy is null).Select(line => line.Puts ?? line.Motion).OfType<MotionId>().Distinct().Select(then.Find).OfType<Core.Motions.Motion>().OrderBy(motion => motion.Number))
        {
            if (!motion.IsSettled)
                found[$"motion:{motion.Id}"] = voice.Say(motion.PutOffBy is null ? "told.unresolved.motion" : "told.unresolved.put-off", motion.Number, motion.Title, motion.Phase);
            if (motion.LateObjection is { } late)
                found[$"late:{motion.Id}"] = voice.Say("told.unresolved.late", motion.Number, then.NameOf(late));
        }
        foreach (var ballot in then.Ballots.Values.Where(ballot => ballot.Plenary == sitting.Plenary && !ballot.Test).OrderBy(ballot => ballot.Number))
        {
            if (ballot.IsRunning)
                found[$"ballot:{ballot.Id}"] = voice.Say("told.unresolved.ballot", ballot.Number, ballot.Title, ballot.Phase);
            foreach (var (voter, objection) in ballot.Objections.Where(row => row.Value.Upheld is null))
                found[$"objection:{ballot.Id}:{voter.Member}"] = voice.Say("told.unresolved.objection", ballot.Number, ballot.Title, then.NameOf(voter.Member));
        }
        foreach (var point in then.Points.Values.Where(point => point.IsPending && point.Plenary == sitting.Plenary && point.Member is not null).OrderBy(point => point.At))
            found[$"point:{point.Id}"] = voice.Say(point.Kind == Core.Debate.PointKind.Order ? "told.unresolved.point.order" : "told.unresolved.point.information", then.NameOf(point.Member!.Value));
        foreach (var person in sitting.Officers.Select(officer => officer.Participant).Concat(sitting.People).Distinct().Where(person => voice.KnownName(person) is null))
            found[$"name:{person}"] = voice.Say("told.unresolved.name", person);
        if (!sitting.Officers.Exists(officer => officer.Duty == Duty.Secretary))
            found["secretary"] = voice.Say("told.unresolved.secretary");
        return found;
    }
}
