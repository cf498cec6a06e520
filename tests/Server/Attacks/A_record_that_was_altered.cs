using System.Text;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Tallies;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

/// <summary>IAAF 2011: 210 votes from 199 members were shown. Where the record on disk says something else than the server's memory, or more votes than there are members, nothing is published.</summary>
public sealed class A_record_that_was_altered : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hall").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("nothing", BallotPhase.Counted)]
    [InlineData("choice", BallotPhase.Disputed)]
    [InlineData("more", BallotPhase.Disputed)]
    [InlineData("less", BallotPhase.Disputed)]
    public async Task bars_the_result_from_every_screen(string altered, BallotPhase phase)
    {
        var builder = Shell.CreateBuilder([$"--Data:Folder={Path.Combine(_folder, "data")}", "--urls=http://127.0.0.1:0"])!;
        builder.AddShell();
        builder.Services.AddFloor();
        builder.Services.AddSingleton<IJournalStore>(all => new AlteredStore(all.GetRequiredService<SqliteJournalStore>(), altered));
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var assemblies = app.Services.GetRequiredService<Assemblies>();
        var (assembly, chair, ballot) = await VoteAsync(assemblies);
        for (var waited = 0; assemblies.Find(assembly)!.Ballots[ballot].Phase == BallotPhase.Closed && waited < 400; waited++)
            await Task.Delay(25, TestContext.Current.CancellationToken);

        Assert.Equal(phase, assemblies.Find(assembly)!.Ballots[ballot].Phase);
        var gavel = await assemblies.SubmitAsync(assembly, chair, new(Guid.NewGuid()), new DeclareResult(ballot), CancellationToken.None);
        Assert.Equal(phase == BallotPhase.Counted, gavel.Accepted);
        if (phase == BallotPhase.Disputed)
        {
            Assert.Equal("ballot.not-counted", gavel.Refusal!.Code);
            Assert.Null(assemblies.Find(assembly)!.Ballots[ballot].Result);
            Assert.Null(PopoloRecord.Of(assemblies.HallOf(assembly)!.Publisher.Snapshot, ballot));
            // The way out is to put it aside, on the record.
            Assert.True((await assemblies.SubmitAsync(assembly, chair, new(Guid.NewGuid()), new VoidBallot(ballot, "The two counts differ."), CancellationToken.None)).Accepted);
        }
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Two members vote for it, and the polls are closed.</summary>
    private static async Task<(AssemblyId, Credential Chair, BallotId)> VoteAsync(Assemblies assemblies)
    {
        var (id, chair, desk, ballot, plenary) = (new AssemblyId(Guid.NewGuid()), new ParticipantId(Guid.NewGuid()), new ParticipantId(Guid.NewGuid()), new BallotId(Guid.NewGuid()), new PlenaryId(Guid.NewGuid()));
        var (presiding, atDesk, secretariat) = (new Credential(new(Guid.NewGuid())), new Credential(new(Guid.NewGuid())), Credential.Secretariat(new(Guid.NewGuid()), new(Guid.NewGuid())));
        var seats = Enumerable.Range(1, 2).Select(number => (Member: new MemberId(Guid.NewGuid()), Head: new ParticipantId(Guid.NewGuid()), Phone: new DeviceId(Guid.NewGuid()), Name: $"M{number}")).ToList();
        Assert.True((await assemblies.BeginAsync(id, secretariat, new(Guid.NewGuid()), new CreateAssembly(new("Assembly", new(2026, 8, 1), new(2026, 8, 7), "Hall", "UTC", ["en"]), MemoryAssemblies.Rules with { Voting = VotingRule.Plain with { ObjectionSeconds = 0, Article = "[M] annex 4" } }), CancellationToken.None)).Accepted);
        (Credential By, Command Command)[] acts =
        [
            (secretariat, new ImportMembers([.. seats.Select(seat => new MemberRow(seat.Member, seat.Name, seat.Name, "Country", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true))])),
            (secretariat, new Core.Plenaries.PlanPlenary(plenary, 1, "Hall", default, default)),
            (secretariat, new EnrolParticipant(chair, "Chair", [Duty.Chair])), (secretariat, new EnrolParticipant(desk, "Desk", [Duty.Desk])),
            (secretariat, new SeatDelegation([.. seats.Select(seat => new SeatRow(seat.Head, seat.Member, 1))])),
            (Credential.Installation, new BindDevice(chair, presiding.Device)), (Credential.Installation, new BindDevice(desk, atDesk.Device)),
            .. seats.Select(seat => (Credential.Installation, (Command)new BindDevice(seat.Head, seat.Phone))),
            (presiding, new Core.Plenaries.AssumeChair()), (presiding, new Core.Plenaries.CallRoll(plenary)),
            .. seats.Select(seat => (atDesk, (Command)new GiveCard(seat.Member, seat.Head))),
            (presiding, new Core.Plenaries.OpenPlenary()), (presiding, new OpenBallot(ballot, BallotMethod.Phones, Title: "Question", Decision: "motion")),
            .. seats.Select(seat => (new Credential(seat.Phone), (Command)new CastVote(ballot, Option.For, 1))),
            (presiding, new ClosePolls(ballot)),
        ];
        foreach (var (by, command) in acts)
        {
            var answer = await assemblies.SubmitAsync(id, by, new(Guid.NewGuid()), command, CancellationToken.None);
            Assert.True(answer.Accepted, $"{command}: {answer.Refusal?.Text}");
        }
        return (id, presiding, ballot);
    }

    /// <summary>The real store, whose votes read otherwise than they were written.</summary>
    private sealed class AlteredStore(SqliteJournalStore store, string altered) : IJournalStore
    {
        public IJournalTransaction Begin(AssemblyId assembly) => store.Begin(assembly);

        public IEnumerable<JournalRow> Read(AssemblyId assembly, long after, long upTo = long.MaxValue)
        {
            var first = true;
            foreach (var row in store.Read(assembly, after, upTo))
            {
                if (row.Kind != "ballot.cast.v1" || !first || altered == "nothing")
                {
                    yield return row;
                    continue;
                }
                first = false;
                if (altered == "choice")
                    yield return With(row, "\"for\"", "\"against\"");
                if (altered == "more")
                {
                    yield return row;
                    yield return With(row, "\"member\":\"", "\"member\":\"0");
                }
            }
        }

        public IEnumerable<Matter> ReadMatters(AssemblyId assembly) => store.ReadMatters(assembly);

        public IReadOnlyList<AssemblyId> Assemblies() => store.Assemblies();

        private static JournalRow With(JournalRow row, string before, string after) =>
            row with { Payload = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.Payload).Replace(before, after, StringComparison.Ordinal)) };
    }
}
