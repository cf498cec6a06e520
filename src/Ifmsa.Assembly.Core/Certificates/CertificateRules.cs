using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Certificates;

/// <summary>By what somebody counts as having attended a plenary.</summary>
public enum AttendedBy
{
    /// <summary>Their delegation was present by the roll, or they are known to have been there themselves.</summary>
    Delegation,

    /// <summary>They held the card, had the chair, or their badge was scanned.</summary>
    Card,

    /// <summary>Their badge was scanned.</summary>
    Badge,
}

/// <summary>A number of plenaries or sessions, or a share of all that were held.</summary>
/// <param name="Count">How many, or how many of a hundred.</param>
/// <param name="Percent">Whether it is a share.</param>
public readonly record struct Amount(int Count, bool Percent)
{
    /// <summary>Whether so many of all are enough; without any there is no share of them.</summary>
    public bool IsReached(int attended, int all) => all > 0 && (Percent ? (long)attended * 100 >= (long)Count * all : attended >= Count);
}

/// <summary>Who gets a certificate.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>What somebody is certified under this condition; nothing where it is not met.</summary>
    internal abstract IEnumerable<Award> AwardsOf(Proceedings now, Participant person, string kind);
}

/// <summary>Those who attended enough plenaries.</summary>
public sealed record Attending(Amount AtLeast, AttendedBy By) : Condition
{
    internal override IEnumerable<Award> AwardsOf(Proceedings now, Participant person, string kind)
    {
        var (held, attended) = (now.PlenariesHeld.Count(), now.PlenariesHeld.Count(plenary => WasAt(now, person, plenary.Id)));
        return AtLeast.IsReached(attended, held) ? [new(person.Id, kind, Attended: attended, Of: held)] : [];
    }

    private bool WasAt(Proceedings now, Participant person, PlenaryId plenary) =>
        now.Sessions.Values.Any(session => session.Plenary == plenary && session.Scanned.Contains(person.Id))
        || (By != AttendedBy.Badge && (now.Deeds.ContainsKey(new(DeedKind.HeldCard, person.Id.Value, plenary)) || now.Deeds.ContainsKey(new(DeedKind.Presided, person.Id.Value, plenary))))
        || (By == AttendedBy.Delegation && person.Member is { } member && now.Deeds.ContainsKey(new(DeedKind.MemberPresent, member.Value, plenary)));
}

/// <summary>Those whose badge was scanned at enough sessions.</summary>
public sealed record AtSessions(Amount AtLeast) : Condition
{
    internal override IEnumerable<Award> AwardsOf(Proceedings now, Participant person, string kind) =>
        AtLeast.IsReached(now.Sessions.Values.Count(session => session.Scanned.Contains(person.Id)), now.Sessions.Count) ? [new(person.Id, kind)] : [];
}

/// <summary>Those who had one of these duties at any time; a certificate for each.</summary>
public sealed record Holding(ImmutableArray<Duty> Duties) : Condition
{
    internal override IEnumerable<Award> AwardsOf(Proceedings now, Participant person, string kind) =>
        Duties.Where(duty => now.Deeds.ContainsKey(new(DeedKind.HeldDuty, person.Id.Value, Duty: duty))).Select(duty => new Award(person.Id, kind, $"duty:{duty}"));
}

/// <summary>Those who had the chair of enough plenaries.</summary>
public sealed record Presiding(Amount AtLeast) : Condition
{
    internal override IEnumerable<Award> AwardsOf(Proceedings now, Participant person, string kind)
    {
        var (held, presided) = (now.PlenariesHeld.Count(), now.PlenariesHeld.Count(plenary => now.Deeds.ContainsKey(new(DeedKind.Presided, person.Id.Value, plenary.Id))));
        return AtLeast.IsReached(presided, held) ? [new(person.Id, kind, Attended: presided, Of: held)] : [];
    }
}

/// <summary>Those who held a session; a certificate for each.</summary>
public sealed record Facilitating : Condition
{
    internal override IEnumerable<Award> AwardsOf(Proceedings now, Participant person, string kind) =>
        now.Sessions.Values.Where(session => session.Facilitators.Contains(person.Id)).OrderBy(session => session.Starts).ThenBy(session => session.Title, StringComparer.Ordinal)
            .Select(session => new Award(person.Id, kind, session.Title)).Distinct();
}

/// <summary>Those who were elected; a certificate for each post.</summary>
public sealed record BeingElected : Condition
{
    internal override IEnumerable<Award> AwardsOf(Proceedings now, Participant person, string kind) =>
        now.Elections.Values.Where(election => election.Winner == person.Id).OrderBy(election => election.Title, StringComparer.Ordinal).Select(election => new Award(person.Id, kind, election.Title)).Distinct();
}

/// <summary>Everybody registered.</summary>
public sealed record BeingRegistered : Condition
{
    internal override IEnumerable<Award> AwardsOf(Proceedings now, Participant person, string kind) => [new(person.Id, kind)];
}

/// <summary>Those who meet any of several conditions; one certificate.</summary>
public sealed record AnyOf(ImmutableArray<Condition> Conditions) : Condition
{
    internal override IEnumerable<Award> AwardsOf(Proceedings now, Participant person, string kind) =>
        Conditions.Any(condition => condition.AwardsOf(now, person, kind).Any()) ? [new(person.Id, kind)] : [];
}

/// <summary>A kind of certificate: what it says, and who gets it.</summary>
/// <param name="Kind">By which it is asked for.</param>
/// <param name="Title">What stands above the name.</param>
/// <param name="Text">What stands below it.</param>
/// <param name="Who">Who gets it.</param>
public sealed record CertificateRule(string Kind, string Title, string Text, Condition Who)
{
    /// <summary>The blanks a text may have.</summary>
    public static ImmutableArray<string> Blanks { get; } = ["{attended}", "{plenaries}", "{subject}", "{assembly}"];

    /// <summary>What people are to be certified, in the order of their badges; a screen is nobody.</summary>
    public IEnumerable<Award> Awards(Proceedings now) =>
        now.Participants.Values.Where(person => (person.Duties & Journal.Who.Screen) == 0)
            .OrderBy(person => now.BadgeNumbers.GetValueOrDefault(person.Id)).ThenBy(person => person.Id.Value)
            .SelectMany(person => Who.AwardsOf(now, person, Kind));
}
