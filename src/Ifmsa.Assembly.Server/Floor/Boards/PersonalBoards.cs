using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Corrections;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>What concerns one person: who they are, their card, their vote.</summary>
public sealed record MineBoard(
    ParticipantId? Participant, string? Name, string? Label, MemberId? Member, string? MemberName, string? ShortName, bool Head,
    IReadOnlyList<Duty> Duties, Who Roles, bool Account, string? Word, bool Unbound, MyCard? Card, Presence? Presence,
    IReadOnlyDictionary<ParticipantId, ColleagueView> Colleagues, IReadOnlyList<string> Order, IReadOnlyList<MyVote>? Votes, SpeechId? Request,
    bool ChairOffered, bool Nominated, UndoView? Undo, TabletView? Tablet = null, VotersView? Voters = null)
{
    internal static MineBoard Of(View view, Actor by)
    {
        var now = view.Now;
        var word = BoardLists.WordOf(by.Device);
        if (by.Participant is not { } id || now.Find(id) is not { } person)
        {
            return new(
                Participant: null, Name: null, Label: null, Member: null, MemberName: null, ShortName: null, Head: false, [], by.Roles, Account: false,
                word, Unbound: (by.Roles & Who.Secretariat) == Who.None, Card: null, Presence: null, new Dictionary<ParticipantId, ColleagueView>(), [], Votes: null, Request: null,
                ChairOffered: false, Nominated: false, Undo: null, TabletView.Of(view, by));
        }
        var card = person.Member is { } member && now.Cards.TryGetValue(member, out var out_) ? out_ : null;
        var colleagues = person.Member is { } delegation ? view.Joined[delegation].Where(other => other.Id != id).ToList() : [];
        return new(
            id, view.Snapshot.NameOf(person), view.LabelOf(person), person.Member,
            person.Member is { } own ? now.Members[own].Name : null, view.ShortName(person.Member), person.Head,
            [.. person.Duties.AsDuties()], by.Roles, person.Account is not null,
            person.Device == by.Device ? word : null, Unbound: false,
            card is null ? null : new(card.Holder, view.NameOf(card.Holder), card.Holder == id, card.OfferedTo, card.OfferedTo is { } to ? view.NameOf(to) : null, card.OfferedTo == id, card.Forfeited),
            person.Member is { } mine ? now.PresenceOf(mine) : null,
            colleagues.ToDictionary(other => other.Id, other => new ColleagueView(view.LabelOf(other), view.Snapshot.NameOf(other))),
            BoardLists.Order(colleagues.Select(other => other.Id)),
            MyVote.Of(view, by),
            now.SpeechQueue.Find(speech => speech.Participant == id)?.Id,
            now.Chairing.OfferedTo == id,
            now.IsNominee(id),
            UndoOf(view, id),
            TabletView.Of(view, by),
            VotersView.Of(now, person));
    }

    private static UndoView? UndoOf(View view, ParticipantId person)
    {
        // The newest act of theirs, while it can be undone; the page lets it fade when its time is over.
        var act = view.Acts.FirstOrDefault(act => act.By.Participant == person);
        return act is not null && act.Stands(view.Now) ? new(act.Sequence, act.Kind, act.At.AddSeconds(Reversals.SecondsToUndo(view.Now, act))) : null;
    }
}

/// <summary>The voting card of one's member.</summary>
public sealed record MyCard(ParticipantId Holder, string HolderName, bool Mine, ParticipantId? OfferedTo, string? OfferedToName, bool OfferedToMe, bool Forfeited);

/// <summary>A colleague who has joined.</summary>
public sealed record ColleagueView(string Label, string? Name);

/// <summary>An act that can be undone until a time.</summary>
public sealed record UndoView(long Act, string Key, DateTimeOffset Until);

/// <summary>What is in order now for somebody of this class, and why the rest is not.</summary>
/// <param name="Acts">Acts by their command's kind.</param>
/// <param name="Procedurals">Procedural motions by their name in the rulebook, with what each needs.</param>
/// <param name="ProceduralOrder">Those, the highest rank first, and those against the chair last.</param>
public sealed record OrderBoard(IReadOnlyDictionary<string, ActView> Acts, IReadOnlyDictionary<string, ProceduralActView> Procedurals, IReadOnlyList<string> ProceduralOrder)
{
    internal static OrderBoard Of(View view, Actor by)
    {
        var procedurals = view.Now.ProceduralsInOrder(by).ToList();
        return new(
            view.Now.InOrder(by).ToDictionary(row => row.Act.Kind, row => Say(view, by, row.Because), StringComparer.Ordinal),
            procedurals.ToDictionary(row => row.Kind, row => new ProceduralActView(row.Rule.Title, row.Rule.Effect, ActRule.Of(view.Now, row.Rule), Say(view, by, row.Because)), StringComparer.Ordinal),
            [.. procedurals.Select(row => row.Kind)]);
    }

    private static ActView Say(View view, Actor by, Refusal? because) => because is null ? ActView.Allowed
        : new(InOrder: false, because.Code, view.Texts.TextForClass(because, view.ShortName(by.Member)), because.Article);
}

/// <summary>A procedural motion as it can be moved, or why it cannot.</summary>
public sealed record ProceduralActView(string Title, ProceduralEffect Effect, ActRule Rule, ActView Order);

/// <summary>What a procedural motion needs.</summary>
/// <param name="Rank">Its rank; absent where it stands outside the order.</param>
/// <param name="Second">Whether it needs a seconder.</param>
/// <param name="Debate">Whether it can be debated.</param>
/// <param name="Amend">Whether it can be amended.</param>
/// <param name="DecidedBy">By whom it is decided.</param>
/// <param name="Majority">The majority it needs, as people call it.</param>
/// <param name="Article">The article that says so.</param>
public sealed record ActRule(int? Rank, bool Second, bool Debate, bool Amend, DecidedBy DecidedBy, string? Majority, string Article)
{
    internal static ActRule Of(Proceedings now, ProceduralRule rule) => new(
        rule.Rank, rule.Seconder, rule.Debate, rule.Amend, rule.DecidedBy, rule.Majority is { } majority ? now.Rules!.Majorities[majority].Title : null, rule.Article);
}

/// <summary>Whether an act is in order, and why not.</summary>
public sealed record ActView(bool InOrder, string? Code, string? Why, string? Article)
{
    internal static ActView Allowed { get; } = new(InOrder: true, Code: null, Why: null, Article: null);
}
