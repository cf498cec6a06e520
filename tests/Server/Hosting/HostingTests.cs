using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using System.Text.Json;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Hosting;

public sealed class Settings_at_start
{
    [Fact]
    public void have_sane_defaults()
    {
        var (settings, faults) = Read();
        Assert.Empty(faults);
        Assert.Equal((10_000, 1_000, 50, 5, 10, 100, 32_768), (settings.Floor.QueueLength, settings.Floor.BatchLength, settings.Floor.PublishIntervalMilliseconds,
            settings.Floor.SlowConnectionSeconds, settings.Floor.CommandsPerSecond, settings.Floor.CommandBurst, settings.Floor.MaxCommandBytes));
    }

    [Theory]
    [InlineData("Floor:QueueLength", "many", "Floor:QueueLength must be a whole number from 100 to 1000000 (commands); it is \"many\".")]
    [InlineData("Floor:QueueLength", "1", "Floor:QueueLength must be a whole number from 100 to 1000000 (commands); it is \"1\".")]
    [InlineData("Floor:QueueLenght", "1000", "Floor:QueueLenght is no setting")]
    [InlineData("Listen:PlainHttpBeyondLoopback", "perhaps", "Listen:PlainHttpBeyondLoopback must be true or false")]
    [InlineData("Listen:TrustedProxies:0", "proxy", "Listen:TrustedProxies must hold addresses or networks")]
    [InlineData("Telemetry:Endpoint", "there", "Telemetry:Endpoint must be an http or https address")]
    [InlineData("Data:Folder", " ", "Data:Folder must name a folder")]
    [InlineData("Urls", "http://0.0.0.0:5080", "plain HTTP beyond this machine")]
    [InlineData("Urls", "http://*:5080", "plain HTTP beyond this machine")]
    [InlineData("Urls", "https://localhost:5443", "needs a certificate")]
    [InlineData("Urls", "nonsense", "Urls must be addresses")]
    public void say_each_fault_in_one_plain_sentence(string key, string value, string fault) =>
        Assert.Contains(fault, Assert.Single(Read((key, value)).Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0;http://[::1]:5080")]
    public void allow_plain_http_on_this_machine(string urls) => Assert.Empty(Read(("Urls", urls)).Faults);

    [Fact]
    public void allow_plain_http_beyond_it_when_told_so() =>
        Assert.Empty(Read(("Urls", "http://0.0.0.0:80"), ("Listen:PlainHttpBeyondLoopback", "true")).Faults);

    [Fact]
    public void in_the_repositorys_file_are_without_fault()
    {
        var faults = new List<string>();
        Settings.Read(new ConfigurationBuilder().AddJsonFile(MemoryAssemblies.Root("appsettings.json")).Build(), faults);
        Assert.Empty(faults);
    }

    private static (Settings Settings, List<string> Faults) Read(params (string Key, string Value)[] values)
    {
        var faults = new List<string>();
        var settings = Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build(), faults);
        return (settings, faults);
    }
}

public sealed class Every_answer
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/no/such/page")]
    [InlineData("/api/accounts")]
    public async Task tells_the_browser_to_run_and_frame_nothing_foreign(string path)
    {
        await using var hall = await Hall.OpenAsync();
        using var browser = hall.Browser();
        using var answer = await browser.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task to_another_host_name_is_a_refusal()
    {
        await using var hall = await Hall.OpenAsync();
        using var browser = hall.Browser();
        browser.DefaultRequestHeaders.Host = "evil.example";
        using var answer = await browser.GetAsync("/health");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"name\":null,\"password\":null}")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task to_what_cannot_be_read_is_a_code_and_a_sentence(string body)
    {
        await using var hall = await Hall.OpenAsync();
        using var browser = hall.Browser();
        using var answer = await browser.PostAsync("/api/sign-in", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("request.unreadable", said.GetProperty("code").GetString());
        Assert.DoesNotContain("Exception", said.GetProperty("text").GetString()!, StringComparison.Ordinal);
    }
}

public sealed class Health_of_a_server
{
    [Fact]
    public async Task is_degraded_without_a_press_and_down_when_nothing_can_be_written()
    {
        await using var hall = await Hall.OpenAsync("--Data:LockWaitMilliseconds=20");
        using var browser = hall.Browser();
        var good = await browser.GetFromJsonAsync<JsonElement>("/health");
        Assert.Equal(("degraded", "ok"), (good.GetProperty("status").GetString(), good.GetProperty("journal").GetString()));
        using (var other = new SqliteConnection($"Data Source={Path.Combine(hall.DataFolder, "assembly.db")};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction();
            hall.Clock.Move(TimeSpan.FromSeconds(2));
            using var bad = await browser.GetAsync("/health");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, bad.StatusCode);
            Assert.Equal("down", (await bad.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        }
        hall.Clock.Move(TimeSpan.FromSeconds(2));
        using var again = await browser.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }
}

public sealed class Web_pages : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pages").FullName;

    public Web_pages()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        File.WriteAllText(Path.Combine(_folder, "floor.html"), "<!doctype html>");
        File.WriteAllText(Path.Combine(_folder, "assets", "x-1.js"), "let x;");
        File.WriteAllText(Path.Combine(_folder, "assets", "x-1.js.br"), "brotli");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("/", "/index.html")]
    [InlineData("/j", "/join.html")]
    [InlineData("/secretariat", "/secretariat.html")]
    [InlineData("/a/0198a1b2-0000-7000-8000-000000000001/floor", "/floor.html")]
    [InlineData("/a/0198a1b2-0000-7000-8000-000000000001/vault", null)]
    [InlineData("/a/nonsense/floor", null)]
    [InlineData("/../appsettings.json", null)]
    public void stand_at_the_addresses_people_open(string path, string? file) => Assert.Equal(file, WebPages.FileOf(path));

    [Fact]
    public async Task come_compressed_and_are_kept_for_good_where_their_name_says_what_they_are()
    {
        var (http, body) = await GetAsync("/assets/x-1.js", "gzip, br;q=0.9");
        Assert.Equal("brotli", body);
        Assert.Equal("br", http.Response.Headers.ContentEncoding);
        Assert.Contains("immutable", http.Response.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("text/javascript", http.Response.ContentType, StringComparison.Ordinal);
        (_, body) = await GetAsync("/assets/x-1.js", "br;q=0");
        Assert.Equal("let x;", body);
    }

    [Fact]
    public async Task are_asked_about_again_and_not_sent_twice()
    {
        var (first, _) = await GetAsync("/a/0198a1b2-0000-7000-8000-000000000001/floor", "");
        Assert.Equal("no-cache", first.Response.Headers.CacheControl);
        var (second, body) = await GetAsync("/a/0198a1b2-0000-7000-8000-000000000001/floor", "", first.Response.Headers.ETag);
        Assert.Equal((304, ""), (second.Response.StatusCode, body));
    }

    private async Task<(Microsoft.AspNetCore.Http.HttpContext Http, string Body)> GetAsync(string path, string accepts, string? tag = null)
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        (http.Request.Method, http.Request.Path) = ("GET", path);
        http.Request.Headers.AcceptEncoding = accepts;
        http.Request.Headers.IfNoneMatch = tag;
        using var body = new MemoryStream();
        http.Response.Body = body;
        Assert.True(await WebPages.Load(_folder).TryServeAsync(http));
        return (http, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}

public sealed class Sentences_people_read
{
    [Fact]
    public void are_there_for_every_code_the_shell_says()
    {
        var sentences = Sentences.Load(MemoryAssemblies.Root("templates/wording"));
        var said = Directory.GetFiles(MemoryAssemblies.Root("src/Ifmsa.Assembly.Server"), "*.cs", SearchOption.AllDirectories)
            .Where(file => new[] { "Accounts", "Federation", "Hosting" }.Any(folder => file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\\x22(?<code>(account|code|device|import|origin|page|request|sign-in)\\.[a-z0-9-]+)\\x22", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture).Select(match => match.Groups["code"].Value))
            .Except(["device.seat-bound"], StringComparer.Ordinal).Distinct(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(said);
        Assert.Empty(said.Except(sentences.Codes, StringComparer.Ordinal));
    }

    [Fact]
    public void have_their_places_filled() => Assert.Equal("Too many wrong passwords were tried; try again in 8 s.", Sentences.Load(MemoryAssemblies.Root("templates/wording")).Say("sign-in.wait", 8));
}
