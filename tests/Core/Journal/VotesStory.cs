namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Every way of voting, once: roll call, paper, tablet, entries, splits, objections, several of several, a test; and a motion in two languages.</summary>
internal static class VotesStory
{
    public static Situation Told => Translated(Called(Several(Fallen(Split(Tested())))));

    private static Situation Tested()
    {
        var rules = IfmsaRules with { Votes = new(new(AtMost: 3, Split: true, NamedVoters: false, "[I] membership"), Elections: null), Voting = new(60, ClosesWhenAll: false, 5, "[M] annex 4") };
        var convened = ConvenedUnder(rules);
        return convened.Given(new MemberAmended(convened.Now.Members[M("Austria")] with { Votes = 3 }))
            .After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers)
            .After(Chair, new OpenTestBallot(Ballot("test"), BallotMethod.Phones, "A test")).Casting("for", "Brazil").Declared().After(Chair, new OpenPlenary());
    }

    private static Situation Split(Situation told) => told
        .After(Chair, new OpenBallot(Ballot("split"), BallotMethod.Phones, Title: "Shall we?", Decision: "motion", Disclosure: Disclosure.Totals))
        .After(Head("Austria"), new CastVote(Ballot("split"), "", 1, [new(["for"], 2), new(["against"], 1)])).After(Chair, new ExtendVoting(Ballot("split"), 30))
        .Later(91).After(Credential.Clock, new TimeOut(Ballot("split")))
        .After(Head("Austria"), new ObjectToRecord(Ballot("split"), RecordError.ShownOtherwise, "for")).After(Head("Canada"), new ObjectToRecord(Ballot("split"), RecordError.Missing, "against"))
        .After(Chair, new SettleObjection(Ballot("split"), M("Austria"), Upheld: true)).Later(6).After(Chair, new SettleObjection(Ballot("split"), M("Canada"), Upheld: false))
        .Recounted();

    private static Situation Fallen(Situation told)
    {
        var figures = ImmutableSortedDictionary<string, int>.Empty.Add("for", 1).Add("against", 1).Add("abstain", 0);
        told = told.After(Chair, new OpenBallot(Ballot("fallen"), BallotMethod.Phones, Title: "By every means?", Decision: "motion"))
            .After(Officer, new EnterVote(Ballot("fallen"), M("Brazil"), "for")).After(Head("Brazil"), new ConfirmOwnEntry(Ballot("fallen"), "for"))
            .After(Credential.Installation, new UnlockTablet(DeviceOf("desk"), P("head of Canada"))).After(Desk, new CastAtTablet(Ballot("fallen"), "against", 1)).After(Desk, new LockTablet())
            .After(Officer, new EnterPaper(Ballot("fallen"), [M("Denmark"), M("Egypt")], 2, figures)).After(Officer, new WithdrawPaper(Ballot("fallen"), 1))
            .After(Officer, new EnterPaper(Ballot("fallen"), [M("Denmark"), M("Egypt")], 2, figures)).After(SecondOfficer, new ConfirmPaper(Ballot("fallen"), 1, 2, figures));
        return told.Declared();
    }

    private static Situation Several(Situation told) => told
        .After(Chair, new OpenBallot(Ballot("places"), BallotMethod.Phones, Title: "Two places", Decision: "places", Proposals: ["Lima", "Oslo", "Quito"], Seats: 2, Seconds: 0))
        .After(Head("Brazil"), new CastVote(Ballot("places"), "", 1, [new(["1", "3"], 1)])).Casting("2", "Canada").Casting("3", "Denmark").Declared();

    private static Situation Translated(Situation told) => Bilingual(told)
        .After(Secretary, new SubmitMotion(Motion("translated"), "A tree", "We plant a tree.", "motion", For: M("Brazil")))
        .After(Secretary, new TranslateMotion(Motion("translated"), "fr", "Un arbre", "Nous plantons un arbre."));

    private static Situation Called(Situation told)
    {
        told = told.After(Chair, new OpenBallot(Ballot("called"), BallotMethod.RollCall, Title: "Aloud?", Decision: "motion"));
        told = told.After(Secretary, new PassRollCall(Ballot("called"), told.Now.RunningBallot!.CalledNow!.Value));
        while (told.Now.RunningBallot!.CalledNow is { } called)
            told = told.After(Secretary, new AnswerRollCall(Ballot("called"), called, "for"));
        return told.Declared();
    }
}
