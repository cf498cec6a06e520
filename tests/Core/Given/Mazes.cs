namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>How far a debate has come.</summary>
internal static class Mazes
{
    public const string Text = "The assembly founds a working group.\n\nIt has five members.\n\nIt reports in March.";

    /// <summary>A plenary in session under the other rulebook, with a seconded motion of Austria's before it.</summary>
    public static Situation UnderRonr { get; } = DebatingUnder(RonrRules);

    /// <summary>The same under other rules.</summary>
    public static Situation DebatingUnder(Rules rules) => ConvenedUnder(rules)
        .After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers).After(Chair, new OpenPlenary())
        .After(Head("Austria"), new SubmitMotion(Motion("motion"), "A motion", Text, "motion")).After(Chair, new PutMotion(Motion("motion")))
        .After(Head("Brazil"), new SecondMotion(Motion("motion")));

    /// <summary>A motion of three paragraphs, proposed by Austria and seconded by Brazil.</summary>
    public static Situation InDebate { get; } = Debating("motion");

    public static Situation Debating(string decision) => InSession
        .After(Head("Austria"), new SubmitMotion(Motion("motion"), "A motion", Text, decision)).After(Chair, new PutMotion(Motion("motion")))
        .After(Head("Brazil"), new SecondMotion(Motion("motion")));

    /// <summary>Canada hands in an amendment, which the chair takes up.</summary>
    public static Situation Amending(this Situation before, string name = "amendment", string of = "five", string to = "seven", string by = "Canada") =>
        before.Handing(name, of, to, by).After(Chair, new PutAmendment(Amendment(name)));

    /// <summary>Somebody hands in an amendment.</summary>
    public static Situation Handing(this Situation before, string name, string of, string to, string by = "Canada") =>
        before.After(Head(by), new ProposeAmendment(Amendment(name), Motion("motion"), before.Edit(of, to)));

    /// <summary>The change of words in the motion's text.</summary>
    public static ImmutableArray<TextEdit> Edit(this Situation now, string of, string to) =>
        [new(now.Now.Motions[Motion("motion")].Text.IndexOf(of, StringComparison.Ordinal), of.Length, to)];

    /// <summary>Objected to by Denmark.</summary>
    public static Situation Objected(this Situation before) =>
        before.After(Chair, new AskNegatives(Motion("motion"))).After(Head("Denmark"), new ObjectToMotion(Motion("motion")));

    /// <summary>Objected to, and the chair asks for alternatives; Egypt puts one.</summary>
    public static Situation WithAlternative(this Situation before) => before.Objected()
        .After(Chair, new AskAlternatives(Motion("motion")))
        .After(Head("Egypt"), new ProposeAlternative(Motion("alternative"), Motion("motion"), "An alternative", "The board does it."));

    /// <summary>Ghana moves something procedural, which the chair takes up unless it concerns the chair.</summary>
    public static Situation Moving(this Situation before, string kind, ProceduralDetail? detail = null, string by = "Ghana")
    {
        var moved = before.After(Head(by), new MoveProcedural(Procedural(kind), kind, detail));
        return moved.Now.Procedurals[Procedural(kind)].Phase == ProceduralPhase.Waiting ? moved.After(Chair, new PutProcedural(Procedural(kind))) : moved;
    }

    /// <summary>Haiti seconds what is moved, and it carries with the votes of seven against two.</summary>
    public static Situation Carrying(this Situation before, string kind) => before.Deciding(kind, 7);

    /// <summary>Haiti seconds what is moved, and so many of nine vote for it.</summary>
    public static Situation Deciding(this Situation before, string kind, int @for)
    {
        var presiding = before.Presiding();
        var seconded = before.Now.Procedurals[Procedural(kind)].Phase == ProceduralPhase.AskingSecond ? before.After(Head("Haiti"), new SecondProcedural(Procedural(kind))) : before;
        return seconded.After(presiding, new OpenBallot(Ballot("on " + kind), BallotMethod.Phones, Procedural: Procedural(kind)))
            .Casting("for", Regulars.Take(@for)).Casting("against", Regulars.Skip(@for)).DeclaredBy(presiding);
    }

    /// <summary>A procedural motion is moved and carried.</summary>
    public static Situation Ordering(this Situation before, string kind, ProceduralDetail? detail = null) => before.Moving(kind, detail).Carrying(kind);

    /// <summary>The vote between texts or proposals, with so many for each.</summary>
    public static Situation Voting(this Situation before, OpenBallot ballot, params (string Option, int Votes)[] figures)
    {
        var (voted, place) = (before.After(before.Presiding(), ballot), 0);
        foreach (var (option, votes) in figures)
        {
            voted = voted.Casting(option, Regulars.Skip(place).Take(votes));
            place += votes;
        }
        return voted.DeclaredBy(before.Presiding());
    }

    /// <summary>Whoever has the chair.</summary>
    public static Credential Presiding(this Situation now) => new(now.Now.Participants[now.Now.Chairing.Presiding!.Value].Device!.Value);

    /// <summary>Whoever presides, or the chair while nobody does.</summary>
    public static Credential Presiders(this Situation now) => now.Now.Chairing.Presiding is null ? Chair : now.Presiding();

    public static Motion TheMotion(this Situation now) => now.Now.Motions[Motion("motion")];

    public static AmendmentPhase Phase(this Situation now, string amendment) => now.Now.Amendments[Amendment(amendment)].Phase;

    public static ProceduralPhase PhaseOf(this Situation now, string kind) => now.Now.Procedurals[Procedural(kind)].Phase;

    private static Situation DeclaredBy(this Situation before, Credential presiding)
    {
        var ballot = before.Now.RunningBallot!.Id;
        var closed = before.Closed(presiding);
        var recount = closed.Recount(ballot);
        return closed.After(Credential.Clock, new ConfirmCount(ballot, recount.Count, recount.Fault)).After(presiding, new DeclareResult(ballot));
    }
}
