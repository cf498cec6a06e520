using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Plenaries;

/// <summary>The secretariat puts a plenary on the programme, or changes one that has not begun.</summary>
[CommandKind("plenary.plan", Who.Secretariat)]
public sealed record PlanPlenary(PlenaryId Plenary, int Number, string Venue, DateTimeOffset Starts, DateTimeOffset Ends) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Requires.Line(Venue, 200) is { } fault ? fault
        : Number is < 1 or > 99 ? new PlenaryNumberOutOfBounds()
        : Ends < Starts ? new Federation.EndsBeforeStart()
        : now.Plenaries.Values.Any(other => other.Number == Number && other.Id != Plenary) ? new PlenaryNumberTaken(Number)
        : now.Find(Plenary) is { Phase: not PlenaryPhase.Planned } begun ? new PlenaryBegun(begun.Number)
        : now.Plenaries.Count >= 99 && now.Find(Plenary) is null ? new PlenaryNumberOutOfBounds()
        : new PlenaryPlanned(Plenary, Number, Venue, Starts, Ends);
}

/// <summary>A plenary is on the programme.</summary>
[FactKind("plenary.planned.v1", Reversible = true)]
public sealed record PlenaryPlanned(PlenaryId Plenary, int Number, string Venue, DateTimeOffset Starts, DateTimeOffset Ends) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Plenaries = before.Plenaries.SetItem(Plenary, new() { Id = Plenary, Number = Number, Venue = Venue, Starts = Starts, Ends = Ends }),
    };
}

/// <summary>Plenaries are numbered from 1 to 99.</summary>
public sealed record PlenaryNumberOutOfBounds() : Refusal("plenary.number-out-of-bounds");

/// <summary>Another plenary has the number.</summary>
public sealed record PlenaryNumberTaken(int Number) : Refusal("plenary.number-taken", Number);

/// <summary>The plenary has begun.</summary>
public sealed record PlenaryBegun(int Number) : Refusal("plenary.begun", Number);

/// <summary>There is no such plenary.</summary>
public sealed record UnknownPlenary() : Refusal("plenary.unknown");
