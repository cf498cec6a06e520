using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Bylaws;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Publication;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Resolutions;

/// <summary>The book of resolutions and the bylaws, read from the journal up to a committed state.</summary>
public sealed class ResolutionBook
{
    private readonly Snapshot _snapshot;
    private readonly ImmutableList<Entry> _entries;
    private readonly Sentences _sentences;
    private readonly Voice _voice;

    /// <param name="snapshot">The state.</param>
    /// <param name="entries">The entries up to it, in order.</param>
    /// <param name="sentences">The words.</param>
    internal ResolutionBook(Snapshot snapshot, ImmutableList<Entry> entries, Sentences sentences)
    {
        (_snapshot, _entries, _sentences) = (snapshot, entries, sentences);
        _voice = new(sentences, snapshot.Now, snapshot.Words);
        Entries = [.. Core.Publication.Resolutions.Of(Now).Select(row => EntryOf(row.Motion, row.Resolution))];
    }

    /// <summary>The resolutions that stand.</summary>
    public IReadOnlyList<BookEntry> Entries { get; }

    private Proceedings Now => _snapshot.Now;

    /// <summary>The book on paper.</summary>
    public ResolutionsPaper Paper(PaperWords words) => new()
    {
        Language = words.Language, Words = words.Texts, Dated = Now.At, Assembly = Now.Charter!.Name, Entries = Entries, Journal = new(Now.Sequence, _snapshot.Head[..8]),
    };

    /// <summary>The bylaws with what was changed of them; null where none are on file.</summary>
    public BylawsPaper? Bylaws(PaperWords words) => Now.Bylaws is not { } bylaws ? null : new()
    {
        Language = words.Language, Words = words.Texts, Dated = Now.At, Assembly = Now.Charter!.Name, Title = bylaws.Title, Parts = [.. PartsOf(bylaws)],
        Changes = [.. bylaws.Merges.Select(merge => Say("book.change." + Word(merge.Change.Act), merge.Change.Article, Cited(merge.Motion), Now.Motions[merge.Motion].Title))],
        Conflicts = [.. bylaws.Conflicts.Select(conflict => conflict.With is { } with
            ? Say("book.conflict-with", conflict.Change.Article, Cited(conflict.Motion), Now.Motions[conflict.Motion].Title, Cited(with))
            : Say("book.conflict", conflict.Change.Article, Cited(conflict.Motion), Now.Motions[conflict.Motion].Title))],
        Journal = new(Now.Sequence, _snapshot.Head[..8]),
    };

    private BookEntry EntryOf(Motion motion, Resolution resolution)
    {
        var (rule, number) = (Now.Rules!.Decisions[motion.Decision], Core.Publication.Resolutions.NumberOf(Now, resolution));
        var at = TimeOf(resolution.Entry);
        var expires = Core.Publication.Resolutions.ExpiresOn(rule, _voice.DayOf(at));
        var (vote, needed, article) = VoteOn(motion, rule.Article);
        return new(
            number, number.Replace('/', '-'), motion.Number, motion.Title, [.. motion.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], rule.Title, _voice.Date(at),
            Now.Plenaries[resolution.Plenary].Number, ProposersOf(motion), motion.Seconder is { } seconder ? Now.NameOf(seconder) : null, vote, needed, article,
            expires is { } day ? day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture) : null, motion.Bylaws is { } change ? ChangeOf(motion, change) : null, resolution.Entry);
    }

    private string ProposersOf(Motion motion)
    {
        var members = (motion.Proposer is { } proposer ? motion.CoSubmitters.Insert(0, proposer) : motion.CoSubmitters).Select(Now.NameOf).ToList();
        return members.Count > 0 ? string.Join(", ", members) : Say("book.by-the-chair");
    }

    /// <summary>The vote that decided, also where the motion was put with others or stood against them.</summary>
    private (string Vote, string? Needed, string Article) VoteOn(Motion motion, string article)
    {
        var bloc = Now.Motions.Values.FirstOrDefault(other => other.Bloc.Contains(motion.Id))?.Id;
        var ballot = Now.Ballots.Values.Where(taken => taken is { Test: false, VoidReason: null, Result: not null }
                && (taken.Motion == motion.Id || (bloc is not null && taken.Motion == bloc) || taken.Options.Any(option => option.Motion == motion.Id)))
            .MaxBy(taken => taken.Number);
        return motion.NemoContra || ballot is not { Result: { } result }
            ? (Say("book.nemo-contra"), null, article)
            : (_voice.Counts(ballot, result), _voice.Needed(ballot, result), result.Article);
    }

    private string ChangeOf(Motion motion, BylawsChange change) =>
        Now.Bylaws is { } bylaws && bylaws.Conflicts.Exists(conflict => conflict.Motion == motion.Id) ? Say("book.bylaws.conflict", change.Article) : Say("book.bylaws." + Word(change.Act), change.Article);

    private IEnumerable<BylawsPart> PartsOf(BylawsInForce bylaws)
    {
        var struck = bylaws.Before.Where(part => part.Number.Length > 0 && bylaws.Find(part.Number) is null).ToHashSet();
        // What was struck stands behind what came before it.
        var places = struck.ToLookup(part => bylaws.Before.TakeWhile(other => other != part).LastOrDefault(other => !struck.Contains(other)) is { } place ? Key(place) : null, StringComparer.Ordinal);
        foreach (var part in places[null])
            yield return Struck(bylaws, part);
        foreach (var part in bylaws.Articles)
        {
            var before = part.Number.Length == 0 ? part : bylaws.Before.Find(other => other.Number == part.Number);
            var state = before is null ? PartState.Added : before.Text == part.Text ? PartState.Same : PartState.Changed;
            yield return new(part.Number, part.Heading, part.Level, state, Difference.Of(before?.Text, part.Text), state == PartState.Same ? null : ByOf(bylaws, part.Number));
            foreach (var gone in places[Key(part)].Where(struck.Remove))
                yield return Struck(bylaws, gone);
        }
    }

    /// <summary>What a part is known by in both versions: its number, or all there is of one without; no motion changes such a one.</summary>
    private static string Key(BylawsArticle part) => part.Number.Length > 0 ? part.Number : $"\n{part.Level}\n{part.Heading}\n{part.Text}";

    private BylawsPart Struck(BylawsInForce bylaws, BylawsArticle part) => new(part.Number, part.Heading, part.Level, PartState.Struck, Difference.Of(part.Text, null), ByOf(bylaws, part.Number));

    private string ByOf(BylawsInForce bylaws, string number) => string.Join(", ", bylaws.Merges.Where(merge => merge.Change.Article == number).Select(merge => Cited(merge.Motion)).Distinct(StringComparer.Ordinal));

    private string Cited(MotionId motion) => Now.Motions[motion].Resolution is { } resolution ? Core.Publication.Resolutions.NumberOf(Now, resolution) : Say("book.motion", Now.Motions[motion].Number);

    private DateTimeOffset TimeOf(long sequence)
    {
        // Entries are in order, with gaps where votes were cast.
        var (low, high) = (0, _entries.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _entries[middle].Sequence < sequence ? (middle + 1, high) : (low, middle);
        }
        return _entries[low].At;
    }

    private string Say(string key, params ImmutableArray<object> parts) => _sentences.Say(key, parts);

    private static string Word(BylawsAct act) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(act.ToString());
}
