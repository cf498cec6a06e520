using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Certificates;

/// <summary>What a person or a delegation can have done that a certificate may rest on.</summary>
public enum DeedKind
{
    /// <summary>A delegation was present at a plenary.</summary>
    MemberPresent,

    /// <summary>Somebody held their delegation's card at a plenary.</summary>
    HeldCard,

    /// <summary>Somebody had the chair of a plenary.</summary>
    Presided,

    /// <summary>Somebody had a duty.</summary>
    HeldDuty,
}

/// <summary>Something done once, by a person or a delegation.</summary>
/// <param name="What">What.</param>
/// <param name="Who">The id of the person, or of the member.</param>
/// <param name="Plenary">At which plenary, where it was at one.</param>
/// <param name="Duty">Which duty, where it was one.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Deed(DeedKind What, Guid Who, PlenaryId? Plenary = null, Duty? Duty = null);
