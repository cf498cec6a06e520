using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Floor;
using Xunit;

namespace Ifmsa.Assembly.Rehearsal.Tests;

/// <summary>A delegation's phone that changes its mind, loses its connection, says things twice, and lets old messages come late.</summary>
internal sealed class Bot(Phone phone, Told told, int seed)
{
    private readonly Random _random = new(seed);
    private long _number;

    public Phone Phone => phone;

    /// <summary>Members whose votes it holds by proxy.</summary>
    public IReadOnlyList<MemberId> Holds { get; set; } = [];

    /// <summary>Connections it has lost, casts it has sent twice, and old messages that came late.</summary>
    public int Drops { get; private set; }

    public int Doubles { get; private set; }

    public int Late { get; private set; }

    /// <summary>Votes so often, each time for something else, once its own board shows the ballot; ends when the last cast is answered.</summary>
    public async Task VoteAsync(BallotId ballot, int rounds, Func<Random, int, Slip> choose)
    {
        var board = await phone.Client.UntilAsync("ballot", shown => (string?)shown["current"]?["id"] == ballot.ToString());
        var votes = (int)board["current"]!["electorate"]![phone.MemberId.ToString()]!;
        for (var round = 0; round < rounds; round++)
        {
            // Never after its last cast: whoever is away cannot see the result.
            if (_random.Next(40) == 0)
            {
                Drops++;
                await Task.WhenAny(phone.Client.DropAsync(), Task.Delay(50));
            }
            var slip = choose(_random, votes);
            if (Holds.Count == 0)
                await CastAsync(ballot, slip, members: null);
            else if (round % 2 == 0)
                await CastAsync(ballot, slip, [phone.MemberId, .. Holds]);
            else
                await ApartAsync(ballot, choose);
        }
    }

    private async Task ApartAsync(BallotId ballot, Func<Random, int, Slip> choose)
    {
        foreach (var member in Holds.Prepend(phone.MemberId))
            await CastAsync(ballot, choose(_random, 1), [member]);
    }

    /// <summary>Casts once: sometimes twice at the same time, sometimes with an older message that comes after it.</summary>
    public async Task CastAsync(BallotId ballot, Slip slip, IReadOnlyList<MemberId>? members)
    {
        var (id, number) = (Guid.NewGuid(), ++_number);
        var body = Body(ballot, slip, number, members);
        var copies = _random.Next(10) == 0 ? 2 : 1;
        var answers = await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => phone.Client.SubmitAsync(id, "ballot.cast", body)));
        Assert.All(answers, answer => Assert.True(answer.Accepted, answer.Refusal?.Text));
        Assert.Single(answers.Distinct());
        Doubles += copies - 1;
        foreach (var member in members ?? [phone.MemberId])
            told.Cast(ballot, phone.Participant, member, number, slip, answers[0]);
        if (_random.Next(20) != 0)
            return;
        Late++;
        var late = await phone.Client.SubmitAsync("ballot.cast", Body(ballot, new("abstain"), number - 1, members));
        // Where names are called, the call has gone on to the next.
        Assert.Contains(late.Refusal?.Code, (string?[])["ballot.superseded", "ballot.not-called"]);
    }

    private static JsonObject Body(BallotId ballot, Slip slip, long number, IReadOnlyList<MemberId>? members)
    {
        var body = new JsonObject { ["ballot"] = ballot.ToString(), ["option"] = slip.Shares is null ? slip.Option : "", ["number"] = number };
        if (slip.Shares is { } parts)
            body["shares"] = new JsonArray([.. parts.Select(part => new JsonObject { ["options"] = new JsonArray([.. part.Options.Select(option => (JsonNode)option)]), ["votes"] = part.Votes })]);
        if (members is not null)
            body["members"] = new JsonArray([.. members.Select(member => (JsonNode)member.ToString())]);
        return body;
    }
}
