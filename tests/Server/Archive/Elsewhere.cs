using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Archives;

/// <summary>The secretariat of another installation, which takes an archive in.</summary>
internal static class Elsewhere
{
    /// <summary>Its first account, signed in.</summary>
    public static async Task<HttpClient> OfficeAsync(ServerProcess server)
    {
        var office = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = server.Address };
        (await office.PostAsJsonAsync("/api/first-account", new { secret = await server.FirstSecretAsync(), name = "Elsewhere", password = "correct horse battery" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode().Dispose();
        return office;
    }

    /// <summary>What it answers to an archive.</summary>
    public static async Task<JsonObject> TakeAsync(HttpClient office, byte[] archive)
    {
        using var content = new ByteArrayContent(archive);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var answer = await office.PostAsync("/api/archives", content, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }
}
