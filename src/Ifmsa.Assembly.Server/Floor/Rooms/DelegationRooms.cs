using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Server.Floor.Rooms;

/// <summary>
/// The private rooms of one assembly's delegations, in memory and nowhere else: no journal, no log, no backup ever holds what is said in them.
/// Whatever concerns a ballot is deleted with the fact that declares or voids it.
/// </summary>
public sealed class DelegationRooms(AssemblyId assembly)
{
    /// <summary>How many mandates a delegation may note beforehand.</summary>
    public const int MostMandates = 200;

    /// <summary>How many characters their notes may have in all; with the roll of members it bounds the whole.</summary>
    public const int MostCharacters = 20_000;

    private readonly Lock _lock = new();
    private volatile ImmutableDictionary<MemberId, DelegationRoom> _rooms = ImmutableDictionary<MemberId, DelegationRoom>.Empty;
    private Proceedings _now = Proceedings.Before(assembly);
    private long _version;

    /// <summary>All rooms in which something is said, as they stand.</summary>
    public ImmutableDictionary<MemberId, DelegationRoom> Now => _rooms;

    /// <summary>Begins empty, at the state that a replay gave.</summary>
    public void Begin(Proceedings now)
    {
        lock (_lock)
            _now = now;
    }

    /// <summary>Takes a delegate's advice in place of what they advised before; why not, otherwise.</summary>
    public Refusal? Take(Credential credential, Advice advice)
    {
        lock (_lock)
        {
            var (now, by) = (_now, _now.ActorOf(credential));
            if (advice.WhyNot(now, by) is { } refusal)
                return refusal;
            var (member, person) = (by.Member!.Value, by.Participant!.Value);
            var room = RoomOf(member).On(advice.Ballot);
            // Never more than there are delegates: whoever has left the delegation no longer counts in it.
            var others = room.Advice.RemoveRange(room.Advice.Keys.Where(other => other == person || now.Find(other)?.Member != member));
            Put(member, room with { Advice = advice.Options.IsEmpty ? others : others.Add(person, advice with { Options = [.. advice.Options.Distinct(StringComparer.Ordinal)] }) });
            return null;
        }
    }

    /// <summary>Notes the mandate from home in place of an earlier one on the same question; why not, otherwise.</summary>
    public Refusal? Take(Credential credential, Mandate mandate)
    {
        lock (_lock)
        {
            var (now, by) = (_now, _now.ActorOf(credential));
            if (mandate.WhyNot(now, by) is { } refusal)
                return refusal;
            var (member, noted) = (by.Member!.Value, mandate.Option is null ? null : new NotedMandate(mandate, by.Participant!.Value));
            var room = RoomOf(member);
            room = mandate switch
            {
                { Ballot: { } ballot } => room.On(ballot) with { Mandate = noted },
                { Motion: { } motion } when noted is null => room with { Mandates = room.Mandates.Remove(motion) },
                { Motion: { } motion } => room with { Mandates = room.Mandates.SetItem(motion, noted) },
                _ => room,
            };
            if (room.Mandates.Count > MostMandates || room.Characters > MostCharacters)
                return new RoomIsFull(MostMandates);
            Put(member, room);
            return null;
        }
    }

    /// <summary>The gavel falls: deletes what the committed facts have decided. On the writer's loop, before anybody sees those facts.</summary>
    public void Committed(Proceedings now, IReadOnlyList<Entry> entries)
    {
        lock (_lock)
        {
            var before = _now;
            _now = now;
            if (_rooms.IsEmpty)
                return;
            var (was, running) = (before.RunningBallot?.Id, now.RunningBallot?.Id);
            // A cast, like most of what is committed, decides nothing.
            if (was == running && ReferenceEquals(before.Motions, now.Motions))
                return;
            var decided = Decided(now, entries);
            var retaken = entries.Any(entry => entry.Fact is BallotVoided voided && voided.Ballot == was) && IsSameQuestion(before.RunningBallot, now.RunningBallot);
            foreach (var (member, room) in _rooms)
            {
                var gone = room.Mandates.Keys.Where(motion => decided.Contains(motion) || now.Motions.GetValueOrDefault(motion) is not { } about || !Mandate.IsOpen(about)).ToList();
                // A vote that opens leaves rooms as they are: the ballot comes first to every phone, and nothing is to be made with it.
                var left = room.Ballot is null || room.Ballot == running ? room : retaken && room.Mandate is not null ? room.On(running) with { Mandate = room.Mandate } : room.On(ballot: null);
                Put(member, gone.Count == 0 ? left : left with { Mandates = left.Mandates.RemoveRange(gone) });
            }
        }
    }

    /// <summary>The motions whose vote is declared, or void and not retaken at once.</summary>
    private static HashSet<MotionId> Decided(Proceedings now, IReadOnlyList<Entry> entries)
    {
        var decided = new HashSet<MotionId>();
        foreach (var entry in entries)
        {
            var ballot = entry.Fact switch
            {
                ResultDeclared declared => now.Find(declared.Ballot),
                BallotVoided voided when now.Find(voided.Ballot) is { } old && !(now.RunningBallot is { } again && again.Motion == old.Motion) => old,
                _ => null,
            };
            if (ballot?.Motion is { } motion)
                decided.Add(motion);
            decided.UnionWith(ballot?.Options.Select(option => option.Motion).OfType<MotionId>() ?? []);
        }
        return decided;
    }

    private static bool IsSameQuestion(Ballot? old, Ballot? again) => old is not null && again is not null
        && (old.Title, old.Motion, old.Election, old.Amendment, old.Procedural) == (again.Title, again.Motion, again.Election, again.Amendment, again.Procedural);

    private DelegationRoom RoomOf(MemberId member) => _rooms.GetValueOrDefault(member, DelegationRoom.Empty);

    private void Put(MemberId member, DelegationRoom room)
    {
        if (room.IsEmpty)
            _rooms = _rooms.Remove(member);
        else if (!_rooms.TryGetValue(member, out var before) || !ReferenceEquals(before, room))
            _rooms = _rooms.SetItem(member, room with { Version = ++_version });
    }
}
