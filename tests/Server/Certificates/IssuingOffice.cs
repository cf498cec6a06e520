using System.IO.Compression;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Certificates;

/// <summary>The real program, with an assembly whose people are certified the offices they hold.</summary>
public abstract class IssuingOffice : IAsyncDisposable
{
    private readonly List<Meeting> _meetings = [];

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal ServerProcess Server { get; } = new();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var meeting in _meetings)
            await meeting.DisposeAsync();
        await Server.DisposeAsync();
    }

    internal static string Group(Meeting meeting) => $"/api/a/{meeting.Id}/certificates";

    /// <summary>An assembly with these officials.</summary>
    internal async Task<Meeting> OpenAsync(IEnumerable<string> names, params IEnumerable<string> settings)
    {
        await Server.StartAsync(settings);
        var meeting = await Meeting.CreateAsync(Server.Address, await Server.FirstSecretAsync(), "name,short_name,country,region,status,standing,previous_rights\nOne,One,France,Europe,full,good,yes\n");
        _meetings.Add(meeting);
        foreach (var name in names)
            await Meeting.DoAsync(meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name, duties = new[] { "official" } });
        return meeting;
    }

    /// <summary>Issues to all who are left; the address of the run.</summary>
    internal static async Task<string> IssueAsync(Meeting meeting) => $"{Group(meeting)}/runs/{(await meeting.PostAsync(Group(meeting) + "/issue", new { kinds = new[] { "office" } }))["run"]}";

    /// <summary>Who is to be certified, by name.</summary>
    internal static async Task<IReadOnlyDictionary<string, JsonNode>> PreviewAsync(Meeting meeting) =>
        JsonNode.Parse((await meeting.GetAsync(Group(meeting) + "/preview?kind=office")).Body)!.AsArray().ToDictionary(each => (string)each!["name"]!, each => each!, StringComparer.Ordinal);

    internal static async Task<JsonNode> LookAsync(Meeting meeting, string path) => JsonNode.Parse((await meeting.GetAsync(path)).Body)!;

    /// <summary>The files of a zip by name.</summary>
    internal static async Task<IReadOnlyDictionary<string, byte[]>> FilesOfAsync(byte[] zip)
    {
        using var folder = new ZipArchive(new MemoryStream(zip));
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in folder.Entries)
        {
            using var whole = new MemoryStream();
            await using (var file = await entry.OpenAsync(Cancellation))
                await file.CopyToAsync(whole, Cancellation);
            files[entry.Name] = whole.ToArray();
        }
        return files;
    }
}
