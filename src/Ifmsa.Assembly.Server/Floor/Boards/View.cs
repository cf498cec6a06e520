using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ifmsa.Assembly.Core.Corrections;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Rooms;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>What boards are projected from: one committed snapshot, and the words to say it in.</summary>
public sealed record View(
    Snapshot Snapshot, RefusalTexts Texts, Sentences Sentences, Reach Reach, MinutesBook Minutes, ImmutableDictionary<MemberId, DelegationRoom>? Rooms = null)
{
    /// <summary>How many of the newest acts pages offer to undo or correct.</summary>
    private const int NewestActs = 20;

    private readonly Lazy<ILookup<MemberId, Participant>> _joined = new(() => Snapshot.Now.Participants.Values
        .Where(person => person.Member is not null && (person.Device is not null || person.Account is not null))
        .OrderBy(person => person.Seat)
        .ToLookup(person => person.Member!.Value));

    private readonly Lazy<ActorClasses> _classes = new(() => new(Snapshot.Now));

    private readonly Lazy<IReadOnlyList<ReversibleAct>> _newestActs = new(() => [.. Newest(Snapshot.Now.ReversibleActs)]);

    // Sorting by the rules of language is slow and the list seldom changes: one order serves until it does.
    private static readonly ConditionalWeakTable<ImmutableDictionary<MemberId, Member>, IReadOnlyList<MemberId>> Alphabets = [];

    /// <summary>The proceedings.</summary>
    public Proceedings Now => Snapshot.Now;

    /// <summary>Members by short name.</summary>
    public IReadOnlyList<MemberId> Alphabetical => Alphabets.GetValue(Now.Members, static members =>
        [.. members.Values.OrderBy(member => member.ShortName, StringComparer.InvariantCultureIgnoreCase).Select(member => member.Id)]);

    /// <summary>The people of each delegation who have joined, by seat; found once for all boards of a round.</summary>
    public ILookup<MemberId, Participant> Joined => _joined.Value;

    /// <summary>The classes of people for whom the same acts are in order; told apart once for all boards of a round.</summary>
    public ActorClasses Classes => _classes.Value;

    /// <summary>The newest acts that can be undone or corrected, newest first.</summary>
    public IReadOnlyList<ReversibleAct> Acts => _newestActs.Value;

    private static IEnumerable<ReversibleAct> Newest(ImmutableSortedDictionary<long, ReversibleAct> acts) =>
        acts.Values.TakeLast(NewestActs).Reverse();

    /// <summary>A person's name where known, else their seat.</summary>
    public string NameOf(ParticipantId id) => Now.Find(id) is { } person ? Snapshot.NameOf(person) ?? LabelOf(person) : "";

    /// <summary>A person's seat in words, such as “Head of IFMSA-Spain”.</summary>
    public string LabelOf(Participant person) => person switch
    {
        { Erased: true } => Sentences.Say("person.erased"),
        { Member: { } member, Head: true } => Sentences.Say("person.head", Now.NameOf(member)),
        { Member: { } member, Seat: > 0 } => Sentences.Say("person.delegate", person.Seat, Now.NameOf(member)),
        { Member: { } member } => Now.NameOf(member),
        _ => Sentences.Say("person.unnamed"),
    };

    /// <summary>The private room of somebody's delegation; never another's.</summary>
    public DelegationRoom RoomOf(Actor by) => by.Member is { } member ? Rooms?.GetValueOrDefault(member) ?? DelegationRoom.Empty : DelegationRoom.Empty;

    /// <summary>A member's short name, or absent.</summary>
    public string? ShortName(MemberId? member) => member is { } id ? Now.NameOf(id) : null;
}

/// <summary>From which connections of a person something was heard, and when; kept in memory, never in the journal.</summary>
/// <param name="Version">Rises with each change.</param>
/// <param name="Heard">Per member: whether one of its people was heard within five seconds, or is connected at all.</param>
/// <param name="Chair">Whether the presiding person's device is heard.</param>
public sealed record Reach(long Version, IReadOnlyDictionary<MemberId, ReachState> Heard, ReachState Chair)
{
    /// <summary>Before anything was heard.</summary>
    public static Reach Nothing { get; } = new(0, new Dictionary<MemberId, ReachState>(), ReachState.None);
}

/// <summary>How well a delegation can be reached.</summary>
public enum ReachState
{
    /// <summary>No device of it is connected.</summary>
    None,

    /// <summary>A device is connected and silent.</summary>
    Silent,

    /// <summary>Heard from within five seconds.</summary>
    Heard,
}

/// <summary>A list on a board: things by id, and their order.</summary>
public static class BoardLists
{
    /// <summary>The ids in order, as a board carries them.</summary>
    public static IReadOnlyList<string> Order<T>(IEnumerable<T> ids)
        where T : struct => [.. ids.Select(id => id.ToString()!)];

    /// <summary>The words under which the desk recognises a phone: two of 64, from the device's id.</summary>
    public static string WordOf(DeviceId device)
    {
        var bytes = System.Security.Cryptography.SHA256.HashData(device.Value.ToByteArray());
        var (first, second) = (bytes[0] % Words.Length, bytes[1] % (Words.Length - 1));
        // Never the same word twice: a reader would take it for a slip.
        return $"{Words[first]} {Words[second < first ? second : second + 1]}";
    }

    // Short, unlike each other in sound and spelling, known to most who speak some English.
    private static readonly string[] Words =
    [
        "apple", "bread", "chair", "dance", "eagle", "flame", "grape", "horse", "igloo", "jewel", "koala", "lemon", "music", "night", "ocean", "piano",
        "queen", "river", "snake", "tiger", "uncle", "violin", "water", "yacht", "zebra", "anchor", "banana", "candle", "desert", "engine", "forest", "garden",
        "hammer", "island", "jacket", "kitten", "ladder", "market", "needle", "orange", "pencil", "rabbit", "saddle", "temple", "umbra", "valley", "window", "yellow",
        "bridge", "cloud", "drum", "feather", "glove", "honey", "iron", "jungle", "kettle", "lamp", "mirror", "nest", "olive", "pepper", "ring", "ship",
    ];
}
