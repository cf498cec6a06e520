using System.Net;
using System.Net.Http.Json;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Accounts;

public sealed class Setting_ones_own_name_and_password : IAsyncLifetime
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
    public async Task takes_a_phone_or_a_browser_that_is_somebodys()
    {
        using var stranger = _hall.Browser();
        Assert.Equal((HttpStatusCode.Unauthorized, "sign-in.needed"), await SetAsync(stranger, "Mallory"));
    }

    [Fact]
    public async Task is_not_for_a_delegates_phone_and_leaves_no_account()
    {
        using var phone = await PhoneAsync(_seats[0]);
        Assert.Equal("account.not-needed", (await SetAsync(phone, "Anna")).Code);
        using var office = await _hall.SecretariatAsync();
        using var free = await office.PostAsJsonAsync("/api/accounts", new { name = "Anna", password = Hall.Password });
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
    }

    [Fact]
    public async Task is_for_an_officers_phone_and_opens_a_laptop()
    {
        using var phone = await PhoneAsync(_hall.Assemblies.Enrol(_assembly, Duty.Officer));
        Assert.Equal((HttpStatusCode.OK, null), await SetAsync(phone, "Anna"));
        using var laptop = _hall.Browser();
        (await laptop.SignInAsync("Anna", Hall.Password)).Dispose();
        Assert.Equal("officer", (await laptop.MeAsync()).GetProperty("page").GetString());
    }

    [Fact]
    public async Task is_not_for_a_phone_that_waits_for_the_desk()
    {
        var officer = _hall.Assemblies.Enrol(_assembly, Duty.Officer);
        var code = Assert.Single(await _hall.Services.GetRequiredService<JoinCodes>().IssueAsync(_assembly, [officer], TestContext.Current.CancellationToken));
        using var first = await JoinAsync(code.QrSecret);
        using var second = await JoinAsync(code.QrSecret);
        Assert.Equal((HttpStatusCode.Forbidden, "account.not-seated"), await SetAsync(second, "Anna"));
    }

    [Fact]
    public async Task again_takes_the_current_password()
    {
        using var phone = await PhoneAsync(_hall.Assemblies.Enrol(_assembly, Duty.Officer));
        await SetAsync(phone, "Anna");
        Assert.Equal((HttpStatusCode.Forbidden, "account.current-password"), await SetAsync(phone, "Bella"));
        Assert.Equal((HttpStatusCode.NoContent, null), await SetAsync(phone, "Bella", Hall.Password));
        using var laptop = _hall.Browser();
        using var old = await laptop.SignInAsync("Anna", Hall.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var renamed = await laptop.SignInAsync("Bella", Hall.Password);
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
    }

    [Fact]
    public async Task takes_a_name_nobody_has_and_a_long_enough_password()
    {
        using var office = await _hall.SecretariatAsync();
        using var phone = await PhoneAsync(_hall.Assemblies.Enrol(_assembly, Duty.Officer));
        Assert.Equal((HttpStatusCode.BadRequest, "account.name-taken"), await SetAsync(phone, " office "));
        using var answer = await phone.PostAsJsonAsync("/api/account", new { name = "Anna", password = "short" });
        Assert.Equal("account.password-too-short", await answer.CodeAsync());
    }

    private async Task<HttpClient> PhoneAsync(ParticipantId person) =>
        await JoinAsync(Assert.Single(await _hall.Services.GetRequiredService<JoinCodes>().IssueAsync(_assembly, [person], TestContext.Current.CancellationToken)).QrSecret);

    private async Task<HttpClient> JoinAsync(string code)
    {
        var phone = _hall.Browser();
        (await phone.PostAsJsonAsync("/j", new { code })).Dispose();
        return phone;
    }

    private static async Task<(HttpStatusCode Status, string? Code)> SetAsync(HttpClient browser, string name, string? current = null)
    {
        using var answer = await browser.PostAsJsonAsync("/api/account", new { name, password = Hall.Password, current });
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : await answer.CodeAsync());
    }
}
