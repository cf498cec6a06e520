namespace Ifmsa.Assembly.Core.Journal;

/// <summary>A fact in its place in the journal.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Act">The sequence of the first fact of the same command.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who it comes from.</param>
/// <param name="Fact">What happened.</param>
public sealed record Entry(long Sequence, long Act, DateTimeOffset At, Author By, Fact Fact);
