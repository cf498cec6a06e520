namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;
using static MinutesGiven;

/// <summary>Everything that happens to minutes, once.</summary>
internal static class MinutesStory
{
    public static Situation Told => ElsewhereToo(Adopted(Corrected(Worded())));

    private static Situation Worded()
    {
        var told = Adjourned
            .After(Secretary, new RewordEntry(First, Line, 0, Words("reworded"), "The plenary opens.")).After(Secretary, new RestoreEntry(First, Line, 1))
            .After(Secretary, new ReviewMinutes(First)).After(Secretary, new ReviseMinutes(First)).After(Secretary, new ReviewMinutes(First));
        return told.After(Secretary, Circulate(told));
    }

    private static Situation Corrected(Situation told)
    {
        told = told.After(Head("Brazil"), Proposing("one")).After(Secretary, new SettleCorrection(Correction("one"), CorrectionPhase.TakenUp));
        told = told.After(Secretary, Putting(told)).After(Secretary, new WithdrawMinutes());
        return told.After(Secretary, Putting(told));
    }

    private static Situation Adopted(Situation told) => PutAgain(InSecond(told).After(Secretary, new WithdrawMinutes()))
        .After(Chair, MinutesGiven.Voting()).Casting("for", "Canada").Declared()
        .After(Chair, new VoidBallot(Ballot("minutes"), "The wrong text was shown.", Ballot("again"))).Casting("for", "Canada").Declared()
        .After(Secretary, new PublishMinutes(First));

    private static Situation PutAgain(Situation told) => told.After(Secretary, Putting(told));

    private static Situation ElsewhereToo(Situation told)
    {
        told = told.After(Secretary, new PresentMinutes(new(Of("the last assembly")), "The last assembly", Plenary(9), 9, new string('a', 64)))
            .After(Chair, MinutesGiven.Voting("theirs")).Casting("for", "Canada").Declared()
            .After(Chair, new Adjourn()).After(Secretary, new ReviewMinutes(Plenary(2)));
        told = told.After(Secretary, Circulate(told) with { Plenary = Plenary(2) });
        told = told.After(Secretary, Putting(told) with { Plenary = Plenary(2) });
        return told.After(Secretary, new RecordAdoption(Plenary(2), new(Of("the next assembly")), "The next assembly", told.Now.MinutesOf(Plenary(2)).Put!.Sha256, Ballot("there")));
    }
}
