using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>What is in order now, and for whom: asked by every decision, and by every page that offers an act.</summary>
public static class Legality
{
    /// <summary>Why an act is out of order for somebody now; null when it is in order.</summary>
    public static Refusal? Order(this Proceedings now, CommandEntry command, Actor by) =>
        by.Is(command.Who) ? now.Ruled(command.Kind, by, command.Order(now, by)) : new NotYours(command.Kind, command.Who);

    /// <summary>Why a procedural motion cannot be moved by somebody now; null when it can.</summary>
    public static Refusal? OrderOf(this Proceedings now, string procedural, Actor by)
    {
        var refusal = ProceduralOrder.Of(now, by, procedural);
        return refusal is RuleRefusal && Rulings.Allows(now, MoveKind, by) ? ProceduralOrder.Of(now with { Waives = true }, by, procedural) : refusal;
    }

    /// <summary>Every act that somebody's capacities may ever give, and why it is not in order where it is not.</summary>
    public static IEnumerable<(CommandEntry Act, Refusal? Because)> InOrder(this Proceedings now, Actor actor) =>
        from command in Catalogue.Commands.Values
        where actor.Is(command.Who)
        select (command, now.Ruled(command.Kind, actor, command.Order(now, actor)));

    /// <summary>Every procedural motion of the rulebook by its name, the highest rank first and those against the chair last, where somebody may ever move one, and why it is not in order where it is not.</summary>
    public static IEnumerable<(string Kind, ProceduralRule Rule, Refusal? Because)> ProceduralsInOrder(this Proceedings now, Actor actor) =>
        now.Rules is not { } rules || !actor.Is(Catalogue.Commands[MoveKind].Who) ? []
        : rules.Procedural.OrderBy(rule => rule.Value.VicePresides).ThenBy(rule => rule.Value.Rank ?? 0).ThenBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => (rule.Key, rule.Value, now.OrderOf(rule.Key, actor)));

    private const string MoveKind = "procedural.move";

    /// <summary>The refusal, unless the chair has ruled that this person may do this once all the same.</summary>
    private static Refusal? Ruled(this Proceedings now, string kind, Actor by, Refusal? refusal) =>
        refusal is not RuleRefusal || !Rulings.Allows(now, kind, by) ? refusal
        : Catalogue.Commands[kind].Order(now with { Waives = true }, by);
}

/// <summary>The act belongs to others.</summary>
public sealed record NotYours(string Kind, Who Who) : Refusal("act.not-yours", Kind, Who);
