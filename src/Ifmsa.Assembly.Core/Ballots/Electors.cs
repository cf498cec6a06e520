using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Who votes in a ballot, with how many votes, and by whom they are cast.</summary>
public static class Electors
{
    /// <summary>The electorate of a ballot opened now, by short name: members present with the right to vote, and those represented by one of them.</summary>
    /// <param name="now">The proceedings.</param>
    /// <param name="decision">The kind of decision.</param>
    /// <param name="election">Whether it is an election, with its own votes and voters.</param>
    /// <param name="concerned">The member whose membership it is about, where it is about one.</param>
    public static ImmutableArray<Elector> For(Proceedings now, string decision, bool election, MemberId? concerned)
    {
        var excluded = now.Rules!.Decision(decision) is { ExcludesConcerned: true } ? concerned : null;
        var present = now.Electorate.Where(member => member.Id != excluded).ToDictionary(member => member.Id);
        var represented =
            from proxy in now.Rules.Proxies is { } rule && rule.Decisions.Contains(decision, StringComparer.Ordinal) ? now.Proxies.Values : []
            where proxy.From != excluded && present.ContainsKey(proxy.Holder) && now.PresenceOf(proxy.From) != Presence.Present
            let member = now.Members[proxy.From]
            where now.HasVote(member) && now.Cards.GetValueOrDefault(member.Id) is not { Forfeited: true }
            select (Member: member, Holder: (MemberId?)proxy.Holder);
        return
        [
            .. present.Values.Select(member => (Member: member, Holder: (MemberId?)null)).Concat(represented)
                .OrderBy(row => row.Member.ShortName, StringComparer.Ordinal)
                .SelectMany(row => Of(now, row.Member, row.Holder, election)),
        ];
    }

    /// <summary>What majorities can be a share of in a ballot opened now.</summary>
    public static Extents Extents(Proceedings now, ImmutableArray<Elector> electorate, bool election)
    {
        return new(Extent.Of(electorate), Extent.Of(now.Members.Values.Where(now.HasVote).SelectMany(Rows)), Extent.Of(now.Members.Values.SelectMany(Rows)));

        IEnumerable<Elector> Rows(Member member) => Of(now, member, holder: null, election);
    }

    /// <summary>Why somebody has no vote in a ballot: what is so of their member, and the rule it comes from.</summary>
    public static Refusal WhyNot(Proceedings now, Ballot ballot, Actor by) =>
        by.Member is { } member ? WhyNot(now, ballot, member, by.Participant) : new NoVotingCard();

    /// <summary>Why a member, or one of its delegates, has no vote in a ballot.</summary>
    public static Refusal WhyNot(Proceedings now, Ballot ballot, MemberId id, ParticipantId? person = null)
    {
        if (now.Find(id) is not { } member)
            return new UnknownMember();
        var rules = now.Rules!;
        if (ballot.VotersOf.TryGetValue(id, out var voters))
        {
            return voters[0].Person is null && ballot.Electorate[voters[0]].Holder is null ? new NoVotingCard()
                : ballot.Electorate[voters[0]].Holder is { } holder ? new CastByProxy(ballot.Number, member.ShortName, now.NameOf(holder)) { Article = rules.Proxies?.Article }
                : new NotNamedVoter(ballot.Number, member.ShortName) { Article = rules.Votes?.Elections?.Article };
        }
        if (rules.Decision(ballot.Decision) is { ExcludesConcerned: true } decision && ballot.Concerned == id)
            return new ConcernedHasNoVote(member.ShortName, decision.Title) { Article = decision.Article };
        if (!now.HasVote(member))
            return WithoutVote(now, member);
        if (now.Cards.GetValueOrDefault(id) is { Forfeited: true })
            return new CardForfeited(member.ShortName) { Article = rules.Roll?.Forfeit };
        return now.PresenceOf(id) == Presence.Present
            ? new CameAfterOpening(ballot.Number, member.ShortName) { Article = rules.Roll?.Article }
            : new NotPresentToVote(member.ShortName) { Article = rules.Roll?.Article };
    }

    /// <summary>The member whose membership a vote is about; null where it is about none.</summary>
    public static MemberId? Concerned(Proceedings now, MotionId? motion, AmendmentId? amendment = null) =>
        (motion ?? (amendment is { } id ? now.Amendments[id].Motion : null)) is { } about ? now.Motions[about].Membership?.Member : null;

    private static Refusal WithoutVote(Proceedings now, Member member) => now switch
    {
        { VotesByPreviousRights: true } => new NoPreviousRights(member.ShortName) { Article = now.Rules!.FirstPlenary.Article },
        _ when now.RegisterOf(member) is { Vote: false } row => row.Reason is { } reason
            ? new NotInRegisterBecause(member.ShortName, reason) { Article = Register.Article(now) } : new NotInRegister(member.ShortName) { Article = Register.Article(now) },
        _ when !now.Rules!.Rights[member.Status].Vote => new StatusWithoutVote(member.ShortName, member.Status) { Article = now.Rules.Rights[member.Status].Article },
        _ => new StandingWithoutVote(member.ShortName, member.Standing) { Article = now.Rules!.Rights[member.Status].Article },
    };

    /// <summary>A member's rows: one, or one for each voter it has named.</summary>
    private static IEnumerable<Elector> Of(Proceedings now, Member member, MemberId? holder, bool election)
    {
        var weight = member.Weight is > 1 ? member.Weight : null;
        var votes = now.VotesOf(member, election);
        if (!election || now.Rules!.Votes?.Elections is not { NamedVoters: true })
            return [new(member.Id, votes, holder, Person: null, weight)];
        // One vote for each delegate: where none is named, or another member votes for them, the one of the voting card.
        return holder is null && now.NamedVoters.TryGetValue(member.Id, out var voters) ? voters.Take(votes).Select(voter => new Elector(member.Id, 1, Holder: null, voter, weight))
            : [new(member.Id, 1, holder, Person: null, weight)];
    }
}

/// <summary>The member's vote is cast by another in this ballot, as it stood at its opening.</summary>
public sealed record CastByProxy(int Number, string Member, string Holder) : Refusal("vote.by-proxy", Number, Member, Holder);

/// <summary>The member's votes in this election belong to the delegates it has named.</summary>
public sealed record NotNamedVoter(int Number, string Member) : Refusal("vote.not-named", Number, Member);

/// <summary>The member concerned has no vote on its own membership.</summary>
public sealed record ConcernedHasNoVote(string Member, string Decision) : Refusal("vote.concerned", Member, Decision);

/// <summary>In plenary 1 those vote that had the right at the previous assembly.</summary>
public sealed record NoPreviousRights(string Member) : Refusal("vote.no-previous-rights", Member);

/// <summary>The register of the credentials committee gives the member no vote.</summary>
public sealed record NotInRegister(string Member) : Refusal("vote.not-in-register", Member);

/// <summary>The same, with the reason the committee gives.</summary>
public sealed record NotInRegisterBecause(string Member, string Reason) : Refusal("vote.not-in-register-because", Member, Reason);

/// <summary>Members of this status do not vote.</summary>
public sealed record StatusWithoutVote(string Member, MemberStatus Status) : Refusal("vote.status", Member, Status);

/// <summary>The member's standing takes its vote.</summary>
public sealed record StandingWithoutVote(string Member, Standing Standing) : Refusal("vote.standing", Member, Standing);

/// <summary>The member was not in the hall by the roll.</summary>
public sealed record NotPresentToVote(string Member) : Refusal("vote.not-present", Member);

/// <summary>The member came after the ballot was opened.</summary>
public sealed record CameAfterOpening(int Number, string Member) : Refusal("vote.too-late", Number, Member);
