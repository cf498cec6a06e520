using System.Runtime.CompilerServices;

namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;

/// <summary>Every pending × proposed pair of both rulebooks, as the hall would meet it.</summary>
public sealed class What_is_pending
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var rulebook in new[] { "ifmsa", "ronr" })
            {
                foreach (var row in Table(rulebook).Skip(1))
                    data.Add(rulebook, row[0]);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void lets_through_what_the_table_says(string rulebook, string pending)
    {
        var table = Table(rulebook);
        var now = Pending(rulebook == "ronr" ? UnderRonr : InDebate, pending);
        var otherwise =
            from cell in table[0].Zip(table.Single(row => row[0] == pending)).Skip(1)
            where IsInOrder(now, cell.First) != (cell.Second == "yes")
            select $"{cell.First} over {pending}: {cell.Second}";
        Assert.Equal([], otherwise);
    }

    /// <summary>The seconded motion, and above it the question, ready to be decided.</summary>
    private static Situation Pending(Situation now, string question)
    {
        if (question == "motion")
            return now;
        if (question == "amendment")
        {
            var put = now.Amending();
            return put.Phase("amendment") == AmendmentPhase.AskingSecond ? put.After(Head("Denmark"), new SecondAmendment(Amendment("amendment")))
                : put.After(Head("Austria"), new RefuseAmendment(Amendment("amendment")));
        }
        return now.Given(
            new ProceduralMoved(Procedural(question), 1, question, M("Canada"), new() { Minutes = 5 }, now.Clock, Plenary(1), Motion("motion")),
            new ProceduralPut(Procedural(question), SecondersUntil: null, 0, ChairBefore: null));
    }

    private static bool IsInOrder(Situation now, string proposed) => proposed switch
    {
        "pointOfOrder" => now.When(Head("Ghana"), new RaisePoint(Point("p"), PointKind.Order)).Refusal is null,
        "amendment" => Amends(now),
        // The table takes for granted whatever else the motion needs; only what is pending stands in its way here.
        _ => now.Now.OrderOf(proposed, now.Actor(Head("Ghana"))) is not (Outranked or AmendmentPending),
    };

    /// <summary>Whether some amendment can be put: of the motion, of the pending amendment, or of the pending procedural motion.</summary>
    private static bool Amends(Situation now)
    {
        var edit = now.Edit("March", "May");
        ProposeAmendment[] amendments =
        [
            new(Amendment("of the motion"), Motion("motion"), edit), new(Amendment("of the amendment"), Motion("motion"), edit, Amendment("amendment")),
            .. now.Now.Floor.Pending?.Procedural is { } procedural ? (ProposeAmendment[])[new(Amendment("of the procedural"), Procedural: procedural, Detail: Detail(now))] : [],
        ];
        return amendments.Any(amendment => now.When(Head("Ghana"), amendment) is { Refusal: null } handed && handed.Then.When(Chair, new PutAmendment(amendment.Amendment)).Refusal is null);
    }

    private static ProceduralDetail Detail(Situation now) => new() { Minutes = 10, Seconds = 60, Words = "To the board.", Until = now.Clock.AddHours(1) };

    private static string[][] Table(string name, [CallerFilePath] string here = "") =>
        [.. File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, $"pairs.{name}.csv")).Select(row => row.Split(','))];
}
