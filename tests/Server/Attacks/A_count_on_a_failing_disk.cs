using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

public sealed class A_count_on_a_failing_disk
{
    [Fact]
    public async Task is_taken_when_the_disk_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("count");
        var data = new DataSettings { Folder = Path.Combine(folder.FullName, "data") };
        using (var store = Store.Open(data))
        using (var journal = new SqliteJournalStore(store))
        {
            var failing = new FailingOnceClosed(journal);
            var texts = new RefusalTexts(Sentences.Load(MemoryAssemblies.Root("templates/wording")));
            var (sessions, lifetime) = (new Sessions(store, new(), TimeProvider.System), new Lifetime());
            using var passwords = new Passwords(new());
            var assemblies = new Assemblies(
                failing, TimeProvider.System, texts, new(), new(texts, Sentences.Load(MemoryAssemblies.Root("templates/wording"))), new(sessions, new FloorSettings(), NullLogger<Microsoft.AspNetCore.SignalR.DefaultHubLifetimeManager<FloorHub>>.Instance),
                new(data, TimeProvider.System, NullLogger<Backups>.Instance), new(new(store, passwords, new(), TimeProvider.System), sessions, lifetime, NullLogger<EndedAccounts>.Instance),
                new(store, sessions, [], lifetime, NullLogger<ErasedPeople>.Instance), lifetime, NullLoggerFactory.Instance);
            await assemblies.StartAsync(TestContext.Current.CancellationToken);
            var (assembly, ballot) = await ClosedAsync(assemblies);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            while (assemblies.Find(assembly)!.Ballots[ballot].Phase == BallotPhase.Closed)
                await Task.Delay(20, patience.Token);
            Assert.Equal(BallotPhase.Counted, assemblies.Find(assembly)!.Ballots[ballot].Phase);
            Assert.True(failing.Failures > 2);
            await assemblies.StopAsync(TestContext.Current.CancellationToken);
        }
        folder.Delete(recursive: true);
    }

    private static async Task<(AssemblyId, BallotId)> ClosedAsync(Assemblies assemblies)
    {
        var (id, member, head, chair, desk, plenary, ballot) = (new AssemblyId(Guid.NewGuid()), new MemberId(Guid.NewGuid()), new ParticipantId(Guid.NewGuid()),
            new ParticipantId(Guid.NewGuid()), new ParticipantId(Guid.NewGuid()), new PlenaryId(Guid.NewGuid()), new BallotId(Guid.NewGuid()));
        var (office, phones) = (Credential.Secretariat(new(Guid.NewGuid()), new(Guid.NewGuid())), new[] { head, chair, desk }.ToDictionary(person => person, _ => new DeviceId(Guid.NewGuid())));
        await assemblies.BeginAsync(id, office, new(Guid.NewGuid()), new CreateAssembly(new("GA", new(2025, 8, 1), new(2025, 8, 7), "Hall", "Europe/Berlin", ["en"]), MemoryAssemblies.Rules), default);
        await Do(office, new ImportMembers([new(member, "Une", "One", "France", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true)]));
        await Do(office, new SeatDelegation([new(head, member, 1)]));
        await Do(office, new EnrolParticipant(chair, "Chair", [Duty.Chair]));
        await Do(office, new EnrolParticipant(desk, "Desk", [Duty.Desk]));
        foreach (var (person, phone) in phones)
            await Do(Credential.Installation, new BindDevice(person, phone));
        await Do(office, new PlanPlenary(plenary, 1, "Hall", DateTimeOffset.UtcNow, DateTimeOffset.UtcNow));
        await Do(new(phones[chair]), new AssumeChair());
        await Do(new(phones[chair]), new CallRoll(plenary));
        await Do(new(phones[desk]), new GiveCard(member, head));
        await Do(new(phones[chair]), new OpenPlenary());
        await Do(new(phones[chair]), new OpenBallot(ballot, BallotMethod.Phones, Title: "Shall we?", Decision: "motion"));
        await Do(new(phones[head]), new CastVote(ballot, "for", 1));
        await Do(new(phones[chair]), new ClosePolls(ballot));
        return (id, ballot);

        async Task Do(Credential by, Command command) =>
            Assert.True(await assemblies.SubmitAsync(id, by, new(Guid.NewGuid()), command, CancellationToken.None) is { Accepted: true }, command.GetType().Name);
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }

    /// <summary>A disk that fails the moment a vote is closed, and is back after three tries.</summary>
    private sealed class FailingOnceClosed(IJournalStore store) : IJournalStore
    {
        private bool _closed;

        public int Failures { get; private set; }

        public IJournalTransaction Begin(AssemblyId assembly) =>
            _closed && Failures++ < 3 ? throw new IOException("The disk is full.") : new Watched(store.Begin(assembly), () => _closed = true);

        public IEnumerable<JournalRow> Read(AssemblyId assembly, long after, long upTo = long.MaxValue) => store.Read(assembly, after, upTo);

        public IEnumerable<Matter> ReadMatters(AssemblyId assembly) => store.ReadMatters(assembly);

        public IReadOnlyList<AssemblyId> Assemblies() => store.Assemblies();

        private sealed class Watched(IJournalTransaction transaction, Action closed) : IJournalTransaction
        {
            public (long Sequence, byte[] Hash) Head => transaction.Head;

            public KeptAnswer? FindAnswer(DeviceId device, CommandId command) => transaction.FindAnswer(device, command);

            public void Append(JournalRow row)
            {
                transaction.Append(row);
                if (row.Kind == "ballot.closed.v1")
                    closed();
            }

            public void Keep(DeviceId device, CommandId command, KeptAnswer answer) => transaction.Keep(device, command, answer);

            public void Keep(Matter matter) => transaction.Keep(matter);

            public void Erase(MatterId matter) => transaction.Erase(matter);

            public void Commit() => transaction.Commit();

            public void Dispose() => transaction.Dispose();
        }
    }
}
