using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>In which order those who wait are called: by the rulebook's criteria in turn; the first that tells two apart decides, and the earlier request where none does.</summary>
public static class SpeakingOrder
{
    /// <summary>Who is called next on a list, or of those on none; null when nobody waits there.</summary>
    public static Speech? Next(Proceedings now, SpeakersList? list) => Of(now, list).FirstOrDefault();

    /// <summary>All who wait on a list, or on none, as they would be called if nobody else asked.</summary>
    public static IEnumerable<Speech> Of(Proceedings now, SpeakersList? list)
    {
        var waiting = now.SpeechQueue.Where(speech => speech.List == list?.Id).ToList();
        if (list is null)
            return waiting;
        return InTurn(now, now.Rules!.Speaking.Order, waiting, Heard.On(now, list));
    }

    private static IEnumerable<Speech> InTurn(Proceedings now, ImmutableArray<CallOrder> order, List<Speech> waiting, Heard heard)
    {
        while (waiting.Count > 0)
        {
            var next = waiting[0];
            foreach (var other in waiting.Skip(1))
            {
                if (Precedes(now, order, heard, other, next))
                    next = other;
            }
            yield return next;
            waiting.Remove(next);
            heard.Add(now, next);
        }
    }

    /// <summary>Whether a later request goes before an earlier one.</summary>
    private static bool Precedes(Proceedings now, ImmutableArray<CallOrder> order, Heard heard, Speech later, Speech earlier)
    {
        foreach (var criterion in order)
        {
            var compared = criterion switch
            {
                CallOrder.FirstCome => 1,
                CallOrder.NotYetSpoken => heard.HasSpoken(later).CompareTo(heard.HasSpoken(earlier)),
                CallOrder.Alternating => heard.OutOfTurn(later).CompareTo(heard.OutOfTurn(earlier)),
                CallOrder.Regions => heard.OfRegion(now, later).CompareTo(heard.OfRegion(now, earlier)),
            };
            if (compared != 0)
                return compared < 0;
        }
        return false;
    }

    /// <summary>Who has been heard on a matter.</summary>
    private sealed class Heard
    {
        private readonly HashSet<(MemberId?, ParticipantId?)> _delegations = [];
        private readonly Dictionary<string, int> _regions = new(StringComparer.Ordinal);
        private Side? _last;

        public static Heard On(Proceedings now, SpeakersList list)
        {
            var heard = new Heard();
            foreach (var done in now.Spoken.Where(done => IsOnSameMatter(now, done.Speech.List, list)))
                heard.Add(now, done.Speech, onList: done.Speech.List == list.Id);
            if (now.Floor.Speaking is { } speaking && IsOnSameMatter(now, speaking.Speech.List, list))
                heard.Add(now, speaking.Speech, onList: speaking.Speech.List == list.Id);
            return heard;
        }

        public void Add(Proceedings now, Speech speech) => Add(now, speech, onList: true);

        public bool HasSpoken(Speech speech) => _delegations.Contains(Delegation(speech));

        /// <summary>Whether it is the other side's turn; for begins.</summary>
        public bool OutOfTurn(Speech speech) => speech.Side == (_last ?? Side.Against);

        public int OfRegion(Proceedings now, Speech speech) => _regions.GetValueOrDefault(Region(now, speech));

        private void Add(Proceedings now, Speech speech, bool onList)
        {
            _delegations.Add(Delegation(speech));
            if (!onList)
                return;
            _last = speech.Side ?? _last;
            var region = Region(now, speech);
            _regions[region] = _regions.GetValueOrDefault(region) + 1;
        }

        private static (MemberId?, ParticipantId?) Delegation(Speech speech) => speech.Member is { } member ? (member, null) : (null, speech.Participant);

        private static string Region(Proceedings now, Speech speech) => speech.Member is { } member && now.Find(member) is { } found ? found.Region : "";

        private static bool IsOnSameMatter(Proceedings now, SpeakersListId? spoken, SpeakersList list) =>
            spoken is { } id && (id == list.Id || (now.Find(id) is { } other && other.Motion == list.Motion && other.Procedural == list.Procedural && (list.Motion is not null || list.Procedural is not null || other.Item == list.Item)));
    }
}
