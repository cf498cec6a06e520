using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Corrections;

namespace Ifmsa.Assembly.Core.Journal;

/// <content>What can be undone.</content>
public sealed partial record Proceedings
{
    /// <summary>The state with a fact's changes added to those of its act; an act can be undone only when every fact of it can.</summary>
    private Proceedings Remember(Entry entry, Proceedings before)
    {
        var first = entry.Act == entry.Sequence;
        if (!Catalogue.Of(entry.Fact).Reversible)
            return first || !ReversibleActs.ContainsKey(entry.Act) ? this : this with { ReversibleActs = ReversibleActs.Remove(entry.Act) };
        if (!first && !ReversibleActs.ContainsKey(entry.Act))
            return this;
        var act = ReversibleActs.GetValueOrDefault(entry.Act)
            ?? new ReversibleAct(entry.Act, Catalogue.Of(entry.Fact).Kind, entry.By, entry.At, []);
        var changes = act.Changes.ToBuilder();
        foreach (var part in Part.All)
        {
            foreach (var key in part.Changed(before, this))
            {
                var known = IndexOf(changes, part, key);
                if (known < 0)
                    changes.Add(new Change(part, key, part.Read(before, key), part.Read(this, key)));
                else
                    changes[known] = changes[known] with { After = part.Read(this, key) };
            }
        }
        if (Catalogue.Of(entry.Fact).SetsStage)
        {
            foreach (var part in Part.OnStage.Where(part => IndexOf(changes, part, key: null) < 0))
                changes.Add(new Change(part, Key: null, part.Read(before, key: null), part.Read(this, key: null)));
        }
        return this with { ReversibleActs = ReversibleActs.SetItem(entry.Act, act with { Changes = changes.ToImmutable() }) };
    }

    private static int IndexOf(ImmutableArray<Change>.Builder changes, Part part, object? key)
    {
        for (var place = 0; place < changes.Count; place++)
        {
            if (changes[place].Part == part && Equals(changes[place].Key, key))
                return place;
        }
        return -1;
    }
}
