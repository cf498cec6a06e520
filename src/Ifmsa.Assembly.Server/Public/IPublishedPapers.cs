using Ifmsa.Assembly.Server.Journal;

namespace Ifmsa.Assembly.Server.Public;

/// <summary>Something published that stands at an address of its own, such as adopted minutes; whoever publishes papers registers one.</summary>
public interface IPublishedPapers
{
    /// <summary>What is published of an assembly, in order; nothing that is not.</summary>
    IEnumerable<PublishedLink> Of(Snapshot snapshot);
}

/// <summary>A link of the public site.</summary>
/// <param name="Kind">Under which heading it stands: the key of a sentence, such as <c>site.minutes</c> or <c>site.secret</c>.</param>
/// <param name="Text">What it is called, in words.</param>
/// <param name="Address">Its path on this server.</param>
public sealed record PublishedLink(string Kind, string Text, string Address);
