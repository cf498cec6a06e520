namespace Ifmsa.Assembly.Core.Journal;

/// <summary>Something somebody wants to happen; the rulebook refuses it or turns it into facts.</summary>
public abstract record Command
{
    private protected Command()
    {
    }

    /// <summary>Decides on the content, once <see cref="Catalogue"/> has found the act in order for whoever asks.</summary>
    internal abstract Decision DecideOn(Proceedings now, Moment moment);
}

/// <summary>A command that states when it is in order, whatever its content; deciding and offering ask the same predicate.</summary>
public interface IAct
{
    /// <summary>Why the act is out of order for this person now; null when it is in order.</summary>
    static abstract Refusal? Order(Proceedings now, Actor by);
}

/// <summary>The kind by which a command travels, and who may give it.</summary>
/// <param name="kind">An unversioned imperative, such as <c>ballot.cast</c>.</param>
/// <param name="who">Any one of these capacities suffices.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CommandKindAttribute(string kind, Who who) : Attribute
{
    /// <summary>An unversioned imperative, such as <c>ballot.cast</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Any one of these capacities suffices.</summary>
    public Who Who { get; } = who;
}
