using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Journal;

/// <content>The meeting as it stands: plenary, quorum, electorate, and what is before it.</content>
public sealed partial record Proceedings
{
    /// <summary>The plenary whose roll has been called last; null before the first.</summary>
    public Plenary? Plenary => CurrentPlenary is { } id ? Plenaries[id] : null;

    /// <summary>The item of an id, or null.</summary>
    public AgendaItem? Find(ItemId id) => Items.GetValueOrDefault(id);

    /// <summary>The motion of an id, or null.</summary>
    public Motion? Find(MotionId id) => Motions.GetValueOrDefault(id);

    /// <summary>The amendment of an id, or null.</summary>
    public Amendment? Find(AmendmentId id) => Amendments.GetValueOrDefault(id);

    /// <summary>The procedural motion of an id, or null.</summary>
    public ProceduralMotion? Find(ProceduralId id) => Procedurals.GetValueOrDefault(id);

    /// <summary>The ruling of an id, or null.</summary>
    public Ruling? Find(RulingId id) => Rulings.GetValueOrDefault(id);

    /// <summary>The point of an id, or null.</summary>
    public Point? Find(PointId id) => Points.GetValueOrDefault(id);

    /// <summary>The speakers' list of an id, or null.</summary>
    public SpeakersList? Find(SpeakersListId id) => SpeakersLists.GetValueOrDefault(id);

    /// <summary>The election of an id, or null.</summary>
    public Election? Find(ElectionId id) => Elections.GetValueOrDefault(id);

    /// <summary>The report of an id, or null.</summary>
    public CredentialsReport? Find(ReportId id) => Reports.GetValueOrDefault(id);

    /// <summary>The ballot of an id, or null.</summary>
    public Ballot? Find(BallotId id) => Ballots.GetValueOrDefault(id);

    /// <summary>The plenary of an id, or null.</summary>
    public Plenary? Find(PlenaryId id) => Plenaries.GetValueOrDefault(id);

    /// <summary>The ballot that has been opened and not yet declared or voided.</summary>
    public Ballot? RunningBallot => Floor.Ballot is { } id && Ballots[id] is { IsRunning: true } ballot ? ballot : null;

    /// <summary>The floor as a pending motion goes on: the result of a question that was put meanwhile is left, a vote being taken is not.</summary>
    internal Floor FloorGoingOn => RunningBallot is null ? Floor with { Ballot = null } : Floor;

    /// <summary>The same proceedings with no motion before the plenary; a result that is still shown stays.</summary>
    internal Proceedings LeavingMotion() => this with { Floor = Floor with { Motion = null, Countdown = null, Pending = null } };

    /// <summary>Whether a member is in the hall.</summary>
    public Presence PresenceOf(MemberId member) => Presences.GetValueOrDefault(member);

    /// <summary>Whether rights at the previous assembly decide who votes, as in plenary 1 and before it.</summary>
    public bool VotesByPreviousRights => Rules is { FirstPlenary.PreviousRights: true } && Plenary is { Number: 1 } or null;

    /// <summary>Whether a member has the right to vote: in plenary 1 by its rights at the previous assembly, then by the register in force, and where that does not list it by status and standing.</summary>
    public bool HasVote(Member member) =>
        Rules is { } rules &&
        (VotesByPreviousRights ? member.PreviousRights : VotesAfterFirstPlenary(rules, member));

    /// <summary>The members that have no vote once rights at the previous assembly no longer count; a report begins with them.</summary>
    public IEnumerable<MemberId> Voteless => Rules is { } rules ? Members.Values.Where(member => !VotesAfterFirstPlenary(rules, member)).Select(member => member.Id) : [];

    private bool VotesAfterFirstPlenary(Rulebook.Rules rules, Member member) =>
        RegisterOf(member)?.Vote ?? (rules.Rights[member.Status].Vote && member.Standing == Standing.Good);

    /// <summary>What the register in force says of a member; null where it does not list it, or the plenary has decided on the member since.</summary>
    public ReportRow? RegisterOf(Member member) =>
        Register is { } id && Reports[id] is var report && report.Of(member.Id) is { } row
            && (Memberships.IsEmpty || !Memberships.Values.Any(decided => decided.Before?.Id == member.Id && decided.TakenAfter >= report.After)) ? row : null;

    /// <summary>How many votes a member has, in the plenary or in an election.</summary>
    public int VotesOf(Member member, bool election) =>
        Math.Min((election ? member.ElectionVotes : member.Votes) ?? 1, Rules?.Votes?.For(election)?.AtMost ?? 1);

    /// <summary>The quorum as it stands.</summary>
    public Quorum Quorum
    {
        get
        {
            // Asked by nearly every act's order; it stays as long as members, presence and plenary do.
            if (_counted is not { } counted || !ReferenceEquals(counted.Members, Members) || !ReferenceEquals(counted.Presences, Presences) || counted.Plenary != Plenary?.Number || !ReferenceEquals(counted.Rules, Rules)
                || counted.Register != Register || !ReferenceEquals(counted.Reports, Reports) || !ReferenceEquals(counted.Memberships, Memberships))
                _counted = counted = new(this, Counted());
            return counted.Quorum;
        }
    }

    private QuorumCount? _counted;

    private Quorum Counted()
    {
        var entitled = Members.Values.Where(HasVote).ToList();
        var present = entitled.Count(member => PresenceOf(member.Id) == Presence.Present);
        return new(present, entitled.Count, Rules!.Quorum.Needed(entitled.Count), Rules.Quorum.Article);
    }

    private sealed class QuorumCount(Proceedings at, Quorum quorum)
    {
        public ImmutableDictionary<MemberId, Member> Members { get; } = at.Members;

        public ImmutableDictionary<MemberId, Presence> Presences { get; } = at.Presences;

        public int? Plenary { get; } = at.Plenary?.Number;

        public Rulebook.Rules? Rules { get; } = at.Rules;

        public ReportId? Register { get; } = at.Register;

        public ImmutableDictionary<ReportId, CredentialsReport> Reports { get; } = at.Reports;

        public ImmutableDictionary<MotionId, Membership> Memberships { get; } = at.Memberships;

        public Quorum Quorum { get; } = quorum;
    }

    /// <summary>The members that vote in a ballot opened now: present, with the right to vote, and not having forfeited it.</summary>
    public IEnumerable<Member> Electorate => Members.Values.Where(member =>
        HasVote(member) && PresenceOf(member.Id) == Presence.Present && Cards.GetValueOrDefault(member.Id) is not { Forfeited: true });

    /// <summary>Whether a paragraph of the rules binds: it has not been suspended.</summary>
    public bool Binds(string? article) => article is null || !SuspendedRules.Contains(article);

    /// <summary>Items in reading order, each before its children.</summary>
    public IEnumerable<(AgendaItem Item, string Number, int Depth)> AgendaInOrder(PlenaryId? plenary = null) => ItemsUnder(parent: null, "", 0, plenary);

    private IEnumerable<(AgendaItem Item, string Number, int Depth)> ItemsUnder(ItemId? parent, string prefix, int depth, PlenaryId? plenary)
    {
        var place = 0;
        foreach (var item in ItemOrder.Select(id => Items[id]).Where(item => item.Parent == parent && (parent is not null || plenary is null || item.Plenary == plenary)))
        {
            var number = $"{prefix}{++place}";
            yield return (item, number, depth);
            foreach (var below in ItemsUnder(item.Id, number + ".", depth + 1, plenary))
                yield return below;
        }
    }

    /// <summary>The same proceedings with a plenary changed.</summary>
    internal Proceedings Amend(PlenaryId id, Func<Plenary, Plenary> change) => this with { Plenaries = Plenaries.SetItem(id, change(Plenaries[id])) };

    /// <summary>The same proceedings with an item changed.</summary>
    internal Proceedings Amend(ItemId id, Func<AgendaItem, AgendaItem> change) => this with { Items = Items.SetItem(id, change(Items[id])) };

    /// <summary>The same proceedings with a motion changed.</summary>
    internal Proceedings Amend(MotionId id, Func<Motion, Motion> change)
    {
        var (was, motion) = (Motions[id], change(Motions[id]));
        var after = this with { Motions = Motions.SetItem(id, motion) };
        if (motion.Phase == MotionPhase.Carried && was.Phase != MotionPhase.Carried)
            after = Publication.Resolutions.Number(after, motion);
        return motion.IsSettled && !was.IsSettled ? after.WithoutWhatWaitedOn(id) : after;
    }

    /// <summary>The same proceedings once a motion is settled: amendments that waited are overtaken, alternatives that waited are dropped.</summary>
    private Proceedings WithoutWhatWaitedOn(MotionId motion)
    {
        var amendments = Amendments.Values.Where(amendment => amendment.Motion == motion && amendment.Phase == AmendmentPhase.Submitted);
        var after = amendments.Aggregate(this, (state, amendment) => state with
        {
            Amendments = state.Amendments.SetItem(amendment.Id, amendment with { Phase = Amendment.Flow.Fire(amendment.Phase, AmendmentTrigger.Overtake) }),
        });
        return Alternatives.Fall(after, motion);
    }

    /// <summary>The same proceedings with an amendment changed.</summary>
    internal Proceedings Amend(AmendmentId id, Func<Amendment, Amendment> change) => this with { Amendments = Amendments.SetItem(id, change(Amendments[id])) };

    /// <summary>The same proceedings with a procedural motion changed.</summary>
    internal Proceedings Amend(ProceduralId id, Func<ProceduralMotion, ProceduralMotion> change) => this with { Procedurals = Procedurals.SetItem(id, change(Procedurals[id])) };

    /// <summary>The same proceedings with a ruling changed.</summary>
    internal Proceedings Amend(RulingId id, Func<Ruling, Ruling> change) => this with { Rulings = Rulings.SetItem(id, change(Rulings[id])) };

    /// <summary>The same proceedings with a point changed.</summary>
    internal Proceedings Amend(PointId id, Func<Point, Point> change) => this with { Points = Points.SetItem(id, change(Points[id])) };

    /// <summary>The same proceedings with a speakers' list changed.</summary>
    internal Proceedings Amend(SpeakersListId id, Func<SpeakersList, SpeakersList> change) => this with { SpeakersLists = SpeakersLists.SetItem(id, change(SpeakersLists[id])) };

    /// <summary>The same proceedings with an election changed.</summary>
    internal Proceedings Amend(ElectionId id, Func<Election, Election> change) => this with { Elections = Elections.SetItem(id, change(Elections[id])) };

    /// <summary>The same proceedings with a report changed.</summary>
    internal Proceedings Amend(ReportId id, Func<CredentialsReport, CredentialsReport> change) => this with { Reports = Reports.SetItem(id, change(Reports[id])) };

    /// <summary>The same proceedings with a ballot changed.</summary>
    internal Proceedings Amend(BallotId id, Func<Ballot, Ballot> change) => this with { Ballots = Ballots.SetItem(id, change(Ballots[id])) };
}
