using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Archive;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Letters;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Ifmsa.Assembly.Server.Tests.Journal;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Archives;

/// <summary>An assembly on a disk of its own, written as the server writes it: members, seats, people with names, a letter.</summary>
internal sealed class WrittenAssembly : IDisposable
{
    private static readonly Credential Office = Credential.Secretariat(new(Guid.NewGuid()), new(Guid.NewGuid()));

    private WrittenAssembly()
    {
    }

    public Disk Disk { get; } = new();

    public AssemblyId Id { get; } = new(Guid.NewGuid());

    public ParticipantId Named { get; } = new(Guid.NewGuid());

    public ParticipantId Officer { get; } = new(Guid.NewGuid());

    public AssemblyWriter Writer { get; private set; } = null!;

    public static async Task<WrittenAssembly> CreateAsync()
    {
        var made = new WrittenAssembly();
        var (one, two) = (new MemberId(Guid.NewGuid()), new MemberId(Guid.NewGuid()));
        made.Open();
        await made.DoAsync(new CreateAssembly(new("GA “2026” <b>", new(2026, 8, 1), new(2026, 8, 7), "Hall", "Europe/Berlin", ["en"]), MemoryAssemblies.Rules));
        await made.DoAsync(new ImportMembers([
            new(one, "Une", "One", "France", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true),
            new(two, "Dos", "Two", "Spain", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true)]));
        await made.DoAsync(new SeatDelegation([new(made.Named, one, 1)]));
        await made.DoAsync(new NameParticipant(made.Named, new(Guid.NewGuid()), "Zofia Wiśniewska"));
        await made.DoAsync(new EnrolParticipant(made.Officer, "王小明", [Duty.Secretary]));
        var letter = await new LetterBook(made.Disk.Store, TimeProvider.System).KeepAsync(made.Id, new("application/pdf", "%PDF-1.7 signed"u8.ToArray()), CancellationToken.None);
        var (desk, device) = (new ParticipantId(Guid.NewGuid()), new DeviceId(Guid.NewGuid()));
        await made.DoAsync(new EnrolParticipant(desk, "Desk", [Duty.Desk]));
        await made.DoAsync(new BindDevice(desk, device), Credential.Installation);
        await made.DoAsync(new GiveProxy(two, one, letter!), new(device));
        // Somebody handed this one in and nobody used it.
        await new LetterBook(made.Disk.Store, TimeProvider.System).KeepAsync(made.Id, new("application/pdf", "%PDF-1.7 unused"u8.ToArray()), CancellationToken.None);
        return made;
    }

    public void Open() => Writer = new(Id, Disk.Journal, TimeProvider.System, new RefusalTexts(Sentences.Load(MemoryAssemblies.Root("templates/wording"))), new(), _ => { }, _ => { }, NullLogger<AssemblyWriter>.Instance);

    public async Task DoAsync(Command command, Credential? by = null)
    {
        var answer = await Writer.SubmitAsync(new(Guid.NewGuid()), by ?? Office, command);
        Assert.True(answer.Accepted, answer.Refusal?.Text);
    }

    /// <summary>The archive's bytes.</summary>
    public byte[] Export()
    {
        using var file = new MemoryStream();
        using var context = Disk.Store.Context();
        new ArchiveWriter(ArchiveParts.All).Write(context, Id, file, CancellationToken.None);
        return file.ToArray();
    }

    public void Dispose()
    {
        Writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Disk.Dispose();
    }
}
