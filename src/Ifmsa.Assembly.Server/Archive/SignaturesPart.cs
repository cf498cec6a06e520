using System.Runtime.CompilerServices;
using System.Text.Json;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>Signatures of certificates, so that another installation prints the same papers; those of erased people are not there.</summary>
public sealed class SignaturesPart : IArchivePart
{
    private static readonly string[] Kinds = ["certificates.issued.v1", "person.erased.v1"];

    // A journal is read once for all lines.
    private readonly ConditionalWeakTable<JournalDigests, HashSet<string>> _known = [];

    /// <inheritdoc/>
    public string Name => "signatures";

    /// <inheritdoc/>
    public IEnumerable<byte[]> Lines(AssemblyStore context, AssemblyId assembly, JournalDigests journal)
    {
        var known = Known(context, assembly);
        return context.Signatures.AsNoTracking().Where(row => row.Assembly == assembly.ToString()).OrderBy(row => row.Number).AsEnumerable()
            .Where(row => known.Contains(row.Number))
            .Select(row => JsonSerializer.SerializeToUtf8Bytes(new Line(row.Number, row.Signature), ArchiveFormat.Json));
    }

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<byte> line, AssemblyId assembly, JournalDigests journal, AssemblyStore? context)
    {
        var (number, signature) = JsonSerializer.Deserialize<Line>(line, ArchiveFormat.Json) ?? throw ArchiveFault.Bad("archive.damaged");
        if (CertificateNumbers.Read(number) != number || signature.Length != 64 || !journal.Take(number))
            throw ArchiveFault.Bad("archive.signature", number.Length > 40 ? number[..40] : number);
        if (context is null)
            return;
        // What it signs is judged whenever it is printed; one of another name or key is made anew.
        if (!_known.GetValue(journal, _ => Known(context, assembly)).Contains(number))
            throw ArchiveFault.Bad("archive.signature", number);
        context.Signatures.Add(new() { Assembly = assembly.ToString(), Number = number, Signature = signature });
    }

    /// <summary>The numbers of certificates whose people are not erased.</summary>
    private static HashSet<string> Known(AssemblyStore context, AssemblyId assembly)
    {
        var (people, erased) = (new Dictionary<string, ParticipantId>(StringComparer.Ordinal), new HashSet<ParticipantId>());
        foreach (var row in context.Facts.AsNoTracking().Where(row => row.Assembly == assembly.ToString() && Kinds.Contains(row.Kind)).OrderBy(row => row.Sequence).AsEnumerable())
        {
            switch (EntryCodec.Decode(row.Sequence, Chain.Time(row.At), row.Kind, row.Payload).Fact)
            {
                case CertificatesIssued issued:
                    foreach (var each in issued.Certificates)
                        people[each.Number] = each.Award.Participant;
                    break;
                case PersonErased person:
                    erased.Add(person.Participant);
                    break;
            }
        }
        return people.Where(each => !erased.Contains(each.Value)).Select(each => each.Key).ToHashSet(StringComparer.Ordinal);
    }

    private sealed record Line(string Number, byte[] Signature);
}
