using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Agenda;

/// <summary>Where an item stands.</summary>
public enum ItemPhase
{
    /// <summary>To come.</summary>
    Planned,

    /// <summary>Before the plenary.</summary>
    Open,

    /// <summary>Done.</summary>
    Closed,

    /// <summary>Put off; it can be opened later.</summary>
    Postponed,
}

/// <summary>What moves an item on.</summary>
public enum ItemTrigger
{
    /// <summary>The chair opens it.</summary>
    Open,

    /// <summary>The chair closes it.</summary>
    Close,

    /// <summary>The chair puts it off.</summary>
    Postpone,
}

/// <summary>An item of the agenda.</summary>
public sealed record AgendaItem(ItemId Id, string Title, ItemId? Parent, PlenaryId? Plenary, ItemPhase Phase = ItemPhase.Planned)
{
    /// <summary>How an item goes.</summary>
    public static Flow<ItemPhase, ItemTrigger> Flow { get; } = Flow<ItemPhase, ItemTrigger>.From(ItemPhase.Planned)
        .Permit(ItemPhase.Planned, ItemTrigger.Open, ItemPhase.Open)
        .Permit(ItemPhase.Planned, ItemTrigger.Postpone, ItemPhase.Postponed)
        .Permit(ItemPhase.Open, ItemTrigger.Close, ItemPhase.Closed)
        .Permit(ItemPhase.Open, ItemTrigger.Postpone, ItemPhase.Postponed)
        .Permit(ItemPhase.Postponed, ItemTrigger.Open, ItemPhase.Open)
        .Permit(ItemPhase.Closed, ItemTrigger.Open, ItemPhase.Open);
}
