using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>People for whom the same acts are in order: all that any act's order asks of a person. Equal classes, equal answers.</summary>
/// <param name="Roles">Their capacities.</param>
/// <param name="Status">The status of their member.</param>
/// <param name="Presence">Whether their member is in the hall.</param>
/// <param name="Stands">What else is so of them.</param>
/// <param name="Own">What their member has pending or has lost, in a word; empty for most.</param>
public sealed record ActorClass(Who Roles, MemberStatus? Status, Presence? Presence, Standings Stands, string Own);

/// <summary>What an act's order asks of a person and their member, besides capacities.</summary>
[Flags]
public enum Standings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The member has the right to vote.</summary>
    HasVote = 1 << 0,

    /// <summary>The member is in the electorate of the running ballot.</summary>
    InElectorate = 1 << 1,

    /// <summary>The motion before the plenary is the member's.</summary>
    Proposed = 1 << 2,

    /// <summary>The member has objected to it.</summary>
    Objected = 1 << 3,

    /// <summary>The person waits to speak on what is before the plenary.</summary>
    WaitsToSpeak = 1 << 4,

    /// <summary>The person waits to speak on something else.</summary>
    WaitsElsewhere = 1 << 15,

    /// <summary>The person has the floor.</summary>
    Speaks = 1 << 5,

    /// <summary>The member's card is out.</summary>
    CardOut = 1 << 6,

    /// <summary>The member's card is being handed over.</summary>
    CardOffered = 1 << 7,

    /// <summary>It is being handed to this person.</summary>
    CardOfferedToThem = 1 << 8,

    /// <summary>The person holds the member's card, forfeited or not.</summary>
    HoldsCard = 1 << 9,

    /// <summary>The chair is offered to the person.</summary>
    ChairOffered = 1 << 10,

    /// <summary>The person stands for a post.</summary>
    Nominee = 1 << 11,

    /// <summary>The member is asked whether it takes the pending amendment as friendly.</summary>
    AskedToAccept = 1 << 12,

    /// <summary>The immediately pending question is the member's.</summary>
    ProposedPending = 1 << 13,

    /// <summary>An alternative that is not the member's waits for a seconder.</summary>
    CanSecondAlternative = 1 << 14,
}

/// <summary>Tells the classes of a meeting's people apart; made once for a state, asked for each person.</summary>
public sealed class ActorClasses
{
    private readonly Proceedings _now;
    private readonly Dictionary<MemberId, List<string>> _own = [];
    private readonly HashSet<ParticipantId> _waiting;
    private readonly HashSet<ParticipantId> _elsewhere;
    private readonly HashSet<ParticipantId> _nominees;
    private readonly List<Motion> _unseconded;
    private readonly MemberId? _asked;
    private readonly MemberId? _pendingProposer;
    private readonly Motion? _motion;

    /// <summary>The classes of a state.</summary>
    public ActorClasses(Proceedings now)
    {
        _now = now;
        _motion = now.Floor.Motion is { } before ? now.Motions[before] : null;
        _waiting = [.. now.SpeechQueue.Where(now.IsInPlay).Select(speech => speech.Participant).OfType<ParticipantId>()];
        _elsewhere = [.. now.SpeechQueue.Where(speech => !now.IsInPlay(speech)).Select(speech => speech.Participant).OfType<ParticipantId>()];
        _nominees = [.. now.Elections.Values.Where(election => election.Phase == Elections.ElectionPhase.Open).SelectMany(election => election.Nominees)];
        _unseconded = _motion is null ? [] : [.. Alternatives.To(now, _motion.Id).Where(other => other.Phase == MotionPhase.AskingSecond)];
        if (now.Floor.Pending is { Amendment: { } amendment })
            (_asked, _pendingProposer) = (FriendlyAnswers.Asked(now, now.Amendments[amendment]), now.Amendments[amendment].Proposer);
        else if (now.Floor.Pending is { Procedural: { } procedural })
            _pendingProposer = now.Procedurals[procedural].Proposer;
        foreach (var motion in now.Procedurals.Values)
        {
            if (!motion.IsSettled)
                Has(motion.Proposer, "moves");
            else if (motion.Phase is ProceduralPhase.Defeated or ProceduralPhase.Unseconded)
                Has(motion.Proposer, $"lost {motion.Kind} {motion.On}");
        }
        foreach (var open in now.Amendments.Values.Where(each => !each.IsSettled))
            Has(open.Proposer, "amends");
        foreach (var motion in now.Motions.Values)
        {
            if (motion.Phase == MotionPhase.Draft)
                Has(motion.Proposer, "drafts");
            if (!motion.IsSettled)
                Has(motion.Proposer, "motions");
            if (motion.Phase is MotionPhase.Draft or MotionPhase.Submitted)
                motion.Invited.ForEach(member => Has(member, "invited"));
        }
        foreach (var point in Points.Pending(now).Where(point => point.Phase != PointPhase.Heard))
            Has(point.Member, "point");
        foreach (var ruling in now.Rulings.Values.Where(ruling => ruling.Opens && ruling.Plenary == now.CurrentPlenary))
            Has(ruling.Member, $"may {ruling.Allows}");
    }

    /// <summary>The class of a person.</summary>
    public ActorClass Of(Actor by)
    {
        var stands = by.Participant is { } person ? OfPerson(person) : Standings.None;
        if (by.Member is not { } id)
            return new(by.Roles, Status: null, Presence: null, stands, _now.Tablets.ContainsKey(by.Device) ? "tablet" : "");
        var member = _now.Members[id];
        var own = _own.TryGetValue(id, out var words) ? string.Join(';', words) : "";
        return new(by.Roles, member.Status, _now.PresenceOf(id), stands | OfMember(member) | OfCard(id, by), OfVote(by) is { } vote ? $"{own};{vote}" : own);
    }

    /// <summary>What the vote being taken asks of a person: whether they cast one in it, and why not; null where none is taken.</summary>
    private string? OfVote(Actor by)
    {
        if (_now.RunningBallot is not { } ballot)
            return null;
        // Asked for each of thousands: nearly all have one vote of their own, or a colleague who casts it.
        if (ballot.Called.IsEmpty && ballot.Objections.IsEmpty && _now.Tablets.IsEmpty && ballot.Electorate.TryGetValue(new(by.Member!.Value), out var plain) && plain.Holder is null && !ballot.HeldBy.ContainsKey(by.Member.Value))
            return by.Is(Who.CardHolder) ? "casts" : "card.needed";
        var castable = ballot.CastableBy(by).ToList();
        var refusal = castable.Count > 0 ? null : Ballots.Electors.WhyNot(_now, ballot, by);
        // The member's own name is the reader's; whatever else a refusal says tells classes apart.
        var because = refusal is null ? "" : $"{refusal.Code} {string.Join(' ', refusal.Arguments.Where(argument => !Equals(argument, _now.NameOf(by.Member!.Value))))}";
        return $"{(castable.Count > 0 ? "casts" : because)}{When(castable.Exists(voter => voter.Member == ballot.CalledNow), " called")}{When(castable.Count > 0 && castable.TrueForAll(ballot.Objections.ContainsKey), " objected")}{When(_now.Tablets.ContainsKey(by.Device), " tablet")}";

        static string When(bool so, string word) => so ? word : "";
    }

    private Standings OfPerson(ParticipantId person) =>
        When(_waiting.Contains(person), Standings.WaitsToSpeak)
        | When(_elsewhere.Contains(person), Standings.WaitsElsewhere)
        | When(_now.Floor.Speaking?.Speech.Participant == person, Standings.Speaks)
        | When(_now.Chairing.OfferedTo == person, Standings.ChairOffered)
        | When(_nominees.Contains(person), Standings.Nominee);

    private Standings OfMember(Member member) =>
        When(_now.HasVote(member), Standings.HasVote)
        | When(_now.RunningBallot?.Includes(member.Id) == true, Standings.InElectorate)
        | When(_motion?.IsOf(member.Id) == true, Standings.Proposed)
        | When(_motion?.Objections.Contains(member.Id) == true, Standings.Objected)
        | When(_asked == member.Id, Standings.AskedToAccept)
        | When(_pendingProposer == member.Id, Standings.ProposedPending)
        | When(_unseconded.Exists(other => other.Proposer != member.Id), Standings.CanSecondAlternative);

    private Standings OfCard(MemberId member, Actor by) => _now.Cards.GetValueOrDefault(member) is not { } card ? Standings.None
        : When(!card.Forfeited, Standings.CardOut)
        | When(card.OfferedTo is not null, Standings.CardOffered)
        | When(card.OfferedTo is { } to && to == by.Participant, Standings.CardOfferedToThem)
        | When(card.Holder == by.Participant, Standings.HoldsCard);

    private static Standings When(bool so, Standings standing) => so ? standing : Standings.None;

    private void Has(MemberId? member, string word)
    {
        if (member is not { } id)
            return;
        if (!_own.TryGetValue(id, out var own))
            _own[id] = own = [];
        if (!own.Contains(word))
            own.Add(word);
        own.Sort(StringComparer.Ordinal);
    }
}
