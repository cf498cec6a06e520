using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Accounts;

public sealed class Joining_with_a_code : IAsyncLifetime
{
    private Hall _hall = null!;
    private AssemblyId _assembly;
    private ParticipantId[] _seats = [];

    public async ValueTask InitializeAsync()
    {
        _hall = await Hall.OpenAsync();
        (_assembly, _seats) = _hall.Assemblies.Create();
    }

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task binds_the_phone_and_says_which_page()
    {
        var code = await IssueAsync(_seats[0]);
        using var phone = _hall.Browser();
        var answer = await JoinedAsync(phone, code.QrSecret);
        Assert.Equal($"/a/{_assembly}/floor", answer.GetProperty("page").GetString());
        Assert.False(answer.GetProperty("waiting").GetBoolean());
        var me = await phone.MeAsync();
        Assert.Equal(_seats[0].Value, me.GetProperty("participant").GetGuid());
        Assert.Equal(_hall.Assemblies.Find(_assembly)!.Participants[_seats[0]].Device!.Value.Value, me.GetProperty("device").GetGuid());
    }

    [Fact]
    public async Task reads_a_typed_code_however_it_is_typed()
    {
        var code = await IssueAsync(_seats[0]);
        using var phone = _hall.Browser();
        var typed = " " + code.TypedCode.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace("-", " – ", StringComparison.Ordinal);
        Assert.False((await JoinedAsync(phone, typed)).GetProperty("waiting").GetBoolean());
    }

    [Fact]
    public async Task never_happens_by_a_get()
    {
        var code = await IssueAsync(_seats[0]);
        using var phone = _hall.Browser();
        (await phone.GetAsync("/j?code=" + code.QrSecret)).Dispose();
        Assert.Null(_hall.Assemblies.Find(_assembly)!.Participants[_seats[0]].Device);
    }

    [Fact]
    public async Task again_on_the_same_phone_changes_nothing()
    {
        var code = await IssueAsync(_seats[0]);
        using var phone = _hall.Browser();
        await JoinedAsync(phone, code.QrSecret);
        var sequence = _hall.Assemblies.Find(_assembly)!.Sequence;
        Assert.False((await JoinedAsync(phone, code.TypedCode)).GetProperty("waiting").GetBoolean());
        Assert.Equal(sequence, _hall.Assemblies.Find(_assembly)!.Sequence);
    }

    [Fact]
    public async Task that_is_dead_only_asks_the_desk()
    {
        var code = await IssueAsync(_seats[0]);
        using var first = _hall.Browser();
        await JoinedAsync(first, code.QrSecret);
        using var second = _hall.Browser();
        Assert.True((await JoinedAsync(second, code.TypedCode)).GetProperty("waiting").GetBoolean());
        var device = (await second.MeAsync()).GetProperty("device").GetGuid();
        Assert.Equal(_seats[0], _hall.Assemblies.Find(_assembly)!.DeviceRequests[new(device)].Participant);
        Assert.NotEqual(device, _hall.Assemblies.Find(_assembly)!.Participants[_seats[0]].Device!.Value.Value);
        // The desk moves the seat to it, and from then on it is the seat's.
        _hall.Assemblies.Do(_assembly, new MoveDevice(new(device)));
        Assert.Equal(_seats[0].Value, (await second.MeAsync()).GetProperty("participant").GetGuid());
    }

    [Fact]
    public async Task that_has_run_out_only_asks_the_desk()
    {
        var code = await IssueAsync(_seats[0]);
        _hall.Clock.Move(TimeSpan.FromDays(14.1));
        using var phone = _hall.Browser();
        Assert.True((await JoinedAsync(phone, code.QrSecret)).GetProperty("waiting").GetBoolean());
    }

    [Fact]
    public async Task at_once_from_many_phones_binds_one_and_files_the_others()
    {
        var code = await IssueAsync(_seats[0]);
        var waiting = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            using var phone = _hall.Browser();
            return (await JoinedAsync(phone, code.QrSecret)).GetProperty("waiting").GetBoolean();
        }));
        Assert.Single(waiting, false);
    }

    [Fact]
    public async Task is_refused_plainly_when_the_journal_cannot_take_it()
    {
        var code = await IssueAsync(_seats[0]);
        _hall.Assemblies.Refusing = new Floor.RefusalText("floor.busy", "busy");
        using var phone = _hall.Browser();
        using var answer = await phone.PostAsJsonAsync("/j", new { code = code.QrSecret });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.False(await phone.IsInAsync());
        _hall.Assemblies.Refusing = null;
        Assert.False((await JoinedAsync(phone, code.QrSecret)).GetProperty("waiting").GetBoolean());
    }

    [Fact]
    public async Task that_nobody_has_is_throttled_when_typed_while_qr_codes_go_on()
    {
        await using var hall = await Hall.OpenAsync("--SignIn:WrongCodeBurst=10");
        var (assembly, seats) = hall.Assemblies.Create();
        var codes = await hall.Services.GetRequiredService<JoinCodes>().IssueAsync(assembly, seats, TestContext.Current.CancellationToken);
        using var guesser = hall.Browser();
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 15; guess++)
        {
            using var answer = await guesser.PostAsJsonAsync("/j", new { code = CodeText.NewTyped() });
            statuses.Add(answer.StatusCode);
        }
        Assert.Equal(10, statuses.Count(status => status == HttpStatusCode.NotFound));
        Assert.Equal(5, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
        using var phone = hall.Browser();
        using var scanned = await phone.PostAsJsonAsync("/j", new { code = codes[0].QrSecret });
        Assert.Equal(HttpStatusCode.OK, scanned.StatusCode);
        hall.Clock.Move(TimeSpan.FromSeconds(2));
        using var other = hall.Browser();
        using var typed = await other.PostAsJsonAsync("/j", new { code = codes[1].TypedCode });
        Assert.Equal(HttpStatusCode.OK, typed.StatusCode);
    }

    [Fact]
    public async Task keeps_no_code_on_disk_or_in_the_log()
    {
        var code = await IssueAsync(_seats[0]);
        using var phone = _hall.Browser();
        await JoinedAsync(phone, code.QrSecret);
        foreach (var file in Directory.GetFiles(_hall.DataFolder, "assembly.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(code.QrSecret, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(code.TypedCode.Replace("-", "", StringComparison.Ordinal), bytes, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(code.QrSecret, _hall.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost:8080")]
    public async Task from_a_page_of_another_site_is_refused(string origin)
    {
        var code = await IssueAsync(_seats[0]);
        using var phone = _hall.Browser();
        phone.DefaultRequestHeaders.Add("Origin", origin);
        using var answer = await phone.PostAsJsonAsync("/j", new { code = code.QrSecret });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var negotiate = await phone.PostAsync("/floor/negotiate", null);
        Assert.Equal(HttpStatusCode.Forbidden, negotiate.StatusCode);
    }

    private async Task<IssuedCode> IssueAsync(ParticipantId seat) =>
        Assert.Single(await _hall.Services.GetRequiredService<JoinCodes>().IssueAsync(_assembly, [seat], TestContext.Current.CancellationToken));

    private static async Task<JsonElement> JoinedAsync(HttpClient phone, string code)
    {
        using var answer = await phone.PostAsJsonAsync("/j", new { code });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}

public sealed class Printing_codes
{
    [Fact]
    public async Task again_replaces_those_that_bound_no_phone_and_leaves_seats_with_one()
    {
        await using var hall = await Hall.OpenAsync();
        using var office = await hall.SecretariatAsync();
        var (assembly, seats) = hall.Assemblies.Create();
        var first = await SheetAsync(office, assembly);
        Assert.Equal(3, first.Length);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", first[0].GetProperty("typedCode").GetString());
        using var phone = hall.Browser();
        (await phone.PostAsJsonAsync("/j", new { code = first[0].GetProperty("qrSecret").GetString() })).Dispose();
        var second = await SheetAsync(office, assembly);
        Assert.Equal(seats[1..].Select(seat => seat.Value).Order(), second.Select(line => line.GetProperty("participant").GetGuid()).Order());
        using var late = hall.Browser();
        using var answer = await late.PostAsJsonAsync("/j", new { code = first[1].GetProperty("qrSecret").GetString() });
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("waiting").GetBoolean());
    }

    [Fact]
    public async Task is_not_for_delegates()
    {
        await using var hall = await Hall.OpenAsync();
        var (assembly, seats) = hall.Assemblies.Create();
        var code = Assert.Single(await hall.Services.GetRequiredService<JoinCodes>().IssueAsync(assembly, [seats[0]], TestContext.Current.CancellationToken));
        using var phone = hall.Browser();
        (await phone.PostAsJsonAsync("/j", new { code = code.QrSecret })).Dispose();
        using var answer = await phone.PostAsJsonAsync($"/api/a/{assembly}/codes", new { });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<JsonElement[]> SheetAsync(HttpClient office, AssemblyId assembly)
    {
        using var answer = await office.PostAsJsonAsync($"/api/a/{assembly}/codes?form=json", new { });
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("codes").EnumerateArray()];
    }
}
