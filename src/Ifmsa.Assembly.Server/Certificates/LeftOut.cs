namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>Why a certificate of a run has no page.</summary>
public enum LeftOut
{
    /// <summary>Its person is erased.</summary>
    Erased,

    /// <summary>Its person's name was corrected since, and the words it bore are gone; it can be replaced.</summary>
    Renamed,

    /// <summary>Another has taken its place.</summary>
    Replaced,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>No page can be set of it.</summary>
    Unset,
}

/// <summary>A certificate of a run that has no page.</summary>
public sealed record Unprinted(string Number, LeftOut Why);
