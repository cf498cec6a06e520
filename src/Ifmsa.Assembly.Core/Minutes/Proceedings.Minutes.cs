using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Minutes;

namespace Ifmsa.Assembly.Core.Journal;

/// <content>Minutes on their way.</content>
public sealed partial record Proceedings
{
    /// <summary>The minutes of each plenary that somebody has worded, reviewed or moved on.</summary>
    public ImmutableDictionary<PlenaryId, PlenaryMinutes> AllMinutes { get; init; } = ImmutableDictionary<PlenaryId, PlenaryMinutes>.Empty;

    /// <summary>The minutes that are before the plenary, or before the next one; null where none are.</summary>
    public MinutesCitation? MinutesPut { get; init; }

    /// <summary>Minutes of other assemblies that this one has adopted, in order.</summary>
    public ImmutableList<(MinutesCitation Minutes, Adoption Adoption)> AdoptedForOthers { get; init; } = [];

    /// <summary>The last entry that was a remark.</summary>
    public long RemarkedAt { get; init; }

    /// <summary>The minutes of a plenary; a draft as long as nobody has touched them.</summary>
    public PlenaryMinutes MinutesOf(PlenaryId plenary) => AllMinutes.GetValueOrDefault(plenary) ?? Untouched;

    private static PlenaryMinutes Untouched { get; } = new();

    /// <summary>The same proceedings with the minutes of a plenary changed.</summary>
    internal Proceedings AmendMinutes(PlenaryId id, Func<PlenaryMinutes, PlenaryMinutes> change) => this with { AllMinutes = AllMinutes.SetItem(id, change(MinutesOf(id))) };

    /// <summary>The same proceedings with the minutes of a plenary moved on.</summary>
    internal Proceedings FireMinutes(PlenaryId id, MinutesTrigger trigger) => AmendMinutes(id, minutes => minutes with { Phase = PlenaryMinutes.Flow.Fire(minutes.Phase, trigger) });
}
