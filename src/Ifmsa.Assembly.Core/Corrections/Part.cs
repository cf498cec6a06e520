using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Corrections;

/// <summary>A part of the proceedings that an act can change and a reversal put back.</summary>
public abstract class Part
{
    /// <summary>All parts; ballots are absent, since a vote is voided and never undone.</summary>
    internal static ImmutableArray<Part> All { get; } =
    [
        new Many<MemberId, Federation.Member>(now => now.Members, (now, all) => now with { Members = all }),
        new Many<ParticipantId, Federation.Participant>(now => now.Participants, (now, all) => now with { Participants = all }),
        new Many<DeviceId, ParticipantId>(now => now.Devices, (now, all) => now with { Devices = all }),
        new Many<DeviceId, Credentials.DeviceRequest>(now => now.DeviceRequests, (now, all) => now with { DeviceRequests = all }),
        new Many<MemberId, Credentials.Card>(now => now.Cards, (now, all) => now with { Cards = all }),
        new Many<MemberId, Credentials.Presence>(now => now.Presences, (now, all) => now with { Presences = all }),
        new Many<ReportId, Credentials.CredentialsReport>(now => now.Reports, (now, all) => now with { Reports = all }),
        new Many<MotionId, Motions.Membership>(now => now.Memberships, (now, all) => now with { Memberships = all }),
        new Many<MemberId, Credentials.Proxy>(now => now.Proxies, (now, all) => now with { Proxies = all }),
        new Many<LetterId, MemberId>(now => now.Letters, (now, all) => now with { Letters = all }),
        new Many<MemberId, ImmutableArray<ParticipantId>>(now => now.NamedVoters, (now, all) => now with { NamedVoters = all }),
        new Many<PlenaryId, Plenaries.Plenary>(now => now.Plenaries, (now, all) => now with { Plenaries = all }),
        new Many<ItemId, Agenda.AgendaItem>(now => now.Items, (now, all) => now with { Items = all }),
        new Many<MotionId, Motions.Motion>(now => now.Motions, (now, all) => now with { Motions = all }),
        new Many<AmendmentId, Motions.Amendment>(now => now.Amendments, (now, all) => now with { Amendments = all }),
        new Many<ProceduralId, Debate.ProceduralMotion>(now => now.Procedurals, (now, all) => now with { Procedurals = all }),
        new Many<RulingId, Debate.Ruling>(now => now.Rulings, (now, all) => now with { Rulings = all }),
        new Many<PointId, Debate.Point>(now => now.Points, (now, all) => now with { Points = all }),
        new Many<SpeakersListId, Debate.SpeakersList>(now => now.SpeakersLists, (now, all) => now with { SpeakersLists = all }),
        new Many<ElectionId, Elections.Election>(now => now.Elections, (now, all) => now with { Elections = all }),
        new Many<PlenaryId, Minutes.PlenaryMinutes>(now => now.AllMinutes, (now, all) => now with { AllMinutes = all }),
        new One<Minutes.MinutesCitation?>(now => now.MinutesPut, (now, minutes) => now with { MinutesPut = minutes }),
        new One<ImmutableList<(Minutes.MinutesCitation, Minutes.Adoption)>>(now => now.AdoptedForOthers, (now, adopted) => now with { AdoptedForOthers = adopted }),
        new One<ReportId?>(now => now.Register, (now, report) => now with { Register = report }),
        new One<ImmutableList<ItemId>>(now => now.ItemOrder, (now, order) => now with { ItemOrder = order }),
        new One<ImmutableList<Debate.Speech>>(now => now.SpeechQueue, (now, queue) => now with { SpeechQueue = queue }),
        new One<ImmutableList<Debate.SpeechDone>>(now => now.Spoken, (now, spoken) => now with { Spoken = spoken }),
        new One<Plenaries.Floor>(now => now.Floor, (now, floor) => now with { Floor = floor }),
        new One<ImmutableSortedSet<string>>(now => now.SuspendedRules, (now, rules) => now with { SuspendedRules = rules }),
        new One<DateTimeOffset?>(now => now.SubmissionDeadline, (now, deadline) => now with { SubmissionDeadline = deadline }),
        new One<Plenaries.Chairing>(now => now.Chairing, (now, chairing) => now with { Chairing = chairing }),
        new One<PlenaryId?>(now => now.CurrentPlenary, (now, plenary) => now with { CurrentPlenary = plenary }),
        new One<Federation.Charter?>(now => now.Charter, (now, charter) => now with { Charter = charter }),
        new One<Bylaws.BylawsInForce?>(now => now.Bylaws, (now, bylaws) => now with { Bylaws = bylaws }),
    ];

    /// <summary>The votes given to other members.</summary>
    internal static Part OfProxies { get; } = All.OfType<Many<MemberId, Credentials.Proxy>>().Single();

    /// <summary>What the stage of a plenary carries: once it has changed, the stage cannot be taken from under it.</summary>
    internal static ImmutableArray<Part> OnStage { get; } =
        [All.OfType<One<Plenaries.Floor>>().Single(), All.OfType<One<PlenaryId?>>().Single()];

    /// <summary>What differs between two states, as keys of this part.</summary>
    internal abstract IEnumerable<object?> Changed(Proceedings before, Proceedings after);

    /// <summary>A thing as it stands; null when it is not there.</summary>
    internal abstract object? Read(Proceedings now, object? key);

    /// <summary>The state with a thing put back as it was; null removes it.</summary>
    internal abstract Proceedings Write(Proceedings now, object? key, object? value);

    private sealed class Many<TKey, TValue>(
        Func<Proceedings, ImmutableDictionary<TKey, TValue>> read,
        Func<Proceedings, ImmutableDictionary<TKey, TValue>, Proceedings> write) : Part
        where TKey : struct
    {
        internal override IEnumerable<object?> Changed(Proceedings before, Proceedings after)
        {
            var (old, young) = (read(before), read(after));
            if (ReferenceEquals(old, young))
                yield break;
            foreach (var (key, value) in young)
            {
                if (!old.TryGetValue(key, out var was) || !Equals(was, value))
                    yield return key;
            }
            foreach (var key in old.Keys.Where(key => !young.ContainsKey(key)))
                yield return key;
        }

        internal override object? Read(Proceedings now, object? key) => read(now).TryGetValue((TKey)key!, out var value) ? value : null;

        internal override Proceedings Write(Proceedings now, object? key, object? value) =>
            write(now, value is null ? read(now).Remove((TKey)key!) : read(now).SetItem((TKey)key!, (TValue)value));
    }

    private sealed class One<TValue>(Func<Proceedings, TValue> read, Func<Proceedings, TValue, Proceedings> write) : Part
    {
        internal override IEnumerable<object?> Changed(Proceedings before, Proceedings after)
        {
            if (!Equals(read(before), read(after)))
                yield return null;
        }

        internal override object? Read(Proceedings now, object? key) => read(now);

        internal override Proceedings Write(Proceedings now, object? key, object? value) => write(now, (TValue)value!);
    }
}
