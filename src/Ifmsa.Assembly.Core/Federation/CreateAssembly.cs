using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>The secretariat calls an assembly into being, under a rulebook.</summary>
[CommandKind("assembly.create", Who.Secretariat)]
public sealed record CreateAssembly(Charter Charter, Rules Rules) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Charter is null ? null : new IdTaken();

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Charters.Fault(Charter) is { } wrong ? wrong
        : Rules.Faults().FirstOrDefault() is { } fault ? new FaultyRulebook(fault.ToString())
        : new AssemblyCreated(Charter, Rules);
}

/// <summary>The assembly exists, under these rules.</summary>
[FactKind("assembly.created.v1")]
public sealed record AssemblyCreated(Charter Charter, Rules Rules) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Charter = Charter, Rules = Rules };
}

/// <summary>The secretariat corrects name, dates, venue, zone or languages.</summary>
[CommandKind("assembly.amend", Who.Secretariat)]
public sealed record AmendCharter(Charter Charter) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Charters.Fault(Charter) is { } fault ? fault : new CharterAmended(Charter);
}

/// <summary>Name, dates, venue, zone or languages changed.</summary>
[FactKind("assembly.amended.v1", Reversible = true)]
public sealed record CharterAmended(Charter Charter) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Charter = Charter };
}

/// <summary>What makes a charter faulty.</summary>
internal static class Charters
{
    public static Refusal? Fault(Charter charter) =>
        Requires.Line(charter.Name, 200) ?? Requires.Line(charter.Venue, 200) ??
        (charter.Ends < charter.Starts ? new EndsBeforeStart()
        : !TimeZoneInfo.TryFindSystemTimeZoneById(charter.Zone, out _) ? new UnknownZone(charter.Zone)
        : charter.Languages is not { IsDefaultOrEmpty: false, Length: <= 10 } || charter.Languages.Any(tag => tag is not { Length: >= 2 and <= 35 }) ? new UnknownLanguages()
        : null);
}

/// <summary>The rulebook cannot be used.</summary>
public sealed record FaultyRulebook(string Place) : Refusal("rulebook.faulty", Place);

/// <summary>The end lies before the start.</summary>
public sealed record EndsBeforeStart() : Refusal("dates.reversed");

/// <summary>The time zone is none of the IANA's.</summary>
public sealed record UnknownZone(string Zone) : Refusal("zone.unknown", Zone);

/// <summary>One to ten language tags are needed.</summary>
public sealed record UnknownLanguages() : Refusal("languages.unknown");
