using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Agenda;

/// <summary>An item is put on the agenda, last among its siblings.</summary>
[CommandKind("agenda.add", Who.Secretariat | Who.Presiding)]
public sealed record AddItem(ItemId Item, string Title, ItemId? Parent = null, PlenaryId? Plenary = null) : Command, IAct
{
    /// <summary>The most items of an agenda, and how deep they nest.</summary>
    public const int AtMost = 1000, DepthAtMost = 5;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Requires.Line(Title, 200) is { } fault ? fault
        : now.Find(Item) is not null ? new IdTaken()
        : now.Items.Count >= AtMost ? new Federation.RowsOutOfBounds(AtMost)
        : Parent is { } parent && now.Find(parent) is null ? new UnknownItem()
        : Parent is { } above && Tree.Depth(now, above) >= DepthAtMost ? new ItemTooDeep(DepthAtMost)
        : Plenary is { } plenary && now.Find(plenary) is null ? new Plenaries.UnknownPlenary()
        : new ItemAdded(Item, Title, Parent, Parent is { } under ? now.Items[under].Plenary : Plenary);
}

/// <summary>The agenda has an item more.</summary>
[FactKind("agenda.added.v1", Reversible = true)]
public sealed record ItemAdded(ItemId Item, string Title, ItemId? Parent, PlenaryId? Plenary) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Items = before.Items.SetItem(Item, new(Item, Title, Parent, Plenary)),
        ItemOrder = before.ItemOrder.Add(Item),
    };
}

/// <summary>An item gets another title.</summary>
[CommandKind("agenda.rename", Who.Secretariat | Who.Presiding)]
public sealed record RenameItem(ItemId Item, string Title) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Requires.Line(Title, 200) is { } fault ? fault
        : now.Find(Item) is null ? new UnknownItem()
        : new ItemRenamed(Item, Title);
}

/// <summary>An item has another title.</summary>
[FactKind("agenda.renamed.v1", Reversible = true)]
public sealed record ItemRenamed(ItemId Item, string Title) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Item, item => item with { Title = Title });
}

/// <summary>An item is moved before another, or to the end, under the same or another parent.</summary>
[CommandKind("agenda.place", Who.Secretariat | Who.Presiding)]
public sealed record PlaceItem(ItemId Item, ItemId? Parent = null, ItemId? Before = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Item) is not { } item ? new UnknownItem()
        : Before is { } next && (now.Find(next) is null || next == Item) ? new UnknownItem()
        : Parent is { } parent && (now.Find(parent) is null || Tree.IsUnder(now, parent, Item)) ? new UnknownItem()
        : Parent is { } above && Tree.Depth(now, above) + Tree.Height(now, Item) > AddItem.DepthAtMost ? new ItemTooDeep(AddItem.DepthAtMost)
        : new ItemPlaced(Item, Parent, Before, Parent is { } under ? now.Items[under].Plenary : item.Plenary);
}

/// <summary>An item stands elsewhere on the agenda.</summary>
[FactKind("agenda.placed.v1", Reversible = true)]
public sealed record ItemPlaced(ItemId Item, ItemId? Parent, ItemId? Before, PlenaryId? Plenary) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var order = before.ItemOrder.Remove(Item);
        var place = Before is { } next ? order.IndexOf(next) : order.Count;
        var moved = before.Amend(Item, item => item with { Parent = Parent });
        return moved with
        {
            Items = Tree.Assigned(moved, Item, Plenary),
            ItemOrder = order.Insert(place, Item),
        };
    }
}

/// <summary>An item is moved to another plenary, with all below it.</summary>
[CommandKind("agenda.assign", Who.Secretariat | Who.Presiding)]
public sealed record AssignItem(ItemId Item, PlenaryId Plenary) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Item) is not { } item ? new UnknownItem()
        : now.Find(Plenary) is null ? new Plenaries.UnknownPlenary()
        : item.Phase == ItemPhase.Open ? new ItemIsNot(item.Title, item.Phase)
        : new ItemAssigned(Item, Plenary);
}

/// <summary>An item belongs to another plenary.</summary>
[FactKind("agenda.assigned.v1", Reversible = true)]
public sealed record ItemAssigned(ItemId Item, PlenaryId Plenary) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Items = Tree.Assigned(before, Item, Plenary) };
}

/// <summary>An item that has not been opened is taken off the agenda.</summary>
[CommandKind("agenda.remove", Who.Secretariat | Who.Presiding)]
public sealed record RemoveItem(ItemId Item) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Item) is not { } item ? new UnknownItem()
        : item.Phase is not (ItemPhase.Planned or ItemPhase.Postponed) ? new ItemIsNot(item.Title, item.Phase)
        : now.Items.Values.Any(other => other.Parent == Item) || now.Motions.Values.Any(motion => motion.Item == Item)
            || now.Elections.Values.Any(election => election.Item == Item) || now.Ballots.Values.Any(ballot => ballot.Item == Item)
            || now.SpeakersLists.Values.Any(list => list.Item == Item) ? new ItemHoldsBusiness(item.Title)
        : new ItemRemoved(Item);
}

/// <summary>An item is off the agenda.</summary>
[FactKind("agenda.removed.v1", Reversible = true)]
public sealed record ItemRemoved(ItemId Item) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Items = before.Items.Remove(Item),
        ItemOrder = before.ItemOrder.Remove(Item),
    };
}

/// <summary>Where items stand in the tree.</summary>
internal static class Tree
{
    public static int Depth(Proceedings now, ItemId item) =>
        now.Items.TryGetValue(item, out var found) && found.Parent is { } parent ? 1 + Depth(now, parent) : 1;

    public static int Height(Proceedings now, ItemId item) =>
        1 + now.Items.Values.Where(other => other.Parent == item).Select(other => Height(now, other.Id)).DefaultIfEmpty().Max();

    /// <summary>All items, with one and all below it in a plenary.</summary>
    public static ImmutableDictionary<ItemId, AgendaItem> Assigned(Proceedings now, ItemId top, PlenaryId? plenary) =>
        now.Items.SetItems(now.Items.Values
            .Where(item => IsUnder(now, item.Id, top))
            .Select(item => KeyValuePair.Create(item.Id, item with { Plenary = plenary })));

    public static bool IsUnder(Proceedings now, ItemId item, ItemId ancestor) =>
        item == ancestor || (now.Items.TryGetValue(item, out var found) && found.Parent is { } parent && IsUnder(now, parent, ancestor));
}

/// <summary>There is no such item.</summary>
public sealed record UnknownItem() : Refusal("item.unknown");

/// <summary>The agenda nests only so deep.</summary>
public sealed record ItemTooDeep(int AtMost) : Refusal("item.too-deep", AtMost);

/// <summary>The item's state does not allow it.</summary>
public sealed record ItemIsNot(string Title, ItemPhase Phase) : Refusal("item.phase", Title, Phase);

/// <summary>The item holds other items, motions or votes.</summary>
public sealed record ItemHoldsBusiness(string Title) : Refusal("item.holds-business", Title);
