using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Ifmsa.Assembly.Server.Tests.Journal;
using Ifmsa.Assembly.Server.Tests.OnTheFloor;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Restarts;

public sealed class A_full_disk : IAsyncDisposable
{
    private readonly Disk _disk = new();
    private readonly AssemblyWriter _writer;
    private readonly Credential _secretariat = Credential.Secretariat(new(Guid.NewGuid()), new(Guid.NewGuid()));

    public A_full_disk() => _writer = new(
        new(Guid.NewGuid()), _disk.Journal, TimeProvider.System, new RefusalTexts(Sentences.Load()), new FloorSettings(), _ => { }, _ => { }, NullLogger<AssemblyWriter>.Instance);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _disk.Dispose();
    }

    [Fact]
    public async Task is_told_changes_nothing_and_is_gone_on_with_when_there_is_room()
    {
        await CreateAsync();
        var before = _writer.Snapshot;
        var motion = new SubmitMotion(new(Guid.NewGuid()), "Long", new string('a', 20_000), "motion");
        var id = new CommandId(Guid.NewGuid());
        Fill();
        var told = await _writer.SubmitAsync(id, _secretariat, motion);
        Assert.Equal("floor.cannot-write", told.Refusal?.Code);
        Assert.EndsWith(".", told.Refusal!.Text, StringComparison.Ordinal);
        Assert.Same(before, _writer.Snapshot);
        Assert.Equal(before.Now.Sequence, _disk.Journal.Read(before.Now.Id, 0).Count());
        // The same command again, when the disk has room: it was not kept as refused.
        Assert.True((await _writer.SubmitAsync(id, _secretariat, motion)).Accepted);
        Assert.Single(_writer.Snapshot.Now.Motions);
    }

    [Fact]
    public async Task takes_others_of_the_same_batch_with_it_and_all_can_be_sent_again()
    {
        await CreateAsync();
        Fill();
        var commands = Enumerable.Range(0, 30).Select(_ => (Id: new CommandId(Guid.NewGuid()), Motion: new SubmitMotion(new(Guid.NewGuid()), "Long", new string('a', 5_000), "motion"))).ToList();
        var first = await Task.WhenAll(commands.Select(command => _writer.SubmitAsync(command.Id, _secretariat, command.Motion)));
        Assert.Contains(first, answer => answer.Refusal?.Code == "floor.cannot-write");
        var again = await Task.WhenAll(commands.Select(command => _writer.SubmitAsync(command.Id, _secretariat, command.Motion)));
        Assert.All(again, answer => Assert.True(answer.Accepted));
        Assert.All(first.Zip(again).Where(pair => pair.First.Accepted), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(30, _writer.Snapshot.Now.Motions.Count);
    }

    /// <summary>SQLite answers at its page limit as on a full disk; the limit is the connection's own, and a connection that failed is given up.</summary>
    private void Fill()
    {
        using var transaction = _disk.Journal.Begin(_writer.Snapshot.Now.Id);
        _disk.Journal.Limit(pages: 1);
    }

    private async Task CreateAsync()
    {
        var charter = new Charter("Assembly", new(2026, 8, 1), new(2026, 8, 7), "Hall", "UTC", ["en"]);
        Assert.True((await _writer.SubmitAsync(new(Guid.NewGuid()), _secretariat, new CreateAssembly(charter, MemoryAssemblies.Rules))).Accepted);
    }
}

[Collection(RunningHall.Name)]
public sealed class A_database_locked_by_another_program(RunningHall hall)
{
    [Fact]
    public async Task is_told_changes_nothing_and_is_gone_on_with_when_it_is_free()
    {
        await using var connection = await hall.ConnectAsync(hall.Chair.Cookies);
        var id = Guid.NewGuid();
        using (var other = new SqliteConnection($"Data Source={hall.Server.Database};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction();
            var told = await hall.SubmitAsync(connection, "hall.call", new { minutes = 7 }, id);
            Assert.Equal("floor.cannot-write", told.Refusal?.Code);
        }
        Assert.NotEqual(7, (int?)hall.Screen.Client.Board("plenary")?["hallCall"]?["minutes"]);
        var done = await hall.SubmitAsync(connection, "hall.call", new { minutes = 7 }, id);
        Assert.True(done.Accepted);
        await hall.Screen.Client.UntilVersionAsync("plenary", done.Sequence!.Value);
        await hall.ForgiveAsync("A commit of 1 commands failed");
    }
}

/// <summary>A recount that cannot be written at once is brought again, or a closed vote could never be declared.</summary>
public sealed class A_recount_that_meets_a_full_disk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hall").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task is_brought_again_until_it_is_written()
    {
        var builder = Shell.CreateBuilder([$"--Data:Folder={Path.Combine(_folder, "data")}", "--urls=http://127.0.0.1:0"])!;
        builder.AddShell();
        builder.Services.AddFloor();
        builder.Services.AddSingleton<IJournalStore>(all => new ForgetfulStore(all.GetRequiredService<SqliteJournalStore>(), failures: 3));
        await using var app = builder.Build();
        await app.StartAsync();
        var assemblies = app.Services.GetRequiredService<Assemblies>();
        var (assembly, chair, ballot) = await VoteAsync(assemblies);
        for (var waited = 0; assemblies.Find(assembly)!.Ballots[ballot].Phase != BallotPhase.Counted && waited < 200; waited++)
            await Task.Delay(50);
        Assert.Equal(BallotPhase.Counted, assemblies.Find(assembly)!.Ballots[ballot].Phase);
        Assert.True((await assemblies.SubmitAsync(assembly, chair, new(Guid.NewGuid()), new DeclareResult(ballot), CancellationToken.None)).Accepted);
        await app.StopAsync();
    }

    private static async Task<(AssemblyId, Credential Chair, BallotId)> VoteAsync(Assemblies assemblies)
    {
        var (id, chair, desk, ballot) = (new AssemblyId(Guid.NewGuid()), new ParticipantId(Guid.NewGuid()), new ParticipantId(Guid.NewGuid()), new BallotId(Guid.NewGuid()));
        var (presiding, atDesk, secretariat) = (new Credential(new(Guid.NewGuid())), new Credential(new(Guid.NewGuid())), Credential.Secretariat(new(Guid.NewGuid()), new(Guid.NewGuid())));
        var (member, head, plenary, phone) = (new MemberId(Guid.NewGuid()), new ParticipantId(Guid.NewGuid()), new PlenaryId(Guid.NewGuid()), new DeviceId(Guid.NewGuid()));
        var charter = new Charter("Assembly", new(2026, 8, 1), new(2026, 8, 7), "Hall", "UTC", ["en"]);
        Assert.True((await assemblies.BeginAsync(id, secretariat, new(Guid.NewGuid()), new CreateAssembly(charter, MemoryAssemblies.Rules), CancellationToken.None)).Accepted);
        foreach (var (by, command) in new (Credential, Command)[]
        {
            (secretariat, new ImportMembers([new(member, "Member", "M", "Country", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true)])),
            (secretariat, new Core.Plenaries.PlanPlenary(plenary, 1, "Hall", default, default)),
            (secretariat, new EnrolParticipant(chair, "Chair", [Duty.Chair])), (secretariat, new EnrolParticipant(desk, "Desk", [Duty.Desk])),
            (secretariat, new SeatDelegation([new(head, member, 1)])),
            (Credential.Installation, new Core.Credentials.BindDevice(chair, presiding.Device)), (Credential.Installation, new Core.Credentials.BindDevice(desk, atDesk.Device)),
            (Credential.Installation, new Core.Credentials.BindDevice(head, phone)),
            (presiding, new Core.Plenaries.AssumeChair()), (presiding, new Core.Plenaries.CallRoll(plenary)), (atDesk, new Core.Credentials.GiveCard(member, head)),
            (presiding, new Core.Plenaries.OpenPlenary()), (presiding, new OpenBallot(ballot, BallotMethod.Phones, Title: "Question", Decision: "motion")),
            (new(phone), new CastVote(ballot, "for", 1)), (presiding, new ClosePolls(ballot)),
        })
        {
            var answer = await assemblies.SubmitAsync(id, by, new(Guid.NewGuid()), command, CancellationToken.None);
            Assert.True(answer.Accepted, $"{command}: {answer.Refusal?.Text}");
        }
        return (id, presiding, ballot);
    }

    /// <summary>The real store, that cannot write a recount the first few times.</summary>
    private sealed class ForgetfulStore(SqliteJournalStore store, int failures) : IJournalStore
    {
        private int _left = failures;

        public IJournalTransaction Begin(AssemblyId assembly) => new Transaction(this, store.Begin(assembly));

        public IEnumerable<JournalRow> Read(AssemblyId assembly, long after, long upTo = long.MaxValue) => store.Read(assembly, after, upTo);

        public IEnumerable<Matter> ReadMatters(AssemblyId assembly) => store.ReadMatters(assembly);

        public IReadOnlyList<AssemblyId> Assemblies() => store.Assemblies();

        private sealed class Transaction(ForgetfulStore store, IJournalTransaction inner) : IJournalTransaction
        {
            public (long Sequence, byte[] Hash) Head => inner.Head;

            public KeptAnswer? FindAnswer(DeviceId device, CommandId command) => inner.FindAnswer(device, command);

            public void Append(JournalRow row)
            {
                if (row.Kind == "ballot.counted.v1" && store._left-- > 0)
                    throw new IOException("The disk is full.");
                inner.Append(row);
            }

            public void Keep(DeviceId device, CommandId command, KeptAnswer answer) => inner.Keep(device, command, answer);

            public void Keep(Matter matter) => inner.Keep(matter);

            public void Erase(MatterId matter) => inner.Erase(matter);

            public void Commit() => inner.Commit();

            public void Dispose() => inner.Dispose();
        }
    }
}
