using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>When business will end at the pace so far.</summary>
/// <param name="ItemEnds">When the open item will; null where none is open.</param>
/// <param name="PlenaryEnds">When the plenary will.</param>
public sealed record Forecast(DateTimeOffset? ItemEnds, DateTimeOffset PlenaryEnds)
{
    /// <summary>How long a speech is taken to last until there was one.</summary>
    public static readonly TimeSpan Speech = TimeSpan.FromMinutes(2);

    /// <summary>How long a motion is taken to last until there was one.</summary>
    public static readonly TimeSpan Motion = TimeSpan.FromMinutes(4);

    /// <summary>How long a vote is taken to last until there was one.</summary>
    public static readonly TimeSpan Vote = TimeSpan.FromMinutes(2);

    /// <summary>How long an item is taken to last until there was one.</summary>
    public static readonly TimeSpan Item = TimeSpan.FromMinutes(10);

    /// <summary>What is to be expected at a time; null while no plenary is in session.</summary>
    public static Forecast? Of(Proceedings now, DateTimeOffset at)
    {
        if (now.Plenary is not { Phase: PlenaryPhase.InSession } plenary)
            return null;
        var open = at + Speeches(now, at) + Votes(now, at) + Motions(now, at);
        return new(now.Floor.Item is null ? null : open, ItemsToCome(now, plenary.Id).Aggregate(open, (end, item) => end + Of(now, item)));
    }

    /// <summary>The rest of the speech going on, and those that wait.</summary>
    private static TimeSpan Speeches(Proceedings now, DateTimeOffset at)
    {
        var rest = now.Floor.Speaking is { } speaking ? Rest(OfSpeech(now, speaking.Limit), speaking.SpokenBy(at)) : TimeSpan.Zero;
        return now.SpeechQueue.Aggregate(rest, (sum, waiting) =>
            sum + OfSpeech(now, SpeakingTime.OfSpeech(now, waiting.List is { } list ? now.Find(list) : null) is { } seconds ? TimeSpan.FromSeconds(seconds) : null));
    }

    /// <summary>As long as speeches have lasted, and no longer than the limit.</summary>
    private static TimeSpan OfSpeech(Proceedings now, TimeSpan? limit) =>
        now.Pace.Speeches.OrAbout(limit ?? Speech) is var usual && limit is { } most && most < usual ? most : usual;

    private static TimeSpan Votes(Proceedings now, DateTimeOffset at) =>
        now.RunningBallot is { } ballot ? Rest(now.Pace.Votes.OrAbout(Vote), at - ballot.OpenedAt) : TimeSpan.Zero;

    /// <summary>The motion before the plenary, and those that wait under the open item; a vote's time is in its motion's.</summary>
    private static TimeSpan Motions(Proceedings now, DateTimeOffset at)
    {
        var usual = now.Pace.Motions.OrAbout(Motion);
        var before = now.Floor.Motion is { } id && now.Motions[id] is { IsSettled: false, Phase: not MotionPhase.Voting }
            ? Rest(usual, now.Pace.Motion is { } begun && begun.Id == id ? at - begun.At : TimeSpan.Zero) : TimeSpan.Zero;
        return before + (now.Floor.Item is { } item ? usual * Waiting(now, item) : TimeSpan.Zero);
    }

    private static int Waiting(Proceedings now, ItemId item) => now.Motions.Values.Count(motion =>
        motion.Item == item && motion.Id != now.Floor.Motion && !motion.IsSettled && motion.Phase != MotionPhase.Draft && motion is { AlternativeTo: null, PutOffBy: null });

    /// <summary>Items of the plenary still to come, apart from those that only hold others.</summary>
    private static IEnumerable<AgendaItem> ItemsToCome(Proceedings now, PlenaryId plenary) => now.Items.Values.Where(item =>
        item.Plenary == plenary && item.Phase == ItemPhase.Planned && !now.Items.Values.Any(other => other.Parent == item.Id));

    private static TimeSpan Of(Proceedings now, AgendaItem item)
    {
        var (alone, motions) = (now.Pace.Items.OrAbout(Item), now.Pace.Motions.OrAbout(Motion) * Waiting(now, item.Id));
        return alone > motions ? alone : motions;
    }

    private static TimeSpan Rest(TimeSpan usual, TimeSpan used) => usual > used ? usual - used : TimeSpan.Zero;
}
