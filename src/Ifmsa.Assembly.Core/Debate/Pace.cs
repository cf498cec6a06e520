using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>How many there were of something, and how long they took together.</summary>
public sealed record Lap(int Count = 0, TimeSpan Total = default)
{
    /// <summary>How long one took, or an estimate while there was none.</summary>
    public TimeSpan OrAbout(TimeSpan estimate) => Count == 0 ? estimate : Total / Count;

    /// <summary>One more.</summary>
    internal Lap With(TimeSpan time) => new(Count + 1, Total + time);
}

/// <summary>What began, and when.</summary>
public sealed record Begun<TId>(TId Id, DateTimeOffset At)
    where TId : struct;

/// <summary>How long business has taken so far: a reckoning for forecasts, which no act rests on and no reversal puts back.</summary>
public sealed record Pace
{
    /// <summary>Items, from opening to closing.</summary>
    public Lap Items { get; init; } = new();

    /// <summary>Motions, from being put to being settled.</summary>
    public Lap Motions { get; init; } = new();

    /// <summary>Speeches.</summary>
    public Lap Speeches { get; init; } = new();

    /// <summary>Votes, from opening to the declared result.</summary>
    public Lap Votes { get; init; } = new();

    /// <summary>The item opened last.</summary>
    public Begun<ItemId>? Item { get; init; }

    /// <summary>The motion put last.</summary>
    public Begun<MotionId>? Motion { get; init; }

    /// <summary>The vote opened last.</summary>
    public Begun<BallotId>? Vote { get; init; }

    /// <summary>The reckoning after a fact; itself after most.</summary>
    internal Pace After(Entry entry, Proceedings before, Proceedings after)
    {
        var pace = entry.Fact switch
        {
            ItemOpened opened => this with { Item = new(opened.Item, entry.At) },
            ItemClosed closed when Item is { } item && item.Id == closed.Item => this with { Items = Items.With(entry.At - item.At), Item = null },
            ItemPostponed postponed when Item?.Id == postponed.Item => this with { Item = null },
            MotionPut put => this with { Motion = new(put.Motion, entry.At) },
            MotionTakenUp up => this with { Motion = new(up.Motion, entry.At) },
            BallotOpened opened => this with { Vote = new(opened.Ballot, entry.At) },
            ResultDeclared declared when Vote is { } vote && vote.Id == declared.Ballot => this with { Votes = Votes.With(entry.At - vote.At), Vote = null },
            _ => this,
        };
        if (!ReferenceEquals(before.Motions, after.Motions) && pace.Motion is { } motion && (after.Find(motion.Id)?.IsSettled ?? false))
            pace = pace with { Motions = pace.Motions.With(entry.At - motion.At), Motion = null };
        // A reversal may take a speech away; what was reckoned stays.
        return after.Spoken.Count > before.Spoken.Count ? pace with { Speeches = pace.Speeches.With(after.Spoken[^1].Time) } : pace;
    }
}
