using System.Text;

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class The_kinds_of_certificate
{
    private static readonly ImmutableArray<CertificateRule> Shipped = Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "templates", "documents", "certificates.json"))).Rules;

    [Fact]
    public void shipped_are_read_without_a_fault() =>
        Assert.Equal(["attendance", "participation", "office", "chairing", "facilitation", "election"], Shipped.Select(rule => rule.Kind));

    [Theory]
    [InlineData("[]", "the file (line 1): an object in braces is needed.")]
    [InlineData("{}", "kinds (line 1): the file needs a list “kinds” of 1 to 50 kinds of certificate.")]
    [InlineData("{\n \"kinds\": [\n  {\"kind\": \"a\", \"title\": \"A\", \"text\": \"b\", \"who\": {\n   \"attendedAtLeast\": \"120 %\"}}]}", "kinds[0].who.attendedAtLeast (line 4): a whole number from 1, or a share such as \"80 %\", is needed.")]
    [InlineData("{\n \"kinds\": [\n  {\"kind\": \"a\", \"title\": \"A\", \"text\": \"b\", \"who\": {}}]}", "kinds[0].who (line 3): exactly one of attendedAtLeast, sessionsAtLeast, duty, presidedAtLeast, facilitated, elected, registered, anyOf is needed.")]
    [InlineData("{\n \"kinds\": [\n  {\"kind\": \"a\", \"title\": \"A\", \"text\": \"{name}\", \"who\": {\"elected\": true}}]}", "kinds[0].text (line 3): “{name}” is no blank; there are {attended}, {plenaries}, {subject}, {assembly}.")]
    [InlineData("{\n \"kinds\": [\n  {\"kind\": \"a\", \"title\": \"A\", \"text\": \"b\", \"who\": {\"duty\": \"king\"}}]}", "kinds[0].who.duty (line 3): one or more of chair, viceChair, secretary, assistant, officer, desk, executive, official, observer, screen are needed.")]
    [InlineData("{\n \"kinds\": [\n  {\"kind\": \"A b\", \"title\": \"A\", \"text\": \"b\", \"who\": {\"elected\": true}}]}", "kinds[0].kind (line 3): a kind is written in small letters, digits and hyphens.")]
    [InlineData("{\n \"kinds\": [\n  {\"kind\": \"a\", \"tilte\": \"A\", \"text\": \"b\", \"who\": {\"elected\": true}}]}", "kinds[0].tilte (line 3): there is no such setting; there are kind, title, text, who.")]
    [InlineData("{\n \"kinds\": [\n  {\"kind\": \"a\", \"title\": \"A\", \"text\": \"b\", \"who\": {\"anyOf\": [{\"elected\": true}, {\"registered\": true}]}}]}", "kinds[0].who.anyOf[0].elected (line 3): a certificate for each office, session or post cannot be one of several conditions.")]
    public void that_do_not_hold_are_named_with_their_place_and_line(string json, string fault)
    {
        var reading = Read(json);
        Assert.Contains(fault, reading.Faults.Select(each => each.ToString()));
        Assert.Empty(reading.Rules);
    }

    [Fact]
    public void that_are_no_JSON_are_named_with_their_line() => Assert.Contains("line 2", Assert.Single(Read("{\n \"kinds\" [").Faults).Place, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"80 %\"", 4, 5, true)]
    [InlineData("\"80 %\"", 3, 4, false)]
    [InlineData("\"80%\"", 8, 10, true)]
    [InlineData("\"80 %\"", 0, 0, false)]
    [InlineData("\"67 %\"", 2, 3, false)]
    [InlineData("\"66 %\"", 2, 3, true)]
    [InlineData("2", 2, 9, true)]
    [InlineData("3", 2, 9, false)]
    public void count_shares_exactly(string amount, int attended, int held, bool enough)
    {
        var rule = Assert.Single(Read($"{{\"kinds\":[{{\"kind\":\"a\",\"title\":\"A\",\"text\":\"b\",\"who\":{{\"attendedAtLeast\":{amount}}}}}]}}").Rules);
        Assert.Equal(enough, ((Attending)rule.Who).AtLeast.IsReached(attended, held));
    }

    [Fact]
    public void go_to_those_the_journal_knows_were_there()
    {
        var now = CertificatesStory.Scanned(Adjourned).Now;
        // The delegation was present: all its people, by the roll; by the card, its holder and whoever had the chair.
        Assert.Contains(P("colleague of Austria"), People(now, "attendedAtLeast", "1"));
        var byCard = People(now, "attendedAtLeast", "1, \"by\": \"card\"");
        Assert.Contains(P("head of Austria"), byCard);
        Assert.Contains(P("chair"), byCard);
        Assert.DoesNotContain(P("colleague of Austria"), byCard);
        Assert.Empty(People(now, "attendedAtLeast", "1, \"by\": \"badge\""));
        var scanned = CertificatesStory.Scanned(Adjourned).After(Desk, new ScanBadge(new(Of("door")), P("colleague of Austria"))).Now;
        Assert.Equal([P("colleague of Austria")], People(scanned, "attendedAtLeast", "\"100 %\", \"by\": \"badge\""));
        Assert.Equal([P("official")], People(now, "sessionsAtLeast", "1"));
        Assert.Equal([P("observer")], People(now, "facilitated", "true"));
        Assert.Equal([P("chair")], People(now, "presidedAtLeast", "1"));
        Assert.Equal(["duty:Officer", "duty:Officer"], Awards(now, "duty", "[\"officer\"]").Select(award => award.Subject));
    }

    [Fact]
    public void are_for_people_and_not_for_screens() => Assert.DoesNotContain(P("screen"), People(Adjourned.Now, "registered", "true"));

    [Fact]
    public void count_only_plenaries_that_were_opened()
    {
        var award = Awards(InSecondPlenary.Now, "attendedAtLeast", "1").First(award => award.Participant == P("head of Austria"));
        Assert.Equal((2, 2), (award.Attended, award.Of));
        Assert.Empty(People(Convened.Now, "attendedAtLeast", "1"));
    }

    private static List<ParticipantId> People(Proceedings now, string condition, string value) => [.. Awards(now, condition, value).Select(award => award.Participant)];

    private static IEnumerable<Award> Awards(Proceedings now, string condition, string value)
    {
        var reading = Read($"{{\"kinds\":[{{\"kind\":\"a\",\"title\":\"A\",\"text\":\"b\",\"who\":{{\"{condition}\":{value}}}}}]}}");
        Assert.Empty(reading.Faults);
        return reading.Rules[0].Awards(now);
    }

    private static CertificateReading Read(string json) => CertificateReading.Of(Encoding.UTF8.GetBytes(json));
}
