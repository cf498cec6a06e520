using System.Collections.Immutable;
using System.Text.Json;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Publication;
using Ifmsa.Assembly.Core.Sessions;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Resolutions;
using Ifmsa.Assembly.Server.Tallies;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Public;

/// <summary>A plenary with its agenda, in words.</summary>
public sealed record SitePlenary(string Title, string? Date, string? Times, string? Venue, string? State, IReadOnlyList<SiteItem> Items);

/// <summary>An item of the agenda.</summary>
public sealed record SiteItem(string Number, string Title, int Depth, string State, bool Open);

/// <summary>A declared vote.</summary>
public sealed record SiteVote(PopoloRecord Record, string Title, string Plenary, string When, string Counts, string Outcome, string? Void);

/// <summary>The public site of an assembly up to a committed state: what is published, and nothing else.</summary>
public sealed class SiteReading
{
    private readonly Snapshot _snapshot;
    private readonly ImmutableList<Entry> _entries;
    private readonly Sentences _sentences;
    private readonly Voice _voice;
    private readonly Lazy<IReadOnlyList<SiteVote>> _votes;
    private readonly Lazy<ResolutionBook> _book;
    private readonly Lazy<BylawsPaper?> _bylaws;
    private readonly Lazy<ILookup<Guid, DateTimeOffset>> _planned;

    internal SiteReading(Snapshot snapshot, ImmutableList<Entry> entries, Sentences sentences, PaperWords words, IEnumerable<IPublishedPapers> papers)
    {
        (_snapshot, _entries, _sentences, Words) = (snapshot, entries, sentences, words);
        _voice = new(sentences, snapshot.Now, snapshot.Words);
        Links = [.. papers.SelectMany(paper => paper.Of(snapshot))];
        _votes = new(() => [.. VotesOf()]);
        _book = new(() => new(_snapshot, _entries, _sentences));
        _bylaws = new(() => Book.Bylaws(Words));
        _planned = new(() => _entries.Where(entry => entry.Fact is PlenaryPlanned or SessionPlanned)
            .ToLookup(entry => entry.Fact is PlenaryPlanned plenary ? plenary.Plenary.Value : ((SessionPlanned)entry.Fact).Session.Value, entry => entry.At));
    }

    public Proceedings Now => _snapshot.Now;

    /// <summary>The head's hash; the site is the same as long as it is.</summary>
    public string Head => _snapshot.Head;

    public string Language => Now.Charter!.Languages[0];

    public PaperWords Words { get; }

    /// <summary>Papers published elsewhere.</summary>
    public IReadOnlyList<PublishedLink> Links { get; }

    /// <summary>Whether there is anything at all.</summary>
    public bool Any => !Now.Published.IsEmpty || Links.Count > 0;

    public IReadOnlyList<SiteVote> Votes => _votes.Value;

    public ResolutionBook Book => _book.Value;

    /// <summary>The bylaws, compared with the version before once for all readers; null where none are on file.</summary>
    public BylawsPaper? Bylaws => _bylaws.Value;

    public string Say(string key, params ImmutableArray<object> parts) => _sentences.Say(key, parts);

    public string Dates => Say("site.dates", Now.Charter!.Starts.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), Now.Charter.Ends.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The agenda of each plenary, and what is in none yet.</summary>
    public IReadOnlyList<SitePlenary> Agenda()
    {
        var plenaries = Now.Plenaries.Values.OrderBy(plenary => plenary.Number).Select(plenary => new SitePlenary(
            Say("site.plenary", plenary.Number), _voice.Date(plenary.Starts), TimesOf(plenary), plenary.Venue, Say("site.plenary." + Key(plenary.Phase)), ItemsOf(plenary.Id))).ToList();
        var known = Now.Plenaries.Keys.SelectMany(id => Now.AgendaInOrder(id)).Select(row => row.Item.Id).ToHashSet();
        var others = Now.AgendaInOrder().Where(row => !known.Contains(row.Item.Id)).Select(row => Item(row, over: false)).ToList();
        return others.Count == 0 ? plenaries : [.. plenaries, new(Say("site.other-items"), null, null, null, null, others)];
    }

    /// <summary>The plenaries and sessions as a calendar; where one was planned anew, its event is the same with a higher number.</summary>
    public string Calendar(Uri address) => CalendarFeed.Of(Now.Charter!.Name, PlenaryEvents(address).Concat(SessionEvents(address)));

    private IEnumerable<CalendarEvent> PlenaryEvents(Uri address) =>
        from plenary in Now.Plenaries.Values
        let planned = _planned.Value[plenary.Id.Value].ToList()
        where planned.Count > 0
        orderby plenary.Number
        select new CalendarEvent($"{plenary.Id}@plenaries.{Now.Id}", planned.Count - 1, planned[^1], plenary.Starts, plenary.Ends, $"{Say("site.plenary", plenary.Number)} · {Now.Charter!.Name}", plenary.Venue, address);

    /// <summary>The programme; a session at a plenary's doors is the plenary.</summary>
    private IEnumerable<CalendarEvent> SessionEvents(Uri address) =>
        from session in Now.Sessions.Values
        where session.Plenary is null
        let planned = _planned.Value[session.Id.Value].ToList()
        where planned.Count > 0
        orderby session.Starts, session.Id.Value
        select new CalendarEvent($"{session.Id}@sessions.{Now.Id}", planned.Count - 1, planned[^1], session.Starts, session.Ends, $"{session.Title} · {Now.Charter!.Name}", "", address);

    private IReadOnlyList<SiteItem> ItemsOf(PlenaryId plenary) => [.. Now.AgendaInOrder(plenary).Select(row => Item(row, Now.Plenaries[plenary].Phase == PlenaryPhase.Adjourned))];

    /// <summary>An item; after its plenary nothing of it is to come, and nothing is now.</summary>
    private SiteItem Item((AgendaItem Item, string Number, int Depth) row, bool over) => new(row.Number, row.Item.Title, row.Depth, Say("site.item." + (over, row.Item.Phase) switch
    {
        (true, ItemPhase.Planned) => "not-reached",
        (true, ItemPhase.Open) => "begun",
        var (_, phase) => Key(phase),
    }), row.Item.Phase == ItemPhase.Open && !over);

    private string TimesOf(Plenary plenary)
    {
        var voice = new Voice(_sentences, Now, _snapshot.Words) { Day = plenary.Starts };
        return Say("site.times", voice.Clock(plenary.OpenedAt ?? plenary.Starts), voice.Clock(plenary.AdjournedAt ?? plenary.Ends), Now.Charter!.Zone);
    }

    /// <summary>Votes as the minutes tell them; what was kept out of the minutes is in none.</summary>
    private IEnumerable<SiteVote> VotesOf()
    {
        var chronicle = Chronicle.Of(Now.Id, _entries);
        foreach (var ballot in chronicle.Sittings.Values.SelectMany(sitting => sitting.Lines).Select(line => line.Declares).OfType<Ballot>().DistinctBy(ballot => ballot.Id).OrderBy(ballot => ballot.Number))
        {
            if (PopoloRecord.Of(_snapshot, ballot.Id) is not { } record || Now.Find(ballot.Id) is not { Result: { } result } taken)
                continue;
            var voice = new Voice(_sentences, Now, _snapshot.Words) { Day = taken.OpenedAt };
            yield return new(
                record, taken.Title, Say("site.plenary", Now.Plenaries[taken.Plenary].Number), voice.DateAndClock(taken.OpenedAt), voice.Counts(taken, result),
                Say("site.passed." + record.VoteEvent.Result) + " · " + voice.Needed(taken, result), taken.VoidReason is { } why ? Say("site.void", why) : null);
        }
    }

    private static string Key(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
