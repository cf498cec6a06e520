namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>How votes are taken.</summary>
/// <param name="Seconds">After how long the polls close by themselves where the chair does not say; 0 for when the chair closes them; at most 3,600.</param>
/// <param name="ClosesWhenAll">Whether they close with the last vote; then the last slip of a finger is final.</param>
/// <param name="ObjectionSeconds">How long delegations can object to what is recorded of them before anybody sees a total; 0 to 60.</param>
/// <param name="Article">The article that says so.</param>
public sealed record VotingRule(int Seconds, bool ClosesWhenAll, int ObjectionSeconds, string Article)
{
    /// <summary>The chair closes the polls, and delegations have five seconds to object.</summary>
    public static VotingRule Plain { get; } = new(0, ClosesWhenAll: false, 5, "");
}
