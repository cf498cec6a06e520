namespace Ifmsa.Assembly.Server.Journal;

/// <summary>A row of <c>certificate_signatures</c>: made once, so that printing a certificate again gives the same paper.</summary>
public sealed class StoredSignature
{
    public required string Assembly { get; init; }
    public required string Number { get; init; }
    public required byte[] Signature { get; set; }
}

/// <summary>A row of <c>mail_addresses</c>: where somebody is written to; personal, in no fact, and erased by removing the row.</summary>
public sealed class StoredAddress
{
    public required string Assembly { get; init; }
    public required string Participant { get; init; }
    public required string Address { get; set; }

    /// <summary>Never the address.</summary>
    public override string ToString() => $"StoredAddress of {Participant}";
}

/// <summary>A row of <c>mail</c>: a letter, and how far it has come.</summary>
public sealed class StoredMail
{
    public required string Id { get; init; }
    public required string Assembly { get; init; }

    /// <summary>Letters queued together.</summary>
    public required string Batch { get; init; }

    /// <summary>To whom of the assembly, where it is somebody.</summary>
    public string? Participant { get; init; }

    public required string To { get; set; }
    public required string Subject { get; init; }

    /// <summary>The whole message as it goes over the wire; gone once it is sent or given up.</summary>
    public byte[]? Message { get; set; }

    /// <summary>waiting, sending, sent, refused or unknown.</summary>
    public required string State { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next.</summary>
    public required long Due { get; set; }

    public required long Created { get; init; }

    /// <summary>When it was sent, given up or found unknown.</summary>
    public long? Ended { get; set; }

    /// <summary>What the mail server said last, or what became of the connection.</summary>
    public string? Reason { get; set; }

    /// <summary>Never the letter.</summary>
    public override string ToString() => $"StoredMail {Id}, {State}";
}
