using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>The runs being printed and printed lately. Any thread.</summary>
public sealed class CertificatePrints(IAssemblies assemblies, CertificateOffice office, IPress press, Sentences sentences, IOptions<PressSettings> settings)
{
    /// <summary>Files kept until others take their place; the oldest goes first.</summary>
    private const int Kept = 8;

    /// <summary>So many that cannot be set are looked for.</summary>
    private const int UnsetAtMost = 20;

    private readonly ConcurrentDictionary<(AssemblyId, RunId, PrintForm), (CertificatePrint Print, long Order)> _prints = new();
    private long _order;

    /// <summary>The printing of a run, where it was begun and not thrown away.</summary>
    public CertificatePrint? Find(AssemblyId assembly, RunId run, PrintForm form) => _prints.TryGetValue((assembly, run, form), out var found) ? found.Print : null;

    /// <summary>Begins to print a run, or gives what is being printed already; what failed or was stopped begins again.</summary>
    public CertificatePrint Begin(AssemblyId assembly, CertificateRun run, PrintForm form)
    {
        lock (_prints)
        {
            var (without, edited) = (WithoutPage(assembly, run), settings.Value.EditedAt());
            if (Find(assembly, run.Id, form) is { State: PrintState.Printing or PrintState.Done } standing)
            {
                if (standing.IsOf(without, edited))
                    return standing;
                standing.Cancel();
            }
            foreach (var (old, _) in _prints.Where(each => each.Value.Print.State != PrintState.Printing).OrderBy(each => each.Value.Order).Take(Math.Max(0, _prints.Count - Kept + 1)).ToList())
                _prints.TryRemove(old, out _);
            var print = new CertificatePrint(run.Numbers.Length, without, edited);
            print.Begin(cancellation => form == PrintForm.Pdf ? WholeAsync(assembly, run, print, cancellation) : FolderAsync(assembly, run, print, cancellation));
            _prints[(assembly, run.Id, form)] = (print, ++_order);
            return print;
        }
    }

    private async Task<(ReadOnlyMemory<byte> File, PressFailure? Failure)> WholeAsync(AssemblyId assembly, CertificateRun run, CertificatePrint print, CancellationToken cancellation)
    {
        var now = assemblies.Find(assembly)!;
        var signed = await office.TextsAsync(now, run, cancellation);
        var pages = Pages(now, run, signed.Texts, print, cancellation);
        if (pages.Count == 0)
            return (default, NoneLeft);
        var printed = press.RenderAsync(Template.Certificate, await office.PaperAsync(now, run, pages, cancellation), cancellation);
        await Task.WhenAll(printed, signed.Kept);
        return await printed switch
        {
            PrintedPaper paper => (paper.Pdf, null),
            PressFailure { Fault: PressFault.Template } unset => (default, await NamedAsync(assembly, run, unset, cancellation)),
            var other => (default, (PressFailure)other),
        };
    }

    /// <summary>A failure of the whole, with the numbers of those that cannot be set; as it was where that is none, or all.</summary>
    private async Task<PressFailure> NamedAsync(AssemblyId assembly, CertificateRun run, PressFailure whole, CancellationToken cancellation)
    {
        var (unset, set) = (new List<string>(), 0);
        await foreach (var (number, _, failure) in EachAsync(assembly, run, cancellation))
        {
            if (failure is null)
                set++;
            else if (failure.Fault == PressFault.Template)
                unset.Add(CertificateNumbers.Grouped(number));
            if (unset.Count > UnsetAtMost)
                break;
        }
        return set == 0 || unset.Count == 0 ? whole : whole with { Reason = $"{string.Join(", ", unset)}: {whole.Reason}" };
    }

    private async Task<(ReadOnlyMemory<byte> File, PressFailure? Failure)> FolderAsync(AssemblyId assembly, CertificateRun run, CertificatePrint print, CancellationToken cancellation)
    {
        using var folder = new MemoryStream();
        var (last, any) = ((PressFailure?)null, false);
        using (var zip = new ZipArchive(folder, ZipArchiveMode.Create, leaveOpen: true))
        {
            await foreach (var (number, file, failure) in EachAsync(assembly, run, cancellation))
            {
                if (failure is { Fault: not PressFault.Template })
                    return (default, failure);
                if (failure is not null)
                {
                    last = failure;
                    print.Leave(number);
                    continue;
                }
                any = true;
                var entry = zip.CreateEntry($"certificate-{CertificateNumbers.Grouped(number)}.pdf");
                entry.LastWriteTime = run.At;
                await using var stream = await entry.OpenAsync(cancellation);
                await stream.WriteAsync(file, cancellation);
                print.Step();
            }
            if (print.LeftOut.Any())
            {
                var entry = zip.CreateEntry("not-printed.txt");
                entry.LastWriteTime = run.At;
                await using var stream = await entry.OpenAsync(cancellation);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(print.LeftOut.Select(each => $"{CertificateNumbers.Grouped(each.Number)}: {sentences.Say(CertificateOffice.ReasonOf(each.Why))}\r\n"))), cancellation);
            }
        }
        return any ? (folder.ToArray(), null) : (default, last ?? NoneLeft);
    }

    /// <summary>Each certificate of a run as a file of its own; one that cannot be set stops no other, unless the first so many all cannot.</summary>
    public async IAsyncEnumerable<(string Number, ReadOnlyMemory<byte> File, PressFailure? Failure)> EachAsync(
        AssemblyId assembly, CertificateRun run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var (now, kinds) = (assemblies.Find(assembly)!, office.Kinds);
        var signed = await office.TextsAsync(now, run, cancellation);
        await signed.Kept;
        var (set, unset) = (0, 0);
        foreach (var number in run.Numbers)
        {
            // Asked anew for each page, and again once it is set: somebody may be erased, or a certificate end, while others are printed.
            if (!Stands(number) || office.Page(now, run, kinds, number, signed.Texts) is not { } page)
                continue;
            var result = await press.RenderAsync(Template.Certificate, await office.PaperAsync(now, run, [page], cancellation), cancellation);
            if (!Stands(number))
                continue;
            yield return result is PrintedPaper paper ? (number, paper.Pdf, null) : (number, default, (PressFailure)result);
            if (result is PressFailure { Fault: not PressFault.Template })
                yield break;
            _ = result is PrintedPaper ? ++set : ++unset;
            // It is the template, then, and not a name.
            if (set == 0 && unset > UnsetAtMost)
                yield break;
        }

        bool Stands(string number) => assemblies.Find(assembly) is { } latest && office.WhyNot(latest, latest.Certificates[number]) is null;
    }

    private List<Unprinted> WithoutPage(AssemblyId assembly, CertificateRun run)
    {
        var now = assemblies.Find(assembly)!;
        return [.. run.Numbers.Select(number => office.WhyNot(now, now.Certificates[number]) is { } why ? new Unprinted(number, why) : null).OfType<Unprinted>()];
    }

    private List<PaperCertificate> Pages(Proceedings now, CertificateRun run, IReadOnlyDictionary<string, CertificateText> texts, CertificatePrint print, CancellationToken cancellation)
    {
        var kinds = office.Kinds;
        var pages = new List<PaperCertificate>(run.Numbers.Length);
        foreach (var number in run.Numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            if (office.Page(now, run, kinds, number, texts) is not { } page)
                continue;
            pages.Add(page);
            print.Step();
        }
        return pages;
    }

    private PressFailure NoneLeft => new(PressFault.Template, sentences.Say("certificate.none-left"));
}
