using System.Net;
using System.Net.Http.Json;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

public sealed class One_phone_and_its_passwords
{
    [Fact]
    public async Task are_tried_ten_times_at_once_and_then_slowly()
    {
        await using var hall = await Hall.OpenAsync();
        var (assembly, _) = hall.Assemblies.Create();
        ParticipantId[] officers = [hall.Assemblies.Enrol(assembly, Duty.Officer), hall.Assemblies.Enrol(assembly, Duty.Officer)];
        var codes = await hall.Services.GetRequiredService<JoinCodes>().IssueAsync(assembly, officers, TestContext.Current.CancellationToken);
        using var phone = hall.Browser();
        using var other = hall.Browser();
        foreach (var (browser, code) in new[] { (phone, codes[0]), (other, codes[1]) })
            (await browser.PostAsJsonAsync("/j", new { code = code.QrSecret }, TestContext.Current.CancellationToken)).Dispose();
        Assert.Equal(HttpStatusCode.OK, await TryAsync(phone, "Somebody"));
        for (var tries = 0; tries < 9; tries++)
            Assert.Equal(HttpStatusCode.Forbidden, await TryAsync(phone, "Somebody"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(phone, "Somebody"));
        Assert.Equal(HttpStatusCode.OK, await TryAsync(other, "Somebody else"));
        hall.Clock.Move(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.Forbidden, await TryAsync(phone, "Somebody"));
    }

    private static async Task<HttpStatusCode> TryAsync(HttpClient browser, string name)
    {
        using var answer = await browser.PostAsJsonAsync("/api/account", new { name, password = Hall.Password, current = "a wrong password" });
        return answer.StatusCode;
    }
}
