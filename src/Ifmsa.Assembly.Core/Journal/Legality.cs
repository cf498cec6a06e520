namespace Ifmsa.Assembly.Core.Journal;

/// <summary>What is in order now, and for whom: asked by every decision, and by every page that offers an act.</summary>
public static class Legality
{
    /// <summary>Why an act is out of order for somebody now; null when it is in order.</summary>
    public static Refusal? Order(this Proceedings now, CommandEntry command, Actor by) =>
        by.Is(command.Who) ? command.Order(now, by) : new NotYours(command.Kind, command.Who);

    /// <summary>Every act that somebody's capacities may ever give, with why it is not in order where it is not.</summary>
    public static IEnumerable<(CommandEntry Act, Refusal? Because)> InOrder(this Proceedings now, Actor actor) =>
        from command in Catalogue.Commands.Values
        where actor.Is(command.Who)
        select (command, command.Order(now, actor));
}

/// <summary>The act belongs to others.</summary>
public sealed record NotYours(string Kind, Who Who) : Refusal("act.not-yours", Kind, Who);
