namespace Ifmsa.Assembly.Server.Journal;

// Ids are kept as lower-case UUID text and times as UTC microseconds, so that the tables read the same by any tool and in any language.

/// <summary>A row of <c>facts</c>; see <see cref="JournalRow"/>.</summary>
public sealed class StoredFact
{
    public required string Assembly { get; init; }
    public required long Sequence { get; init; }
    public required long At { get; init; }
    public required string Kind { get; init; }
    public required byte[] Payload { get; init; }
    public required byte[] Digest { get; init; }
    public required byte[] Previous { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>A row of <c>answers</c>; see <see cref="KeptAnswer"/>.</summary>
public sealed class StoredAnswer
{
    public required string Assembly { get; init; }
    public required string Device { get; init; }
    public required string Command { get; init; }
    public required byte[] Digest { get; init; }
    public required byte[] Answer { get; init; }
}

/// <summary>A row of <c>matters</c>: erasable words beside the journal.</summary>
public sealed class StoredMatter
{
    public required string Assembly { get; init; }
    public required string Id { get; init; }
    public required byte[] Salt { get; init; }
    public required string Text { get; init; }
}

/// <summary>A row of <c>letters</c>: files beside the journal, which holds their digests.</summary>
public sealed class StoredLetter
{
    public required string Assembly { get; init; }
    public required string Id { get; init; }
    public required byte[] Salt { get; init; }
    public required string Type { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>A row of <c>accounts</c>: a name and password somebody signs in with.</summary>
public sealed class StoredAccount
{
    public required string Id { get; init; }

    /// <summary>As its owner writes it.</summary>
    public required string Name { get; set; }

    /// <summary>As it is compared: normalised and folded; unique in the installation.</summary>
    public required string NameKey { get; set; }

    /// <summary>The hash made by ASP.NET Core Identity's hasher.</summary>
    public required string Password { get; set; }

    /// <summary>The assembly a participant's account belongs to; absent for the secretariat, which is installation-wide.</summary>
    public string? Assembly { get; init; }

    /// <summary>The participant whose account it is; absent for the secretariat.</summary>
    public string? Participant { get; init; }

    public required long Created { get; init; }

    /// <summary>When it was revoked; absent while it is good.</summary>
    public long? Revoked { get; set; }

    /// <summary>Failed sign-ins in a row from devices never seen with this account.</summary>
    public int Failures { get; set; }

    /// <summary>Until when unknown devices may not try.</summary>
    public long LockedUntil { get; set; }
}

/// <summary>A row of <c>known_devices</c>: a browser that has signed in to an account before, with its own count of failures.</summary>
public sealed class StoredKnownDevice
{
    public required string Account { get; init; }

    /// <summary>SHA-256 of the random token in the browser's cookie.</summary>
    public required byte[] Token { get; init; }

    public required long Seen { get; set; }
    public int Failures { get; set; }
    public long LockedUntil { get; set; }
}

/// <summary>A row of <c>sessions</c>: a bound phone or a signed-in browser, until it ends.</summary>
public sealed class StoredSession
{
    /// <summary>SHA-256 of the random token in the cookie.</summary>
    public required byte[] Token { get; init; }

    public required string Device { get; init; }

    /// <summary>The signed-in account; absent on a phone bound by a code.</summary>
    public string? Account { get; init; }

    /// <summary>The assembly it is bound to; absent for the secretariat.</summary>
    public string? Assembly { get; init; }

    /// <summary>The seat whose code or account it came by.</summary>
    public string? Participant { get; init; }

    public required long Created { get; init; }
    public required long Expires { get; init; }
}

/// <summary>A row of <c>codes</c>: a participant's way in, kept as keyed hashes only.</summary>
public sealed class StoredCode
{
    public required string Assembly { get; init; }
    public required string Participant { get; init; }

    /// <summary>HMAC-SHA256 of the 128 bits in the QR code.</summary>
    public required byte[] Scanned { get; init; }

    /// <summary>HMAC-SHA256 of the 50 bits printed to be typed.</summary>
    public required byte[] Typed { get; init; }

    public required long Expires { get; init; }

    /// <summary>When a device was bound by it; it is dead from then on.</summary>
    public long? Bound { get; set; }

    /// <summary>When a newer sheet replaced it; it is dead from then on.</summary>
    public long? Replaced { get; set; }
}
