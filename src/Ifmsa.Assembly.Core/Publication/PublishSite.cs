using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Publication;

/// <summary>A part of the public site of an assembly.</summary>
public enum SitePart
{
    /// <summary>The agenda of each plenary.</summary>
    Agenda,

    /// <summary>The plenaries as a calendar.</summary>
    Calendar,

    /// <summary>Declared results.</summary>
    Results,

    /// <summary>The book of resolutions.</summary>
    Resolutions,

    /// <summary>The bylaws with adopted changes.</summary>
    Bylaws,
}

/// <summary>The secretariat opens parts of the public site to anybody.</summary>
[CommandKind("site.publish", Who.Secretariat)]
public sealed record PublishSite(ImmutableArray<SitePart> Parts) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Parts.IsDefaultOrEmpty || Parts.Length > SiteParts.AtMost || Parts.Any(part => !Enum.IsDefined(part)))
            return new NoSuchSitePart();
        ImmutableArray<SitePart> anew = [.. Parts.Distinct().Where(part => !now.Published.Contains(part)).Order()];
        return anew.IsEmpty ? new SiteIsSo() : new SitePublished(anew);
    }
}

/// <summary>Parts of the public site are open.</summary>
[FactKind("site.published.v1")]
public sealed record SitePublished(ImmutableArray<SitePart> Parts) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Published = before.Published.Union(Parts) };
}

/// <summary>The secretariat closes parts of the public site.</summary>
[CommandKind("site.withdraw", Who.Secretariat)]
public sealed record WithdrawSite(ImmutableArray<SitePart> Parts) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Parts.IsDefaultOrEmpty || Parts.Length > SiteParts.AtMost || Parts.Any(part => !Enum.IsDefined(part)))
            return new NoSuchSitePart();
        ImmutableArray<SitePart> open = [.. Parts.Distinct().Where(now.Published.Contains).Order()];
        return open.IsEmpty ? new SiteIsSo() : new SiteWithdrawn(open);
    }
}

/// <summary>Parts of the public site are closed; what others have copied stays with them.</summary>
[FactKind("site.withdrawn.v1")]
public sealed record SiteWithdrawn(ImmutableArray<SitePart> Parts) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Published = before.Published.Except(Parts) };
}

/// <summary>Bounds of what is asked at once.</summary>
internal static class SiteParts
{
    public const int AtMost = 20;
}

/// <summary>The site has no such part.</summary>
public sealed record NoSuchSitePart() : Refusal("site.unknown-part");

/// <summary>The parts are as they were asked to be.</summary>
public sealed record SiteIsSo() : Refusal("site.is-so");
