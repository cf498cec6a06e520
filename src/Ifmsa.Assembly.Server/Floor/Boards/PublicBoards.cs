using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>A sentence of the message files, with what fills its places.</summary>
public sealed record Sentence(string Key, IReadOnlyDictionary<string, string> Args);

/// <summary>The assembly, its plenaries and what happens now.</summary>
public sealed record PlenaryBoard(
    string Assembly, string Zone, IReadOnlyList<string> Languages, DateOnly Starts, DateOnly Ends, string Venue,
    IReadOnlyDictionary<PlenaryId, PlenaryRow> Plenaries, IReadOnlyList<string> Order, PlenaryId? Current, Sentence Sentence,
    QuorumView? Quorum, PresidingView? Presiding, ChairOfferView? ChairOffer, bool ChairSilent, DateTimeOffset? RecessUntil,
    HallCall? HallCall, Countdown? Countdown, IReadOnlyDictionary<string, string> Decisions, bool ObserversOut, IReadOnlyList<string> OnMembers, IReadOnlyList<string> OnBylaws)
{
    /// <summary>What those see on whom the doors are shut: the assembly and its programme.</summary>
    internal static PlenaryBoard Closed(View view) => Of(view) with
    {
        Sentence = new("closedSession", new Dictionary<string, string>(StringComparer.Ordinal)), Quorum = null, HallCall = null, Countdown = null, RecessUntil = null,
    };

    internal static PlenaryBoard Of(View view)
    {
        var now = view.Now;
        var plenary = now.Plenary;
        return new(
            now.Charter!.Name, now.Charter.Zone, now.Charter.Languages, now.Charter.Starts, now.Charter.Ends, now.Charter.Venue,
            now.Plenaries.Values.ToDictionary(row => row.Id, row => new PlenaryRow(
                row.Number, row.Venue, row.Starts, row.Ends, row.Phase, row.OpenedAt, row.AdjournedAt, row.AgendaAdopted,
                row.Signatures.Where(signed => signed.Value.Stands(now.MinutesOf(row.Id))).ToDictionary(signed => signed.Key, signed => view.NameOf(signed.Key)))
            {
                Minutes = now.MinutesOf(row.Id).Phase is var phase and not (MinutesPhase.Draft or MinutesPhase.Reviewed) ? phase : null,
            }),
            BoardLists.Order(now.Plenaries.Values.OrderBy(row => row.Number).Select(row => row.Id)),
            now.CurrentPlenary,
            Happening.Of(view),
            plenary is { Phase: not (PlenaryPhase.Planned or PlenaryPhase.Adjourned) } && now.Quorum is var quorum
                ? new(quorum.Present, quorum.Entitled, quorum.Needed, quorum.Met, plenary.QuorumQuestioned, quorum.Article) : null,
            now.Chairing.Presiding is { } presiding ? new(presiding, view.NameOf(presiding), DutyOf(now, presiding)) : null,
            now.Chairing.OfferedTo is { } to ? new(to, view.NameOf(to)) : null,
            now.Chairing.Silent,
            plenary is { Phase: PlenaryPhase.Recess } ? plenary.RecessUntil : null,
            now.Floor.HallCall,
            now.Floor.Countdown,
            now.Rules!.Decisions.ToDictionary(rule => rule.Key, rule => rule.Value.Title, StringComparer.Ordinal),
            now.Floor.ObserversOut,
            [.. now.Rules.Decisions.Where(rule => rule.Value.Effect == Core.Rulebook.DecisionEffect.Membership).Select(rule => rule.Key).Order(StringComparer.Ordinal)],
            [.. now.Rules.Decisions.Where(rule => now.Bylaws is not null && rule.Value.Effect == Core.Rulebook.DecisionEffect.Bylaws).Select(rule => rule.Key).Order(StringComparer.Ordinal)]);
    }

    private static Duty DutyOf(Proceedings now, ParticipantId presiding) => (now.Participants[presiding].Duties & Who.Chair) != Who.None ? Duty.Chair
        : (now.Participants[presiding].Duties & Who.ViceChair) != Who.None ? Duty.ViceChair : Duty.Executive;
}

/// <summary>A plenary on the programme.</summary>
public sealed record PlenaryRow(
    int Number, string Venue, DateTimeOffset Starts, DateTimeOffset Ends, PlenaryPhase Phase, DateTimeOffset? OpenedAt, DateTimeOffset? AdjournedAt,
    bool AgendaAdopted, IReadOnlyDictionary<ParticipantId, string> SignedBy)
{
    /// <summary>How far its minutes have come; absent until members can read them.</summary>
    public MinutesPhase? Minutes { get; init; }
}

/// <summary>The quorum as it stands.</summary>
public sealed record QuorumView(int Present, int Entitled, int Needed, bool Met, bool Questioned, string Article);

/// <summary>Who has the chair.</summary>
public sealed record PresidingView(ParticipantId Participant, string Name, Duty Duty);

/// <summary>To whom the chair is offered.</summary>
public sealed record ChairOfferView(ParticipantId To, string Name);

/// <summary>The agenda, in reading order.</summary>
public sealed record AgendaBoard(IReadOnlyDictionary<ItemId, ItemRow> Items, IReadOnlyList<string> Order, ItemId? Current, ItemId? Next)
{
    internal static AgendaBoard Of(View view)
    {
        var now = view.Now;
        var rows = now.Plenaries.Values.OrderBy(plenary => plenary.Number).Select(plenary => (PlenaryId?)plenary.Id).Append(null)
            .SelectMany(plenary => now.AgendaInOrder(plenary).Where(row => row.Item.Plenary == plenary))
            .DistinctBy(row => row.Item.Id)
            .ToList();
        return new(
            rows.ToDictionary(row => row.Item.Id, row => new ItemRow(row.Number, row.Item.Title, row.Item.Phase, row.Item.Parent, row.Item.Plenary, row.Depth)),
            BoardLists.Order(rows.Select(row => row.Item.Id)),
            now.Floor.Item,
            now.CurrentPlenary is null ? null : ItemSteps.Next(now)?.Id);
    }
}

/// <summary>An item of the agenda.</summary>
public sealed record ItemRow(string Number, string Title, ItemPhase Phase, ItemId? Parent, PlenaryId? Plenary, int Depth);

/// <summary>Member organisations.</summary>
public sealed record MembersBoard(IReadOnlyDictionary<MemberId, MemberView> Members, IReadOnlyList<string> Order, IReadOnlyList<string> Regions)
{
    internal static MembersBoard Of(View view) => new(
        view.Now.Members.Values.ToDictionary(member => member.Id, member => new MemberView(
            member.Name, member.ShortName, member.Country, member.Region, member.Status, member.Standing, view.Now.HasVote(member))),
        BoardLists.Order(view.Alphabetical),
        view.Now.Rules!.Regions);
}

/// <summary>A member organisation.</summary>
public sealed record MemberView(string Name, string ShortName, string Country, string Region, MemberStatus Status, Standing Standing, bool Votes);

/// <summary>Who is in the hall; a member not listed has not been heard of.</summary>
public sealed record PresenceBoard(IReadOnlyDictionary<MemberId, PresenceView> Members)
{
    internal static PresenceBoard Of(View view) => new(
        view.Now.Presences.ToDictionary(
            pair => pair.Key,
            pair => new PresenceView(pair.Value, view.Now.Cards.GetValueOrDefault(pair.Key) is { Forfeited: false })));
}

/// <summary>Whether a member is in the hall, and its card out.</summary>
public sealed record PresenceView(Presence Presence, bool Card);

/// <summary>Elections.</summary>
public sealed record ElectionsBoard(IReadOnlyDictionary<ElectionId, ElectionView> Elections, IReadOnlyList<string> Order, ElectionId? Current)
{
    internal static ElectionsBoard Of(View view) => new(
        view.Now.Elections.Values.ToDictionary(election => election.Id, election => new ElectionView(
            election.Title, election.Decision, election.Duty, election.Item, election.Phase,
            election.Nominees.ToDictionary(id => id, id => new NomineeView(
                view.NameOf(id), view.ShortName(view.Now.Participants[id].Member), view.Now.Participants[id].Account is not null)),
            BoardLists.Order(election.Nominees), election.Winner)),
        BoardLists.Order(view.Now.Elections.Values.OrderBy(election => election.Title, StringComparer.Ordinal).Select(election => election.Id)),
        view.Now.Floor.Election);
}

/// <summary>An election.</summary>
public sealed record ElectionView(
    string Title, string Decision, Duty? Duty, ItemId? Item, ElectionPhase Phase, IReadOnlyDictionary<ParticipantId, NomineeView> Nominees, IReadOnlyList<string> Order, ParticipantId? Winner);

/// <summary>A nominee.</summary>
public sealed record NomineeView(string Name, string? Member, bool Account);

/// <summary>The journal's head, as the screen and the papers show it.</summary>
public sealed record HeadBoard(long Sequence, string Head)
{
    internal static HeadBoard Of(View view) => new(view.Now.Sequence, view.Snapshot.Head[..8]);
}
