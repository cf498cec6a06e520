using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Server.Federation;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Federation;

public sealed class A_member_list
{
    private const string Header = "name,short_name,country,region,status,standing,previous_rights\n";
    private static readonly string[] Regions = ["Africa", "Americas", "Asia-Pacific", "Eastern Mediterranean", "Europe"];

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("")]
    public void is_read_with_or_without_a_byte_order_mark(string mark)
    {
        var member = Assert.Single(Good(mark + Header + "Österreich,AMSA,Austria,Europe,full,good,yes\n"));
        Assert.Equal(("Österreich", "AMSA", MemberStatus.Full, Standing.Good, true), (member.Name, member.ShortName, member.Status, member.Standing, member.PreviousRights));
    }

    [Fact]
    public void may_use_semicolons_and_windows_line_ends_and_leave_out_what_has_a_default()
    {
        var member = Assert.Single(Good("Short_Name;name;notes;region;country;STATUS\r\nAMSA;\"Austria; of Vienna\";\"two\r\nlines\";Europe;Austria;Candidate\r\n\r\n"));
        Assert.Equal("Austria; of Vienna", member.Name);
        Assert.Equal((MemberStatus.Candidate, null, null), (member.Status, member.Standing, member.PreviousRights));
    }

    [Fact]
    public void may_give_members_several_votes_and_a_weight()
    {
        var member = Assert.Single(Good("name,short_name,country,region,status,votes,election_votes,weight\nÖsterreich,AMSA,Austria,Europe,full,3,10,\n"));
        Assert.Equal((3, 10, null), (member.Votes, member.ElectionVotes, member.Weight));
    }

    [Theory]
    [InlineData("0,1,1", "votes")]
    [InlineData("1,1001,1", "election_votes")]
    [InlineData("1,1,1000001", "weight")]
    [InlineData("one,1,1", "votes")]
    [InlineData("1.5,1,1", "votes")]
    [InlineData("-1,1,1", "votes")]
    [InlineData("99999999999,1,1", "votes")]
    public void names_a_number_out_of_bounds(string numbers, string column)
    {
        var fault = Assert.Single(Read("name,short_name,country,region,status,votes,election_votes,weight\nÖsterreich,AMSA,Austria,Europe,full," + numbers + "\n").Faults);
        Assert.Equal(("import.number", column), (fault.Code, fault.Arguments[0]));
    }

    [Fact]
    public void keeps_a_name_that_looks_like_a_script_as_the_name_it_is() =>
        Assert.Equal("<script>alert(\"1\")</script>", Assert.Single(Good(Header + "\"<script>alert(\"\"1\"\")</script>\",XSS,Austria,Europe,full,,0\n")).Name);

    [Fact]
    public void names_every_faulty_row_by_the_line_it_begins_on()
    {
        var preview = Read("notes," + Header
            + "\"two\nlines\",A,A,X,Europe,full,good,yes\n"
            + ",,B,X,Europe,full,good,yes\n"
            + "\n"
            + ",C,C,X,Atlantis,fool,1,maybe\n"
            + ",D,A,X,Europe,full,good,no\n"
            + "," + new string('e', 201) + ",E,X,Europe,full,good,no\n"
            + ",F\u0007,F,X,Europe,full,good,no\n"
            + ",\"G\nG\",G,X,Europe,full,good,no\n"
            + ",H,\u202EH,X,Europe,full,good,no\n");
        Assert.Equal(
            [
                (4, "import.missing"), (6, "import.region"), (6, "import.not-one-of"), (6, "import.not-one-of"), (6, "import.not-one-of"),
                (7, "import.short-name-twice"), (8, "import.too-long"), (9, "import.unprintable"),
                (10, "import.unprintable"), (12, "import.unprintable"),
            ],
            preview.Faults.Select(fault => (fault.Line, fault.Code)));
        Assert.Equal(["short_name", "U+202E", 1], preview.Faults[^1].Arguments);
    }

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData(Header, "import.empty")]
    [InlineData("name,country\nA,B\n", "import.column-missing")]
    [InlineData("name,name,short_name,country,region,status\n", "import.column-twice")]
    public void says_what_is_wrong_with_the_file(string text, string code) => Assert.Equal(code, Read(text).Faults[0].Code);

    [Fact]
    public void knows_a_member_again_whichever_way_the_file_composes_its_letters()
    {
        var composed = Good(Header + "Österreich,AMSÉ,Austria,Europe,full,good,yes\n".Normalize(NormalizationForm.FormC));
        var decomposed = Good(Header + "Österreich,AMSÉ,Austria,Europe,full,good,yes\n".Normalize(NormalizationForm.FormD));
        Assert.Empty(MemberDifference.Of(decomposed, composed.Select(row => row.Over(before: null))).Added);
    }

    [Fact]
    public void must_be_in_utf8() => Assert.Equal("import.not-utf8", Assert.Single(MemberImport.Read(Encoding.Latin1.GetBytes(Header + "Österreich"), Regions).Faults).Code);

    [Fact]
    public void has_no_more_than_two_thousand_rows()
    {
        var rows = string.Concat(Enumerable.Range(1, 2001).Select(number => FormattableString.Invariant($"M,M{number},X,Europe,full,good,no\n")));
        Assert.Equal((2002, "import.too-many"), Assert.Single(Read(Header + rows).Faults.Select(fault => (fault.Line, fault.Code))));
    }

    [Fact]
    public void ships_as_a_sample_of_127_members()
    {
        var preview = MemberImport.Read(File.ReadAllBytes(MemoryAssemblies.Root("templates/samples/members.csv")), Regions);
        Assert.Empty(preview.Faults);
        Assert.Equal(127, preview.Members.Count);
        Assert.Equal(60, preview.Members.Count(member => member.Name.StartsWith("Placeholder member", StringComparison.Ordinal)));
    }

    private static MemberPreview Read(string text) => MemberImport.Read(Encoding.UTF8.GetBytes(text), Regions);

    private static IReadOnlyList<MemberRow> Good(string text)
    {
        var preview = Read(text);
        Assert.Empty(preview.Faults);
        return preview.Members;
    }
}

public sealed class Importing_members
{
    private const string List = "name,short_name,country,region,status\nÖsterreich,AMSA,Austria,Europe,full\nBelgien,BeMSA,Belgium,Europe,full\n";

    [Fact]
    public async Task happens_only_as_previewed_and_the_same_file_twice_changes_nothing()
    {
        await using var hall = await Hall.OpenAsync();
        using var office = await hall.SecretariatAsync();
        var (assembly, _) = hall.Assemblies.Create();
        using var previewed = await office.PostAsync($"/api/a/{assembly}/members/preview", new StringContent(List));
        var token = (await previewed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        using var other = await office.PostAsync($"/api/a/{assembly}/members/import?token={token}", new StringContent(List + "C,C,C,Europe,full\n"));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Single(hall.Assemblies.Find(assembly)!.Members);
        using var imported = await office.PostAsync($"/api/a/{assembly}/members/import?token={token}", new StringContent(List));
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        var sequence = hall.Assemblies.Find(assembly)!.Sequence;
        Assert.Equal(2, hall.Assemblies.Find(assembly)!.Members.Count);
        using var again = await office.PostAsync($"/api/a/{assembly}/members/import?token={token}", new StringContent(List));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(sequence, hall.Assemblies.Find(assembly)!.Sequence);
    }

    [Fact]
    public async Task changes_what_the_preview_says_and_leaves_what_the_list_has_no_column_for()
    {
        await using var hall = await Hall.OpenAsync();
        using var office = await hall.SecretariatAsync();
        var (assembly, _) = hall.Assemblies.Create();
        await ImportAsync("name,short_name,country,region,status,standing,previous_rights\nBelgien,BeMSA,Belgium,Europe,full,lapsed,yes\n");
        var difference = await ImportAsync("name,short_name,country,region,status\nBelgique,BeMSA,Belgium,Europe,candidate\nÖsterreich,AMSA,Austria,Europe,full\nC,C,C,Europe,full\n");
        Assert.Equal(["C"], difference.GetProperty("added").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(
            [("BeMSA", "name", "Belgien", "Belgique"), ("BeMSA", "status", "full", "candidate")],
            from member in difference.GetProperty("changed").EnumerateArray()
            from value in member.GetProperty("values").EnumerateArray()
            select (member.GetProperty("shortName").GetString(), value.GetProperty("column").GetString(), value.GetProperty("before").GetString(), value.GetProperty("after").GetString()));
        Assert.Equal(1, difference.GetProperty("unchanged").GetInt32());
        Assert.Equal((Standing.Lapsed, true), Member("BeMSA"));
        Assert.Equal((Standing.Good, true), Member("AMSA"));
        Assert.Equal((Standing.Good, false), Member("C"));
        var lost = await ImportAsync("name,short_name,country,region,status,previous_rights\nBelgique,BeMSA,Belgium,Europe,candidate,no\n");
        Assert.Equal("previous_rights", lost.GetProperty("changed")[0].GetProperty("values")[0].GetProperty("column").GetString());
        Assert.Equal((Standing.Lapsed, false), Member("BeMSA"));

        (Standing, bool) Member(string shortName) =>
            hall.Assemblies.Find(assembly)!.Members.Values.Single(member => member.ShortName == shortName) is var found ? (found.Standing, found.PreviousRights) : default;

        async Task<JsonElement> ImportAsync(string list)
        {
            using var previewed = await office.PostAsync($"/api/a/{assembly}/members/preview", new StringContent(list));
            var preview = await previewed.Content.ReadFromJsonAsync<JsonElement>();
            using var imported = await office.PostAsync($"/api/a/{assembly}/members/import?token={preview.GetProperty("token").GetString()}", new StringContent(list));
            Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
            return preview.GetProperty("difference");
        }
    }

    [Fact]
    public async Task is_refused_while_a_row_is_faulty()
    {
        await using var hall = await Hall.OpenAsync();
        using var office = await hall.SecretariatAsync();
        var (assembly, _) = hall.Assemblies.Create();
        var file = List + "C,C,C,Atlantis,full\n";
        using var previewed = await office.PostAsync($"/api/a/{assembly}/members/preview", new StringContent(file));
        var preview = await previewed.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("The rulebook has no region “Atlantis”; it has Africa, Americas, Asia-Pacific, Eastern Mediterranean, Europe.", preview.GetProperty("faults")[0].GetProperty("text").GetString());
        using var refused = await office.PostAsync($"/api/a/{assembly}/members/import?token={preview.GetProperty("token").GetString()}", new StringContent(file));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Single(hall.Assemblies.Find(assembly)!.Members);
    }

    [Fact]
    public async Task is_the_secretariats_business_and_bounded()
    {
        await using var hall = await Hall.OpenAsync();
        using var office = await hall.SecretariatAsync();
        var (assembly, _) = hall.Assemblies.Create();
        using var stranger = hall.Browser();
        using var refused = await stranger.PostAsync($"/api/a/{assembly}/members/preview", new StringContent(List));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var tooLong = await office.PostAsync($"/api/a/{assembly}/members/preview", new StringContent(new string('x', MemberImport.LongestFile + 1)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
    }
}
