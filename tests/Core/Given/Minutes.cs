namespace Ifmsa.Assembly.Core.Tests;

using Ifmsa.Assembly.Core.Minutes;
using static Meeting;

/// <summary>Minutes of plenary 1 on their way.</summary>
internal static class MinutesGiven
{
    public static readonly PlenaryId First = Plenary(1);

    /// <summary>The entry of an adjourned plenary whose sentence is worded: its opening.</summary>
    public static long Line { get; } = Adjourned.Journal.First(entry => entry.Fact is PlenaryOpened).Sequence;

    public static Situation Reviewed { get; } = Adjourned.After(Secretary, new ReviewMinutes(First));

    public static Situation Circulated { get; } = Reviewed.After(Secretary, Circulate(Reviewed));

    public static Situation Put { get; } = Circulated.After(Secretary, Putting(Circulated));

    public static Situation InSecond(Situation adjourned) => adjourned.After(Chair, new CallRoll(Plenary(2))).GivingCards(AllMembers).After(Chair, new OpenPlenary());

    public static CirculateMinutes Circulate(Situation now, string text = "The minutes.") => new(First, Words("circulated " + now.Now.Sequence), []) { Composed = new(text, now.Now.Sequence) };

    public static PutMinutes Putting(Situation now, string text = "The minutes as corrected.") => new(First, Words("put " + now.Now.Sequence)) { Composed = new(text, now.Now.Sequence) };

    public static OpenBallot Voting(string ballot = "minutes") => new(Ballot(ballot), BallotMethod.Phones, Title: "Minutes of plenary 1", Decision: "minutes");

    public static CorrectionId Correction(string name) => new(Of("correction " + name));

    public static ProposeCorrection Proposing(string name, CorrectionKind kind = CorrectionKind.Wording, MemberId? member = null) => new(Correction(name), First, Line, kind, Words("correction " + name), "Another sentence.", member);
}
