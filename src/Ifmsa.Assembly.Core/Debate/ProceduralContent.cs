using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Whether a procedural motion says all that its effect needs, and nothing that is not there.</summary>
internal static class ProceduralContent
{
    public static Refusal? Fault(Proceedings now, string kind, ProceduralDetail detail, Moment moment) => now.Rules!.Procedural[kind].Effect switch
    {
        ProceduralEffect.Recess => detail.Minutes is >= 1 and <= 1440 ? null : new DetailMissing(),
        ProceduralEffect.FixAdjournment => detail.Until is { } until && until > moment.At && until < moment.At.AddDays(7) ? null : new DetailMissing(),
        ProceduralEffect.ChangeAgenda => detail.Item is { } item && now.Find(item) is { Phase: ItemPhase.Planned or ItemPhase.Postponed }
            && (detail.Before is not { } before || (before != item && now.Find(before) is not null)) ? null : new DetailMissing(),
        ProceduralEffect.LimitDebate => detail.Seconds is >= 10 and <= 3600 ? null : new DetailMissing(),
        ProceduralEffect.Postpone => detail.Until is { } until && until <= moment.At ? new DetailMissing() : Words(detail, needed: false),
        ProceduralEffect.Refer => Words(detail, needed: true),
        ProceduralEffect.Privilege or ProceduralEffect.OrdersOfTheDay => Words(detail, needed: false),
        ProceduralEffect.ReopenDebate => detail.Motion is { } motion && now.Find(motion) is { } settled && ProceduralOrder.CanReopen(settled) ? null : new DetailMissing(),
        ProceduralEffect.ReopenSpeakers => detail.List is { } list && now.Find(list) is { Phase: SpeakersListPhase.Closed } closed && ProceduralOrder.IsOnFloor(now, closed) ? null : new DetailMissing(),
        ProceduralEffect.SuspendRule => detail.Paragraph is { } article && now.Rules.Paragraphs.GetValueOrDefault(article) is { } paragraph && now.Binds(article)
            ? paragraph.Suspendable ? null : new NotSuspendable(article) { Article = article } : new DetailMissing(),
        ProceduralEffect.ResumeRule => detail.Paragraph is { } article && !now.Binds(article) ? null : new DetailMissing(),
        ProceduralEffect.OverruleChair => OfRuling(now, detail, RulingBody.Chair),
        ProceduralEffect.OverruleCredentials => OfRuling(now, detail, RulingBody.Credentials),
        ProceduralEffect.OpenMeeting or ProceduralEffect.AdjournMeeting or ProceduralEffect.OpenAgenda or ProceduralEffect.VoteAtOnce or ProceduralEffect.NextBusiness
            or ProceduralEffect.LayOnTable or ProceduralEffect.PostponeIndefinitely or ProceduralEffect.RejectConsideration or ProceduralEffect.CandidatesLeave or ProceduralEffect.OffRecord
            or ProceduralEffect.NoConfidence or ProceduralEffect.ObserversLeave or ProceduralEffect.ObserversReturn or ProceduralEffect.CountAgain => null,
    };

    private static Refusal? OfRuling(Proceedings now, ProceduralDetail detail, RulingBody body) =>
        detail.Ruling is { } id && now.Find(id) is { } ruling && Rulings.Open(now, body).Contains(ruling) ? null : new UnknownRuling();

    private static Refusal? Words(ProceduralDetail detail, bool needed) =>
        detail.Words is { } words ? Requires.Words(words, 500) : needed ? new WordsMissing() : null;
}

/// <summary>The procedural motion does not say what it is about, or what it names is not there.</summary>
public sealed record DetailMissing() : Refusal("procedural.detail");

/// <summary>The paragraph cannot be suspended.</summary>
public sealed record NotSuspendable(string Paragraph) : Refusal("procedural.not-suspendable", Paragraph);
