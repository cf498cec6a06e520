using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>
/// Looks at acts on minutes before the writer does: the core knows entries and hashes, the sentences and the other assemblies are here. Any thread.
/// </summary>
public sealed class MinutesDesk(Sentences sentences, IOptions<PressSettings> press)
{
    private readonly ConcurrentDictionary<AssemblyId, Told> _told = new();

    /// <summary>Whether an act is one of those.</summary>
    public static bool LooksAt(Command command) => command is RewordEntry or RemarkEntry or CirculateMinutes or ProposeCorrection or PutMinutes or PresentMinutes or RecordAdoption;

    /// <summary>The act as the writer takes it, or why it is not taken.</summary>
    /// <param name="hall">Where it is given.</param>
    /// <param name="by">Whose act it is; who may not give it hears so from the writer.</param>
    /// <param name="command">The act.</param>
    /// <param name="others">Finds the proceedings of another assembly of this installation.</param>
    /// <param name="cancellation">Whoever asks has given up.</param>
    internal async Task<(Command Command, Refusal? Refusal)> LookAtAsync(Hall hall, Credential by, Command command, Func<AssemblyId, Proceedings?> others, CancellationToken cancellation)
    {
        // What its entries tell is as far as its state; the writer's may be ahead of them.
        var snapshot = hall.Publisher.Snapshot;
        if (snapshot.Now.Order(Catalogue.Of(command), snapshot.Now.ActorOf(by)) is not null)
            return (command, null);
        return command switch
        {
            RewordEntry reword => (command, Rewording(hall, snapshot, reword)),
            RemarkEntry remark => (remark with { Plenary = ChronicleOf(hall, snapshot).SittingOf(remark.Sequence)?.Plenary }, null),
            ProposeCorrection proposed => (command, Correction(snapshot, proposed)),
            CirculateMinutes circulate => await CirculateAsync(hall, snapshot, circulate, cancellation),
            PutMinutes put => (Put(snapshot, put), null),
            // Where the other assembly is of this installation, it is called by its own name.
            PresentMinutes present => (others(present.Assembly)?.Charter is { Name: var theirs } ? present with { Name = theirs } : present, Presented(present, others)),
            RecordAdoption record => (others(record.Assembly)?.Charter is { Name: var theirs } ? record with { Name = theirs } : record, Recorded(snapshot, record, others)),
            _ => (command, null),
        };
    }

    /// <summary>The papers of a plenary whose roll was called, as it stands; null for any other.</summary>
    internal async Task<MinutesPapers?> PapersAsync(Hall hall, Snapshot snapshot, PlenaryId plenary, CancellationToken cancellation) =>
        MinutesPapers.Of(snapshot, ChronicleOf(hall, snapshot), plenary, sentences, await WordsAsync(snapshot, cancellation));

    /// <summary>The fixed words of an assembly's papers.</summary>
    internal Task<PaperWords> WordsAsync(Snapshot snapshot, CancellationToken cancellation) => PaperWords.ReadAsync(press.Value, snapshot.Now.Charter!.Languages[0], cancellation);

    /// <summary>The warnings before a plenary's minutes go to the members, by keys that stay.</summary>
    internal IReadOnlyDictionary<string, string> WarningsOf(Hall hall, Snapshot snapshot, PlenaryId plenary) =>
        ChronicleOf(hall, snapshot).Sittings.TryGetValue(plenary, out var sitting) ? Warnings.Of(snapshot.Now, sitting, VoiceOf(snapshot, plenary)) : ImmutableDictionary<string, string>.Empty;

    /// <summary>The chronicle up to a state; what was told before is not told again.</summary>
    internal Chronicle ChronicleOf(Hall hall, Snapshot snapshot)
    {
        var told = _told.GetOrAdd(snapshot.Now.Id, _ => new());
        lock (told)
        {
            if (told.Chronicle is not { } known || known.Now.Sequence <= snapshot.Now.Sequence)
            {
                var entries = hall.Publisher.Minutes.UpTo(snapshot.Now.Sequence);
                var chronicle = told.Chronicle ?? new Chronicle(Proceedings.Before(snapshot.Now.Id));
                for (; told.Taken < entries.Count; told.Taken++)
                    chronicle = chronicle.After(entries[told.Taken]);
                return told.Chronicle = chronicle;
            }
        }
        // Somebody who read an older state asks once more from the beginning, and keeps nobody waiting.
        return Chronicle.Of(snapshot.Now.Id, hall.Publisher.Minutes.UpTo(snapshot.Now.Sequence));
    }

    private Voice VoiceOf(Snapshot snapshot, PlenaryId plenary) =>
        new(sentences, snapshot.Now, snapshot.Words) { Day = snapshot.Now.Plenaries[plenary].OpenedAt ?? snapshot.Now.Plenaries[plenary].Starts };

    private Refusal? Rewording(Hall hall, Snapshot snapshot, RewordEntry reword)
    {
        if (snapshot.Now.Find(reword.Plenary) is null || !ChronicleOf(hall, snapshot).Sittings.TryGetValue(reword.Plenary, out var sitting))
            return new UnknownPlenary();
        return sitting.Lines.Find(line => line.Entry.Sequence == reword.Sequence) is not { } line ? new NoSuchLine()
            : line.IsFixed(sitting) ? new LineIsGenerated()
            : FigureCheck.Of(VoiceOf(snapshot, reword.Plenary).Say(line.Text), reword.Text);
    }

    private static Refusal? Correction(Snapshot snapshot, ProposeCorrection proposed)
    {
        if (MinutesText.Read(snapshot.Words, snapshot.Now.MinutesOf(proposed.Plenary).Circulated) is not { } text)
            return null;
        var entry = text.Items.SelectMany(item => item.Entries).FirstOrDefault(each => each.Sequence == proposed.Sequence);
        return entry is null ? new NoSuchLine()
            : proposed.Kind == CorrectionKind.Remark ? null
            : entry.Fixed == true ? new LineIsGenerated()
            : FigureCheck.Of(entry.Text, proposed.Text);
    }

    private async Task<(Command, Refusal?)> CirculateAsync(Hall hall, Snapshot snapshot, CirculateMinutes circulate, CancellationToken cancellation)
    {
        if (await PapersAsync(hall, snapshot, circulate.Plenary, cancellation) is not { } papers)
            return (circulate, new UnknownPlenary());
        var confirmed = circulate.Confirmed.IsDefault ? [] : circulate.Confirmed.ToHashSet(StringComparer.Ordinal);
        return WarningsOf(hall, snapshot, circulate.Plenary).Keys.Count(key => !confirmed.Contains(key)) is > 0 and var unread
            ? (circulate, new WarningsUnread(unread))
            : (circulate with { Composed = new(MinutesText.Of(papers.Drafted()).Write(), snapshot.Now.Sequence) }, null);
    }

    private PutMinutes Put(Snapshot snapshot, PutMinutes put) =>
        snapshot.Now.MinutesOf(put.Plenary) is { Circulated: { } circulated } state && MinutesText.Read(snapshot.Words, circulated) is { } text
            ? put with { Composed = new(MinutesText.Of(MinutesText.Corrected(text, state, snapshot.Words, CorrectionSentence.Of(snapshot.Now, new(sentences, snapshot.Now, snapshot.Words) { Alone = Voice.Isolated }))).Write(), snapshot.Now.Sequence) } : put;

    /// <summary>Where the other assembly is of this installation, its minutes are before the vote under that hash; of any other the paper says so.</summary>
    private static Refusal? Presented(PresentMinutes present, Func<AssemblyId, Proceedings?> others) =>
        others(present.Assembly) is not { Charter: not null } other
            || (other.Find(present.Plenary)?.Number == present.Number && other.MinutesOf(present.Plenary) is { Phase: MinutesPhase.Put, Put.Sha256: var hash } && hash == present.Sha256)
            ? null : new NotPutThere();

    private static Refusal? Recorded(Snapshot snapshot, RecordAdoption record, Func<AssemblyId, Proceedings?> others) =>
        others(record.Assembly) is not { Charter: not null } other ? null
        : other.AdoptedForOthers.Exists(adopted => adopted.Minutes.Assembly == snapshot.Now.Id && adopted.Minutes.Plenary == record.Plenary && adopted.Minutes.Sha256 == record.Sha256 && adopted.Adoption.Ballot == record.Ballot)
            ? null : new NotAdoptedThere();

    private sealed class Told
    {
        public Chronicle? Chronicle { get; set; }
        public int Taken { get; set; }
    }
}
