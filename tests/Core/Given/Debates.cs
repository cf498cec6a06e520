namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Meetings in which people speak, under rules that each test names.</summary>
internal static class Debates
{
    /// <summary>First come, no limits.</summary>
    public static readonly SpeakingRule Plain = SpeakingRule.Plain with { Article = "on speaking" };

    /// <summary>Points, and three warnings.</summary>
    public static readonly Rules Rules = IfmsaRules with
    {
        Speaking = Plain,
        Points = new("on order", "on information", 3),
        Duties = ImmutableDictionary<Duty, DutyRights>.Empty
            .Add(Duty.Official, new(Propose: false, SpeakingRight.Candidature, "on Officials"))
            .Add(Duty.Observer, new(Propose: false, SpeakingRight.Never, "on observers")),
    };

    /// <summary>Plenary 1 in session under the rules, with its first item open.</summary>
    public static Situation Under(Rules rules) => ConvenedUnder(rules)
        .After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers).After(Chair, new OpenPlenary()).After(Chair, new NextItem());

    /// <summary>The same, with a list on the open item.</summary>
    public static Situation Listed(SpeakingRule speaking) => Under(Rules with { Speaking = speaking }).After(Chair, new OpenSpeakers(List("item")));

    /// <summary>Under rules with every criterion and limit, somebody speaks, others wait, and a point is raised.</summary>
    public static Situation Heated { get; } = Listed(new([CallOrder.NotYetSpoken, CallOrder.Alternating, CallOrder.Regions, CallOrder.FirstCome], 60, 300, 120, Yield: true, "on speaking"))
        .Asking("Brazil", Side.For).Asking("Canada", Side.Against).Asking("Austria", Side.For).After(Chair, new CallNextSpeaker()).After(Head("Canada"), new RaisePoint(Point("p1"), PointKind.InformationTo));

    /// <summary>The head of a member's delegation asks to speak.</summary>
    public static Situation Asking(this Situation before, string member, Side? side = null) =>
        before.After(Head(member), new AskToSpeak(Speech(member), Side: side));

    /// <summary>The head of a member's delegation asks, is called, speaks for so long and ends.</summary>
    public static Situation Speaking(this Situation before, string member, double seconds, Side? side = null) => before
        .Asking(member, side).After(Chair, new CallSpeaker(Speech(member))).Later(seconds).After(Chair, new EndSpeech());

    /// <summary>In which order those on the current list are called.</summary>
    public static string[] Order(this Situation now) =>
        [.. SpeakingOrder.Of(now.Now, now.Now.CurrentSpeakersList).Select(speech => now.Now.NameOf(speech.Member!.Value))];

    /// <summary>A procedural motion of Austria's is pending, that can be debated or not.</summary>
    public static Situation PendingProcedural(this Situation before, bool debatable)
    {
        var (id, kind) = (new ProceduralId(Of("procedural")), debatable ? "debated" : "undebated");
        return before with
        {
            Now = before.Now with
            {
                Rules = before.Now.Rules! with { Procedural = before.Now.Rules.Procedural.SetItem(kind, new(kind, ProceduralEffect.Postpone, 1, Seconder: true, debatable, Amend: false, DecidedBy.Vote, "twoThirds", "on motions")) },
                Procedurals = before.Now.Procedurals.SetItem(id, new() { Id = id, Number = 1, Kind = kind, Proposer = M("Austria"), At = before.Clock, Phase = ProceduralPhase.Pending }),
                Floor = before.Now.Floor with { Pending = new(Amendment: null, id, Below: null) },
            },
        };
    }
}
