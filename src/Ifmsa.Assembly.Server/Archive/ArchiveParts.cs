namespace Ifmsa.Assembly.Server.Archive;

/// <summary>All that belongs to an archive besides the journal, for commands as for the server; whoever adds a part adds it here.</summary>
public static class ArchiveParts
{
    /// <summary>The parts.</summary>
    public static IReadOnlyList<IArchivePart> All { get; } = [new WordsPart(), new LettersPart(), new SignaturesPart()];
}
