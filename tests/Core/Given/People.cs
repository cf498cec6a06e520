using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>The people and things of every test, each with an id made from its name.</summary>
internal static class People
{
    /// <summary>Members that voted at the last assembly and vote at this one.</summary>
    public static readonly ImmutableArray<string> Regulars = ["Austria", "Brazil", "Canada", "Denmark", "Egypt", "France", "Ghana", "Haiti", "India"];

    /// <summary>Full and in good standing, but without rights at the last assembly.</summary>
    public const string Newcomer = "Nauru";

    /// <summary>Voted at the last assembly; a candidate member now.</summary>
    public const string Demoted = "Oman";

    /// <summary>Voted at the last assembly; its standing has lapsed.</summary>
    public const string Lapsed = "Peru";

    public static readonly Credential Secretariat = Credential.Secretariat(new(Of("secretariat's browser")), new(Of("secretariat's account")));
    public static readonly Credential Chair = By("chair");
    public static readonly Credential Vice = By("vice");
    public static readonly Credential President = By("president");
    public static readonly Credential Secretary = By("secretary");
    public static readonly Credential Desk = By("desk");
    public static readonly Credential Officer = By("officer");
    public static readonly Credential SecondOfficer = By("second officer");
    public static readonly Credential Stranger = new(new(Of("a phone nobody knows")));

    public static readonly Rules IfmsaRules = JsonSerializer.Deserialize<Rules>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "templates", "rulebooks", "ifmsa.json")), JournalJson.Options)!;

    public static readonly Rules RonrRules = JsonSerializer.Deserialize<Rules>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "templates", "rulebooks", "ronr.json")), JournalJson.Options)!;

    public static IEnumerable<string> AllMembers => [.. Regulars, Newcomer, Demoted, Lapsed];

    /// <summary>A stable id from a name.</summary>
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static MemberId M(string member) => new(Of("member " + member));

    public static ParticipantId P(string person) => new(Of("person " + person));

    /// <summary>The head of a member's delegation.</summary>
    public static Credential Head(string member) => By("head of " + member);

    /// <summary>A colleague in the same delegation.</summary>
    public static Credential Colleague(string member) => By("colleague of " + member);

    public static Credential By(string person) => new(DeviceOf(person));

    public static DeviceId DeviceOf(string person) => new(Of("phone of " + person));

    public static PlenaryId Plenary(int number) => new(Of($"plenary {number}"));

    public static ItemId Item(string name) => new(Of("item " + name));

    public static ReportId Report(string name) => new(Of("report " + name));

    public static LetterId Letter(string name) => new(Of("letter " + name));

    public static MotionId Motion(string name) => new(Of("motion " + name));

    public static AmendmentId Amendment(string name) => new(Of("amendment " + name));

    public static ProceduralId Procedural(string name) => new(Of("procedural " + name));

    public static RulingId Ruling(string name) => new(Of("ruling " + name));

    public static BallotId Ballot(string name) => new(Of("ballot " + name));

    public static ElectionId Election(string name) => new(Of("election " + name));

    public static SpeechId Speech(string name) => new(Of("speech " + name));

    public static SpeakersListId List(string name) => new(Of("list " + name));

    public static PointId Point(string name) => new(Of("point " + name));

    public static MatterId Words(string name) => new(Of("words " + name));
}
