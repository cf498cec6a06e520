using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Letters;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Letters;

public sealed class A_letter : IAsyncLifetime
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nSigned and stamped.\n");

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
    public async Task is_handed_in_at_the_desk_and_saved_by_the_chair_as_it_was()
    {
        using var desk = await PhoneAsync(_hall.Assemblies.Enrol(_assembly, Duty.Desk));
        var digest = await KeptAsync(desk, Pdf, "application/pdf");
        using var chair = await PhoneAsync(_hall.Assemblies.Enrol(_assembly, Duty.Chair));
        using var answer = await chair.GetAsync(Of(digest));
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_held_by_the_digest_of_its_salt_and_bytes()
    {
        using var office = await _hall.SecretariatAsync();
        var digest = await KeptAsync(office, Pdf, "application/pdf; charset=binary");
        await using var context = _hall.Services.GetRequiredService<Store>().Context();
        var row = await context.Letters.SingleAsync();
        Assert.Equal(digest.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData([.. row.Salt, .. row.Bytes])));
        Assert.Equal((32, digest.GetProperty("id").GetString()), (row.Salt.Length, row.Id));
    }

    [Fact]
    public async Task is_on_file_by_its_digest_and_no_other_until_it_is_erased()
    {
        using var office = await _hall.SecretariatAsync();
        var kept = await KeptAsync(office, Pdf, "application/pdf");
        var (book, digest) = (_hall.Services.GetRequiredService<LetterBook>(), kept.Deserialize<LetterDigest>(JournalJson.Options)!);
        Assert.True(await book.HoldsAsync(_assembly, digest, TestContext.Current.CancellationToken));
        Assert.False(await book.HoldsAsync(_assembly, digest with { Sha256 = new('0', 64) }, TestContext.Current.CancellationToken));
        Assert.False(await book.HoldsAsync(_assembly, digest with { Id = new(Guid.NewGuid()) }, TestContext.Current.CancellationToken));
        await book.EraseAsync(_assembly, digest.Id, TestContext.Current.CancellationToken);
        Assert.False(await book.HoldsAsync(_assembly, digest, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task is_for_nobody_else()
    {
        using var office = await _hall.SecretariatAsync();
        var digest = await KeptAsync(office, Pdf, "application/pdf");
        using var head = await PhoneAsync(_seats[0]);
        using var stranger = _hall.Browser();
        foreach (var (browser, status) in new[] { (head, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.Unauthorized) })
        {
            using var read = await browser.GetAsync(Of(digest));
            using var handed = await PostAsync(browser, Pdf, "application/pdf");
            using var erased = await browser.DeleteAsync(Of(digest));
            Assert.Equal([status, status, status], [read.StatusCode, handed.StatusCode, erased.StatusCode]);
        }
        var other = _hall.Assemblies.Create().Assembly;
        using var desk = await PhoneAsync(_hall.Assemblies.Enrol(_assembly, Duty.Desk));
        using var elsewhere = await desk.GetAsync($"/a/{other}/letters/{digest.GetProperty("id").GetString()}");
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        using var nowhere = await office.GetAsync($"/a/{other}/letters/{digest.GetProperty("id").GetString()}");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Theory]
    [InlineData("text/html", "<script>alert(1)</script>")]
    [InlineData("application/pdf", "<script>alert(1)</script>")]
    [InlineData("image/png", "%PDF-1.7")]
    [InlineData("image/svg+xml", "<svg/>")]
    [InlineData("application/pdf", "")]
    public async Task is_of_a_type_that_runs_nothing(string type, string text)
    {
        using var office = await _hall.SecretariatAsync();
        using var answer = await PostAsync(office, Encoding.UTF8.GetBytes(text), type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1 })]
    [InlineData("image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 })]
    public async Task may_be_a_picture(string type, byte[] bytes)
    {
        using var office = await _hall.SecretariatAsync();
        await KeptAsync(office, bytes, type);
    }

    [Fact]
    public async Task is_of_two_megabytes_at_most()
    {
        using var office = await _hall.SecretariatAsync();
        await KeptAsync(office, [.. Pdf, .. new byte[LetterBook.Longest - Pdf.Length]], "application/pdf");
        using var answer = await PostAsync(office, [.. Pdf, .. new byte[LetterBook.Longest]], "application/pdf");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task is_one_of_so_many_at_most()
    {
        var book = _hall.Services.GetRequiredService<LetterBook>();
        for (var count = 0; count < LetterBook.AtMost; count++)
            Assert.NotNull(await book.KeepAsync(_assembly, new("application/pdf", Pdf), CancellationToken.None));
        using var office = await _hall.SecretariatAsync();
        using var answer = await PostAsync(office, Pdf, "application/pdf");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task is_erased_for_good()
    {
        using var desk = await PhoneAsync(_hall.Assemblies.Enrol(_assembly, Duty.Desk));
        var digest = await KeptAsync(desk, Pdf, "application/pdf");
        (await desk.DeleteAsync(Of(digest))).EnsureSuccessStatusCode().Dispose();
        using var again = await desk.GetAsync(Of(digest));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    private string Of(JsonElement digest) => $"/a/{_assembly}/letters/{digest.GetProperty("id").GetString()}";

    private async Task<JsonElement> KeptAsync(HttpClient browser, byte[] bytes, string type)
    {
        using var answer = await PostAsync(browser, bytes, type);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> PostAsync(HttpClient browser, byte[] bytes, string type)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await browser.PostAsync($"/a/{_assembly}/letters", content);
    }

    private async Task<HttpClient> PhoneAsync(ParticipantId participant)
    {
        var issued = await _hall.Services.GetRequiredService<JoinCodes>().IssueAsync(_assembly, [participant], CancellationToken.None);
        var phone = _hall.Browser();
        (await phone.PostAsync("/j", new StringContent(JsonSerializer.Serialize(new { code = issued[0].QrSecret }), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode().Dispose();
        return phone;
    }
}
