using System.Net;
using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Archives;

/// <summary>Two installations of the real program, and a plenary that goes from one to the other, or is lost and put back.</summary>
public sealed class Taking_an_assembly_elsewhere
{
    private const string Csv = "name,short_name,country,region,status,standing,previous_rights\nUne,One,France,Europe,full,good,yes\nDos,Two,Spain,Europe,full,good,yes\n";

    [Fact]
    public async Task leaves_its_minutes_as_they_were_byte_for_byte()
    {
        await using var from = new ServerProcess();
        await from.StartAsync();
        await using var meeting = await Meeting.CreateAsync(from.Address, await from.FirstSecretAsync(), Csv);
        var (minutes, _) = await HoldAsync(meeting);
        var (status, archive) = await meeting.GetAsync($"/a/{meeting.Id}/archive.zip");
        Assert.Equal(HttpStatusCode.OK, status);
        var was = await meeting.GetAsync(minutes);
        Assert.Equal(HttpStatusCode.OK, was.Status);

        await using var to = new ServerProcess();
        await to.StartAsync();
        using var office = await Elsewhere.OfficeAsync(to);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(minutes)).StatusCode);
        var taken = await Elsewhere.TakeAsync(office, archive);
        Assert.True((bool?)taken["new"], taken.ToJsonString());
        Assert.False((bool?)(await Elsewhere.TakeAsync(office, archive))["new"]);
        Assert.Equal(was.Body, await office.GetByteArrayAsync(minutes));
        Assert.Equal(archive, await office.GetByteArrayAsync($"/a/{meeting.Id}/archive.zip"));
        var (code, output) = await ServerProcess.RunAsync("verify", to.Database);
        Assert.Equal((0, $"intact\t{meeting.Id}\t{taken["facts"]}\t{taken["head"]}"), (code, output.Trim()));
    }

    [Fact]
    public async Task goes_by_the_command_line_too()
    {
        await using var from = new ServerProcess();
        await from.StartAsync();
        await using var meeting = await Meeting.CreateAsync(from.Address, await from.FirstSecretAsync(), Csv);
        await HoldAsync(meeting);
        var folder = Directory.CreateTempSubdirectory("archives").FullName;
        var (file, elsewhere) = (Path.Combine(folder, "assembly.zip"), $"--Data:Folder={Path.Combine(folder, "elsewhere")}");
        var source = $"--Data:Folder={Path.GetDirectoryName(from.Database)}";

        var (code, output) = await ServerProcess.RunAsync("export", meeting.Id.ToString(), file, source);
        Assert.Equal(0, code);
        Assert.StartsWith($"exported\t{meeting.Id}\t", output, StringComparison.Ordinal);
        Assert.Equal((await meeting.GetAsync($"/a/{meeting.Id}/archive.zip")).Body, await File.ReadAllBytesAsync(file));
        Assert.Equal(2, (await ServerProcess.RunAsync("export", meeting.Id.ToString(), file, source)).Code);
        Assert.Equal(2, (await ServerProcess.RunAsync("export", Guid.NewGuid().ToString(), file + "2", source)).Code);
        Assert.Equal((0, output.Replace("exported", "imported", StringComparison.Ordinal)), await ServerProcess.RunAsync("import", file, elsewhere));
        Assert.Equal((0, output.Replace("exported", "present", StringComparison.Ordinal)), await ServerProcess.RunAsync("import", file, elsewhere));
        // A server that is running keeps its folder for itself.
        Assert.Equal(2, (await ServerProcess.RunAsync("import", file, source)).Code);
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..^40]);
        Assert.Equal(2, (await ServerProcess.RunAsync("import", file, elsewhere)).Code);
        bytes[200] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal(1, (await ServerProcess.RunAsync("import", file, elsewhere)).Code);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task is_for_the_secretariat_alone()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var meeting = await Meeting.CreateAsync(server.Address, await server.FirstSecretAsync(), Csv);
        var chair = await meeting.EnrolAsync("Chair", "chair", "executive");
        Assert.Equal(HttpStatusCode.Forbidden, (await meeting.GetAsync($"/a/{meeting.Id}/archive.zip", chair.Cookies)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await meeting.GetAsync($"/a/{meeting.Id}/archive.zip", new CookieContainer())).Status);
        using var stranger = new HttpClient { BaseAddress = server.Address };
        using var content = new ByteArrayContent([1]);
        content.Headers.ContentType = new("application/zip");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostAsync("/api/archives", content)).StatusCode);
    }

    [Fact]
    public async Task from_a_backup_goes_on_where_it_was()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var meeting = await Meeting.CreateAsync(server.Address, await server.FirstSecretAsync(), Csv);
        var (minutes, chair) = await HoldAsync(meeting);
        var before = await meeting.GetAsync(minutes);
        var (data, backup) = (Path.GetDirectoryName(server.Database)!, Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.db"));
        Assert.Equal(0, (await ServerProcess.RunAsync("backup", backup, $"--Data:Folder={data}")).Code);
        var keys = Directory.CreateTempSubdirectory("keys").FullName;
        Copy(Path.Combine(data, "keys"), Path.Combine(keys, "keys"));
        File.Copy(Path.Combine(data, "codes.key"), Path.Combine(keys, "codes.key"));
        await server.KillAsync();
        Directory.Delete(data, recursive: true);

        Directory.CreateDirectory(data);
        File.Move(backup, server.Database);
        Copy(Path.Combine(keys, "keys"), Path.Combine(data, "keys"));
        File.Move(Path.Combine(keys, "codes.key"), Path.Combine(data, "codes.key"));
        Directory.Delete(keys, recursive: true);
        Assert.Equal(0, (await ServerProcess.RunAsync("verify", server.Database)).Code);
        await server.StartAsync();
        // Nobody signs in anew: the phones and the office go on.
        Assert.Equal(before.Body, (await meeting.GetAsync(minutes)).Body);
        var plenary = Guid.NewGuid();
        await Meeting.DoAsync(meeting.Secretariat, "plenary.plan", new { plenary, number = 2, venue = "Hall", starts = "2026-08-02T16:00:00Z", ends = "2026-08-02T23:00:00Z" });
        await Meeting.DoAsync(chair.Client, "plenary.call-roll", new { plenary });
        Assert.Equal(0, (await ServerProcess.RunAsync("verify", server.Database)).Code);
    }

    [Fact]
    public async Task a_person_who_was_erased_is_nowhere_but_where_the_minutes_keep_the_name()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var meeting = await Meeting.CreateAsync(server.Address, await server.FirstSecretAsync(), Csv);
        var (minutes, chair) = await HoldAsync(meeting);
        var guest = await meeting.EnrolAsync("Guest Ghostly");
        var official = await meeting.EnrolAsync("Official Osgood", "official");
        await Meeting.DoAsync(meeting.Secretariat, "participant.name", new { participant = guest.Participant, matter = Guid.NewGuid(), name = "Guest Ghastly" });
        await Meeting.DoAsync(meeting.Secretariat, "person.erase", new { participant = guest.Participant });
        await Meeting.DoAsync(meeting.Secretariat, "person.erase", new { participant = official.Participant });
        Assert.Equal("person.erased", (await meeting.Secretariat.SubmitAsync("person.erase", new { participant = guest.Participant })).Refusal?.Code);
        Assert.Equal("person.takes-part", (await meeting.Secretariat.SubmitAsync("person.erase", new { participant = chair.Participant })).Refusal?.Code);

        await meeting.Secretariat.UntilAsync("desk", board => (string?)board["participants"]?[guest.Participant.ToString()]?["label"] == "(name erased)");
        for (var patience = 0; patience < 100 && (await meeting.GetAsync($"/a/{meeting.Id}/minutes/{Guid.NewGuid()}.pdf", official.Cookies)).Status != HttpStatusCode.Unauthorized; patience++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, (await meeting.GetAsync(minutes, official.Cookies)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await meeting.GetAsync(minutes, guest.Cookies)).Status);
        await server.TerminateAsync();
        var whole = System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(server.Database));
        Assert.DoesNotContain("Guest G", whole, StringComparison.Ordinal);
        // Held an office, so the minutes may have to name them.
        Assert.Contains("Official Osgood", whole, StringComparison.Ordinal);
        Assert.Equal(0, (await ServerProcess.RunAsync("verify", server.Database)).Code);
    }

    /// <summary>A plenary from the roll call to the adjournment; the address of its minutes, and who presided.</summary>
    private static async Task<(string Minutes, Phone Chair)> HoldAsync(Meeting meeting)
    {
        var (chair, desk) = (await meeting.EnrolAsync("Anaïs Müller", "chair", "executive"), await meeting.EnrolAsync("王小明", "desk"));
        var delegates = await meeting.SeatAsync(["One", "Two"]);
        var (plenary, item) = (Guid.NewGuid(), Guid.NewGuid());
        await Meeting.DoAsync(meeting.Secretariat, "plenary.plan", new { plenary, number = 1, venue = "Hall", starts = "2026-08-01T16:00:00Z", ends = "2026-08-01T23:00:00Z" });
        await Meeting.DoAsync(meeting.Secretariat, "agenda.add", new { item, title = "प्रिया and Əliyeva", plenary });
        await Meeting.DoAsync(chair.Client, "chair.assume", new { });
        await Meeting.DoAsync(chair.Client, "plenary.call-roll", new { plenary });
        foreach (var phone in delegates)
            await Meeting.DoAsync(desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant });
        await Meeting.DoAsync(chair.Client, "plenary.open", new { });
        await Meeting.DoAsync(chair.Client, "item.next", new { });
        await Meeting.DoAsync(chair.Client, "plenary.adjourn", new { });
        return ($"/a/{meeting.Id}/minutes/{plenary}.pdf", chair);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
