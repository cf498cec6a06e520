using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Bylaws;
using Ifmsa.Assembly.Core.Publication;

namespace Ifmsa.Assembly.Core.Journal;

/// <content>What the secretariat publishes.</content>
public sealed partial record Proceedings
{
    /// <summary>The bylaws in force; null where none are on file.</summary>
    public BylawsInForce? Bylaws { get; init; }

    /// <summary>How many resolutions each plenary has ever been given numbers for, whether or not they stand.</summary>
    public ImmutableDictionary<PlenaryId, int> ResolutionsNumbered { get; init; } = ImmutableDictionary<PlenaryId, int>.Empty;

    /// <summary>The parts of the assembly's public site that are open to anybody; none at first.</summary>
    public ImmutableSortedSet<SitePart> Published { get; init; } = [];
}
