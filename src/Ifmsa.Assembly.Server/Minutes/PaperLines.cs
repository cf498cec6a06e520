using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Server.Documents;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Lines as a paper sets them: with texts of motions, figures, tables and who voted how.</summary>
internal sealed class PaperLines(Proceedings now, Voice voice)
{
    /// <summary>A line, with the remarks made on it as entries of their own.</summary>
    public IEnumerable<MinutesEntry> Of(MinutesLine line, IEnumerable<string> remarks)
    {
        yield return Of(line);
        foreach (var remark in remarks)
            yield return Entry(line, MinutesEntryKind.Remark, Voice.Isolated(remark));
    }

    private MinutesEntry Of(MinutesLine line)
    {
        var motion = line.Puts is { } put ? now.Find(put) : null;
        // The state has the single votes; the line has the result as it was declared.
        var ballot = line.Declares is { } declared ? now.Find(declared.Id) is { } known ? known with { Result = declared.Result } : declared : null;
        var notes = (ballot is null ? [] : Notes(ballot)).Concat(line.CorrectedBy is { } by ? [voice.Say("told.corrected-by", by.Sequence)] : []).ToList();
        return Entry(line, KindOf(line), Rewordings.TryGetValue(line.Entry.Sequence, out var own) ? Voice.Isolated(own) : voice.Say(line.Text)) with
        {
            Motion = line.Motion is { } about || (about = line.Puts ?? ballot?.Motion ?? default) != default ? now.Find(about)?.Number : null,
            Fixed = Sitting is { } sitting && line.IsFixed(sitting) ? true : null,
            Heading = line.Heading is { } heading ? voice.Say(heading) : null,
            Particulars = motion is null ? null : [.. ParticularsOf(motion, line)],
            Paragraphs = line.Readings.FirstOrDefault(reading => reading.Label is null) is { } reading ? Paragraphs(reading.Text) : null,
            Tally = ballot?.Result is { } result ? TallyOf(ballot, result) : null,
            Figures = line.Roll.IsEmpty ? ballot is { Result: { } votes } && HasTable(ballot) ? Candidates(ballot, votes) : null : Roll(line),
            Choices = line.Roll.IsEmpty ? ballot is { Method: not BallotMethod.Placards, Disclosure: Disclosure.Named } ? Choices(ballot) : null : PresentOf(line),
            Article = line.Article is { } article ? voice.Say(article) : null,
            Note = notes.Count > 0 ? string.Join(' ', notes) : null,
            Amendments = line.Amendments.IsEmpty ? null : [.. line.Amendments.Select(fate => new Particular(voice.Say(fate.Amendment), voice.Say("told.fate", fate.Proposer, fate.Phase)))],
            Texts = Texts(line) is { Count: > 0 } texts ? texts : null,
        };
    }

    private MinutesEntry Entry(MinutesLine line, MinutesEntryKind kind, string text) =>
        new() { Sequence = line.Entry.Sequence, Time = voice.Clock(line.Entry.At), Kind = kind, Text = text };

    private static MinutesEntryKind KindOf(MinutesLine line) => line.Kind switch
    {
        LineKind.RollCall => MinutesEntryKind.RollCall,
        LineKind.Motion => MinutesEntryKind.Motion,
        LineKind.Vote => MinutesEntryKind.Vote,
        LineKind.Election => MinutesEntryKind.Election,
        LineKind.Correction => MinutesEntryKind.Correction,
        LineKind.Plenary or LineKind.Quorum or LineKind.Presence or LineKind.Agenda or LineKind.Speech or LineKind.Chair or LineKind.Appointment or LineKind.Signature => MinutesEntryKind.Text,
    };

    private List<LabelledText> Texts(MinutesLine line) =>
        [.. line.Readings.SelectMany(reading => reading.Label is { } label ? (LabelledText[])[new(voice.Say(label), Paragraphs(reading.Text))] : [])];

    internal static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<Particular> ParticularsOf(Motion motion, MinutesLine line)
    {
        if (motion.Bloc.IsEmpty && line.Entry.Fact is not BlocPut)
        {
            var proposer = motion.Proposer is { } by ? now.NameOf(by) : voice.Say("told.proposer.body");
            yield return new(voice.Say("told.label.proposer"), line.ProposedBy is { } first && first != motion.Proposer ? voice.Say("told.then", now.NameOf(first), proposer) : proposer);
        }
        if (!motion.CoSubmitters.IsEmpty)
            yield return new(voice.Say("told.label.with"), string.Join(", ", motion.CoSubmitters.Select(now.NameOf)));
        if (motion.Seconder is { } seconder)
            yield return new(voice.Say("told.label.seconder"), now.NameOf(seconder));
        if (now.Rules?.Decision(motion.Decision) is { } rule)
            yield return new(voice.Say("told.label.kind"), $"{rule.Title} ({now.Rules.MajorityFor(motion.Decision).Title})");
    }

    private Tally TallyOf(Ballot ballot, Result result) => new(
        !HasTable(ballot) ? voice.Counts(ballot, result) : voice.Say("told.votes-cast", result.Figures.Values.Sum(), result.Entitled),
        voice.Needed(ballot, result),
        voice.Say("told.verdict." + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(result.Verdict.ToString())));

    /// <summary>Nominees and proposals stand in a table; for and against, or two texts, on one line.</summary>
    private static bool HasTable(Ballot ballot) => ballot.Options.Any(option => option.Nominee is not null || option.Motion is not null || option.Label is not null);

    private FigureTable Candidates(Ballot ballot, Result result) => new(
        [voice.Say(ballot.Kind == BallotKind.Choice ? "told.column.nominee" : "told.column.proposal"), voice.Say("told.column.votes")],
        [.. ballot.Options.Select(option => (IReadOnlyList<string>)[voice.Label(option), $"{result.Figures[option.Key]}"])]);

    private List<NamesByChoice>? Choices(Ballot ballot)
    {
        var choices = ballot.Options
            .Select(option => new NamesByChoice(voice.Label(option),
            [
                .. ballot.Casts.Where(cast => cast.Value.Counts && cast.Value.Shares.Any(share => share.Options.Contains(option.Key, StringComparer.Ordinal))).Select(cast => Voted(ballot, cast.Key, cast.Value, option)).Order(StringComparer.InvariantCultureIgnoreCase),
            ]))
            .Where(choice => choice.Names.Count > 0).ToList();
        return choices.Count > 0 ? choices : null;
    }

    /// <summary>A member's name, with the votes it gave where it has several, and whoever cast them for it.</summary>
    private string Voted(Ballot ballot, Voter voter, Cast cast, Option option)
    {
        var (elector, votes) = (ballot.Electorate[voter], cast.Shares.Where(share => share.Options.Contains(option.Key, StringComparer.Ordinal)).Sum(share => share.Votes));
        var name = elector.Votes > 1 ? voice.Say("told.share", now.NameOf(voter.Member), votes) : now.NameOf(voter.Member);
        return elector.Holder is { } holder ? voice.Say("told.by-proxy", name, now.NameOf(holder)) : name;
    }

    private IEnumerable<string> Notes(Ballot ballot)
    {
        if (ballot.Result is { Also: { } also })
            yield return voice.Say(also.Carried ? "told.note.also" : "told.note.also-missed", also.Rule, also.Needed, also.Base, also.Article);
        if (ballot.Minutes is { } minutes)
            yield return voice.Say("told.note.minutes", minutes.Number, minutes.Name ?? now.Charter!.Name, minutes.Sha256);
        if (ballot.Result is { Turnout: { } turnout })
            yield return voice.Say(turnout.Met ? "told.note.turnout" : "told.note.turnout-missed", turnout.Given, turnout.Needed, turnout.Article);
        if (ballot.Method == BallotMethod.Placards)
        {
            // Who typed the figures in answers for them.
            if (ballot.PlacardFigures is not null && ballot.Phase != BallotPhase.Open)
                yield return voice.Say("told.note.placards", FiguresBy(ballot) is { } by ? (object)by : "–");
            yield break;
        }
        yield return voice.Say("told.note.phones", ballot.VotersOf.Keys.Count(ballot.HasVoted), ballot.VotersOf.Count);
        if (ballot.Casts.Values.Count(cast => cast is { Provenance: Provenance.Entered, Counts: true }) is > 0 and var entered)
            yield return voice.Say("told.note.entered", entered);
        if (ballot.Casts.Values.Count(cast => !cast.Counts) is > 0 and var unconfirmed)
            yield return voice.Say("told.note.unconfirmed", unconfirmed);
        if (ballot.Casts.Values.Count(cast => cast.Provenance == Provenance.Tablet) is > 0 and var atTablet)
            yield return voice.Say("told.note.tablet", atTablet);
        if (ballot.Papers.Values.Where(block => block.Counts).Sum(block => block.Members.Count) is > 0 and var onPaper)
            yield return voice.Say("told.note.paper", onPaper);
        if (ballot.Disclosure == Disclosure.Totals)
            yield return voice.Say("told.note.totals");
    }

    /// <summary>Who entered the figures of a vote by placards; set by whoever knows the entries.</summary>
    public Func<Ballot, ParticipantId?> FiguresBy { get; init; } = _ => null;

    /// <summary>The sitting the lines are of, where their sentences can be worded.</summary>
    public Sitting? Sitting { get; init; }

    /// <summary>Sentences in the secretary's words, by the sequence of their entry.</summary>
    public IReadOnlyDictionary<long, string> Rewordings { get; init; } = new Dictionary<long, string>();

    private FigureTable Roll(MinutesLine line) => new(
        [voice.Say("told.column.status"), voice.Say("told.column.on-roll"), voice.Say("told.column.with-vote"), voice.Say("told.column.present")],
        [.. line.Roll.Select(row => (IReadOnlyList<string>)[StatusOf(row), $"{row.OnRoll}", $"{row.WithVote}", $"{row.Present.Length}"])],
        [voice.Say("told.row.all"), $"{line.Roll.Sum(row => row.OnRoll)}", $"{line.Roll.Sum(row => row.WithVote)}", $"{line.Roll.Sum(row => row.Present.Length)}"]);

    private List<NamesByChoice> PresentOf(MinutesLine line) =>
        [.. line.Roll.Where(row => row.Present.Length > 0).Select(row => new NamesByChoice(StatusOf(row), row.Present))];

    private string StatusOf(RollRow row) => voice.Say("told.status." + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(row.Status.ToString()));
}
