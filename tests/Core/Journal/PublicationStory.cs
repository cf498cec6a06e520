using Ifmsa.Assembly.Core.Bylaws;
using Ifmsa.Assembly.Core.Publication;

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Everything that bears on what the secretariat publishes, once: bylaws and their changes, the public site, a person erased.</summary>
internal static class PublicationStory
{
    public static Situation Told => Carried(Carried(Carried(Carried(Laid(), "seat", new("1.2"), "Its seat is in Amsterdam."), "again", new("1.2", Was: "Its seat is in Copenhagen."), "Its seat is in Geneva.", late: true),
            "short", new("1.1a", BylawsAct.Add, After: "1.1", Heading: "Short name"), "IFMSA in short."), "strike", new("1.1", BylawsAct.Strike), "All know it.")
        .After(Chair, new VoidBallot(Ballot("strike"), "A phone was lent."))
        .After(Secretariat, new PublishSite([SitePart.Agenda, SitePart.Bylaws])).After(Secretariat, new WithdrawSite([SitePart.Agenda]))
        .After(Secretariat, new ErasePerson(P("secretary"))).After(Secretariat, new ErasePerson(P("colleague of Austria")));

    private static Situation Laid()
    {
        var laid = InSession.After(Secretariat, new TakeBylaws("Bylaws of March", "# 1 Name and seat\n\n## 1.1 Name\nThe federation is called so.\n\n## 1.2 Seat\nIts seat is in Copenhagen."));
        // Handed in beside the other, before either is carried.
        return laid.After(Head("Brazil"), new SubmitMotion(Motion("again"), "again", "Its seat is in Geneva.", "bylaws", Bylaws: new("1.2")));
    }

    private static Situation Carried(Situation told, string name, BylawsChange change, string text, bool late = false) =>
        (late ? told : told.After(Head("Brazil"), new SubmitMotion(Motion(name), name, text, "bylaws", Bylaws: change)))
        .After(Chair, new PutMotion(Motion(name))).After(Head("Canada"), new SecondMotion(Motion(name)))
        .After(Chair, new OpenBallot(Ballot(name), BallotMethod.Phones, Motion(name))).Casting("for", "Canada", "Denmark").Declared();
}
