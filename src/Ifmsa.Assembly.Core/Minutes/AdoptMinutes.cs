using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Minutes;

/// <summary>The plenary has adopted the minutes before it.</summary>
/// <param name="Minutes">Which, to the letter.</param>
/// <param name="At">When.</param>
/// <param name="Motion">The motion that adopted them, where one did.</param>
/// <param name="Ballot">The vote that did.</param>
[FactKind("minutes.adopted.v1", Reversible = true)]
public sealed record MinutesAdopted(MinutesCitation Minutes, DateTimeOffset At, MotionId? Motion = null, BallotId? Ballot = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var adoption = new Adoption(Motion, Ballot, At);
        return (Minutes.Assembly is null
            ? before.FireMinutes(Minutes.Plenary, MinutesTrigger.Adopt).AmendMinutes(Minutes.Plenary, minutes => minutes with { Adoption = adoption })
            : before with { AdoptedForOthers = before.AdoptedForOthers.Add((Minutes, adoption)) }) with { MinutesPut = null };
    }
}

/// <summary>The adoption of minutes no longer stands; they are before the plenary again.</summary>
[FactKind("minutes.adoption-reversed.v1", Reversible = true)]
public sealed record MinutesAdoptionReversed(MinutesCitation Minutes) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => (Minutes.Assembly is null
        ? before.FireMinutes(Minutes.Plenary, MinutesTrigger.VoidVote).AmendMinutes(Minutes.Plenary, minutes => minutes with { Adoption = null })
        : before with { AdoptedForOthers = before.AdoptedForOthers.RemoveAll(other => other.Minutes == Minutes) }) with { MinutesPut = Minutes };
}

/// <summary>The secretary records that the next assembly has adopted minutes of this one; where that assembly is of this installation, whoever takes the command has looked at its record.</summary>
/// <param name="Plenary">Whose minutes.</param>
/// <param name="Assembly">The assembly that adopted them.</param>
/// <param name="Name">Its name; at most 200 characters.</param>
/// <param name="Sha256">The hash that its decision cites.</param>
/// <param name="Ballot">The vote there; absent where they passed without one.</param>
[CommandKind("minutes.record-adoption", Who.Secretary | Who.Secretariat)]
public sealed record RecordAdoption(PlenaryId Plenary, AssemblyId Assembly, string Name, string Sha256, BallotId? Ballot = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => MinutesSteps.Any(now, MinutesTrigger.Adopt) ?? Pending.BeingDecided(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        (Requires.Line(Name, 200) ?? MinutesSteps.On(now, Plenary, MinutesTrigger.Adopt)) is { } refusal ? refusal
        : Assembly == now.Id ? new OwnMinutes()
        : now.MinutesOf(Plenary).Put!.Sha256 != Sha256 ? new AnotherText()
        : new AdoptionRecorded(Plenary, Assembly, Name, Sha256, Ballot, moment.At);
}

/// <summary>Another assembly has adopted minutes of this one.</summary>
[FactKind("minutes.adoption-recorded.v1")]
public sealed record AdoptionRecorded(PlenaryId Plenary, AssemblyId Assembly, string Name, string Sha256, BallotId? Ballot, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.FireMinutes(Plenary, MinutesTrigger.Adopt).AmendMinutes(Plenary, minutes => minutes with { Adoption = new(Motion: null, Ballot, At, Assembly, Name) }) with { MinutesPut = null };
}

/// <summary>The secretary publishes adopted minutes: anybody can read them, for good.</summary>
[CommandKind("minutes.publish", Who.Secretary | Who.Secretariat)]
public sealed record PublishMinutes(PlenaryId Plenary) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => MinutesSteps.Any(now, MinutesTrigger.Publish);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        MinutesSteps.On(now, Plenary, MinutesTrigger.Publish) is { } refusal ? refusal : new MinutesPublished(Plenary, moment.At);
}

/// <summary>The minutes of a plenary are public.</summary>
[FactKind("minutes.published.v1")]
public sealed record MinutesPublished(PlenaryId Plenary, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.FireMinutes(Plenary, MinutesTrigger.Publish).AmendMinutes(Plenary, minutes => minutes with { PublishedAt = At });
}

/// <summary>What a decision to adopt brings about, and takes back.</summary>
internal static class Adoptions
{
    /// <summary>The minutes a decision has adopted; null where none.</summary>
    public static MinutesCitation? By(Proceedings now, MotionId? motion, BallotId? ballot)
    {
        foreach (var (plenary, minutes) in now.AllMinutes)
        {
            if (minutes is { Adoption: { Assembly: null } adoption, Put: { } put } && Is(adoption))
                return new(plenary, now.Plenaries[plenary].Number, put.Sha256);
        }
        return now.AdoptedForOthers.Find(other => Is(other.Adoption)).Minutes;

        bool Is(Adoption adoption) => ballot is not null ? adoption.Ballot == ballot : adoption.Ballot is null && motion is not null && adoption.Motion == motion;
    }

    /// <summary>Published minutes stay adopted, and what is put meanwhile stays put.</summary>
    public static bool CanBeReversed(Proceedings now, MotionId? motion, BallotId? ballot) =>
        By(now, motion, ballot) is not { } cited || (now.MinutesPut is null && (cited.Assembly is not null || now.MinutesOf(cited.Plenary).Phase == MinutesPhase.Adopted));
}

/// <summary>The other assembly has adopted another text.</summary>
public sealed record AnotherText() : Refusal("minutes.another-text");
