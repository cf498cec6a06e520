using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Paper counted together for a block of members, whose single votes nobody knows.</summary>
/// <param name="Number">From 1 in its ballot.</param>
/// <param name="Members">Those who voted on it.</param>
/// <param name="Papers">How many papers were counted.</param>
/// <param name="Figures">Papers, or marks, per option.</param>
/// <param name="By">Who entered it.</param>
/// <param name="On">The device it was entered on.</param>
/// <param name="ConfirmedBy">Who entered the same a second time, not seeing the first.</param>
public sealed record PaperBlock(
    int Number, ImmutableHashSet<MemberId> Members, int Papers, ImmutableSortedDictionary<string, int> Figures, ParticipantId? By, DeviceId On, ParticipantId? ConfirmedBy = null)
{
    /// <summary>Whether it counts: two people have entered the same.</summary>
    public bool Counts => ConfirmedBy is not null;

    /// <summary>Never the figures.</summary>
    public override string ToString() => $"PaperBlock {Number}";
}

/// <summary>An officer enters what was counted on paper for a block of members that could not vote otherwise; it counts once a second has entered the same.</summary>
/// <param name="Ballot">The open ballot.</param>
/// <param name="Members">Those who voted on paper; none of them has a vote that counts.</param>
/// <param name="Papers">How many papers were counted.</param>
/// <param name="Figures">Papers, or marks, per option; a figure for each.</param>
[CommandKind("ballot.enter-paper", Who.Officer | Who.Desk | Who.Secretary | Who.Presiding)]
public sealed record EnterPaper(BallotId Ballot, ImmutableArray<MemberId> Members, int Papers, ImmutableSortedDictionary<string, int> Figures) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => PaperCounts.Taken(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Casting.Open(now, Ballot) is { } refusal)
            return refusal;
        var ballot = now.Ballots[Ballot];
        if (Members.IsDefaultOrEmpty || Members.Length > ballot.VotersOf.Count || Members.Distinct().Count() != Members.Length)
            return new MembersOfBlockNeeded();
        foreach (var member in Members)
        {
            if (!ballot.Includes(member))
                return Electors.WhyNot(now, ballot, member);
            if (ballot.VotersOf[member].Any(voter => ballot.IsOnPaper(voter)))
                return new CountedOnPaper(now.NameOf(member));
            if (ballot.VotersOf[member].Any(voter => ballot.Casts.GetValueOrDefault(voter) is { Counts: true }))
                return new VotedAlready(now.NameOf(member));
        }
        var electors = Members.SelectMany(member => ballot.VotersOf[member]).Select(voter => ballot.Electorate[voter]).ToList();
        // A member stands, and weighs, once: of paper nobody knows which are one member's.
        var undivided = ballot.Majority.Counting != CountedBy.Votes || ballot.Second is { Counting: not CountedBy.Votes };
        return electors.Select(elector => (elector.Votes, elector.Weight)).Distinct().Count() > 1 || (undivided && electors.Count > Members.Length) ? new BlockOfUnequals()
            : PaperCounts.Fault(ballot, electors.Count, Papers, Figures) is { } fault ? fault
            : new PaperEntered(Ballot, ballot.Papers.IsEmpty ? 1 : ballot.Papers.Keys.Last() + 1, Members, Papers, Figures, moment.By.Device, moment.By.Participant, moment.At);
    }

    /// <summary>Never the figures.</summary>
    public override string ToString() => $"EnterPaper {Ballot}";
}

/// <summary>Paper is counted for a block and waits for its second count.</summary>
[FactKind("ballot.paper-entered.v1")]
public sealed record PaperEntered(
    BallotId Ballot, int Number, ImmutableArray<MemberId> Members, int Papers, ImmutableSortedDictionary<string, int> Figures, DeviceId Device, ParticipantId? By, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Papers = ballot.Papers.SetItem(Number, new(Number, [.. Members], Papers, Figures.WithComparers(StringComparer.Ordinal), By, Device)),
        // What was entered for one of them and never confirmed gives way.
        Casts = ballot.Casts.RemoveRange(Members.SelectMany(member => ballot.VotersOf[member])),
    });

    /// <summary>Never the figures.</summary>
    public override string ToString() => $"PaperEntered {Ballot}";
}

/// <summary>A second officer enters the same block, not seeing the first count, and so confirms it.</summary>
[CommandKind("ballot.confirm-paper", Who.Officer | Who.Desk | Who.Secretary | Who.Presiding)]
public sealed record ConfirmPaper(BallotId Ballot, int Number, int Papers, ImmutableSortedDictionary<string, int> Figures) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => PaperCounts.Taken(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Casting.Open(now, Ballot) is { } refusal ? refusal
        : now.Ballots[Ballot].Papers.GetValueOrDefault(Number) switch
        {
            null or { Counts: true } => new NoPaperToConfirm(Number),
            { } block when block.By == moment.By.Participant || block.On == moment.By.Device => new SecondPersonNeeded(),
            { } block when block.Papers != Papers || !block.Figures.SequenceEqual(Figures.WithComparers(StringComparer.Ordinal)) => new PaperCountsDiffer(Number),
            _ => Decision.Of(Closing.WhenAllHaveVoted(now, now.Ballots[Ballot], moment, [new PaperConfirmed(Ballot, Number, moment.By.Participant, moment.At)])),
        };

    /// <summary>Never the figures.</summary>
    public override string ToString() => $"ConfirmPaper {Ballot}";
}

/// <summary>A block's paper counts.</summary>
[FactKind("ballot.paper-confirmed.v1")]
public sealed record PaperConfirmed(BallotId Ballot, int Number, ParticipantId? By, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Papers = ballot.Papers.SetItem(Number, ballot.Papers[Number] with { ConfirmedBy = By }),
    });
}

/// <summary>A block's paper is withdrawn, counted wrongly or for the wrong members; they vote again.</summary>
[CommandKind("ballot.withdraw-paper", Who.Officer | Who.Desk | Who.Secretary | Who.Presiding)]
public sealed record WithdrawPaper(BallotId Ballot, int Number) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => PaperCounts.Taken(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Casting.Open(now, Ballot) is { } refusal ? refusal
        : now.Ballots[Ballot].Papers.GetValueOrDefault(Number) switch
        {
            null => new NoPaperToConfirm(Number),
            // What two have confirmed is the chair's to put aside.
            { Counts: true } when !moment.By.Presides => new PaperStands(Number),
            _ => new PaperWithdrawn(Ballot, Number, moment.At),
        };
}

/// <summary>A block's paper is withdrawn.</summary>
[FactKind("ballot.paper-withdrawn.v1")]
public sealed record PaperWithdrawn(BallotId Ballot, int Number, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with { Papers = ballot.Papers.Remove(Number) });
}

/// <summary>Conditions that paper counts share.</summary>
internal static class PaperCounts
{
    public static Refusal? Taken(Proceedings now) => Entries.Taken(now);

    /// <summary>Why some figures cannot be a count of so many papers.</summary>
    public static Refusal? Fault(Ballot ballot, int electors, int papers, ImmutableSortedDictionary<string, int> figures)
    {
        if (figures.Count != ballot.Options.Length || ballot.Options.Any(option => !figures.Keys.Contains(option.Key, StringComparer.Ordinal)))
            return new FigureForEachOption();
        var marks = figures.Values.Sum(figure => (long)figure);
        return papers < 0 || papers > electors || figures.Values.Any(figure => figure < 0 || figure > papers) ? new MoreVotesThanEntitled(Math.Max(papers, marks), electors)
            : ballot.AtMost == 1 ? marks == papers ? null : new MarksAndPapersDiffer(marks, papers)
            : marks < papers || marks > (long)papers * ballot.AtMost ? new MarksAndPapersDiffer(marks, papers) : null;
    }
}

/// <summary>A block needs its members, each named once.</summary>
public sealed record MembersOfBlockNeeded() : Refusal("ballot.block-members");

/// <summary>Members counted together on paper have equally many votes.</summary>
public sealed record BlockOfUnequals() : Refusal("ballot.block-unequal");

/// <summary>There is no such block to confirm.</summary>
public sealed record NoPaperToConfirm(int Number) : Refusal("ballot.no-paper", Number);

/// <summary>The two counts differ; the block does not count until they agree.</summary>
public sealed record PaperCountsDiffer(int Number) : Refusal("ballot.paper-differs", Number);

/// <summary>The papers and the marks on them do not add up.</summary>
public sealed record MarksAndPapersDiffer(long Marks, int Papers) : Refusal("ballot.paper-sum", Marks, Papers);

/// <summary>A block entered once waits for its second count.</summary>
public sealed record PaperUnconfirmed(int Number) : Refusal("ballot.paper-unconfirmed", Number);

/// <summary>A block that two have confirmed is put aside by the chair alone.</summary>
public sealed record PaperStands(int Number) : Refusal("ballot.paper-stands", Number);
