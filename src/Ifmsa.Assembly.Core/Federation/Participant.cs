using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>An office or task somebody holds at the assembly.</summary>
public enum Duty
{
    /// <summary>Chair of the plenary.</summary>
    Chair,

    /// <summary>Vice-chair of the plenary.</summary>
    ViceChair,

    /// <summary>Secretary of the plenary.</summary>
    Secretary,

    /// <summary>Assistant of the secretary.</summary>
    Assistant,

    /// <summary>Returning officer.</summary>
    Officer,

    /// <summary>Credentials desk (CCC).</summary>
    Desk,

    /// <summary>Executive Board.</summary>
    Executive,

    /// <summary>Official.</summary>
    Official,

    /// <summary>Observer.</summary>
    Observer,

    /// <summary>The screen of the hall.</summary>
    Screen,
}

/// <summary>Somebody registered at the assembly; the name, where known, is erasable matter.</summary>
public sealed record Participant
{
    /// <summary>The person.</summary>
    public required ParticipantId Id { get; init; }

    /// <summary>The member whose delegation the person belongs to.</summary>
    public MemberId? Member { get; init; }

    /// <summary>Seat 1 is the head's; 0 for those of no delegation.</summary>
    public int Seat { get; init; }

    /// <summary>Whether this is the head of the delegation.</summary>
    public bool Head { get; init; }

    /// <summary>The name's hold in the journal.</summary>
    public MatterDigest? Name { get; init; }

    /// <summary>Offices and tasks.</summary>
    public Who Duties { get; init; }

    /// <summary>Offices and tasks this person ever had; the minutes name whoever held an office.</summary>
    public Who Held { get; init; }

    /// <summary>Whether the person was erased; the seat is nobody's from then on.</summary>
    public bool Erased { get; init; }

    /// <summary>The name of an erased person as the minutes keep it, and nothing else shows it.</summary>
    public MatterDigest? MinutesName { get; init; }

    /// <summary>The bound phone.</summary>
    public DeviceId? Device { get; init; }

    /// <summary>The account this person signs in with.</summary>
    public AccountId? Account { get; init; }

    /// <summary>The phone the account was made from, and with which it ends; absent where the secretariat made it.</summary>
    public DeviceId? AccountFrom { get; init; }
}
