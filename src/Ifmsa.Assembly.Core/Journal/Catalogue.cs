using System.Collections.Frozen;
using System.Reflection;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>A command as the outside knows it.</summary>
/// <param name="Kind">By which it travels.</param>
/// <param name="Type">Its record.</param>
/// <param name="Who">Who may give it.</param>
/// <param name="Order">When it is in order.</param>
public sealed record CommandEntry(string Kind, Type Type, Who Who, Func<Proceedings, Actor, Refusal?> Order)
{
    private readonly PropertyInfo? _for = Type.GetProperty("For") is { } named && named.PropertyType == typeof(MemberId?) ? named : null;

    /// <summary>The member a command names that it is given for; null where it names none.</summary>
    internal MemberId? Names(Command command) => (MemberId?)_for?.GetValue(command);
}

/// <summary>A fact as the journal knows it.</summary>
/// <param name="Kind">Under which it is kept.</param>
/// <param name="Type">Its record.</param>
/// <param name="Reversible">Whether its act can be undone.</param>
/// <param name="SetsStage">Whether all business that follows rests on it.</param>
public sealed record FactEntry(string Kind, Type Type, bool Reversible, bool SetsStage);

/// <summary>Every command and fact there is, read once from their attributes.</summary>
public static class Catalogue
{
    /// <summary>Commands by kind.</summary>
    public static FrozenDictionary<string, CommandEntry> Commands { get; } =
        Kinds<Command, CommandKindAttribute>()
            .Select(pair => new CommandEntry(pair.Mark.Kind, pair.Type, pair.Mark.Who, OrderOf(pair.Type)))
            .ToFrozenDictionary(entry => entry.Kind, StringComparer.Ordinal);

    /// <summary>Facts by kind.</summary>
    public static FrozenDictionary<string, FactEntry> Facts { get; } =
        Kinds<Fact, FactKindAttribute>()
            .Select(pair => new FactEntry(pair.Mark.Kind, pair.Type, pair.Mark.Reversible, pair.Mark.SetsStage))
            .ToFrozenDictionary(entry => entry.Kind, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, CommandEntry> CommandsByType =
        Commands.Values.ToFrozenDictionary(entry => entry.Type);

    private static readonly FrozenDictionary<Type, FactEntry> FactsByType =
        Facts.Values.ToFrozenDictionary(entry => entry.Type);

    /// <summary>The entry of a command.</summary>
    public static CommandEntry Of(Command command) => CommandsByType[command.GetType()];

    /// <summary>The entry of a fact.</summary>
    public static FactEntry Of(Fact fact) => FactsByType[fact.GetType()];

    private static IEnumerable<(Type Type, TMark Mark)> Kinds<TFamily, TMark>()
        where TMark : Attribute =>
        from type in typeof(Catalogue).Assembly.GetTypes()
        where !type.IsAbstract && type.IsAssignableTo(typeof(TFamily))
        select (type, type.GetCustomAttribute<TMark>() ?? throw new InvalidOperationException($"{type.Name} has no kind."));

    private static Func<Proceedings, Actor, Refusal?> OrderOf(Type type) =>
        type.GetMethod(nameof(IAct.Order), BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Func<Proceedings, Actor, Refusal?>>();
}
