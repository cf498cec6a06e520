using System.Collections.Immutable;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>What an assembly is called, when and where it meets, and in which languages.</summary>
/// <param name="Name">As printed on papers; at most 200 characters.</param>
/// <param name="Starts">First day.</param>
/// <param name="Ends">Last day.</param>
/// <param name="Venue">Where; at most 200 characters.</param>
/// <param name="Zone">IANA time zone, such as <c>Europe/Berlin</c>.</param>
/// <param name="Languages">BCP 47 tags, the first one leading; at most 10.</param>
public sealed record Charter(string Name, DateOnly Starts, DateOnly Ends, string Venue, string Zone, ImmutableArray<string> Languages);
