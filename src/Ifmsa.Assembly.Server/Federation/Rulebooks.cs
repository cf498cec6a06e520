using System.Collections.Frozen;
using System.Text.Json;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Server.Federation;

/// <summary>The rulebooks shipped in <c>templates/rulebooks</c> and those a secretariat adds there.</summary>
public sealed class Rulebooks
{
    private readonly FrozenDictionary<string, Rules> _byId;

    private Rulebooks(FrozenDictionary<string, Rules> byId) => _byId = byId;

    /// <summary>All of them, by title.</summary>
    public IEnumerable<Rules> All => _byId.Values.OrderBy(rules => rules.Title, StringComparer.Ordinal);

    /// <summary>The rulebook of an id, or null.</summary>
    public Rules? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads every rulebook beside the program.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read or has a fault.</exception>
    public static Rulebooks Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "templates", "rulebooks");
        var byId = new Dictionary<string, Rules>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                var rules = JsonSerializer.Deserialize<Rules>(File.ReadAllBytes(file), JournalJson.Strict) ?? throw new JsonException("The file is empty.");
                if (rules.Faults().FirstOrDefault() is { } fault)
                    throw new InvalidDataException($"{file}: {fault}");
                byId[rules.Id] = rules;
            }
            catch (JsonException fault)
            {
                throw new InvalidDataException($"{file}: {fault.Message}", fault);
            }
        }
        return new(byId.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
