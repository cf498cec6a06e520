using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Ballots;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>What a slip of a ballot says, to be put in words.</summary>
internal sealed record Slip(Ballot Ballot, ImmutableArray<Share> Shares);
