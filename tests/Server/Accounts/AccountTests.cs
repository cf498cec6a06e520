using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Accounts;

internal static class Asked
{
    public static Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string name, string password) =>
        browser.PostAsJsonAsync("/api/sign-in", new { name, password });

    public static async Task<string> CodeAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;

    public static async Task<JsonElement> MeAsync(this HttpClient browser) => await browser.GetFromJsonAsync<JsonElement>("/api/me");

    public static async Task<bool> IsInAsync(this HttpClient browser) => (await browser.MeAsync()).GetProperty("signedIn").GetBoolean();
}

public sealed class The_first_link
{
    [Fact]
    public async Task makes_one_account_and_signs_it_in()
    {
        await using var hall = await Hall.OpenAsync();
        using var browser = await hall.SecretariatAsync();
        Assert.True((await browser.MeAsync()).GetProperty("secretariat").GetBoolean());
        using var again = await browser.PostAsJsonAsync("/api/first-account", new { secret = hall.Services.GetRequiredService<FirstLink>().Secret, name = "Other", password = Hall.Password });
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal("account.first-link-dead", await again.CodeAsync());
    }

    [Fact]
    public async Task is_dead_with_a_wrong_secret_or_after_half_an_hour()
    {
        await using var hall = await Hall.OpenAsync();
        using var browser = hall.Browser();
        using var wrong = await browser.PostAsJsonAsync("/api/first-account", new { secret = "guess", name = "Office", password = Hall.Password });
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        hall.Clock.Move(TimeSpan.FromMinutes(31));
        using var late = await browser.PostAsJsonAsync("/api/first-account", new { secret = hall.Services.GetRequiredService<FirstLink>().Secret, name = "Office", password = Hall.Password });
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
    }

    [Fact]
    public async Task makes_one_account_when_two_use_it_at_once()
    {
        await using var hall = await Hall.OpenAsync();
        var secret = hall.Services.GetRequiredService<FirstLink>().Secret;
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            using var browser = hall.Browser();
            using var answer = await browser.PostAsJsonAsync("/api/first-account", new { secret, name = "Office" + number, password = Hall.Password });
            return answer.StatusCode;
        }));
        Assert.Single(answers, HttpStatusCode.NoContent);
    }
}

public sealed class Signing_in
{
    [Fact]
    public async Task gives_a_new_device_each_time_and_ends_the_browsers_former_session()
    {
        await using var hall = await Hall.OpenAsync();
        using var browser = await hall.SecretariatAsync();
        var ended = new List<DeviceId>();
        hall.Services.GetRequiredService<Sessions>().WhenEnded(ended.Add);
        var first = (await browser.MeAsync()).GetProperty("device").GetGuid();
        using var answer = await browser.SignInAsync(" office ", Hall.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(first, (await browser.MeAsync()).GetProperty("device").GetGuid());
        Assert.Equal([new DeviceId(first)], ended);
    }

    [Theory]
    [InlineData("http", "hall=", "HttpOnly", false)]
    [InlineData("https", "__Host-hall=", "secure", true)]
    public async Task sets_a_cookie_no_script_and_no_other_site_gets(string scheme, string start, string part, bool secure)
    {
        await using var hall = await Hall.OpenAsync();
        (await hall.SecretariatAsync()).Dispose();
        using var browser = hall.Browser(scheme);
        using var answer = await browser.SignInAsync("Office", Hall.Password);
        foreach (var cookie in answer.Headers.GetValues("Set-Cookie"))
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        }
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith(start, StringComparison.Ordinal) && cookie.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task out_ends_the_session_on_the_server()
    {
        await using var hall = await Hall.OpenAsync();
        using var browser = await hall.SecretariatAsync();
        using var copied = hall.Browser();
        using var signedIn = await browser.SignInAsync("Office", Hall.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").First(text => text.StartsWith("hall=", StringComparison.Ordinal)).Split(';')[0];
        copied.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.True(await copied.IsInAsync());
        using var answer = await browser.PostAsync("/api/sign-out", null);
        Assert.False(await browser.IsInAsync());
        Assert.False(await copied.IsInAsync());
    }

    [Fact]
    public async Task tells_nobody_which_names_exist()
    {
        await using var hall = await Hall.OpenAsync();
        (await hall.SecretariatAsync()).Dispose();
        using var stranger = hall.Browser();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            using var real = await stranger.SignInAsync("Office", "wrong password");
            using var nobody = await stranger.SignInAsync("Nobody", "wrong password");
            Assert.Equal(real.StatusCode, nobody.StatusCode);
            Assert.Equal(await real.CodeAsync(), await nobody.CodeAsync());
        }
    }

    [Fact]
    public async Task never_locks_a_browser_out_that_has_signed_in_before()
    {
        await using var hall = await Hall.OpenAsync();
        (await hall.SecretariatAsync()).Dispose();
        using var chair = hall.Browser();
        (await chair.SignInAsync("Office", Hall.Password)).Dispose();
        (await chair.PostAsync("/api/sign-out", null)).Dispose();
        using var stranger = hall.Browser();
        for (var attempt = 0; attempt < 12; attempt++)
            (await stranger.SignInAsync("Office", "wrong password")).Dispose();
        using var locked = await stranger.SignInAsync("Office", Hall.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        using var welcome = await chair.SignInAsync("Office", Hall.Password);
        Assert.Equal(HttpStatusCode.OK, welcome.StatusCode);
    }

    [Fact]
    public async Task from_a_new_browser_is_possible_again_when_the_wait_is_over()
    {
        await using var hall = await Hall.OpenAsync();
        (await hall.SecretariatAsync()).Dispose();
        using var stranger = hall.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
            (await stranger.SignInAsync("Office", "wrong password")).Dispose();
        using var locked = await stranger.SignInAsync("Office", Hall.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        hall.Clock.Move(TimeSpan.FromSeconds(5));
        using var answer = await stranger.SignInAsync("Office", Hall.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task at_once_a_hundred_times_does_not_buy_free_guesses()
    {
        await using var hall = await Hall.OpenAsync();
        (await hall.SecretariatAsync()).Dispose();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            using var stranger = hall.Browser();
            using var answer = await stranger.SignInAsync("Office", "wrong password");
            return answer.StatusCode;
        }));
        Assert.True(answers.Count(status => status == HttpStatusCode.Unauthorized) <= 6);
    }

    [Fact]
    public async Task leaves_no_name_password_or_cookie_in_the_log()
    {
        await using var hall = await Hall.OpenAsync();
        using var browser = await hall.SecretariatAsync();
        using var answer = await browser.SignInAsync("Office", Hall.Password);
        (await browser.SignInAsync("Office", "wrong but secret")).Dispose();
        var cookie = answer.Headers.GetValues("Set-Cookie").First().Split('=', ';')[1];
        var shell = string.Join('\n', hall.Log.Text.Split('\n').Where(line => !line.Contains("SqliteParameter", StringComparison.Ordinal)));
        Assert.DoesNotContain(Hall.Password, shell, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong but secret", shell, StringComparison.Ordinal);
        Assert.DoesNotContain(cookie, shell, StringComparison.Ordinal);
        Assert.DoesNotContain("Office", shell, StringComparison.Ordinal);
    }
}

public sealed class Keeping_accounts
{
    [Fact]
    public async Task is_the_secretariats_business()
    {
        await using var hall = await Hall.OpenAsync();
        using var stranger = hall.Browser();
        using var refused = await stranger.PostAsJsonAsync("/api/accounts", new { name = "Mallory", password = Hall.Password });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var list = await stranger.GetAsync("/api/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, list.StatusCode);
    }

    [Fact]
    public async Task ends_a_revoked_accounts_sessions_and_keeps_the_last()
    {
        await using var hall = await Hall.OpenAsync();
        using var office = await hall.SecretariatAsync();
        using var made = await office.PostAsJsonAsync("/api/accounts", new { name = "Second", password = Hall.Password });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var second = hall.Browser();
        (await second.SignInAsync("Second", Hall.Password)).Dispose();
        Assert.True(await second.IsInAsync());
        using var revoked = await office.PostAsync($"/api/accounts/{id}/revoke", null);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.False(await second.IsInAsync());
        using var refused = await second.SignInAsync("Second", Hall.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var own = (await office.GetFromJsonAsync<JsonElement>("/api/accounts")).EnumerateArray().Single(entry => !entry.GetProperty("revoked").GetBoolean());
        using var last = await office.PostAsync($"/api/accounts/{own.GetProperty("id").GetGuid()}/revoke", null);
        Assert.Equal("account.last", await last.CodeAsync());
    }

    [Fact]
    public async Task gives_a_participant_an_account_by_which_the_journal_knows_them()
    {
        await using var hall = await Hall.OpenAsync();
        using var office = await hall.SecretariatAsync();
        var (assembly, _) = hall.Assemblies.Create();
        var desk = hall.Assemblies.Enrol(assembly, Duty.Desk);
        using var made = await office.PostAsJsonAsync("/api/accounts", new { name = "Desk", password = Hall.Password, assembly, participant = desk }, JournalJson.Options);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        using var browser = hall.Browser();
        (await browser.SignInAsync("desk", Hall.Password)).Dispose();
        var me = await browser.MeAsync();
        Assert.Equal("desk", me.GetProperty("page").GetString());
        Assert.False(me.GetProperty("secretariat").GetBoolean());
        Assert.Equal(desk.Value, me.GetProperty("participant").GetGuid());
        using var twice = await office.PostAsJsonAsync("/api/accounts", new { name = "Desk 2", password = Hall.Password, assembly, participant = desk }, JournalJson.Options);
        Assert.Equal("account.has-one", await twice.CodeAsync());
    }

    [Theory]
    [InlineData("", "long enough password", "account.name-missing")]
    [InlineData("A\nB", "long enough password", "account.name-missing")]
    [InlineData("Anna\u202E", "long enough password", "account.name-missing")]
    [InlineData("ＯＦＦＩＣＥ", "long enough password", "account.name-taken")]
    [InlineData("Off\u200Dice", "long enough password", "account.name-taken")]
    [InlineData("Anna", "short", "account.password-too-short")]
    [InlineData("correct horse", "Correct Horse", "account.password-is-name")]
    public async Task says_what_is_wrong_with_a_name_or_password(string name, string password, string code)
    {
        await using var hall = await Hall.OpenAsync();
        using var office = await hall.SecretariatAsync();
        using var refused = await office.PostAsJsonAsync("/api/accounts", new { name, password });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(code, await refused.CodeAsync());
    }
}
