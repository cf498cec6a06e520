using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Says phrases in words: names as they are known now, times in the assembly's zone.</summary>
internal sealed class Voice(Sentences sentences, Proceedings now, ImmutableDictionary<MatterId, string> words)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(now.Charter!.Zone);

    /// <summary>How a name or another text stands within a sentence.</summary>
    public Func<string, string> Alone { get; init; } = text => text;

    /// <summary>The day whose times go without a date.</summary>
    public DateTimeOffset Day { get; init; }

    /// <summary>Between Unicode isolates, as papers need it; isolates of its own would end ours.</summary>
    public static string Isolated(string text) => "\u2068" + string.Concat(text.Where(sign => sign is not (>= '\u2066' and <= '\u2069'))) + "\u2069";

    /// <summary>The sentence.</summary>
    public string Say(Phrase phrase) => sentences.Say(phrase.Key, phrase.Parts.Select(Word));

    /// <summary>A sentence by its key.</summary>
    public string Say(string key, params ImmutableArray<object> parts) => Say(new Phrase(key, parts));

    /// <summary>A time of the assembly's zone, with its date where it is of another day than the plenary's.</summary>
    public string Clock(DateTimeOffset at)
    {
        var local = Local(at);
        return local.ToString(local.Date == Local(Day).Date ? "HH:mm" : "d MMM HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The day of a time in the assembly's zone.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>A day in full.</summary>
    public string Date(DateTimeOffset at) => Local(at).ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day and its time.</summary>
    public string DateAndClock(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Somebody's name; null while unknown or once erased.</summary>
    public string? KnownName(ParticipantId id) => (now.Find(id) is { } person ? person.Name ?? person.MinutesName : null) is { } name ? words.GetValueOrDefault(name.Id) : null;

    /// <summary>Somebody's name, or their seat.</summary>
    public string NameOf(ParticipantId id) => KnownName(id) ?? now.Find(id) switch
    {
        { Erased: true } => sentences.Say("person.erased"),
        { Member: { } member, Head: true } => sentences.Say("person.head", now.NameOf(member)),
        { Member: { } member, Seat: > 0 and var seat } => sentences.Say("person.delegate", seat, now.NameOf(member)),
        { Member: { } member } => now.NameOf(member),
        _ => sentences.Say("person.unnamed"),
    };

    /// <summary>Votes as people say them: "41 for · 20 against · 13 abstain".</summary>
    public string Counts(Ballot ballot, Result result) => ballot switch
    {
        { Kind: BallotKind.Question } => Say("told.counts", result.Figures[Option.For], result.Figures[Option.Against], result.Figures[Option.Abstain]),
        { Kind: BallotKind.Versus, Amendment: not null } => Say("told.counts.amendment", result.Figures[Option.Amendment], result.Figures[Option.Original], result.Figures[Option.Abstain]),
        _ => string.Join(" · ", ballot.Options.Select(option => Say("told.count", Label(option), result.Figures[option.Key]))),
    };

    /// <summary>What was needed, and of what.</summary>
    public string Needed(Ballot ballot, Result result) => ballot.Kind is BallotKind.Versus or BallotKind.Several && ballot.Majority.Numerator == 0
        ? Say("told.needed.most", result.Rule, result.Base) : Say("told.needed", result.Needed, result.Rule, result.Base);

    /// <summary>An option in words.</summary>
    public string Label(Option option) => option.Nominee is { } nominee ? NameOf(nominee)
        : option.Motion is { } motion && now.Find(motion) is { } proposal ? Say("told.option.motion", proposal.Title, proposal.Number)
        : option.Label is { } label ? Isolated(label)
        : Say("told.option." + option.Key);

    /// <summary>What a slip says, its parts with their votes where it has several.</summary>
    private string SaySlip(Slip slip) => string.Join(", ", slip.Shares.Select(share =>
    {
        var marked = string.Join(", ", slip.Ballot.Options.Where(option => share.Options.Contains(option.Key, StringComparer.Ordinal)).Select(Label));
        return slip.Shares.Length > 1 ? Say("told.share", marked, share.Votes) : marked;
    }));

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    private object Word(object part) => part switch
    {
        string text => Alone(text),
        Phrase phrase => Say(phrase),
        Slip slip => SaySlip(slip),
        DateTimeOffset at => Clock(at),
        ParticipantId person => KnownName(person) is { } name && now.Find(person)?.Member is { } member
            ? sentences.Say("told.person", Alone(name), Alone(now.NameOf(member))) : Alone(NameOf(person)),
        Enum state => sentences.Say($"word.{state.GetType().Name}.{JsonNamingPolicy.CamelCase.ConvertName(state.ToString())}"),
        _ => part,
    };
}
