using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>How long somebody may speak: the least of the speech's own limit, what is left for the side, and what is left for the delegation in this plenary.</summary>
public static class SpeakingTime
{
    /// <summary>The limit of a speech that begins now, in seconds; null for none. Refused where nothing is left; then the limit is the speech's own.</summary>
    internal static Refusal? Of(Proceedings now, Speech speech, out int? seconds)
    {
        var rule = now.Rules!.Speaking;
        var list = speech.List is { } id ? now.Find(id) : null;
        seconds = OfSpeech(now, list);
        if (!now.Binds(rule.Article))
            return null;
        foreach (var left in new[] { LeftForSide(now, list, speech.Side), LeftForDelegation(now, speech.Member) })
        {
            if (left is <= 0)
            {
                seconds = OfSpeech(now, list);
                return new NoTimeLeft { Article = rule.Article };
            }
            if (left is { } some && (seconds is not { } least || some < least))
                seconds = some;
        }
        return null;
    }

    /// <summary>A speech's own limit on a list, or without one; null for none.</summary>
    public static int? OfSpeech(Proceedings now, SpeakersList? list)
    {
        var motion = list is null ? now.Floor.Motion : list.Motion;
        // What the plenary has decided for a motion goes before what the chair set for the list.
        var seconds = (motion is { } id ? now.Find(id)?.SpeechSeconds : null) ?? list?.Seconds ?? now.Rules!.Speaking.Seconds;
        return seconds > 0 ? seconds : null;
    }

    /// <summary>What is left of a list for one side, in seconds; null without a limit.</summary>
    public static int? LeftForSide(Proceedings now, SpeakersList? list, Side? side) => list is { SideSeconds: > 0 and var limit } && side is not null
        ? limit - Seconds(now.Spoken.Where(done => done.Speech.List == list.Id && done.Speech.Side == side))
        : null;

    /// <summary>What is left for a delegation in this plenary, in seconds; null without a limit.</summary>
    public static int? LeftForDelegation(Proceedings now, MemberId? member) => now.Rules!.Speaking.DelegationSeconds is > 0 and var limit && member is not null
        ? limit - Seconds(now.Spoken.Where(done => done.Speech.Member == member && done.Plenary == now.CurrentPlenary))
        : null;

    private static int Seconds(IEnumerable<SpeechDone> speeches) => (int)Math.Ceiling(speeches.Sum(done => done.Time.TotalSeconds));
}

/// <summary>The time of the side, or of the delegation, is used up.</summary>
public sealed record NoTimeLeft() : RuleRefusal("speech.no-time");
