using Ifmsa.Assembly.Core.Bylaws;

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>A carried change is merged into the text it was written for, and into no other.</summary>
public sealed class Changing_the_bylaws
{
    private const string Text = """
        Adopted in 1951.

        # 1 Name and seat

        ## 1.1 Name
        The federation is called so.

        ## 1.2 Seat
        Its seat is in Copenhagen.

        # Closing words
        Signed by all.
        """;

    private static readonly Situation Laid = InSession.After(Secretariat, new TakeBylaws("Bylaws of March", Text));
    private static readonly BylawsChange Seat = new("1.2");

    private static DraftMotion Draft(string text) => new(Motion("seat"), "Seat", text, "bylaws", [M("Brazil")], Bylaws: Seat);

    [Fact]
    public void begins_with_a_text_in_articles() =>
        Assert.Equal(["|0|Adopted in 1951.", "1|1|", "1.1|2|The federation is called so.", "1.2|2|Its seat is in Copenhagen.", "|1|Signed by all."],
            Laid.Now.Bylaws!.Articles.Select(part => $"{part.Number}|{part.Level}|{part.Text}"));

    [Theory]
    [InlineData("# Article 3 – Aims", "3", "Aims")]
    [InlineData("## 8.4.5. Majorities", "8.4.5", "Majorities")]
    [InlineData("### § 12a: Later", "12a", "Later")]
    [InlineData("# 2026 in review", "2026", "in review")]
    [InlineData("# Chapter", "", "Chapter")]
    public void reads_a_heading_as_people_write_it(string heading, string number, string title) =>
        Assert.Equal((number, title), (Assert.Single(BylawsReading.Of(heading)).Number, BylawsReading.Of(heading)[0].Heading));

    [Fact]
    public void needs_articles_that_can_be_told_apart_and_are_within_bounds()
    {
        InSession.When(Secretariat, new TakeBylaws("Bylaws", "No heading at all.")).Because<NoArticles>();
        InSession.When(Secretariat, new TakeBylaws("Bylaws", "# 1 One\nx\n# 1 One again\ny")).Because<ArticleTwice>();
        InSession.When(Secretariat, new TakeBylaws("Bylaws", "# 1 One\n" + new string('x', 20_001))).Because<ArticleTooLong>();
        InSession.When(Secretariat, new TakeBylaws("Bylaws", string.Concat(Enumerable.Range(1, 1_001).Select(number => $"# {number} x\n")))).Because<TooManyArticles>();
        InSession.When(Chair, new TakeBylaws("Bylaws", Text)).Because<NotYours>();
    }

    [Fact]
    public void merges_what_is_carried()
    {
        var carried = Carried(Submitted(Laid, "seat", Seat, "Its seat is in Amsterdam."));
        Assert.Equal("Its seat is in Amsterdam.", carried.Now.Bylaws!.Find("1.2")!.Text);
        Assert.Equal("Its seat is in Copenhagen.", carried.Now.Bylaws.Before.Find(part => part.Number == "1.2")!.Text);
        Assert.Equal(Motion("seat"), Assert.Single(carried.Now.Bylaws.Merges).Motion);
    }

    [Fact]
    public void is_kept_with_a_draft_and_handed_in_with_it()
    {
        var drafted = Laid.After(Head("Austria"), Draft("Its seat is in Amsterdam.")).After(Head("Brazil"), new JoinMotion(Motion("seat")));
        Assert.Equal(Seat with { Was = "Its seat is in Copenhagen." }, drafted.Now.Motions[Motion("seat")].Bylaws);
        Assert.Equal([M("Brazil")], drafted.After(Head("Austria"), Draft("Its seat is in Amsterdam.")).Now.Motions[Motion("seat")].CoSubmitters);
        // Who stood behind another change is asked again.
        Assert.Empty(drafted.After(Head("Austria"), Draft("Its seat is in Amsterdam.") with { Bylaws = new("1.1") }).Now.Motions[Motion("seat")].CoSubmitters);
        var carried = Carried(drafted.After(Head("Austria"), new HandInDraft(Motion("seat"))));
        Assert.Equal("Its seat is in Amsterdam.", carried.Now.Bylaws!.Find("1.2")!.Text);
    }

    [Fact]
    public void is_not_handed_in_for_an_article_that_was_changed_since_the_draft()
    {
        var drafted = Laid.After(Head("Austria"), Draft("Its seat is in Amsterdam."));
        var meanwhile = Carried(Submitted(drafted, "other", Seat, "Its seat is in Geneva."), "other");
        meanwhile.When(Head("Austria"), new HandInDraft(Motion("seat"))).Because<ArticleChangedSince>();
        meanwhile.After(Head("Austria"), Draft("Its seat is in Amsterdam.")).When(Head("Austria"), new HandInDraft(Motion("seat"))).Is<DraftHandedIn>();
        var struck = Carried(Submitted(drafted, "other", new("1.2", BylawsAct.Strike), "Not needed."), "other");
        struck.When(Head("Austria"), new HandInDraft(Motion("seat"))).Because<UnknownArticle>();
    }

    [Fact]
    public void is_kept_with_no_draft_that_could_not_be_handed_in()
    {
        Laid.When(Head("Austria"), Draft("x") with { Decision = "motion" }).Because<NotOnBylaws>();
        Laid.When(Head("Austria"), Draft("x") with { Bylaws = new("9") }).Because<UnknownArticle>();
        Laid.When(Head("Austria"), Draft("Its seat is in Copenhagen.")).Because<ArticleUnchanged>();
        InSession.When(Head("Austria"), Draft("x")).Because<NoBylaws>();
        Laid.When(Head("Austria"), Draft("x") with { Bylaws = null, Membership = new(M("Brazil"), MemberStatus.Associate) }).Because<NotOnMembership>();
        Assert.Equal(M("Brazil"), Laid.After(Head("Austria"), new DraftMotion(Motion("draft"), "T", "x", "membership", [], Membership: new(M("Brazil"), MemberStatus.Associate))).After(Head("Austria"), new HandInDraft(Motion("draft"))).Now.Motions[Motion("draft")].Membership!.Member);
    }

    [Fact]
    public void merges_the_text_as_amended()
    {
        var put = Put(Submitted(Laid, "seat", Seat, "Its seat is in Amsterdam."), "seat");
        var amended = put.After(Head("Canada"), new ProposeAmendment(Amendment("amendment"), Motion("seat"), [new(15, 9, "Geneva")])).After(Chair, new PutAmendment(Amendment("amendment")));
        var merged = amended.Given(Ifmsa.Assembly.Core.Motions.MergeAmendment.Into(amended.Now, amended.Now.Amendments[Amendment("amendment")]));
        Assert.Equal("Its seat is in Geneva.", Voted(merged, "seat").Now.Bylaws!.Find("1.2")!.Text);
    }

    [Fact]
    public void adds_and_strikes_articles_in_their_places()
    {
        var added = Carried(Submitted(Laid, "new", new("1.1a", BylawsAct.Add, After: "1.1", Heading: "Short name"), "IFMSA in short."), "new");
        Assert.Equal(["", "1", "1.1", "1.1a", "1.2", ""], added.Now.Bylaws!.Articles.Select(part => part.Number));
        Assert.Equal(("Short name", 2), (added.Now.Bylaws.Find("1.1a")!.Heading, added.Now.Bylaws.Find("1.1a")!.Level));
        var struck = Carried(Submitted(added, "strike", new("1.1", BylawsAct.Strike), "It says what all know."), "strike");
        Assert.Equal(["", "1", "1.1a", "1.2", ""], struck.Now.Bylaws!.Articles.Select(part => part.Number));
        var back = struck.After(Chair, new VoidBallot(Ballot("strike"), "Wrong."));
        Assert.Equal(added.Now.Bylaws.Articles, back.Now.Bylaws!.Articles);
    }

    [Fact]
    public void puts_a_struck_article_back_behind_one_that_was_changed_meanwhile()
    {
        var three = Laid.After(Secretariat, new TakeBylaws("Bylaws", "# 1 One\na\n# 2 Two\nb\n# 3 Three\nc\n# 4 Four\nd"));
        var struck = Carried(Submitted(Carried(Submitted(three, "two", new("2"), "B"), "two"), "three", new("3", BylawsAct.Strike), "Not needed."), "three");
        Assert.Equal(["1", "2", "3", "4"], Numbers(struck.After(Chair, new VoidBallot(Ballot("three"), "Wrong."))));
    }

    [Fact]
    public void puts_an_added_article_back_where_it_was_added()
    {
        var added = Carried(Submitted(Laid, "new", new("1.1a", BylawsAct.Add, After: "1.1"), "IFMSA in short."), "new");
        var struck = Carried(Submitted(added, "strike", new("1.1a", BylawsAct.Strike), "Not needed."), "strike");
        Assert.Equal(["", "1", "1.1", "1.1a", "1.2", ""], Numbers(struck.After(Chair, new VoidBallot(Ballot("strike"), "Wrong."))));
    }

    [Fact]
    public void names_a_second_change_of_the_same_text_and_does_not_merge_it()
    {
        var both = Submitted(Submitted(Laid, "seat", Seat, "Its seat is in Amsterdam."), "other", Seat, "Its seat is in Geneva.");
        var carried = Carried(Carried(both, "seat"), "other");
        Assert.Equal("Its seat is in Amsterdam.", carried.Now.Bylaws!.Find("1.2")!.Text);
        var conflict = Assert.Single(carried.Now.Bylaws.Conflicts);
        Assert.Equal((Motion("other"), Motion("seat")), (conflict.Motion, conflict.With));
        Assert.Equal(MotionPhase.Carried, carried.Now.Motions[Motion("other")].Phase);
    }

    [Fact]
    public void merges_what_collided_with_a_change_that_no_longer_stands()
    {
        var three = Submitted(Submitted(Submitted(Laid, "seat", Seat, "Its seat is in Amsterdam."), "other", Seat, "Its seat is in Geneva."), "third", Seat, "Its seat is in Paris.");
        var voided = Carried(Carried(Carried(three, "seat"), "other"), "third").After(Chair, new VoidBallot(Ballot("seat"), "Wrong."));
        Assert.Equal("Its seat is in Geneva.", voided.Now.Bylaws!.Find("1.2")!.Text);
        Assert.Equal((Motion("third"), Motion("other")), (Assert.Single(voided.Now.Bylaws.Conflicts).Motion, voided.Now.Bylaws.Conflicts[0].With));
        var again = voided.After(Chair, new VoidBallot(Ballot("other"), "Wrong too."));
        Assert.Equal("Its seat is in Paris.", again.Now.Bylaws!.Find("1.2")!.Text);
        Assert.Empty(again.Now.Bylaws.Conflicts);
        Assert.Equal(Laid.Now.Bylaws!.Articles, again.After(Chair, new VoidBallot(Ballot("third"), "Wrong as well.")).Now.Bylaws!.Articles);
    }

    [Fact]
    public void has_no_conflict_any_more_once_a_later_motion_settles_it()
    {
        var both = Submitted(Submitted(Laid, "seat", Seat, "Its seat is in Amsterdam."), "other", Seat, "Its seat is in Geneva.");
        var conflicted = Carried(Carried(both, "seat"), "other");
        var settled = Carried(Submitted(conflicted, "last", Seat, "Its seat is in Paris."), "last");
        Assert.Empty(settled.Now.Bylaws!.Conflicts);
        Assert.Equal(conflicted.Now.Bylaws!.Conflicts, settled.After(Chair, new VoidBallot(Ballot("last"), "Wrong.")).Now.Bylaws!.Conflicts);
    }

    [Fact]
    public void names_it_within_one_bloc_too()
    {
        var both = Submitted(Submitted(Laid, "seat", Seat, "Its seat is in Amsterdam."), "other", Seat, "Its seat is in Geneva.");
        var carried = both.After(Chair, new PutEnBloc(Motion("bloc"), "Bylaws", [Motion("other"), Motion("seat")])).After(Head("Canada"), new SecondMotion(Motion("bloc")))
            .After(Chair, new OpenBallot(Ballot("bloc"), BallotMethod.Phones, Motion("bloc"))).Casting("for", "Denmark").Declared();
        Assert.Equal("Its seat is in Amsterdam.", carried.Now.Bylaws!.Find("1.2")!.Text);
        Assert.Equal(Motion("other"), Assert.Single(carried.Now.Bylaws.Conflicts).Motion);
        var voided = carried.After(Chair, new VoidBallot(Ballot("bloc"), "Wrong."));
        Assert.Equal(Laid.Now.Bylaws!.Articles, voided.Now.Bylaws!.Articles);
        Assert.Empty(voided.Now.Bylaws.Conflicts);
    }

    [Fact]
    public void does_not_merge_over_a_text_laid_down_anew()
    {
        var anew = Submitted(Laid, "seat", Seat, "Its seat is in Amsterdam.").After(Secretariat, new TakeBylaws("Bylaws of August", Text.Replace("Copenhagen", "Ferney", StringComparison.Ordinal)));
        var carried = Carried(anew);
        Assert.Equal("Its seat is in Ferney.", carried.Now.Bylaws!.Find("1.2")!.Text);
        Assert.Null(Assert.Single(carried.Now.Bylaws.Conflicts).With);
    }

    [Fact]
    public void is_taken_back_with_its_vote_unless_the_text_was_changed_since()
    {
        var carried = Carried(Submitted(Laid, "seat", Seat, "Its seat is in Amsterdam."));
        Assert.Equal("Its seat is in Copenhagen.", carried.After(Chair, new VoidBallot(Ballot("seat"), "Wrong.")).Now.Bylaws!.Find("1.2")!.Text);
        var again = Carried(Submitted(carried, "again", Seat, "Its seat is in Geneva."), "again");
        again.When(Chair, new VoidBallot(Ballot("seat"), "Wrong.")).Because<CarriedOut>();
    }

    [Fact]
    public void is_checked_against_the_text_in_force_when_it_is_handed_in()
    {
        Refused<UnknownArticle>(Laid, new("9.9"), "Anything.");
        Refused<ArticleUnchanged>(Laid, Seat, "Its seat is in Copenhagen.");
        Refused<ArticleTwice>(Laid, new("1.2", BylawsAct.Add), "Anything.");
        Refused<NoArticleNumber>(Laid, new("one", BylawsAct.Add), "Anything.");
        Refused<UnknownArticle>(Laid, new("1.3", BylawsAct.Add, After: "9.9"), "Anything.");
        Refused<NoBylaws>(InSession, Seat, "Anything.");
        Laid.When(Head("Brazil"), new SubmitMotion(Motion("seat"), "Seat", "Anything.", "policy", Bylaws: Seat)).Because<NotOnBylaws>();
    }

    [Fact]
    public void keeps_what_a_phone_says_the_text_was_out_of_the_record() =>
        Assert.Equal("Its seat is in Copenhagen.", Submitted(Laid, "seat", Seat with { Was = "A lie." }, "Its seat is in Amsterdam.").Now.Motions[Motion("seat")].Bylaws!.Was);

    [Fact]
    public void follows_an_alternative_that_is_chosen()
    {
        var rules = IfmsaRules with { Decisions = IfmsaRules.Decisions.SetItem("bylaws", IfmsaRules.Decisions["bylaws"] with { ConfirmWinner = false }) };
        var met = ConvenedUnder(rules).After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers).After(Chair, new OpenPlenary())
            .After(Secretariat, new TakeBylaws("Bylaws of March", Text));
        var chosen = Put(Submitted(met, "seat", Seat, "Its seat is in Amsterdam."), "seat").After(Chair, new AskNegatives(Motion("seat"))).After(Head("Denmark"), new ObjectToMotion(Motion("seat"))).After(Chair, new AskAlternatives(Motion("seat")))
            .After(Head("Egypt"), new ProposeAlternative(Motion("alternative"), Motion("seat"), "Geneva", "Its seat is in Geneva.")).After(Head("France"), new SecondAlternative(Motion("alternative")))
            .After(Chair, new OpenBallot(Ballot("seat"), BallotMethod.Phones, Motion("seat"))).Casting(Motion("alternative").ToString(), "Canada", "Denmark").Declared();
        Assert.Equal("Its seat is in Geneva.", chosen.Now.Bylaws!.Find("1.2")!.Text);
    }

    private static IEnumerable<string> Numbers(Situation situation) => situation.Now.Bylaws!.Articles.Select(part => part.Number);

    private static void Refused<T>(Situation before, BylawsChange change, string text)
        where T : Refusal => before.When(Head("Brazil"), new SubmitMotion(Motion("seat"), "Seat", text, "bylaws", Bylaws: change)).Because<T>();

    private static Situation Submitted(Situation before, string name, BylawsChange change, string text) =>
        before.After(Head("Brazil"), new SubmitMotion(Motion(name), name, text, "bylaws", Bylaws: change));

    private static Situation Put(Situation before, string name) => before.After(Chair, new PutMotion(Motion(name))).After(Head("Canada"), new SecondMotion(Motion(name)));

    private static Situation Carried(Situation before, string name = "seat") => Voted(Put(before, name), name);

    private static Situation Voted(Situation before, string name) => before
        .After(Chair, new OpenBallot(Ballot(name), BallotMethod.Phones, Motion(name))).Casting("for", "Canada", "Denmark").Declared();
}
