using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Chair or credentials committee rules: on a point of order, of its own accord, or to allow an act once that a rule stands against.</summary>
/// <param name="Ruling">The ruling.</param>
/// <param name="Text">What is ruled; at most 500 characters.</param>
/// <param name="Point">The point of order it answers.</param>
/// <param name="Allows">The act it allows, by its command's kind.</param>
/// <param name="Member">The member it allows it to; absent for those who preside or serve the plenary.</param>
[CommandKind("ruling.make", Who.Presiding | Who.Desk)]
public sealed record MakeRuling(RulingId Ruling, string Text, PointId? Point = null, string? Allows = null, MemberId? Member = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Session(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Rulings.Fault(now, Ruling, Text) is { } fault ? fault
        // A point of order is the chair's to rule on.
        : Point is { } point && (now.Find(point) is not { Kind: PointKind.Order } || !moment.By.Presides) ? new NoSuchPoint()
        : Member is { } member && now.Find(member) is null ? new UnknownMember()
        : Allows is { } kind && (!moment.By.Presides || !Catalogue.Commands.ContainsKey(kind)) ? new CannotAllow()
        : Decision.Of(
        [
            Rulings.Made(now, moment, Ruling, Text) with { Point = Point, Allows = Allows, Member = Member },
            .. Point is { } answered && Debate.Point.Flow.CanFire(now.Points[answered].Phase, PointTrigger.Settle) ? (Fact[])[new PointSettled(answered, moment.At)] : [],
        ]);
}

/// <summary>A ruling is made.</summary>
[FactKind("ruling.made.v1", Reversible = true)]
public sealed record RulingMade(
    RulingId Ruling, int Number, RulingBody Body, string Text, DateTimeOffset At, PlenaryId? Plenary, PointId? Point = null,
    ProceduralId? Procedural = null, AmendmentId? Amendment = null, string? Allows = null, MemberId? Member = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Rulings = before.Rulings.SetItem(Ruling, new()
        {
            Id = Ruling, Number = Number, Body = Body, Text = Text, At = At, Plenary = Plenary, Point = Point, Procedural = Procedural, Amendment = Amendment, Allows = Allows, Member = Member,
        }),
    };
}

/// <summary>What a ruling allows has been done.</summary>
[FactKind("ruling.used.v1", Reversible = true)]
public sealed record RulingUsed(RulingId Ruling, long Act) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ruling, ruling => ruling with { Used = Act });
}

/// <summary>The plenary has reversed a ruling: what it put out of order is in order again, what it allowed no longer is.</summary>
[FactKind("ruling.reversed.v1")]
public sealed record RulingReversed(RulingId Ruling) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = before.Amend(Ruling, ruling => ruling with { Reversed = true });
        if (after.Rulings[Ruling].Procedural is { } procedural && ProceduralMotion.Flow.CanFire(after.Procedurals[procedural].Phase, ProceduralTrigger.Readmit))
            after = after.Amend(procedural, motion => motion with { Phase = ProceduralMotion.Flow.Fire(motion.Phase, ProceduralTrigger.Readmit) });
        // Once its motion is settled, an amendment has come too late.
        if (after.Rulings[Ruling].Amendment is { } amendment && (after.Amendments[amendment].Motion is not { } motion || !after.Motions[motion].IsSettled) && Amendment.Flow.CanFire(after.Amendments[amendment].Phase, AmendmentTrigger.Readmit))
            after = Amending.Fire(after, amendment, AmendmentTrigger.Readmit);
        return after;
    }
}

/// <summary>What rulings share.</summary>
internal static class Rulings
{
    /// <summary>The most rulings of an assembly.</summary>
    public const int AtMost = 2000;

    public static Refusal? Fault(Proceedings now, RulingId id, string text) =>
        Requires.Words(text, 500) ?? (now.Find(id) is not null ? new IdTaken() : now.Rulings.Count >= AtMost ? new RowsOutOfBounds(AtMost) : null);

    public static RulingMade Made(Proceedings now, Moment moment, RulingId id, string text) => new(
        id, now.Rulings.Values.Select(ruling => ruling.Number).DefaultIfEmpty().Max() + 1, moment.By.Presides ? RulingBody.Chair : RulingBody.Credentials, text, moment.At, now.CurrentPlenary);

    /// <summary>The ruling that lets somebody do something for a member that a rule stands against, where there is one.</summary>
    public static Ruling? Allowing(Proceedings now, string kind, Actor by, MemberId? member) =>
        Allowing(now, kind).FirstOrDefault(ruling => ruling.Member is { } allowed ? allowed == member : by.Is(Who.Enters));

    /// <summary>Whether some ruling lets somebody do it: for their own member, or for one that raises its placard.</summary>
    public static bool Allows(Proceedings now, string kind, Actor by) =>
        Allowing(now, kind).Any(ruling => by.Is(Who.Enters) || (ruling.Member is { } member && member == by.Member));

    private static IEnumerable<Ruling> Allowing(Proceedings now, string kind) => now.Rulings.IsEmpty ? [] : now.Rulings.Values
        .Where(ruling => ruling.Opens && ruling.Allows == kind && ruling.Plenary == now.CurrentPlenary).OrderBy(ruling => ruling.Number);

    /// <summary>The rulings that can be challenged: those of this plenary that stand, the latest first.</summary>
    public static IEnumerable<Ruling> Open(Proceedings now, RulingBody body) => now.Rulings.Values
        .Where(ruling => ruling.Body == body && !ruling.Reversed && ruling.Plenary == now.CurrentPlenary)
        .OrderByDescending(ruling => ruling.Number);
}

/// <summary>A ruling allows an act that there is, and only the chair's does.</summary>
public sealed record CannotAllow() : Refusal("ruling.cannot-allow");

/// <summary>There is no such ruling to challenge.</summary>
public sealed record UnknownRuling() : Refusal("ruling.unknown");
