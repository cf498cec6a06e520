using Ifmsa.Assembly.Server.Documents;

namespace Ifmsa.Assembly.Server.Tests.Documents;

/// <summary>Small papers with a bit of everything.</summary>
public static class SamplePapers
{
    /// <summary>A name of each script that delegates use, as it must come out of the PDF again.</summary>
    public static readonly IReadOnlyList<string> NamesOfManyScripts =
    [
        "Anaïs Müller", "Nguyễn Thị Ánh", "Aygün Əliyeva", "王小明", "高橋さくら", "김민준", "สมชาย ใจดี", "გიორგი ბერიძე", "Արամ Սարգսյան",
        "محمد عبد الرحمن", "דוד לוי", "प्रिया शर्मा",
    ];

    private static readonly DateTimeOffset Dated = new(2026, 8, 5, 21, 47, 3, TimeSpan.Zero);

    public static Task<PaperWords> WordsAsync() =>
        PaperWords.ReadAsync(new PressSettings(), "en", RunningPress.Cancellation);

    public static async Task<MinutesPaper> MinutesAsync() => new()
    {
        Language = "en",
        Words = (await WordsAsync()).Texts,
        Dated = Dated,
        Status = PaperStatus.Draft,
        Assembly = "August Meeting 2026",
        Plenary = 2,
        Title = "Policy and elections",
        Date = "Wednesday, 5 August 2026",
        Venue = "Hall A, Lisbon",
        Opened = "14:02",
        Adjourned = "23:47",
        Officers =
        [
            new("Chair", "Anaïs Müller", "bvmd", "Germany"),
            new("Vice-chair", "محمد عبد الرحمن", "EgyMSA", "Egypt"),
            new("Returning officers", "דוד לוי", "FIMS", "Israel"),
            new("Returning officers", "प्रिया शर्मा", "MSAI", "India"),
        ],
        Items = [RollCall, Motion],
        Signatures =
        [
            new("Chair", "Anaïs Müller", "bvmd"),
            new("Secretary", "Nguyễn Thị Ánh", "VMSA", "Nguyễn Thị Ánh", "6 August 2026, 00:12"),
        ],
        Journal = new(812, "a3f9c21b"),
    };

    public static async Task<DecisionsPaper> DecisionsAsync(int decisions) => new()
    {
        Language = "en",
        Words = (await WordsAsync()).Texts,
        Dated = Dated,
        Assembly = "August Meeting 2026",
        Plenary = 2,
        Title = "Policy and elections",
        Date = "Wednesday, 5 August 2026",
        Decisions =
        [
            .. Enumerable.Range(1, decisions).Select(number => new DecisionTaken(
                $"{number}", $"Motion {number} · Rural education", "Carried as amended.", "41 for · 20 against · 13 abstain", "Bylaws 9.1", 300 + number)),
        ],
        CarriedOver = [new("7", "Reports of the Standing Committees", "not reached")],
        Journal = new(812, "a3f9c21b"),
    };

    public static async Task<CodeSheet> CodesAsync() => new()
    {
        Language = "en",
        Words = (await WordsAsync()).Texts,
        Dated = Dated,
        Assembly = "August Meeting 2026",
        Date = "Wednesday, 5 August 2026",
        Address = "vote.example.org/j",
        Delegations =
        [
            new("bvmd", "Germany", [Seat("Head of delegation", "ABCDEFGHJK"), Seat("Delegate 2", "LMNPQRSTUV")]),
            new("LeMSIC", "لبنان", [.. Enumerable.Range(1, 9).Select(seat => Seat($"Delegate {seat}", "WXYZ234567"))]),
        ],
    };

    private static SeatCode Seat(string seat, string code) =>
        new(seat, code, QrCode.Of($"https://vote.example.org/j#{code}"));

    private static MinutesItem RollCall => new("1", "Opening and roll call",
    [
        new() { Sequence = 101, Time = "14:02", Kind = MinutesEntryKind.Text, Text = "The chair opened the plenary." },
        new()
        {
            Sequence = 104,
            Time = "14:05",
            Kind = MinutesEntryKind.RollCall,
            Text = "The secretary called the roll; the quorum of 66 is met.",
            Figures = new(
                ["Membership", "On the roll", "Present"],
                [["Full member", "118", "98"], ["Candidate member", "9", "7"]],
                ["All", "127", "105"]),
            Article = "Bylaws 4.2: more than half of the full members.",
        },
    ]);

    private static MinutesItem Motion => new("2", "Policies",
    [
        new()
        {
            Sequence = 110,
            Time = "14:20",
            Kind = MinutesEntryKind.Motion,
            Heading = "Motion 14 · Rural education",
            Text = "The motion was moved and seconded.",
            Particulars = [new("Proposer", "Nguyễn Thị Ánh, VMSA"), new("Seconder", "王小明, IFMSA-China")],
            Paragraphs = ["The assembly resolves to report.", "The Executive Board shall gather the reports."],
        },
        new()
        {
            Sequence = 131,
            Time = "14:41",
            Kind = MinutesEntryKind.Vote,
            Text = "The polls were opened and closed; the vote was open.",
            Tally = new("2 for · 1 against · 0 abstain", "needs 2 (two thirds of 3)", "carried"),
            Choices = [new("For", ["bvmd", "VMSA"]), new("Against", ["EgyMSA"])],
            Article = "Bylaws 9.1: two thirds of the votes for and against.",
        },
        new() { Sequence = 133, Time = "14:44", Kind = MinutesEntryKind.Remark, Text = "A statement was handed in." },
        new() { Sequence = 134, Time = "6 Aug 00:05", Kind = MinutesEntryKind.Correction, Text = "The seconder is 高橋さくら.", Note = "Approved by the chair." },
    ]);
}
