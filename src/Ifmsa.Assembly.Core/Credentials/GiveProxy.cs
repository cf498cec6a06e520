using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Credentials;

/// <summary>The journal's hold on a letter kept beside it.</summary>
/// <param name="Id">By which the journal names it.</param>
/// <param name="Sha256">SHA-256(salt ‖ bytes), in lower-case hexadecimal.</param>
public sealed record LetterDigest(LetterId Id, string Sha256);

/// <summary>A member's vote given to another, until the member is in the hall.</summary>
/// <param name="From">The member represented.</param>
/// <param name="Holder">The member that casts its vote.</param>
/// <param name="Letter">The letter that says so.</param>
public sealed record Proxy(MemberId From, MemberId Holder, LetterDigest? Letter);

/// <summary>The desk, with a member's letter before it, has another cast its vote where the rulebook allows it.</summary>
[CommandKind("proxy.give", Who.Desk)]
public sealed record GiveProxy(MemberId From, MemberId Holder, LetterDigest? Letter = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? (now.Rules!.Proxies is null ? new NoProxies() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        var rule = now.Rules!.Proxies!;
        if (now.Find(From) is not { } from || now.Find(Holder) is not { } holder)
            return new UnknownMember();
        if (From == Holder)
            return new ProxyForItself(from.ShortName) { Article = rule.Article };
        if (new[] { from, holder }.FirstOrDefault(member => !now.HasVote(member)) is { } voteless)
            return new ProxyWithoutVote(voteless.ShortName) { Article = rule.Article };
        if (now.PresenceOf(From) == Presence.Present)
            return new RepresentedIsPresent(from.ShortName) { Article = rule.Article };
        if (now.Cards.GetValueOrDefault(From) is { Forfeited: true })
            return new CardForfeited(from.ShortName) { Article = now.Rules.Roll?.Forfeit };
        if (now.Proxies.GetValueOrDefault(From) is { } standing)
            return new ProxyGivenAlready(from.ShortName, now.NameOf(standing.Holder)) { Article = rule.Article };
        if (now.Proxies.Values.Count(proxy => proxy.Holder == Holder) >= rule.PerHolder)
            return new TooManyProxies(holder.ShortName, rule.PerHolder) { Article = rule.Article };
        if (Letter is null)
            return rule.Letter ? new LetterMissing(from.ShortName) { Article = rule.Article } : new ProxyGiven(From, Holder, Letter: null);
        if (Letter.Sha256 is not { Length: 64 } || !Letter.Sha256.All(char.IsAsciiHexDigitLower))
            return new LetterMissing(from.ShortName) { Article = rule.Article };
        // A letter speaks for one member, once.
        return now.Letters.ContainsKey(Letter.Id) ? new LetterUsed() : new ProxyGiven(From, Holder, Letter);
    }
}

/// <summary>A member's vote is cast by another, from the next vote on.</summary>
[FactKind("proxy.given.v1", Reversible = true)]
public sealed record ProxyGiven(MemberId From, MemberId Holder, LetterDigest? Letter) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Proxies = before.Proxies.SetItem(From, new(From, Holder, Letter)),
        Letters = Letter is null ? before.Letters : before.Letters.SetItem(Letter.Id, From),
    };
}

/// <summary>The desk ends a proxy, as when the member takes it back.</summary>
[CommandKind("proxy.end", Who.Desk)]
public sealed record EndProxy(MemberId From) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? (now.Proxies.IsEmpty ? new NoSuchProxy() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Proxies.ContainsKey(From) ? new ProxyEnded(From) : new NoSuchProxy();
}

/// <summary>A proxy is over, from the next vote on.</summary>
[FactKind("proxy.ended.v1", Reversible = true)]
public sealed record ProxyEnded(MemberId From) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Proxies = before.Proxies.Remove(From) };
}

/// <summary>The rulebook knows no proxies.</summary>
public sealed record NoProxies() : Refusal("proxy.none-known");

/// <summary>No proxy of the member stands.</summary>
public sealed record NoSuchProxy() : Refusal("proxy.unknown");

/// <summary>A proxy goes to another member.</summary>
public sealed record ProxyForItself(string Member) : Refusal("proxy.itself", Member);

/// <summary>Both members need the right to vote.</summary>
public sealed record ProxyWithoutVote(string Member) : Refusal("proxy.no-vote", Member);

/// <summary>Whoever is in the hall casts its own vote.</summary>
public sealed record RepresentedIsPresent(string Member) : Refusal("proxy.present", Member);

/// <summary>The member's vote is given already.</summary>
public sealed record ProxyGivenAlready(string Member, string Holder) : Refusal("proxy.given", Member, Holder);

/// <summary>The holder represents as many members as it may.</summary>
public sealed record TooManyProxies(string Holder, int AtMost) : Refusal("proxy.too-many", Holder, AtMost);

/// <summary>A proxy needs the member's letter on file.</summary>
public sealed record LetterMissing(string Member) : Refusal("proxy.letter-missing", Member);

/// <summary>The letter has been used for a proxy.</summary>
public sealed record LetterUsed() : Refusal("proxy.letter-used");

/// <summary>No such letter is kept here.</summary>
public sealed record LetterNotOnFile() : Refusal("proxy.letter-not-on-file");
