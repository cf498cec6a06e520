namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>The way of a motion through the plenary, from its reading to its decision.</summary>
/// <param name="Rank">Of a main motion among all that can be pending; higher numbers yield to lower.</param>
/// <param name="Negatives">Whether the chair asks for direct negatives, so that a motion nobody objects to passes without a vote.</param>
/// <param name="Alternatives">Whether the chair asks for alternative motions before a vote; null where there are none.</param>
/// <param name="Amendments">How motions are amended; null where they are not.</param>
/// <param name="Division">The article by which any voting member has a motion divided; null where it cannot.</param>
/// <param name="EnBloc">The article by which motions are put together, until a voting member pulls one out; null where they are not.</param>
/// <param name="Reopening">The article that keeps a settled motion out until the debate is reopened.</param>
/// <param name="Article">The article that says so.</param>
public sealed record MotionWay(
    int Rank, bool Negatives, AlternativeRule? Alternatives, AmendmentRule? Amendments, string? Division, string? EnBloc, string Reopening, string Article)
{
    /// <summary>The article by which a motion needs a seconder; empty where nothing says so.</summary>
    public string Seconding { get; init; } = "";

    /// <summary>The article by which a motion nobody objects to passes without a vote; empty where nothing says so.</summary>
    public string NemoContra { get; init; } = "";

    /// <summary>The way of a rulebook that says nothing of debate: direct negatives and the vote.</summary>
    public static MotionWay Plain { get; } = new(100, Negatives: true, Alternatives: null, Amendments: null, Division: null, EnBloc: null, "", "");
}

/// <summary>How alternative motions compete.</summary>
/// <param name="Seconder">Whether an alternative needs a seconder of its own.</param>
/// <param name="Majority">The majority by which one of several wins.</param>
/// <param name="Article">The article that says so.</param>
public sealed record AlternativeRule(bool Seconder, string Majority, string Article);

/// <summary>How amendments are decided.</summary>
/// <param name="Rank">Among all that can be pending.</param>
/// <param name="Friendly">Whether the motion's proposer and seconder are asked first, and a vote follows only on the proposer's refusal.</param>
/// <param name="Seconder">Whether an amendment needs a seconder of its own.</param>
/// <param name="Degree">How many amendments may stand upon one another: 1, or 2 where amendments can be amended.</param>
/// <param name="Majority">The majority by which an amendment carries.</param>
/// <param name="Article">The article that says so.</param>
public sealed record AmendmentRule(int Rank, bool Friendly, bool Seconder, int Degree, string Majority, string Article);
