using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Which facts the minutes tell, and how: here what concerns the meeting itself. Machinery such as phones, offers and countdowns is silent.</summary>
internal static partial class Telling
{
    /// <summary>The line of a fact; null where the minutes are silent.</summary>
    public static MinutesLine? Of(Entry entry, Proceedings before, Proceedings after) =>
        OfMeeting(entry, before, after) ?? OfVoters(entry, before, after) ?? OfBylaws(entry, after) ?? OfAgenda(entry, before, after) ?? OfMotion(entry, before, after) ?? OfAmendment(entry, before, after) ?? OfMaze(entry, before, after) ?? OfProcedural(entry, before, after)
        ?? OfDebate(entry, before, after) ?? OfBallot(entry, before, after) ?? OfElection(entry, after) ?? OfMinutes(entry, before, after);

    private static MinutesLine? OfMeeting(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        RollCalled => before.Chairing.Presiding is { } presiding
            ? new(entry, LineKind.RollCall, new("told.roll-called", after.Plenary!.Number, presiding))
            : new(entry, LineKind.RollCall, new("told.roll-called.nobody", after.Plenary!.Number)),
        PlenaryOpened opened => new(entry, LineKind.RollCall, new("told.opened", after.Plenary!.Number, opened.Present, after.Quorum.Entitled, opened.Needed))
        {
            Roll = [.. Enum.GetValues<MemberStatus>().Select(status => Row(after, status)).Where(row => row.OnRoll > 0)],
            Article = Article("told.article.quorum", after.Quorum.Article),
        },
        RecessCalled recess => new(entry, LineKind.Plenary, new("told.recess", recess.Until)),
        PlenaryResumed => new(entry, LineKind.Plenary, new("told.resumed")),
        PlenaryAdjourned => new(entry, LineKind.Plenary, new("told.adjourned", after.Find(((PlenaryAdjourned)entry.Fact).Plenary)!.Number)),
        QuorumCalled called => new(entry, LineKind.Quorum, new("told.quorum-called", before.NameOf(called.Member))),
        QuorumTested tested => new(entry, LineKind.Quorum, new(tested.Present >= tested.Needed ? "told.quorum-met" : "told.quorum-not-met", tested.Present, tested.Entitled, tested.Needed))
        {
            Article = Article("told.article.quorum", tested.Article),
        },
        PresenceMarked marked => OfPresence(entry, marked.Member, before, after),
        CardGiven given => OfPresence(entry, given.Member, before, after),
        CardTaken taken => OfPresence(entry, taken.Member, before, after),
        CardLost lost => Presence(entry, "told.left-with-card", lost.Member, after),
        ChairTaken taken when before.Chairing.Presiding is null => new(entry, LineKind.Chair, new("told.chair-taken", taken.Participant)),
        ChairTaken taken when before.Chairing.Presiding != taken.Participant =>
            new(entry, LineKind.Chair, new("told.chair-passed", taken.Participant, before.Chairing.Presiding!.Value)),
        // A duty that an election gives is told by its result.
        DutyGiven given when entry.Act == entry.Sequence && IsOfPlenary(given.Duty) => new(entry, LineKind.Appointment, new("told.appointed", given.Participant, given.Duty)),
        DutyGiven given when IsByPlenary(entry, before) => new(entry, LineKind.Appointment, new("told.became", given.Participant, given.Duty)),
        DutyRemoved removed when IsByPlenary(entry, before) => new(entry, LineKind.Appointment, new("told.no-longer", removed.Participant, removed.Duty)),
        DutyRemoved removed when IsOfPlenary(removed.Duty) => new(entry, LineKind.Appointment, new("told.duty-ended", removed.Participant, removed.Duty)),
        _ => null,
    };

    /// <summary>Who comes and goes during the roll call stands in its table.</summary>
    private static MinutesLine? OfPresence(Entry entry, MemberId member, Proceedings before, Proceedings after)
    {
        if (after.Plenary is not { Phase: PlenaryPhase.InSession or PlenaryPhase.Recess })
            return null;
        return (before.PresenceOf(member), after.PresenceOf(member)) switch
        {
            (Core.Credentials.Presence.Left, Core.Credentials.Presence.Present) => Presence(entry, "told.returned", member, after),
            (not Core.Credentials.Presence.Present, Core.Credentials.Presence.Present) => Presence(entry, "told.arrived", member, after),
            (Core.Credentials.Presence.Present, Core.Credentials.Presence.Left) => Presence(entry, "told.left", member, after),
            (Core.Credentials.Presence.Present, _) => Presence(entry, "told.absent", member, after),
            _ => null,
        };
    }

    private static MinutesLine? Presence(Entry entry, string key, MemberId member, Proceedings after) =>
        after.Plenary is { Phase: PlenaryPhase.InSession or PlenaryPhase.Recess }
            ? new(entry, LineKind.Presence, new(key, after.NameOf(member), after.Quorum.Present, after.Quorum.Needed)) : null;

    private static RollRow Row(Proceedings now, MemberStatus status)
    {
        var members = now.Members.Values.Where(member => member.Status == status).ToList();
        return new(status, members.Count, members.Count(now.HasVote),
        [
            .. members.Where(member => now.PresenceOf(member.Id) == Core.Credentials.Presence.Present)
                .Select(member => member.ShortName).Order(StringComparer.InvariantCultureIgnoreCase),
        ]);
    }

    /// <summary>Whether a duty passes by a procedural motion that the plenary has just carried.</summary>
    private static bool IsByPlenary(Entry entry, Proceedings before) =>
        entry.Act != entry.Sequence && before.Floor.Ballot is { } ballot && before.Ballots[ballot].Procedural is not null;

    private static Phrase Article(string key, string article) => new(key, article);

    private static bool IsOfPlenary(Duty duty) => duty is Duty.Chair or Duty.ViceChair or Duty.Secretary or Duty.Assistant or Duty.Officer or Duty.Desk;
}
