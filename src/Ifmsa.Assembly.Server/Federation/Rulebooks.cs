using System.Collections.Frozen;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Server.Federation;

/// <summary>The rulebooks shipped in <c>templates/rulebooks</c> and those a secretariat adds there.</summary>
public sealed class Rulebooks
{
    private readonly FrozenDictionary<string, Rules> _byId;

    private Rulebooks(FrozenDictionary<string, Rules> byId, FrozenDictionary<string, RulebookFault> refused) => (_byId, Refused) = (byId, refused);

    /// <summary>All of them, by title.</summary>
    public IEnumerable<Rules> All => _byId.Values.OrderBy(rules => rules.Title, StringComparer.Ordinal);

    /// <summary>By file name without its ending, the first fault of each that is not offered; the assemblies that run meanwhile carry their rules with them.</summary>
    public FrozenDictionary<string, RulebookFault> Refused { get; }

    /// <summary>What the secretariat chooses from, and after it what cannot be chosen and why.</summary>
    public IEnumerable<RulebookEntry> Entries =>
    [
        .. All.Select(rules => new RulebookEntry(rules.Id, rules.Title, rules.Edition, rules.Notice)),
        .. Refused.OrderBy(refused => refused.Key, StringComparer.Ordinal).Select(refused => new RulebookEntry(refused.Key, refused.Key, "", "", refused.Value.ToString())),
    ];

    /// <summary>The rulebook of an id, or null.</summary>
    public Rules? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads every rulebook beside the program.</summary>
    public static Rulebooks Load() => Load(Path.Combine(AppContext.BaseDirectory, "templates", "rulebooks"));

    /// <summary>Reads every rulebook of a folder.</summary>
    public static Rulebooks Load(string folder)
    {
        var byId = new Dictionary<string, Rules>(StringComparer.Ordinal);
        var refused = new Dictionary<string, RulebookFault>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.json").Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var reading = Read(file);
            if (reading.Rules is not { } rules)
                refused[name] = reading.Faults[0];
            else if (!byId.TryAdd(rules.Id, rules))
                refused[name] = new("id", $"another file has the id “{rules.Id}” already.");
        }
        return new(byId.ToFrozenDictionary(StringComparer.Ordinal), refused.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static RulebookReading Read(string file)
    {
        try
        {
            return RulebookReading.Of(File.ReadAllBytes(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(null, [new("file", $"it cannot be read: {fault.Message}")]);
        }
    }
}

/// <summary>A rulebook in the list the secretariat chooses from.</summary>
/// <param name="Id">Its short name; a faulty one's file name without its ending.</param>
/// <param name="Title">As people call it.</param>
/// <param name="Edition">Which text it restates.</param>
/// <param name="Notice">What must be checked before it is relied on.</param>
/// <param name="Fault">Why it cannot be chosen, with the place; null where it can.</param>
public sealed record RulebookEntry(string Id, string Title, string Edition, string Notice, string? Fault = null);
