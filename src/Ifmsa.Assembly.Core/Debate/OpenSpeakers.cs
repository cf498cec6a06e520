using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>The chair opens a speakers' list: on the motion before the plenary or an alternative to it, on a pending procedural motion that can be debated, or on the open item.</summary>
[CommandKind("speakers.open", Who.Presiding)]
public sealed record OpenSpeakers(SpeakersListId List, MotionId? Motion = null, ProceduralId? Procedural = null, int? Seconds = null, int? SideSeconds = null) : Command, IAct
{
    /// <summary>The most lists of an assembly.</summary>
    public const int AtMost = 2_000;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ?? (now.Floor is { Item: null, Motion: null, Pending: null } ? new NoItemOpen() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(List) is not null)
            return new IdTaken();
        if (now.SpeakersLists.Count >= AtMost)
            return new RowsOutOfBounds(AtMost);
        if ((LimitSpeakers.Bounds(Seconds ?? 0) ?? LimitSpeakers.Bounds(SideSeconds ?? 0) ?? now.Rule(Subject(now))) is { } refusal)
            return refusal;
        return now.SpeakersLists.Values.Any(list => list.Phase == SpeakersListPhase.Open && list.Motion == Motion && list.Procedural == Procedural && list.Item == now.Floor.Item)
            ? new SpeakersOpenAlready()
            : new SpeakersOpened(
                List, now.SpeakersLists.Values.Select(list => list.Number).DefaultIfEmpty().Max() + 1, now.Floor.Item, Motion, Procedural,
                Seconds ?? (Motion is { } motion ? now.Motions[motion].SpeechSeconds : null) ?? now.Rules!.Speaking.Seconds,
                SideSeconds ?? now.Rules!.Speaking.SideSeconds);
    }

    private Refusal? Subject(Proceedings now) => (Motion, Procedural) switch
    {
        ({ }, { }) => new OneMatterOnly(),
        ({ } motion, null) => now.Find(motion) switch
        {
            null => new UnknownMotion(),
            { IsSettled: true } settled => new MotionIsNot(settled.Number, settled.Phase),
            { } found when now.Floor.Motion is not { } before || (motion != before && found.AlternativeTo != before) => new NotOnFloor(found.Number),
            _ => null,
        },
        (null, { } procedural) =>
            now.Floor.Pending?.Procedural != procedural || now.Find(procedural) is not { } pending ? new SpeakersElsewhere()
            : now.Rules!.Procedural.GetValueOrDefault(pending.Kind) is { Debate: false } rule && now.Binds(rule.Article) ? new NoDebate(rule.Title) { Article = rule.Article }
            : null,
        (null, null) => now.Floor.Item is null ? new NoItemOpen() : null,
    };
}

/// <summary>A speakers' list is open.</summary>
[FactKind("speakers.opened.v1", Reversible = true)]
public sealed record SpeakersOpened(
    SpeakersListId List, int Number, ItemId? Item, MotionId? Motion, ProceduralId? Procedural, int Seconds, int SideSeconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        SpeakersLists = before.SpeakersLists.SetItem(List, new()
        {
            Id = List, Number = Number, Item = Item, Motion = Motion, Procedural = Procedural, Seconds = Seconds, SideSeconds = SideSeconds,
        }),
    };
}

/// <summary>The chair closes a speakers' list; those on it still speak.</summary>
[CommandKind("speakers.close", Who.Presiding)]
public sealed record CloseSpeakers(SpeakersListId List) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ?? (now.SpeakersLists.Values.Any(list => list.Phase == SpeakersListPhase.Open) ? null : new NoSpeakersList());

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(List) switch
    {
        null => new NoSpeakersList(),
        { Phase: SpeakersListPhase.Closed } => new SpeakersClosedAlready(),
        _ => new SpeakersClosed(List),
    };
}

/// <summary>A speakers' list takes no more names.</summary>
[FactKind("speakers.closed.v1", Reversible = true)]
public sealed record SpeakersClosed(SpeakersListId List) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(List, list => list with { Phase = SpeakersListPhase.Closed });
}

/// <summary>The plenary has had a speakers' list reopened.</summary>
[FactKind("speakers.reopened.v1", Reversible = true)]
public sealed record SpeakersReopened(SpeakersListId List) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(List, list => list with { Phase = SpeakersListPhase.Open });
}

/// <summary>A list is on one matter.</summary>
public sealed record OneMatterOnly() : Refusal("speakers.one-matter");

/// <summary>A list on the matter is open.</summary>
public sealed record SpeakersOpenAlready() : Refusal("speakers.open-already");

/// <summary>The list is closed.</summary>
public sealed record SpeakersClosedAlready() : Refusal("speakers.closed-already");

/// <summary>There is no such list.</summary>
public sealed record NoSpeakersList() : Refusal("speakers.none");

/// <summary>The list, or its matter, is not before the plenary.</summary>
public sealed record SpeakersElsewhere() : Refusal("speakers.elsewhere");

/// <summary>No item is open.</summary>
public sealed record NoItemOpen() : Refusal("item.none-open");

/// <summary>The pending question is decided without debate.</summary>
public sealed record NoDebate(string Motion) : RuleRefusal("debate.none", Motion);
