using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>What a command was answered: a receipt, or a refusal; neither, where it was taken and stands in no journal.</summary>
/// <param name="Sequence">The last fact of the act; absent when refused.</param>
/// <param name="Head">The journal's head hash after it, in lower-case hexadecimal; absent when refused.</param>
/// <param name="Refusal">Why nothing happened.</param>
public sealed record Answer(long? Sequence, string? Head, RefusalText? Refusal)
{
    /// <summary>Whether the act was carried out.</summary>
    public bool Accepted => Refusal is null;
}

/// <summary>A refusal as a person reads it.</summary>
/// <param name="Code">Stable, such as <c>ballot.not-open</c>.</param>
/// <param name="Text">One plain sentence: what is so, and what is needed.</param>
/// <param name="Article">The article that refuses, where one does.</param>
public sealed record RefusalText(string Code, string Text, string? Article = null);

/// <summary>The assemblies of this installation, each with its one writer.</summary>
public interface IAssemblies
{
    /// <summary>The assemblies there are.</summary>
    IReadOnlyCollection<AssemblyId> All { get; }

    /// <summary>The last committed state, or null where there is no such assembly.</summary>
    Proceedings? Find(AssemblyId assembly);

    /// <summary>Erasable words of an assembly by id, such as names; null once erased.</summary>
    string? Words(AssemblyId assembly, MatterId matter);

    /// <summary>Submits a command and waits until its answer is on disk.</summary>
    Task<Answer> SubmitAsync(AssemblyId assembly, Credential by, CommandId id, Command command, CancellationToken cancellation);

    /// <summary>Begins a new assembly's journal with its first command.</summary>
    Task<Answer> BeginAsync(AssemblyId assembly, Credential by, CommandId id, Command command, CancellationToken cancellation);
}
