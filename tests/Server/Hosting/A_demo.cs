using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Hosting;

public sealed class A_demo
{
    [Fact]
    public async Task prints_a_link_for_each_role_and_each_tab_stays_who_it_is()
    {
        await using var server = new ServerProcess { Command = "demo" };
        await server.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!server.Output.Any(line => line.StartsWith("ready", StringComparison.Ordinal)))
            await Task.Delay(50, patience.Token);
        var links = server.Output.Select(line => line.Split('\t')).Where(parts => parts is [not "ready", _]).ToList();
        Assert.Equal(["chair", "vice", "desk", "screen", "secretary", "officer", "delegate", "delegate", "delegate", "secretariat"], links.Select(parts => parts[0]));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
        foreach (var link in links)
        {
            var (page, token) = (new Uri(link[1]).AbsolutePath, new Uri(link[1]).Fragment["#token=".Length..]);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(page, UriKind.Relative), patience.Token)).StatusCode);
            using var asking = new HttpRequestMessage(HttpMethod.Get, "/api/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            Assert.True(await IsKnownAsync(await http.SendAsync(asking, patience.Token)), link[0]);
        }
        // A page that the server makes is left by its links as the person it was opened by.
        var (minutes, delegated) = (new Uri(links[6][1]).AbsolutePath.Replace("/floor", "/minutes.pdf", StringComparison.Ordinal), new Uri(links[6][1]).Fragment["#token=".Length..]);
        var from = new Uri(server.Address, minutes + "?access_token=" + delegated);
        using var carried = await FollowAsync(http, minutes, from);
        Assert.Equal((HttpStatusCode.Redirect, from), (carried.StatusCode, carried.Headers.Location));
        Assert.Equal(HttpStatusCode.Forbidden, (await FollowAsync(http, from.PathAndQuery, from)).StatusCode);
        foreach (var elsewhere in new[] { server.Address, new Uri("http://example.org/?access_token=" + delegated), new Uri(server.Address, "?access_token=") })
            Assert.Equal(HttpStatusCode.Unauthorized, (await FollowAsync(http, minutes, elsewhere)).StatusCode);
        Assert.Equal(0, await server.TerminateAsync());
    }

    [Fact]
    public async Task alone_takes_a_token_that_is_in_no_cookie()
    {
        await using var hall = await Hall.OpenAsync();
        var (assembly, seats) = hall.Assemblies.Create();
        var token = await hall.Services.GetRequiredService<Sessions>().OpenAsync(new(Guid.NewGuid()), new(Account: null, assembly, seats[0]), TestContext.Current.CancellationToken);
        Assert.NotNull(await hall.Services.GetRequiredService<Sessions>().FindAsync(token, TestContext.Current.CancellationToken));
        using var http = hall.Browser();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await FollowAsync(http, "/api/me?access_token=" + token, new(http.BaseAddress!, "/?access_token=" + token));
        Assert.False(await IsKnownAsync(answer));
    }

    private static async Task<bool> IsKnownAsync(HttpResponseMessage me) => (bool)JsonNode.Parse(await me.Content.ReadAsStringAsync())!["signedIn"]!;

    private static Task<HttpResponseMessage> FollowAsync(HttpClient http, string path, Uri from)
    {
        var asking = new HttpRequestMessage(HttpMethod.Get, path);
        asking.Headers.Referrer = from;
        asking.Headers.Add("Sec-Fetch-Mode", "navigate");
        return http.SendAsync(asking);
    }
}
