using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Tallies;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Tallies;

public sealed class Results_in_Popolos_terms
{
    [Fact]
    public void say_motion_event_counts_and_votes()
    {
        var meeting = Tallied.Meeting();
        var motion = meeting.Put("A \"library\" <for> all");
        var json = Json(meeting, meeting.Vote(motion, 11, 4, 2));
        var (about, vote) = (json["motion"]!, json["vote_event"]!);

        Assert.Equal(("A \"library\" <for> all", "policy", "pass", "NMO-001", "two-thirds majority"), (Text(about["text"]), Text(about["classification"]), Text(about["result"]), Text(about["creator"]), Text(about["requirement"])));
        Assert.Equal((Text(about["id"]), "1", "pass", "March Meeting 2025"), (Text(vote["motion_id"]), Text(vote["identifier"]), Text(vote["result"]), Text(vote["organization"])));
        Assert.Equal(["yes 11", "no 4", "abstain 2"], vote["counts"]!.AsArray().Where(count => count!["group"] is null).Select(count => $"{count!["option"]} {count["value"]}"));
        // Africa's are the first, sixth, eleventh and sixteenth member.
        Assert.Equal(["yes 3", "no 0", "abstain 1"], vote["counts"]!.AsArray().Where(count => Text(count!["group"]) == "Africa").Select(count => $"{count!["option"]} {count["value"]}"));
        Assert.Equal(17, vote["votes"]!.AsArray().Count);
        Assert.Equal(["abstain", "no", "yes"], vote["votes"]!.AsArray().Select(each => Text(each!["option"])).Distinct().Order(StringComparer.Ordinal));
        var own = vote["votes"]!.AsArray().Single(each => Text(each!["voter"]) == "NMO-001")!;
        Assert.Equal((meeting.Members[0].ToString(), "yes", 1, "Africa", "phone"), (Text(own["voter_id"]), Text(own["option"]), (int)own["weight"]!, Text(own["group"]), Text(own["provenance"])));
        Assert.Equal((15, 10, 1, "[M] 8.4.5"), ((int)vote["rule"]!["base"]!, (int)vote["rule"]!["needed"]!, (int)vote["rule"]!["margin"]!, Text(vote["rule"]!["article"])));
        Assert.Equal((meeting.Snapshot.Now.Sequence, 64), ((long)vote["journal"]!["sequence"]!, Text(vote["journal"]!["head"])!.Length));
    }

    [Fact]
    public void are_in_the_order_of_members_and_not_of_their_casting()
    {
        var meeting = Tallied.Meeting();
        var ballot = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, Title: "Question", Decision: "motion"));
        foreach (var place in new[] { 9, 3, 12, 0, 7 })
            meeting.Do(meeting.Phones[place], new CastVote(ballot, Option.For, 1));
        meeting.Declare(ballot);

        Assert.Equal(
            new[] { 9, 3, 12, 0, 7 }.Select(place => meeting.Now.NameOf(meeting.Members[place])).Order(StringComparer.Ordinal),
            Json(meeting, ballot)["vote_event"]!["votes"]!.AsArray().Select(each => Text(each!["voter"])));
    }

    [Fact]
    public void hold_no_markup_a_browser_could_take_for_its_own()
    {
        var meeting = Tallied.Meeting(place => place == 0 ? "<script>alert(1)</script>" : $"M{place}");
        var ballot = meeting.Declared(3, 0, 0, title: "</script><script>alert(2)</script>");

        var json = Encoding.UTF8.GetString(PopoloRecord.Of(meeting.Snapshot, ballot)!.ToJson());

        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        Assert.Equal("</script><script>alert(2)</script>", Text(JsonNode.Parse(json)!["motion"]!["text"]));
    }

    [Fact]
    public void are_not_there_before_totals_are()
    {
        var meeting = Tallied.Meeting();
        var ballot = meeting.Open(5, 4, 1);
        Assert.Null(PopoloRecord.Of(meeting.Snapshot, ballot));
        var checking = meeting.Snapshot with { Now = meeting.Now with { Ballots = meeting.Now.Ballots.SetItem(ballot, meeting.Now.Ballots[ballot] with { Phase = BallotPhase.Checking }) } };
        Assert.Null(PopoloRecord.Of(checking, ballot));
        meeting.Do(meeting.Chair, new ClosePolls(ballot));
        Assert.Null(PopoloRecord.Of(meeting.Snapshot, ballot));
        meeting.Do(Credential.Clock, new ConfirmCount(ballot, meeting.Now.Ballots[ballot].Count()));
        Assert.Equal(BallotPhase.Counted, meeting.Now.Ballots[ballot].Phase);
        Assert.Null(PopoloRecord.Of(meeting.Snapshot, ballot));
        meeting.Do(meeting.Chair, new DeclareResult(ballot));
        Assert.NotNull(PopoloRecord.Of(meeting.Snapshot, ballot));
    }

    [Fact]
    public void are_never_there_for_a_test_vote_or_one_void_before_its_totals()
    {
        var meeting = Tallied.Meeting();
        var ballot = meeting.Open(5, 4, 1);
        meeting.Do(meeting.Chair, new VoidBallot(ballot, "The wrong question."));
        Assert.Null(PopoloRecord.Of(meeting.Snapshot, ballot));

        var counted = meeting.Open(5, 4, 1);
        meeting.Do(meeting.Chair, new ClosePolls(counted));
        meeting.Do(Credential.Clock, new ConfirmCount(counted, meeting.Now.Ballots[counted].Count()));
        meeting.Do(meeting.Chair, new VoidBallot(counted, "The wrong question."));
        Assert.Null(PopoloRecord.Of(meeting.Snapshot, counted));

        var test = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenTestBallot(test, BallotMethod.Phones, "A test"));
        meeting.Do(meeting.Phones[0], new CastVote(test, Option.For, 1));
        meeting.Declare(test);
        Assert.Null(PopoloRecord.Of(meeting.Snapshot, test));
    }

    [Fact]
    public void are_marked_where_the_vote_is_void_after_its_totals()
    {
        var meeting = Tallied.Meeting();
        var ballot = meeting.Declared(5, 4, 1);
        meeting.Do(meeting.Chair, new VoidBallot(ballot, "Two were locked out."));

        Assert.Equal("Two were locked out.", Text(Json(meeting, ballot)["vote_event"]!["void"]));
        Assert.Contains("Two were locked out.", Encoding.UTF8.GetString(ResultCsv.Index([PopoloRecord.Of(meeting.Snapshot, ballot)!])), StringComparison.Ordinal);
    }

    private static JsonObject Json(Meeting meeting, BallotId ballot) => JsonNode.Parse(PopoloRecord.Of(meeting.Snapshot, ballot)!.ToJson())!.AsObject();

    private static string? Text(JsonNode? node) => (string?)node;
}
