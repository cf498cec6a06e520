namespace Ifmsa.Assembly.Core.Journal;

/// <summary>In what capacities somebody acts at this moment; a command names those that may give it.</summary>
[Flags]
public enum Who
{
    /// <summary>Nobody that the journal knows.</summary>
    None = 0,

    /// <summary>The clock of the server: time ran out, a device fell silent, a count was checked.</summary>
    Clock = 1 << 0,

    /// <summary>The installation itself, on behalf of somebody who proved a code or a password.</summary>
    Installation = 1 << 1,

    /// <summary>The secretariat of the federation, before and after the meeting.</summary>
    Secretariat = 1 << 2,

    /// <summary>Whoever has the chair now.</summary>
    Presiding = 1 << 3,

    /// <summary>The elected chair, whether presiding or not.</summary>
    Chair = 1 << 4,

    /// <summary>The vice-chair.</summary>
    ViceChair = 1 << 5,

    /// <summary>The secretary of the plenary.</summary>
    Secretary = 1 << 6,

    /// <summary>An assistant of the secretary.</summary>
    Assistant = 1 << 7,

    /// <summary>A returning officer.</summary>
    Officer = 1 << 8,

    /// <summary>The credentials desk (CCC).</summary>
    Desk = 1 << 9,

    /// <summary>A member of the Executive Board.</summary>
    Executive = 1 << 10,

    /// <summary>An Official of the federation.</summary>
    Official = 1 << 11,

    /// <summary>An observer.</summary>
    Observer = 1 << 12,

    /// <summary>The screen of the hall.</summary>
    Screen = 1 << 13,

    /// <summary>The head of a delegation.</summary>
    Head = 1 << 14,

    /// <summary>A member of a delegation.</summary>
    Delegate = 1 << 15,

    /// <summary>Whoever holds an active voting card.</summary>
    CardHolder = 1 << 16,

    /// <summary>Anybody registered at the assembly.</summary>
    Participant = 1 << 17,

    /// <summary>Those who may enter for a delegation that raises its placard.</summary>
    Enters = Presiding | Secretary | Desk | Officer,

    /// <summary>A voting delegation, by its card's holder or by its placard.</summary>
    Delegation = CardHolder | Enters,
}
