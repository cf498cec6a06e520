namespace Ifmsa.Assembly.Core.Journal;
/// <summary>A.</summary>
public sealed record A;
