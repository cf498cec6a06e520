using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The card's holder votes for the member, or changes the choice until the close.</summary>
/// <param name="Ballot">The open ballot.</param>
/// <param name="Option">What is chosen.</param>
/// <param name="Number">Rises with each cast of this device in this ballot, so that a late retry never undoes a newer choice.</param>
[CommandKind("ballot.cast", Who.CardHolder)]
public sealed record CastVote(BallotId Ballot, string Option, long Number) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        now.RunningBallot switch
        {
            null => new NoBallotOpen(),
            { Phase: not BallotPhase.Open } closed => new BallotIsNotOpen(closed.Number, closed.Phase),
            { Method: BallotMethod.Placards } placards => new ByPlacards(placards.Number),
            { } open when !open.Electorate.ContainsKey(by.Member!.Value) => new NotInElectorate(open.Number, now.NameOf(by.Member.Value)),
            _ => null,
        };

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Ballot) switch
    {
        null => new UnknownBallot(),
        { Phase: not BallotPhase.Open } other => new BallotIsNotOpen(other.Number, other.Phase),
        { } ballot when ballot.Options.All(option => option.Key != Option) => new UnknownOption(),
        { } ballot when ballot.Numbers.TryGetValue(moment.By.Device, out var highest) && highest >= Number => new SupersededCast(),
        _ => new VoteCast(Ballot, moment.By.Member!.Value, Option, moment.By.Device, Number, moment.By.Participant, moment.At),
    };

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"CastVote {Ballot}";
}

/// <summary>A member's vote, as it stands until another takes its place.</summary>
[FactKind("ballot.cast.v1")]
public sealed record VoteCast(BallotId Ballot, MemberId Member, string Option, DeviceId Device, long Number, ParticipantId? By, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Casts = ballot.Casts.SetItem(Member, new(Option, Provenance.Phone, By, ConfirmedBy: null, At)),
        Numbers = ballot.Numbers.SetItem(Device, Number),
    });

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"VoteCast {Ballot}";
}

/// <summary>No vote is open.</summary>
public sealed record NoBallotOpen() : Refusal("ballot.none-open");

/// <summary>There is no such ballot.</summary>
public sealed record UnknownBallot() : Refusal("ballot.unknown");

/// <summary>The ballot is not open.</summary>
public sealed record BallotIsNotOpen(int Number, BallotPhase Phase) : Refusal("ballot.not-open", Number, Phase);

/// <summary>The vote is taken by placards.</summary>
public sealed record ByPlacards(int Number) : Refusal("ballot.by-placards", Number);

/// <summary>The member is not in the electorate of this ballot: it was not present, or has no vote.</summary>
public sealed record NotInElectorate(int Number, string Member) : Refusal("ballot.not-entitled", Number, Member);

/// <summary>The ballot has no such option.</summary>
public sealed record UnknownOption() : Refusal("ballot.unknown-option");

/// <summary>A newer choice of this device is counted.</summary>
public sealed record SupersededCast() : Refusal("ballot.superseded");
