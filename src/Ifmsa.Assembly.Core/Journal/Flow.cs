using System.Collections.Immutable;
using System.Text;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>A state machine as a table, in the vocabulary of the Stateless library, which prints itself as a diagram.</summary>
public sealed class Flow<TState, TTrigger>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly ImmutableArray<(TState From, TTrigger Trigger, TState To)> _table;
    private readonly TState _start;

    private Flow(TState start, ImmutableArray<(TState, TTrigger, TState)> table) => (_start, _table) = (start, table);

    /// <summary>A flow that begins in a state, with nothing permitted yet.</summary>
    public static Flow<TState, TTrigger> From(TState start) => new(start, []);

    /// <summary>The same flow, where the trigger also leads from one state to another.</summary>
    public Flow<TState, TTrigger> Permit(TState from, TTrigger trigger, TState to) =>
        CanFire(from, trigger)
            ? throw new InvalidOperationException($"{trigger} already leads out of {from}.")
            : new(_start, _table.Add((from, trigger, to)));

    /// <summary>Whether the trigger is permitted in the state.</summary>
    public bool CanFire(TState state, TTrigger trigger) => PermittedTriggers(state).Contains(trigger);

    /// <summary>What is permitted in the state.</summary>
    public IEnumerable<TTrigger> PermittedTriggers(TState state) =>
        _table.Where(row => row.From.Equals(state)).Select(row => row.Trigger);

    /// <summary>The state after the trigger; firing what is not permitted is a fault of the caller.</summary>
    public TState Fire(TState state, TTrigger trigger)
    {
        foreach (var row in _table)
        {
            if (row.From.Equals(state) && row.Trigger.Equals(trigger))
                return row.To;
        }
        throw new InvalidOperationException($"{trigger} is not permitted in {state}.");
    }

    /// <summary>The flow as a Mermaid state diagram.</summary>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n").Append("    [*] --> ").Append(_start).Append('\n');
        foreach (var (from, trigger, to) in _table)
            text.Append("    ").Append(from).Append(" --> ").Append(to).Append(" : ").Append(trigger).Append('\n');
        foreach (var end in _table.Select(row => row.To).Distinct().Where(state => !PermittedTriggers(state).Any()))
            text.Append("    ").Append(end).Append(" --> [*]\n");
        return text.ToString();
    }
}
