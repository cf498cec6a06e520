namespace Ifmsa.Assembly.Core.Journal;

/// <summary>All that a decision may know besides the proceedings.</summary>
/// <param name="By">Who asks, as they are now.</param>
/// <param name="At">The writer's clock, never before the last fact's.</param>
/// <param name="Draw">32 random bytes, for acts that draw lots or salt words.</param>
public sealed record Moment(Actor By, DateTimeOffset At, ReadOnlyMemory<byte> Draw);

/// <summary>Who is acting: a person with the capacities they have at this moment.</summary>
public sealed record Actor
{
    /// <summary>The device the act comes from.</summary>
    public required DeviceId Device { get; init; }

    /// <summary>The account signed in on it, if any.</summary>
    public AccountId? Account { get; init; }

    /// <summary>The person, where the journal knows one.</summary>
    public ParticipantId? Participant { get; init; }

    /// <summary>The member organisation whose delegation the person belongs to.</summary>
    public MemberId? Member { get; init; }

    /// <summary>All capacities that apply now.</summary>
    public required Who Roles { get; init; }

    /// <summary>Whether any of the capacities applies.</summary>
    public bool Is(Who who) => (Roles & who) != 0;

    /// <summary>Whether this person has the chair now.</summary>
    public bool Presides => Is(Who.Presiding);

    /// <summary>How the journal names this person.</summary>
    public Author AsAuthor => new(Participant, Participant is null ? Account : null, Device, Roles);
}

/// <summary>Who a fact comes from, as the journal keeps it.</summary>
/// <param name="Participant">The person, where the journal knows one.</param>
/// <param name="Account">The secretariat's account, where it is no participant.</param>
/// <param name="Device">The device the act came from.</param>
/// <param name="Roles">The capacities that applied.</param>
public sealed record Author(ParticipantId? Participant, AccountId? Account, DeviceId Device, Who Roles);

/// <summary>What the shell knows of a caller: which device, and which account signed in on it; who that is, the journal says.</summary>
/// <param name="Device">The bound phone or the signed-in browser.</param>
/// <param name="Account">The signed-in account, if any.</param>
/// <param name="Standing">What the installation vouches for beyond the journal.</param>
public sealed record Credential(DeviceId Device, AccountId? Account = null, Who Standing = Who.None)
{
    /// <summary>The server's clock.</summary>
    public static Credential Clock { get; } = new(new DeviceId(new Guid("00000000-0000-0000-0000-00000000c10c")), null, Who.Clock);

    /// <summary>The installation itself.</summary>
    public static Credential Installation { get; } = new(new DeviceId(new Guid("00000000-0000-0000-0000-000000005e1f")), null, Who.Installation);

    /// <summary>Somebody of the secretariat, signed in.</summary>
    public static Credential Secretariat(DeviceId device, AccountId account) => new(device, account, Who.Secretariat);
}
