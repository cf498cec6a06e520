using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Who may speak: by the status of the member, by the person's office, and by what the plenary has decided.</summary>
internal static class SpeakingRights
{
    /// <summary>Why a person may not speak for a member now; null when they may. A placard has no person, an Official may have no member.</summary>
    public static Refusal? Of(Proceedings now, ParticipantId? person, MemberId? member) =>
        OfStatus(now, member) is { } refusal ? refusal
        : person is not { } id || now.Find(id) is not { } participant ? null
        : now.Floor.CandidatesOut && now.IsNominee(id) ? new CandidateIsOut()
        : participant.Member is null ? null
        : OfDuties(now, participant);

    private static MayNotSpeak? OfStatus(Proceedings now, MemberId? member) =>
        member is { } id && now.Rules!.Rights[now.Members[id].Status] is { Speak: false } rights && now.Binds(rights.Article) && !now.Waives ? new MayNotSpeak { Article = rights.Article } : null;

    private static DutyMayNotSpeak? OfDuties(Proceedings now, Participant person)
    {
        foreach (var duty in person.Duties.AsDuties())
        {
            if (now.Rules!.Duties.GetValueOrDefault(duty) is { } rights && now.Binds(rights.Article) && !now.Waives && rights.Speak switch
                {
                    SpeakingRight.Always => false,
                    SpeakingRight.Candidature => !now.IsNominee(person.Id),
                    SpeakingRight.Never => true,
                })
                return new(duty) { Article = rights.Article };
        }
        return null;
    }
}

/// <summary>Members of this status may not speak.</summary>
public sealed record MayNotSpeak() : RuleRefusal("speech.no-right");

/// <summary>Whoever holds the office does not speak for a member.</summary>
public sealed record DutyMayNotSpeak(Duty Duty) : RuleRefusal("speech.duty", Duty);

/// <summary>The person is a candidate, and the candidates have left the hall.</summary>
public sealed record CandidateIsOut() : Refusal("speech.candidate-out");
