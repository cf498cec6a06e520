using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>The papers of one plenary, made from its journal up to a committed state.</summary>
internal sealed class MinutesPapers
{
    private readonly Snapshot _snapshot;
    private readonly Chronicle _chronicle;
    private readonly Sitting _sitting;
    private readonly Plenary _plenary;
    private readonly PaperWords _words;
    private readonly PlenaryMinutes _state;
    private readonly Voice _voice;

    private MinutesPapers(Snapshot snapshot, Chronicle chronicle, Sitting sitting, Plenary plenary, Sentences sentences, PaperWords words)
    {
        (_snapshot, _chronicle, _sitting, _plenary, _words, _state) = (snapshot, chronicle, sitting, plenary, words, snapshot.Now.MinutesOf(plenary.Id));
        _voice = new(sentences, snapshot.Now, snapshot.Words) { Alone = Voice.Isolated, Day = plenary.OpenedAt ?? plenary.Starts };
    }

    /// <summary>The plenary's number.</summary>
    public int Number => _plenary.Number;

    private Proceedings Now => _snapshot.Now;

    /// <summary>The papers of a plenary whose roll was called; null for any other.</summary>
    public static MinutesPapers? Of(Snapshot snapshot, IEnumerable<Entry> entries, PlenaryId plenary, Sentences sentences, PaperWords words)
    {
        return Of(snapshot, Chronicle.Of(snapshot.Now.Id, entries.TakeWhile(entry => entry.Sequence <= snapshot.Now.Sequence)), plenary, sentences, words);
    }

    /// <summary>The same from a chronicle that goes as far as the state.</summary>
    public static MinutesPapers? Of(Snapshot snapshot, Chronicle chronicle, PlenaryId plenary, Sentences sentences, PaperWords words)
    {
        return snapshot.Now.Find(plenary) is { Phase: not PlenaryPhase.Planned } found && chronicle.Sittings.TryGetValue(plenary, out var sitting)
            ? new(snapshot, chronicle, sitting, found, sentences, words) : null;
    }

    /// <summary>The minutes: word for word as they were put or circulated, and before that as journal and secretary have them now.</summary>
    public MinutesPaper Minutes() => Kept() is not { } kept ? Drafted() : kept with
    {
        Words = _words.Texts,
        Status = Status,
        Signatures = [Signature(Duty.Chair, Who.Chair | Who.ViceChair), Signature(Duty.Secretary, Who.Secretary)],
        Adopted = _state.Adoption is { } adoption ? new AdoptionSentence(Now, _voice).Of(adoption) : null,
    };

    /// <summary>The minutes as they were circulated; null before.</summary>
    public MinutesPaper? Circulated() => MinutesText.Read(_snapshot.Words, _state.Circulated);

    /// <summary>The text as it is kept and hashed, byte for byte: what was put, or what was circulated where nothing has been put; null before.</summary>
    public string? Text() => (_state.Phase is MinutesPhase.Put or MinutesPhase.Adopted or MinutesPhase.Published ? _state.Put : _state.Circulated) is { } kept ? _snapshot.Words.GetValueOrDefault(kept.Words) : null;

    private MinutesPaper? Kept() => _state.Phase switch
    {
        MinutesPhase.Draft or MinutesPhase.Reviewed => null,
        // What has been taken up is read with the text before anybody votes on it.
        MinutesPhase.Circulated => Circulated() is { } text ? MinutesText.Corrected(text, _state, _snapshot.Words, CorrectionSentence.Of(Now, _voice)) : null,
        MinutesPhase.Put or MinutesPhase.Adopted or MinutesPhase.Published => MinutesText.Read(_snapshot.Words, _state.Put),
    };

    private PaperStatus Status => _state.Phase switch
    {
        MinutesPhase.Published => PaperStatus.Published,
        MinutesPhase.Adopted => PaperStatus.Adopted,
        MinutesPhase.Circulated or MinutesPhase.Put => PaperStatus.Circulated,
        _ when _sitting.SignatureOf(Who.Chair | Who.ViceChair, _state) is not null && _sitting.SignatureOf(Who.Secretary, _state) is not null => PaperStatus.Signed,
        MinutesPhase.Reviewed => PaperStatus.Reviewed,
        _ => PaperStatus.Draft,
    };

    /// <summary>The minutes as journal and secretary have them now.</summary>
    public MinutesPaper Drafted() => new()
    {
        Language = _words.Language,
        Words = _words.Texts,
        Dated = Now.At,
        Status = Status,
        Assembly = Charter.Name,
        Plenary = _plenary.Number,
        Date = _voice.Date(_plenary.OpenedAt ?? _plenary.Starts),
        Venue = _plenary.Venue,
        Opened = _plenary.OpenedAt is { } opened ? _voice.Clock(opened) : "–",
        Adjourned = _plenary.AdjournedAt is { } adjourned ? _voice.Clock(adjourned) : null,
        Officers = [.. _sitting.Officers.OrderBy(officer => RankOf(officer.Duty)).Select(Officer)],
        Items = [.. Items()],
        Signatures = [Signature(Duty.Chair, Who.Chair | Who.ViceChair), Signature(Duty.Secretary, Who.Secretary)],
        Journal = Mark,
    };

    /// <summary>The page of decisions; null before the adjournment.</summary>
    public DecisionsPaper? Decisions() => _sitting.AtAdjournment is { } then ? new()
    {
        Language = _words.Language,
        Words = _words.Texts,
        Dated = Now.At,
        Assembly = Charter.Name,
        Plenary = _plenary.Number,
        Date = _voice.Date(_plenary.OpenedAt ?? _plenary.Starts),
        Venue = _plenary.Venue,
        Adjourned = _plenary.AdjournedAt is { } adjourned ? _voice.Clock(adjourned) : null,
        Decisions = [.. new Decided(_sitting, _voice, NumbersOf(Now)).All()],
        CarriedOver = [.. new LeftOver(then, _plenary.Id, _voice, NumbersOf(then)).All()],
        Journal = Mark,
    } : null;

    private Charter Charter => Now.Charter ?? throw new InvalidOperationException("The assembly has no charter.");

    private JournalMark Mark => new(Now.Sequence, _snapshot.Head[..8]);

    private Dictionary<ItemId, string> NumbersOf(Proceedings now) => now.AgendaInOrder(_plenary.Id).ToDictionary(row => row.Item.Id, row => row.Number);

    private IEnumerable<MinutesItem> Items()
    {
        var lines = new PaperLines(Now, _voice) { FiguresBy = FiguresBy, Sitting = _sitting, Rewordings = Rewordings.Of(_sitting, _state, _snapshot.Words) };
        var remarks = RemarksByLine.Of(_chronicle, _sitting, _snapshot.Words);
        // What no item holds goes with what came before it; the first of it opens the minutes.
        var byItem = new List<(ItemId? Item, List<MinutesEntry> Entries)>();
        ItemId? last = null;
        foreach (var line in _sitting.Lines)
        {
            last = line.Item ?? last;
            if (byItem.Find(row => row.Item == last) is not { Entries: { } entries })
                byItem.Add((last, entries = []));
            entries.AddRange(lines.Of(line, remarks[line.Entry.Sequence].Select(remark => remark.Text)));
        }
        foreach (var (_, entries) in byItem.Where(row => row.Item is null))
            yield return new("", _voice.Say("told.opening"), entries);
        var agenda = Now.AgendaInOrder(_plenary.Id).Select(row => (row.Item.Id, row.Number, row.Item.Title)).ToList();
        foreach (var (id, number, title) in agenda)
            yield return new(number, title, byItem.Find(row => row.Item == id).Entries ?? []);
        // An item moved to another plenary leaves behind what was said on it here.
        foreach (var (item, entries) in byItem.Where(row => row.Item is { } id && agenda.TrueForAll(known => known.Id != id)))
            yield return new("", Now.Find(item.GetValueOrDefault())?.Title ?? "", entries);
    }

    private ParticipantId? FiguresBy(Ballot ballot) => _chronicle.FiguresBy.TryGetValue(ballot.Id, out var by) ? by : null;

    private PaperOfficer Officer(SittingOfficer officer)
    {
        var member = Now.Find(officer.Participant)?.Member is { } id ? Now.Find(id) : null;
        return new(RoleOf(officer.Duty), _voice.NameOf(officer.Participant), member?.ShortName ?? "", member?.Country ?? "");
    }

    private PaperSignature Signature(Duty duty, Who capacity)
    {
        var signed = _sitting.SignatureOf(capacity, _state);
        var who = signed?.Participant ?? _sitting.Officers.FindLast(officer => officer.Duty == duty)?.Participant;
        var member = who is { } person ? Now.Find(person)?.Member : null;
        return new(
            RoleOf(duty == Duty.Chair && signed is { } by && (by.Roles & Who.Chair) == Who.None ? Duty.ViceChair : duty),
            who is { } id ? _voice.NameOf(id) : "–",
            member is { } nmo ? Now.NameOf(nmo) : null,
            signed is { } done ? _voice.NameOf(done.Participant) : null,
            signed is { } at ? _voice.Say("told.signed-up-to", _voice.DateAndClock(at.Signature.At), at.Signature.UpTo) : null);
    }

    private string RoleOf(Duty duty) => _voice.Say("told.role." + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(duty.ToString()));

    private static int RankOf(Duty duty) => duty switch
    {
        Duty.Chair => 0,
        Duty.ViceChair => 1,
        Duty.Executive => 2,
        Duty.Secretary => 3,
        Duty.Assistant => 4,
        _ => 5,
    };
}
