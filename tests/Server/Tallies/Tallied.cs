using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Tests.Minutes;

namespace Ifmsa.Assembly.Server.Tests.Tallies;

/// <summary>Votes of a small assembly, member by member, to be taken away.</summary>
internal static class Tallied
{
    public static readonly string[] Regions = ["Africa", "Americas", "Asia-Pacific", "Eastern Mediterranean", "Europe"];

    /// <summary>Twenty members, the last of them a candidate without a vote, their regions in turn.</summary>
    public static Meeting Meeting(Func<int, string>? shortName = null, Func<int, string>? region = null) =>
        new Meeting(20, named: place => (shortName?.Invoke(place) ?? $"NMO-{place + 1:000}", region?.Invoke(place) ?? Regions[place % 5])).Opened(18);

    /// <summary>A question on phones, left open: the first vote for it, and so on.</summary>
    public static BallotId Open(this Meeting meeting, int yes, int no, int abstain, Disclosure? disclosure = null, string title = "Where to meet", string decision = "policy")
    {
        var ballot = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, Title: title, Decision: decision, Disclosure: disclosure));
        for (var place = 0; place < yes + no + abstain; place++)
            meeting.Do(meeting.Phones[place], new CastVote(ballot, place < yes ? Option.For : place < yes + no ? Option.Against : Option.Abstain, 1));
        return ballot;
    }

    /// <summary>The same, declared.</summary>
    public static BallotId Declared(this Meeting meeting, int yes, int no, int abstain, Disclosure? disclosure = null, string title = "Where to meet", string decision = "policy")
    {
        var ballot = meeting.Open(yes, no, abstain, disclosure, title, decision);
        meeting.Declare(ballot);
        return ballot;
    }
}
