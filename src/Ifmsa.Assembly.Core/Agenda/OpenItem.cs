using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Core.Agenda;

/// <summary>The chair opens an item; one that is open closes, unless it holds the new one.</summary>
[CommandKind("item.open", Who.Presiding)]
public sealed record OpenItem(ItemId Item) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? ItemSteps.Unfinished(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Item) is not { } item ? new UnknownItem()
        : !AgendaItem.Flow.CanFire(item.Phase, ItemTrigger.Open) ? new ItemIsNot(item.Title, item.Phase)
        : Decision.Of([.. ItemSteps.CloseOthers(now, Item), new ItemOpened(Item)]);
}

/// <summary>An item is before the plenary.</summary>
[FactKind("item.opened.v1", Reversible = true)]
public sealed record ItemOpened(ItemId Item) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Item, item => item with { Phase = AgendaItem.Flow.Fire(item.Phase, ItemTrigger.Open), Plenary = before.CurrentPlenary ?? item.Plenary }) with
        {
            Floor = before.Floor with { Item = Item, Motion = null, Election = null, Ballot = null, Countdown = null, OffRecord = false },
        };
}

/// <summary>The chair closes the open item.</summary>
[CommandKind("item.close", Who.Presiding)]
public sealed record CloseItem(ItemId Item) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? ItemSteps.Unfinished(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Item) is not { } item ? new UnknownItem()
        : !AgendaItem.Flow.CanFire(item.Phase, ItemTrigger.Close) ? new ItemIsNot(item.Title, item.Phase)
        : new ItemClosed(Item);
}

/// <summary>An item is done.</summary>
[FactKind("item.closed.v1", Reversible = true)]
public sealed record ItemClosed(ItemId Item) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => ItemSteps.Leave(before.Amend(Item, item => item with { Phase = AgendaItem.Flow.Fire(item.Phase, ItemTrigger.Close) }), Item);
}

/// <summary>The chair closes the open item and opens the next one of this plenary.</summary>
[CommandKind("item.next", Who.Presiding)]
public sealed record NextItem : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? ItemSteps.Unfinished(now) ?? (ItemSteps.Next(now) is null ? new NoNextItem() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        var next = ItemSteps.Next(now)!;
        return Decision.Of([.. ItemSteps.CloseOthers(now, next.Id), new ItemOpened(next.Id)]);
    }
}

/// <summary>The chair puts an item off.</summary>
[CommandKind("item.postpone", Who.Presiding)]
public sealed record PostponeItem(ItemId Item) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? Stack.NothingPending(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Item) is not { } item ? new UnknownItem()
        : !AgendaItem.Flow.CanFire(item.Phase, ItemTrigger.Postpone) ? new ItemIsNot(item.Title, item.Phase)
        : new ItemPostponed(Item);
}

/// <summary>An item is put off; its pending business stands as it is.</summary>
[FactKind("item.postponed.v1", Reversible = true)]
public sealed record ItemPostponed(ItemId Item) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => ItemSteps.Leave(before.Amend(Item, item => item with { Phase = AgendaItem.Flow.Fire(item.Phase, ItemTrigger.Postpone) }), Item);
}

/// <summary>How the plenary goes from item to item.</summary>
public static class ItemSteps
{
    /// <summary>The next item of this plenary: the first still to come after the open one, else the first still to come.</summary>
    public static AgendaItem? Next(Proceedings now)
    {
        var items = now.AgendaInOrder(now.CurrentPlenary).Select(row => row.Item).Where(item => item.Plenary == now.CurrentPlenary).ToList();
        var open = items.FindLastIndex(item => item.Phase == ItemPhase.Open);
        return items.Skip(open + 1).FirstOrDefault(item => item.Phase == ItemPhase.Planned) ?? items.Find(item => item.Phase == ItemPhase.Planned);
    }

    /// <summary>Why the open item cannot be left yet: a motion before the plenary that is not settled, or a question above it.</summary>
    internal static Refusal? Pending(Proceedings now) =>
        Stack.NothingPending(now) ?? (now.Floor.Motion is { } id && now.Motions[id] is { IsSettled: false } motion ? new MotionPending(motion.Number) : null);

    /// <summary>The same, or parts of a divided motion that have not been decided.</summary>
    internal static Refusal? Unfinished(Proceedings now) => Pending(now) ?? (PartsLeft(now).FirstOrDefault() is { } part ? new MotionPending(part.Number) : null);

    /// <summary>Parts of a divided motion on the open item that have not been decided, in their order.</summary>
    public static IEnumerable<Motion> PartsLeft(Proceedings now) => now.Motions.Values
        .Where(motion => motion is { PartOf: not null, IsSettled: false, PutOffBy: null } && motion.Item == now.Floor.Item && motion.Id != now.Floor.Motion)
        .OrderBy(motion => motion.Number);

    /// <summary>The closing of open items that do not hold the new one.</summary>
    internal static IEnumerable<Fact> CloseOthers(Proceedings now, ItemId opening) =>
        from row in now.AgendaInOrder().Reverse()
        where row.Item.Phase == ItemPhase.Open && row.Item.Id != opening && !Tree.IsUnder(now, opening, row.Item.Id)
        select new ItemClosed(row.Item.Id);

    /// <summary>The floor without an item that was on it.</summary>
    internal static Proceedings Leave(Proceedings now, ItemId item) =>
        now.Floor.Item == item
            ? Stack.Clear(now) with { Floor = now.Floor with { Item = now.Items[item].Parent is { } parent && now.Items[parent].Phase == ItemPhase.Open ? parent : null, Motion = null, Election = null, Ballot = null, Countdown = null, Pending = null, OffRecord = false } }
            : now;
}

/// <summary>A motion is before the plenary and not settled.</summary>
public sealed record MotionPending(int Number) : Refusal("motion.pending", Number);

/// <summary>No item of this plenary is still to come.</summary>
public sealed record NoNextItem() : Refusal("item.none-next");
