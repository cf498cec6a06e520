using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Corrections;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>The state of a meeting: a pure fold of its journal.</summary>
public sealed partial record Proceedings
{
    /// <summary>The assembly.</summary>
    public required AssemblyId Id { get; init; }

    /// <summary>The last fact's sequence; 0 before the first.</summary>
    public long Sequence { get; init; }

    /// <summary>The last fact's time.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Name, dates and venue; null before the first fact.</summary>
    public Charter? Charter { get; init; }

    /// <summary>The rules in force; null before the first fact.</summary>
    public Rules? Rules { get; init; }

    /// <summary>Member organisations.</summary>
    public ImmutableDictionary<MemberId, Member> Members { get; init; } = ImmutableDictionary<MemberId, Member>.Empty;

    /// <summary>People.</summary>
    public ImmutableDictionary<ParticipantId, Participant> Participants { get; init; } = ImmutableDictionary<ParticipantId, Participant>.Empty;

    /// <summary>Whose each bound device is.</summary>
    public ImmutableDictionary<DeviceId, ParticipantId> Devices { get; init; } = ImmutableDictionary<DeviceId, ParticipantId>.Empty;

    /// <summary>Whose each account is.</summary>
    public ImmutableDictionary<AccountId, ParticipantId> Accounts { get; init; } = ImmutableDictionary<AccountId, ParticipantId>.Empty;

    /// <summary>Devices that ask the desk to be somebody's.</summary>
    public ImmutableDictionary<DeviceId, DeviceRequest> DeviceRequests { get; init; } = ImmutableDictionary<DeviceId, DeviceRequest>.Empty;

    /// <summary>Voting cards given out in the current plenary.</summary>
    public ImmutableDictionary<MemberId, Card> Cards { get; init; } = ImmutableDictionary<MemberId, Card>.Empty;

    /// <summary>Who is in the hall in the current plenary.</summary>
    public ImmutableDictionary<MemberId, Presence> Presences { get; init; } = ImmutableDictionary<MemberId, Presence>.Empty;

    /// <summary>Reports of the credentials committee.</summary>
    public ImmutableDictionary<ReportId, CredentialsReport> Reports { get; init; } = ImmutableDictionary<ReportId, CredentialsReport>.Empty;

    /// <summary>The report that is the register of who votes; null where there is none.</summary>
    public ReportId? Register { get; init; }

    /// <summary>What the plenary has decided on members, by the motion that did.</summary>
    public ImmutableDictionary<MotionId, Membership> Memberships { get; init; } = ImmutableDictionary<MotionId, Membership>.Empty;

    /// <summary>Votes given to another member, by the member represented.</summary>
    public ImmutableDictionary<MemberId, Proxy> Proxies { get; init; } = ImmutableDictionary<MemberId, Proxy>.Empty;

    /// <summary>For which member each letter has been used.</summary>
    public ImmutableDictionary<LetterId, MemberId> Letters { get; init; } = ImmutableDictionary<LetterId, MemberId>.Empty;

    /// <summary>The delegates who cast each member's votes in elections, where it has named them.</summary>
    public ImmutableDictionary<MemberId, ImmutableArray<ParticipantId>> NamedVoters { get; init; } = ImmutableDictionary<MemberId, ImmutableArray<ParticipantId>>.Empty;

    /// <summary>Plenary sessions.</summary>
    public ImmutableDictionary<PlenaryId, Plenary> Plenaries { get; init; } = ImmutableDictionary<PlenaryId, Plenary>.Empty;

    /// <summary>The plenary whose roll has been called last.</summary>
    public PlenaryId? CurrentPlenary { get; init; }

    /// <summary>Items of the agenda.</summary>
    public ImmutableDictionary<ItemId, AgendaItem> Items { get; init; } = ImmutableDictionary<ItemId, AgendaItem>.Empty;

    /// <summary>The order of items among their siblings.</summary>
    public ImmutableList<ItemId> ItemOrder { get; init; } = [];

    /// <summary>Motions.</summary>
    public ImmutableDictionary<MotionId, Motion> Motions { get; init; } = ImmutableDictionary<MotionId, Motion>.Empty;

    /// <summary>The highest number a motion was ever given, whether or not it was taken back; 0 before the first.</summary>
    public int LastMotionNumber { get; init; }

    /// <summary>Amendments.</summary>
    public ImmutableDictionary<AmendmentId, Amendment> Amendments { get; init; } = ImmutableDictionary<AmendmentId, Amendment>.Empty;

    /// <summary>Procedural motions.</summary>
    public ImmutableDictionary<ProceduralId, ProceduralMotion> Procedurals { get; init; } = ImmutableDictionary<ProceduralId, ProceduralMotion>.Empty;

    /// <summary>Rulings of the chair and of the credentials committee.</summary>
    public ImmutableDictionary<RulingId, Ruling> Rulings { get; init; } = ImmutableDictionary<RulingId, Ruling>.Empty;

    /// <summary>Points of order and of information.</summary>
    public ImmutableDictionary<PointId, Point> Points { get; init; } = ImmutableDictionary<PointId, Point>.Empty;

    /// <summary>Speakers' lists.</summary>
    public ImmutableDictionary<SpeakersListId, SpeakersList> SpeakersLists { get; init; } = ImmutableDictionary<SpeakersListId, SpeakersList>.Empty;

    /// <summary>Paragraphs that do not bind, by their article, until they are resumed or the assembly ends.</summary>
    public ImmutableSortedSet<string> SuspendedRules { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Until when motions are taken in writing; null where no deadline is set.</summary>
    public DateTimeOffset? SubmissionDeadline { get; init; }

    /// <summary>Elections.</summary>
    public ImmutableDictionary<ElectionId, Election> Elections { get; init; } = ImmutableDictionary<ElectionId, Election>.Empty;

    /// <summary>Ballots.</summary>
    public ImmutableDictionary<BallotId, Ballot> Ballots { get; init; } = ImmutableDictionary<BallotId, Ballot>.Empty;

    /// <summary>Whose vote each shared tablet takes in the ballot being taken.</summary>
    public ImmutableDictionary<DeviceId, TabletUnlock> Tablets { get; init; } = ImmutableDictionary<DeviceId, TabletUnlock>.Empty;

    /// <summary>Requests to speak, in order.</summary>
    public ImmutableList<Speech> SpeechQueue { get; init; } = [];

    /// <summary>The secretary's remarks, and the entries they belong to.</summary>
    public ImmutableDictionary<MatterId, long> Remarks { get; init; } = ImmutableDictionary<MatterId, long>.Empty;

    /// <summary>The ids of all erasable words there ever were; none is used again, though its words be replaced or erased.</summary>
    public ImmutableHashSet<MatterId> Matters { get; init; } = [];

    /// <summary>What is before the plenary.</summary>
    public Floor Floor { get; init; } = new();

    /// <summary>Who has the chair.</summary>
    public Chairing Chairing { get; init; } = new();

    /// <summary>Acts that can be undone or corrected, by the sequence of their first fact.</summary>
    public ImmutableSortedDictionary<long, ReversibleAct> ReversibleActs { get; init; } = ImmutableSortedDictionary<long, ReversibleAct>.Empty;

    /// <summary>Whether rules of procedure are waived, as a ruling does for one act while it is decided upon.</summary>
    internal bool Waives { get; init; }

    /// <summary>The refusal, unless it comes from a rule of procedure and those are waived.</summary>
    internal Refusal? Rule(Refusal? refusal) => Waives && refusal is RuleRefusal ? null : refusal;

    /// <summary>The state before anything has happened.</summary>
    public static Proceedings Before(AssemblyId id) => new() { Id = id };

    /// <summary>The state of a whole journal.</summary>
    public static Proceedings Of(AssemblyId id, IEnumerable<Entry> journal) => journal.Aggregate(Before(id), (now, entry) => now.After(entry));

    /// <summary>Decides on a command: whether this person may give it, whether it is in order, and then on its content.</summary>
    public Decision Decide(Command command, Moment moment)
    {
        var entry = Catalogue.Of(command);
        var ruling = Rulings.IsEmpty ? null : Debate.Rulings.Allowing(this, entry.Kind, moment.By, entry.Names(command) ?? moment.By.Member);
        var decision = (moment.By.Is(entry.Who) ? entry.Order(this, moment.By) : new NotYours(entry.Kind, entry.Who)) is { } refusal ? refusal : command.DecideOn(this, moment);
        if (ruling is null || decision.Refusal is not RuleRefusal)
            return decision;
        var lenient = this with { Waives = true };
        var allowed = entry.Order(lenient, moment.By) is { } still ? still : command.DecideOn(lenient, moment);
        return allowed.Refusal is null ? Decision.Of([.. allowed.Facts, new Debate.RulingUsed(ruling.Id, Sequence + 1)]).With(allowed.Matters).Erasing(allowed.Erased) : allowed;
    }

    /// <summary>The state after a fact.</summary>
    public Proceedings After(Entry entry)
    {
        var after = entry.Fact.ApplyTo(this) with { Sequence = entry.Sequence, At = entry.At };
        after = after.Witness(entry, this);
        var pace = Pace.After(entry, this, after);
        return (ReferenceEquals(pace, Pace) ? after : after with { Pace = pace }).Remember(entry, this);
    }
}
