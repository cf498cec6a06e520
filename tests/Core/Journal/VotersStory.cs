namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Everything that bears on who votes, once: reports, decisions on members, proxies, named voters.</summary>
internal static class VotersStory
{
    private static readonly Rules Rules = IfmsaRules with
    {
        Votes = new(new(AtMost: 3, Split: true, NamedVoters: false, "[I] membership"), new(AtMost: 10, Split: false, NamedVoters: true, "[I] membership")),
        Decisions = IfmsaRules.Decisions.SetItem("membership", IfmsaRules.Decisions["membership"] with { NemoContra = true, ExcludesConcerned = true }),
    };

    public static Situation Told => Elected(Decided(Represented(Registered(Opened()))));

    private static Situation Opened()
    {
        var convened = ConvenedUnder(Rules);
        return convened
            .Given(new MemberAmended(convened.Now.Members[M("Brazil")] with { Votes = 2, ElectionVotes = 2, Weight = 7 }))
            .After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(Regulars).After(Chair, new OpenPlenary())
            .After(Desk, new ReportCredentials(Report("preliminary"), Final: false, [new(M("Austria"), Vote: false, "The fee is unpaid"), new(M(Lapsed), Vote: true)]))
            .After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))).GivingCards(AllMembers.Except(["Haiti", "India"])).After(Chair, new OpenPlenary());
    }

    private static Situation Registered(Situation told) => told
        .After(Desk, new ReportCredentials(Report("final"), Final: true, [new(M("Austria"), Vote: true), new(M(Lapsed), Vote: false)]))
        .After(Chair, new SubmitMotion(Motion("register"), "Final report", "The report is adopted.", "credentials")).After(Chair, new PutMotion(Motion("register")))
        .After(Chair, new OpenBallot(Ballot("register"), BallotMethod.Phones, Motion("register"))).Casting("for", "Canada", "Brazil").Declared()
        .After(Chair, new VoidBallot(Ballot("register"), "The wrong report was shown.", Ballot("register again"))).Casting("for", "Canada").Declared();

    private static Situation Represented(Situation told) => told
        .After(Desk, new GiveProxy(M("Haiti"), M("Denmark"), new(Letter("Haiti"), new('a', 64)))).After(Desk, new GiveProxy(M("India"), M("Denmark"), new(Letter("India"), new('b', 64))))
        .After(Desk, new EndProxy(M("India")))
        .After(Chair, new OpenBallot(Ballot("bylaws"), BallotMethod.Phones, Title: "A new article?", Decision: "bylaws")).Casting("for", "Denmark").GivingCards(["Haiti"]).Declared();

    private static Situation Decided(Situation told) => told
        .After(Head("Brazil"), new SubmitMotion(Motion("suspension"), "Suspension", "Egypt is suspended.", "membership", Membership: new(M("Egypt"), Standing: Standing.Suspended)))
        .After(Chair, new PutMotion(Motion("suspension"))).After(Head("Canada"), new SecondMotion(Motion("suspension"))).After(Chair, new AskNegatives(Motion("suspension"))).Later(11)
        .After(Chair, new DeclareNemoContra(Motion("suspension"))).After(Head("France"), new ObjectToMotion(Motion("suspension"))).After(Chair, new ReverseNemoContra(Motion("suspension")))
        .After(Chair, new OpenBallot(Ballot("suspension"), BallotMethod.Phones, Motion("suspension"))).Casting("for", "Ghana", "Brazil").Declared();

    private static Situation Elected(Situation told) => told
        .After(Head("Brazil"), new NameVoters([P("head of Brazil"), P("colleague of Brazil")]))
        .After(Chair, new OpenElection(Election("host"), "Host", "election")).After(Chair, new Nominate(Election("host"), P("head of Canada")))
        .After(Chair, new OpenBallot(Ballot("host"), BallotMethod.Phones, Election: Election("host")));
}
