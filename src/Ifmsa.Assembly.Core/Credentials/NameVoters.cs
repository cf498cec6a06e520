using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Credentials;

/// <summary>The head names the delegates who cast the member's votes in elections, one vote each; the desk names them where the head cannot.</summary>
/// <param name="Voters">The delegates; none leaves the member the one vote of its card.</param>
/// <param name="For">The member, where the desk names them.</param>
[CommandKind("voters.name", Who.Head | Who.Desk)]
public sealed record NameVoters(ImmutableArray<ParticipantId> Voters, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Charter(now) ?? (now.Rules!.Votes?.Elections is { NamedVoters: true } ? null : new NoNamedVoters());

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (For is { } other && other != moment.By.Member && !moment.By.Is(Who.Desk))
            return new NotForOthers();
        if ((For ?? (moment.By.Is(Who.Head) ? moment.By.Member : null)) is not { } id || now.Find(id) is not { } member)
            return new UnknownMember();
        if (Voters.IsDefault)
            return new UnknownParticipant();
        var (votes, article) = (now.VotesOf(member, election: true), now.Rules!.Votes!.Elections!.Article);
        if (Voters.Length > votes)
            return new TooManyVoters(member.ShortName, votes) { Article = article };
        if (Voters.Distinct().Count() < Voters.Length)
            return new VoterTwice() { Article = article };
        foreach (var voter in Voters)
        {
            if (Roll.HolderFault(now, member, voter) is { } fault)
                return fault;
        }
        return new VotersNamed(id, [.. Voters]);
    }
}

/// <summary>A member has named the delegates who cast its votes in elections, from the next one on.</summary>
[FactKind("voters.named.v1", Reversible = true)]
public sealed record VotersNamed(MemberId Member, ImmutableArray<ParticipantId> Voters) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        NamedVoters = Voters.IsEmpty ? before.NamedVoters.Remove(Member) : before.NamedVoters.SetItem(Member, [.. Voters]),
    };
}

/// <summary>The rulebook knows no named voters.</summary>
public sealed record NoNamedVoters() : Refusal("voters.none-known");

/// <summary>A member names no more voters than it has votes in elections.</summary>
public sealed record TooManyVoters(string Member, int AtMost) : Refusal("voters.too-many", Member, AtMost);

/// <summary>A delegate casts one vote.</summary>
public sealed record VoterTwice() : Refusal("voters.twice");
