using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

/// <summary>Aberystwyth 2012: wrong ballots were offered and all votes void. webkom/vote: phones did not move to the new election.</summary>
[Collection(RunningHall.Name)]
public sealed class Phones_from_one_election_to_the_next(RunningHall hall)
{
    [Fact]
    public async Task are_offered_the_ballot_that_is_open_and_nothing_of_another()
    {
        var (first, firstNominees) = await ElectionAsync("Treasurer", hall.Voters[0], hall.Voters[1]);
        await AllAreOfferedAsync(first, [.. firstNominees, "abstain"]);
        Assert.True((await hall.Voters[4].Client.CastAsync(first, firstNominees[0])).Accepted);
        await hall.FinishAsync(first);

        var (second, secondNominees) = await ElectionAsync("Auditor", hall.Voters[2], hall.Voters[3]);
        await AllAreOfferedAsync(second, [.. secondNominees, "abstain"]);
        foreach (var phone in hall.Voters)
        {
            Assert.Equal("ballot.unknown-option", (await phone.Client.CastAsync(second, firstNominees[0])).Refusal?.Code);
            Assert.Equal("ballot.not-open", (await phone.Client.CastAsync(first, firstNominees[0])).Refusal?.Code);
            Assert.True((await phone.Client.CastAsync(second, secondNominees[1])).Accepted);
        }
        var result = await hall.FinishAsync(second);
        Assert.Equal((0, hall.Voters.Count), ((int)result["figures"]![secondNominees[0]]!, (int)result["figures"]![secondNominees[1]]!));
        Assert.DoesNotContain(firstNominees[0], result.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<(BallotId Ballot, string[] Nominees)> ElectionAsync(string title, params Phone[] nominees)
    {
        var (election, ballot) = (Guid.NewGuid(), Guid.NewGuid());
        await Meeting.DoAsync(hall.Chair.Client, "election.open", new { election, title, decision = "election" });
        foreach (var nominee in nominees)
            await Meeting.DoAsync(hall.Chair.Client, "election.nominate", new { election, participant = nominee.Participant });
        await Meeting.DoAsync(hall.Chair.Client, "ballot.open", new { ballot, method = "phones", election });
        return (new(ballot), [.. nominees.Select(nominee => nominee.Participant.ToString())]);
    }

    /// <summary>Every phone and screen shows it, with its own options and nobody's earlier choice.</summary>
    private async Task AllAreOfferedAsync(BallotId ballot, string[] options)
    {
        foreach (var phone in hall.Voters.Append(hall.Screen))
        {
            var board = await phone.Client.UntilAsync("ballot", shown => RunningHall.IsAt(shown, ballot, "open"), seconds: 5);
            Assert.Equal(options, board["current"]!["options"]!.AsArray().Select(option => (string)option!["key"]!));
            Assert.True(board["current"]!["result"] is null);
        }
        foreach (var phone in hall.Voters)
            await phone.Client.UntilAsync("mine", shown => (string?)shown["cast"]?["ballot"] != ballot.ToString(), seconds: 5);
    }
}

/// <summary>US House 2007: gavelled while the board still moved. IAAF 2011: 210 votes from 199 members were shown.</summary>
[Collection(RunningHall.Name)]
public sealed class A_gavel_while_votes_come_in(RunningHall hall)
{
    [Fact]
    public async Task falls_after_the_close_and_the_count_and_no_vote_moves_the_result()
    {
        var ballot = await hall.OpenAsync();
        Assert.Equal("ballot.not-counted", (await hall.Chair.Client.SubmitAsync("ballot.declare", new { ballot })).Refusal?.Code);
        var (ending, accepted) = (new CancellationTokenSource(), new ConcurrentDictionary<MemberId, string>());
        var voting = hall.Voters.Select(async (phone, place) =>
        {
            for (var round = place; !ending.IsCancellationRequested; round++)
            {
                var option = round % 2 == 0 ? "for" : "against";
                if ((await phone.Client.CastAsync(ballot, option)).Accepted)
                    accepted[phone.MemberId] = option;
            }
        }).ToList();
        await Task.Delay(200);
        await Meeting.DoAsync(hall.Chair.Client, "ballot.close", new { ballot });
        // The gavel falls as often as it can, while votes still come.
        var (gavel, watch) = (await hall.Chair.Client.SubmitAsync("ballot.declare", new { ballot }), Stopwatch.StartNew());
        for (; !gavel.Accepted; gavel = await hall.Chair.Client.SubmitAsync("ballot.declare", new { ballot }))
        {
            Assert.Equal("ballot.not-counted", gavel.Refusal!.Code);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It was never counted.");
        }
        var shown = (await hall.Screen.Client.UntilAsync("ballot", board => RunningHall.IsAt(board, ballot, "declared")))["current"]!["result"]!["figures"]!.DeepClone();
        await Task.Delay(200);
        await ending.CancelAsync();
        await Task.WhenAll(voting);
        ending.Dispose();
        var figures = hall.Screen.Client.Board("ballot")!["current"]!["result"]!["figures"]!;
        Assert.True(JsonNode.DeepEquals(shown, figures));
        Assert.Equal((accepted.Values.Count(option => option == "for"), accepted.Values.Count(option => option == "against")), ((int)figures["for"]!, (int)figures["against"]!));
        Assert.Equal(hall.Voters.Count, (int)figures["for"]! + (int)figures["against"]! + (int)figures["abstain"]!);
        // From the close on the journal holds the count and the gavel, and no vote.
        Assert.Equal(["ballot.closed.v1", "ballot.counted.v1", "ballot.declared.v1"], hall.FactsOf(ballot).Select(fact => fact.Kind).SkipWhile(kind => kind != "ballot.closed.v1"));
    }

    [Theory]
    [InlineData(25, 0, 0)]
    [InlineData(20, 5, 1)]
    public async Task never_falls_on_more_placards_than_members(int @for, int against, int abstain)
    {
        var ballot = Guid.NewGuid();
        await Meeting.DoAsync(hall.Chair.Client, "ballot.open", new { ballot, method = "placards", title = "Question", decision = "motion" });
        var figures = new Dictionary<string, int>(StringComparer.Ordinal) { ["for"] = @for, ["against"] = against, ["abstain"] = abstain };
        Assert.Equal("ballot.more-than-entitled", (await hall.Officer.Client.SubmitAsync("ballot.enter-figures", new { ballot, figures })).Refusal?.Code);
        Assert.Equal("ballot.figures-missing", (await hall.Chair.Client.SubmitAsync("ballot.close", new { ballot })).Refusal?.Code);
        await Meeting.DoAsync(hall.Chair.Client, "ballot.void", new { ballot, reason = "Counted wrongly." });
    }
}

/// <summary>OpenSlides #6811: with 180 voters the count fell to 0, votes were refused, and the poll could not be deleted. Adventists 2015: 1,277 of 1,737 votes arrived.</summary>
[Collection(RunningHall.Name)]
public sealed class A_hall_of_180_voters(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly RunningHall _hall = new(180);

    public ValueTask InitializeAsync() => _hall.InitializeAsync();

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task that_vote_at_once_are_all_counted_and_the_count_never_falls()
    {
        var (ballot, counts) = (await _hall.OpenAsync(), new ConcurrentQueue<int>());
        await using var watching = await _hall.ConnectAsync(_hall.Screen.Cookies, board =>
        {
            if (board.GetProperty("name").GetString() == "progress" && (board.TryGetProperty("patch", out var part) || board.TryGetProperty("whole", out part)) && part.TryGetProperty("cast", out var cast))
                counts.Enqueue(cast.GetInt32());
        });
        await watching.InvokeCoreAsync("Follow", typeof(object), [new { assembly = _hall.Meeting.Id.Value }]);
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(_hall.Delegates.Select((phone, place) => phone.Client.CastAsync(ballot, place % 3 == 0 ? "against" : "for")));
        output.WriteLine($"180 votes were answered within {watch.ElapsedMilliseconds} ms.");
        Assert.All(answers, answer => Assert.True(answer.Accepted, answer.Refusal?.Text));
        await _hall.Screen.Client.UntilAsync("progress", board => (string?)board["ballot"] == ballot.ToString() && (int)board["cast"]! == 180);
        int[] seen = [.. counts];
        Assert.Equal(seen.Order(), seen);
        var result = await _hall.FinishAsync(ballot);
        Assert.Equal((120, 60, 0), ((int)result["figures"]!["for"]!, (int)result["figures"]!["against"]!, (int)result["figures"]!["abstain"]!));
        await Meeting.DoAsync(_hall.Chair.Client, "ballot.void", new { ballot, reason = "To be taken again." });
        var again = await _hall.OpenAsync();
        Assert.True((await _hall.Delegates[179].Client.CastAsync(again, "for")).Accepted);
        Assert.Equal(1, (int)(await _hall.FinishAsync(again))["figures"]!["for"]!);
        Assert.True(_hall.Complaints.Length == 0, _hall.Complaints);
    }
}
