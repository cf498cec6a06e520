namespace Ifmsa.Assembly.Core.Journal;

/// <summary>An id with a type of its own, so that a ballot's is never taken for a motion's.</summary>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The bare value.</summary>
    Guid Value { get; }

    /// <summary>The typed id of a bare value.</summary>
    static abstract TSelf Of(Guid value);
}

/// <summary>One general assembly, and so one journal.</summary>
public readonly record struct AssemblyId(Guid Value) : IIdentifier<AssemblyId>
{
    /// <inheritdoc/>
    public static AssemblyId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A command's id, chosen by the device that sends it; the same id again gets the old answer.</summary>
public readonly record struct CommandId(Guid Value) : IIdentifier<CommandId>
{
    /// <inheritdoc/>
    public static CommandId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A phone, or one signed-in browser.</summary>
public readonly record struct DeviceId(Guid Value) : IIdentifier<DeviceId>
{
    /// <inheritdoc/>
    public static DeviceId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A name and password somebody signs in with.</summary>
public readonly record struct AccountId(Guid Value) : IIdentifier<AccountId>
{
    /// <inheritdoc/>
    public static AccountId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A member organisation.</summary>
public readonly record struct MemberId(Guid Value) : IIdentifier<MemberId>
{
    /// <inheritdoc/>
    public static MemberId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A person at the assembly.</summary>
public readonly record struct ParticipantId(Guid Value) : IIdentifier<ParticipantId>
{
    /// <inheritdoc/>
    public static ParticipantId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A report of the credentials committee.</summary>
public readonly record struct ReportId(Guid Value) : IIdentifier<ReportId>
{
    /// <inheritdoc/>
    public static ReportId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A letter by which a member gives its vote to another.</summary>
public readonly record struct LetterId(Guid Value) : IIdentifier<LetterId>
{
    /// <inheritdoc/>
    public static LetterId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A plenary session.</summary>
public readonly record struct PlenaryId(Guid Value) : IIdentifier<PlenaryId>
{
    /// <inheritdoc/>
    public static PlenaryId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A session of the programme at which badges are scanned.</summary>
public readonly record struct SessionId(Guid Value) : IIdentifier<SessionId>
{
    /// <inheritdoc/>
    public static SessionId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Certificates issued together.</summary>
public readonly record struct RunId(Guid Value) : IIdentifier<RunId>
{
    /// <inheritdoc/>
    public static RunId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>An item of the agenda.</summary>
public readonly record struct ItemId(Guid Value) : IIdentifier<ItemId>
{
    /// <inheritdoc/>
    public static ItemId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A motion.</summary>
public readonly record struct MotionId(Guid Value) : IIdentifier<MotionId>
{
    /// <inheritdoc/>
    public static MotionId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A ballot: one question put to the vote once.</summary>
public readonly record struct BallotId(Guid Value) : IIdentifier<BallotId>
{
    /// <inheritdoc/>
    public static BallotId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The filling of a post or a committee.</summary>
public readonly record struct ElectionId(Guid Value) : IIdentifier<ElectionId>
{
    /// <inheritdoc/>
    public static ElectionId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A request to speak.</summary>
public readonly record struct SpeechId(Guid Value) : IIdentifier<SpeechId>
{
    /// <inheritdoc/>
    public static SpeechId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Erasable words kept beside the journal; the journal holds only their id and digest.</summary>
public readonly record struct MatterId(Guid Value) : IIdentifier<MatterId>
{
    /// <inheritdoc/>
    public static MatterId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A correction to circulated minutes.</summary>
public readonly record struct CorrectionId(Guid Value) : IIdentifier<CorrectionId>
{
    /// <inheritdoc/>
    public static CorrectionId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>An amendment.</summary>
public readonly record struct AmendmentId(Guid Value) : IIdentifier<AmendmentId>
{
    /// <inheritdoc/>
    public static AmendmentId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A procedural motion, moved once.</summary>
public readonly record struct ProceduralId(Guid Value) : IIdentifier<ProceduralId>
{
    /// <inheritdoc/>
    public static ProceduralId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A ruling of the chair or of the credentials committee.</summary>
public readonly record struct RulingId(Guid Value) : IIdentifier<RulingId>
{
    /// <inheritdoc/>
    public static RulingId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A point of order or of information.</summary>
public readonly record struct PointId(Guid Value) : IIdentifier<PointId>
{
    /// <inheritdoc/>
    public static PointId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A speakers' list.</summary>
public readonly record struct SpeakersListId(Guid Value) : IIdentifier<SpeakersListId>
{
    /// <inheritdoc/>
    public static SpeakersListId Of(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
