using System.Collections.Immutable;
using System.Diagnostics;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Federation;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>The writer alone, without hub and boards: votes decided and durable, against the same rows in bare SQLite.</summary>
public static class Writing
{
    private const int Members = 1_000;
    private const int Rounds = 20;

    /// <summary>Measures the rate with a thousand votes outstanding at any time.</summary>
    public static async Task MeasureAsync(ScoreBoard scores)
    {
        var folder = Directory.CreateTempSubdirectory("assembly-bench-");
        double rate;
        using (var store = Store.Open(new DataSettings { Folder = folder.FullName }))
        {
            var assembly = new AssemblyId(Guid.NewGuid());
            await using var writer = new AssemblyWriter(
                assembly, new SqliteJournalStore(store), TimeProvider.System, new RefusalTexts(Sentences.Load()), new FloorSettings(), _ => { }, _ => { }, NullLogger<AssemblyWriter>.Instance);
            var (ballot, devices) = await OpenAsync(writer);
            await RoundAsync(writer, ballot, devices, number: 1);
            var start = Stopwatch.GetTimestamp();
            for (var round = 0; round < Rounds; round++)
                await RoundAsync(writer, ballot, devices, round + 2);
            rate = Members * Rounds / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        folder.Delete(recursive: true);
        scores.Add("the writer alone: votes decided and durable", rate, Voting.Sqlite(), "votes/s", "");
    }

    private static Task RoundAsync(AssemblyWriter writer, BallotId ballot, DeviceId[] devices, int number) =>
        Task.WhenAll(devices.Select(device => writer.SubmitAsync(new(Guid.NewGuid()), new(device), new CastVote(ballot, Option.For, number))));

    private static async Task<(BallotId, DeviceId[])> OpenAsync(AssemblyWriter writer)
    {
        var secretariat = Credential.Secretariat(new(Guid.NewGuid()), new(Guid.NewGuid()));
        var (chair, desk) = (new DeviceId(Guid.NewGuid()), new DeviceId(Guid.NewGuid()));
        var day = new DateOnly(2026, 8, 1);
        await DoAsync(secretariat, new CreateAssembly(new("A", day, day, "Hall", "UTC", ["en"]), Rulebooks.Load().Find("ifmsa")!));
        var members = Enumerable.Range(1, Members).Select(number => new MemberRow(
            new(Guid.NewGuid()), $"Member {number}", $"M{number}", "Country", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true)).ToImmutableArray();
        await DoAsync(secretariat, new ImportMembers(members));
        foreach (var (device, duty) in new[] { (chair, Duty.Executive), (desk, Duty.Desk) })
        {
            var person = new ParticipantId(Guid.NewGuid());
            await DoAsync(secretariat, new EnrolParticipant(person, "Somebody", [duty]));
            await DoAsync(Credential.Installation, new BindDevice(person, device));
        }
        var plenary = new PlenaryId(Guid.NewGuid());
        await DoAsync(secretariat, new PlanPlenary(plenary, 1, "Hall", DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddHours(4)));
        var seats = members.Select(member => new SeatRow(new(Guid.NewGuid()), member.Id, 1)).ToImmutableArray();
        await DoAsync(secretariat, new SeatDelegation(seats));
        await DoAsync(new(chair), new AssumeChair());
        await DoAsync(new(chair), new CallRoll(plenary));
        var devices = seats.Select(_ => new DeviceId(Guid.NewGuid())).ToArray();
        await Task.WhenAll(seats.Select((seat, place) => DoAsync(Credential.Installation, new BindDevice(seat.Participant, devices[place]))));
        await Task.WhenAll(seats.Select(seat => DoAsync(new(desk), new GiveCard(seat.Member, seat.Participant))));
        await DoAsync(new(chair), new OpenPlenary());
        var ballot = new BallotId(Guid.NewGuid());
        await DoAsync(new(chair), new OpenBallot(ballot, BallotMethod.Phones, Title: "A question", Decision: "motion"));
        return (ballot, devices);

        async Task DoAsync(Credential by, Command command)
        {
            if (await writer.SubmitAsync(new(Guid.NewGuid()), by, command) is { Refusal: { } refusal })
                throw new InvalidOperationException(refusal.Text);
        }
    }
}
