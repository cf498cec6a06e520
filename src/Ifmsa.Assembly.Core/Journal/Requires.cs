using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>Conditions that many acts share; null means met.</summary>
internal static class Requires
{
    /// <summary>The assembly has been created.</summary>
    public static Refusal? Charter(Proceedings now) => now.Charter is null ? new NoSuchAssembly() : null;

    /// <summary>A plenary is in session.</summary>
    public static Refusal? Session(Proceedings now) => now.Plenary switch
    {
        { Phase: PlenaryPhase.InSession } => null,
        { Phase: PlenaryPhase.Recess } => new InRecess(),
        _ => new NotInSession(),
    };

    /// <summary>The same, or the plenary decides whether to open, the one question before it is open.</summary>
    public static Refusal? Deciding(Proceedings now) => IsOpening(now) ? null : Session(now);

    /// <summary>The same with a quorum.</summary>
    public static Refusal? QuorumToDecide(Proceedings now) => IsOpening(now) ? EnoughPresent(now) : Quorum(now);

    private static bool IsOpening(Proceedings now) => now.Plenary is { Phase: PlenaryPhase.RollCall or PlenaryPhase.Recess }
        && now.Floor.Pending?.Procedural is { } pending && Stack.RuleOf(now, pending).Effect == ProceduralEffect.OpenMeeting;

    /// <summary>Delegations ask for the floor on their phones, or somebody enters it for a raised placard.</summary>
    public static Refusal? Intake(Proceedings now, Actor by) =>
        now.Floor.Intake == Plenaries.Intake.Placards && !by.Is(Who.Enters) ? now.Rule(new OnlyByPlacard()) : null;

    /// <summary>Whoever acts for their own delegation may propose, second and object for it.</summary>
    public static Refusal? MayPropose(Proceedings now, Actor by)
    {
        if (by.Is(Who.Enters | Who.Secretariat) || by.Member is not { } id)
            return null;
        var member = now.Members[id];
        if (!now.HasVote(member))
            return new MayNotPropose(member.ShortName) { Article = now.Rules!.Rights[member.Status].Article };
        foreach (var (duty, rights) in now.Rules!.Duties)
        {
            if (!rights.Propose && by.Is(duty.AsWho()) && now.Binds(rights.Article) && !now.Waives)
                return new DutyBarsProposing(duty) { Article = rights.Article };
        }
        return null;
    }

    /// <summary>The member somebody acts for may propose.</summary>
    public static Refusal? MayPropose(Proceedings now, Actor by, MemberId? named, out MemberId member) =>
        now.ActingFor(by, named, out member) ?? (now.HasVote(now.Members[member]) ? null : new MayNotPropose(now.NameOf(member)));

    /// <summary>A plenary is in session and the quorum stands unquestioned, so that it can decide.</summary>
    public static Refusal? Quorum(Proceedings now)
    {
        if (Session(now) is { } refusal)
            return refusal;
        return now.Plenary is { QuorumQuestioned: true } ? new QuorumInQuestion() : EnoughPresent(now);
    }

    /// <summary>As many members are present as a quorum needs.</summary>
    public static Refusal? EnoughPresent(Proceedings now) =>
        now.Quorum is { Met: false } quorum ? new NoQuorum(quorum.Present, quorum.Needed) { Article = quorum.Article } : null;

    /// <summary>No vote is being taken.</summary>
    public static Refusal? NoBallotRunning(Proceedings now) =>
        now.RunningBallot is { } ballot ? new BallotRunning(ballot.Number) : null;

    /// <summary>A name or title within bounds: on one line, not blank, nothing hidden in it, at most so many characters.</summary>
    public static Refusal? Line(string words, int atMost) => Words(words, atMost, Signs.HiddenInLine);

    /// <summary>A text within bounds: not blank, nothing hidden in it, at most so many characters.</summary>
    public static Refusal? Words(string words, int atMost) => Words(words, atMost, Signs.HiddenInText);

    private static Refusal? Words(string words, int atMost, Func<string, HiddenSign?> hiddenIn) =>
        string.IsNullOrWhiteSpace(words) ? new WordsMissing()
        : words.Length > atMost ? new WordsTooLong(words.Length, atMost)
        : hiddenIn(words) is { } hidden ? new WordsUnprintable(hidden.Code, hidden.Place)
        : Signs.IsBlank(words) ? new WordsMissing()
        : null;
}

/// <summary>There is no such assembly.</summary>
public sealed record NoSuchAssembly() : Refusal("assembly.unknown");

/// <summary>No plenary is in session.</summary>
public sealed record NotInSession() : Refusal("plenary.not-in-session");

/// <summary>The plenary is in recess.</summary>
public sealed record InRecess() : Refusal("plenary.in-recess");

/// <summary>Too few members are present to decide.</summary>
public sealed record NoQuorum(int Present, int Needed) : Refusal("quorum.lost", Present, Needed);

/// <summary>A delegation has called for the quorum, and it has not been counted yet.</summary>
public sealed record QuorumInQuestion() : Refusal("quorum.in-question");

/// <summary>A vote is being taken.</summary>
public sealed record BallotRunning(int Number) : Refusal("ballot.running", Number);

/// <summary>Words are needed and there are none.</summary>
public sealed record WordsMissing() : Refusal("words.missing");

/// <summary>The words are too many.</summary>
public sealed record WordsTooLong(int Length, int AtMost) : Refusal("words.too-long", Length, AtMost);

/// <summary>The words hold a sign nobody sees.</summary>
public sealed record WordsUnprintable(string Sign, int Place) : Refusal("words.unprintable", Sign, Place);

/// <summary>The id of a new thing is taken.</summary>
public sealed record IdTaken() : Refusal("id.taken");

/// <summary>Somebody with this office does not propose for a member.</summary>
public sealed record DutyBarsProposing(Duty Duty) : RuleRefusal("motion.duty", Duty);
