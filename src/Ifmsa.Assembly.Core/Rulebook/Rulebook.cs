using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>The rules an assembly runs by, as versioned data; each rule with the article it comes from.</summary>
/// <param name="Id">Short name, such as <c>ifmsa</c>.</param>
/// <param name="Title">As people call it.</param>
/// <param name="Edition">Which text it restates.</param>
/// <param name="Notice">What must be checked before it is relied on.</param>
/// <param name="Regions">The regions members belong to, in the order the screen shows them.</param>
/// <param name="Rights">What each membership status may do.</param>
/// <param name="FirstPlenary">Who votes in plenary 1.</param>
/// <param name="Quorum">How many must be present.</param>
/// <param name="Majorities">Majorities by name.</param>
/// <param name="Decisions">Kinds of decision by name.</param>
/// <param name="Times">Countdowns and delays.</param>
public sealed record Rules(
    string Id,
    string Title,
    string Edition,
    string Notice,
    ImmutableArray<string> Regions,
    ImmutableDictionary<MemberStatus, StatusRights> Rights,
    FirstPlenaryRule FirstPlenary,
    QuorumRule Quorum,
    ImmutableDictionary<string, MajorityRule> Majorities,
    ImmutableDictionary<string, DecisionRule> Decisions,
    Times Times)
{
    /// <summary>The way of a motion.</summary>
    public MotionWay Way { get; init; } = MotionWay.Plain;

    /// <summary>Procedural motions by name.</summary>
    public ImmutableDictionary<string, ProceduralRule> Procedural { get; init; } = ImmutableDictionary<string, ProceduralRule>.Empty;

    /// <summary>How the floor is given.</summary>
    public SpeakingRule Speaking { get; init; } = SpeakingRule.Plain;

    /// <summary>Points of order and of information.</summary>
    public PointsRule Points { get; init; } = PointsRule.Plain;

    /// <summary>What offices take from a delegate's rights.</summary>
    public ImmutableDictionary<Duty, DutyRights> Duties { get; init; } = ImmutableDictionary<Duty, DutyRights>.Empty;

    /// <summary>How votes are taken; null where nothing says so.</summary>
    public VotingRule? Voting { get; init; }

    /// <summary>How votes are taken, whether or not the rulebook says so.</summary>
    internal VotingRule Polls => Voting ?? VotingRule.Plain;

    /// <summary>When a plenary's motions are announced; null where nothing says so.</summary>
    public NoticeRule? Announcements { get; init; }

    /// <summary>How many votes members have; null where each has one.</summary>
    public VotingTable? Votes { get; init; }

    /// <summary>When a member may have its vote cast by another; null where it may not.</summary>
    public ProxyRule? Proxies { get; init; }

    /// <summary>What the roll and the voting card mean for the vote; null where nothing says so.</summary>
    public RollRule? Roll { get; init; }

    /// <summary>Paragraphs by the article under which the other rules cite them.</summary>
    public ImmutableDictionary<string, Paragraph> Paragraphs { get; init; } = ImmutableDictionary<string, Paragraph>.Empty;

    /// <summary>The rule for a kind of decision, or null where the rulebook has none.</summary>
    public DecisionRule? Decision(string kind) => Decisions.GetValueOrDefault(kind);

    /// <summary>The majority a kind of decision needs.</summary>
    public MajorityRule MajorityFor(string kind) => Majorities[Decisions[kind].Majority];

    /// <summary>What is wrong with the rulebook, each with its place; empty when nothing is.</summary>
    public IEnumerable<RulebookFault> Faults() => RulebookFaults.Of(this);
}

/// <summary>What members of a status may do.</summary>
/// <param name="Article">The article that says so.</param>
/// <param name="Vote">Cast a vote.</param>
/// <param name="Propose">Propose a motion, second one, or object.</param>
/// <param name="Speak">Speak.</param>
public sealed record StatusRights(string Article, bool Vote, bool Propose, bool Speak);

/// <summary>Who votes and makes the quorum in plenary 1.</summary>
/// <param name="PreviousRights">Whether those with rights at the previous assembly do, whatever their status now.</param>
/// <param name="Article">The article that says so.</param>
public sealed record FirstPlenaryRule(bool PreviousRights, string Article);

/// <summary>How many members with voting rights must be present.</summary>
/// <param name="Numerator">Of the share.</param>
/// <param name="Denominator">Of the share.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Strict">Whether strictly more than the share must be present.</param>
public sealed record QuorumRule(int Numerator, int Denominator, string Article, bool Strict = false)
{
    /// <summary>The smallest number that makes the share of the entitled.</summary>
    public int Needed(int entitled) => Strict
        ? (int)((long)entitled * Numerator / Denominator) + 1
        : Math.Max(1, (int)(((long)entitled * Numerator + Denominator - 1) / Denominator));
}

/// <summary>How long things last, in seconds.</summary>
/// <param name="Seconders">The countdown when the chair asks for a seconder; 0 to 600.</param>
/// <param name="Negatives">The countdown when the chair asks for direct negatives; 0 to 600.</param>
/// <param name="Undo">How long chair and desk may undo; 0 to 600.</param>
/// <param name="TakeBack">How long a delegation may take back a second or an objection; 0 to 600.</param>
/// <param name="ChairSilence">After how long a silence the vice is offered the chair; 2 to 600.</param>
/// <param name="QuorumCall">How long a delegation waits before it calls for the quorum again while nobody has left; 0 to 600.</param>
public sealed record Times(int Seconders, int Negatives, int Undo, int TakeBack, int ChairSilence, int QuorumCall = 300);
