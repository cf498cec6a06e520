using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Rulebook;
using Ifmsa.Assembly.Server.Documents;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>The kinds of certificate in <c>documents/certificates.json</c> of the templates, read afresh each time, since a secretariat edits them while the server runs.</summary>
/// <param name="Rules">Those that can be used.</param>
/// <param name="Faults">What is wrong with the organisation's own file, in whose place the shipped one is used; empty where nothing is.</param>
public sealed record CertificateKinds(ImmutableArray<CertificateRule> Rules, ImmutableArray<RulebookFault> Faults)
{
    /// <summary>Below the folder of templates.</summary>
    public const string Name = "documents/certificates.json";

    /// <summary>The kind of a name, or null.</summary>
    public CertificateRule? Find(string kind) => Rules.FirstOrDefault(rule => rule.Kind == kind);

    /// <summary>Reads them.</summary>
    public static CertificateKinds Load(IOptions<PressSettings> settings)
    {
        var own = Read(Path.Combine(settings.Value.Templates, Name));
        if (own.Faults.Length == 0)
            return new(own.Rules, []);
        return new(Read(Path.Combine(settings.Value.Shipped, Name)).Rules, own.Faults);
    }

    private static CertificateReading Read(string file)
    {
        try
        {
            return CertificateReading.Of(File.ReadAllBytes(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new([], [new("the file", "it cannot be read: " + fault.Message)]);
        }
    }
}
