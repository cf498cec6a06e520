namespace Ifmsa.Assembly.Core.Journal;

/// <summary>The state of a meeting: a pure fold of its journal.</summary>
public sealed partial record Proceedings
{
    /// <summary>The assembly.</summary>
    public required AssemblyId Id { get; init; }
}
