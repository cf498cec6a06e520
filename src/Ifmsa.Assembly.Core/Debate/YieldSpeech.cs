using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>The speaker yields the rest of the time: to a request that waits, or to a person named, under a new request.</summary>
[CommandKind("speech.yield", Who.Presiding | Who.Participant)]
public sealed record YieldSpeech(SpeechId To, ParticipantId? Participant = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Speeches.Going(now, by) ??
        (now.Rules!.Speaking is { Yield: false } rule && now.Binds(rule.Article) && !now.Waives ? new NoYielding { Article = rule.Article }
            : now.Floor.Speaking switch
            {
                { Yielded: true } => now.Rule(new YieldedAlready { Article = now.Rules.Speaking.Article }),
                { Limit: null } => new NoLimit(),
                _ => null,
            });

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        var speaking = now.Floor.Speaking!;
        if (speaking.Limit is not { } limit)
            return new NoLimit();
        var waiting = now.SpeechQueue.Find(speech => speech.Id == To);
        var person = Participant is { } named ? now.Find(named) : null;
        if (waiting is null && (person is null || To == speaking.Speech.Id))
            return new UnknownRequest();
        var to = waiting ?? new Speech(To, person!.Id, person.Member, moment.At, speaking.Speech.List, speaking.Speech.Side);
        if (to.Participant is { } same && same == speaking.Speech.Participant)
            return new YieldedToOneself();
        if (SpeakingRights.Of(now, to.Participant, to.Member) is { } refusal)
            return refusal;
        var ending = Speeches.Ending(now, moment).ToList();
        var rest = (int)Math.Floor((limit - speaking.SpokenBy(moment.At)).TotalSeconds);
        var free = ending.Aggregate(now, (state, fact) => fact.ApplyTo(state));
        if (now.Binds(now.Rules!.Speaking.Article) && SpeakingTime.LeftForDelegation(free, to.Member) is { } left)
            rest = Math.Min(rest, left);
        return rest <= 0 ? new NoTimeLeft { Article = now.Rules.Speaking.Article } : Decision.Of([.. ending, new SpeechYielded(speaking.Speech.Id, to, moment.At, rest)]);
    }
}

/// <summary>Somebody has the floor for the rest of another's time.</summary>
[FactKind("speech.yielded.v1", Reversible = true)]
public sealed record SpeechYielded(SpeechId From, Speech To, DateTimeOffset At, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        SpeechQueue = before.SpeechQueue.RemoveAll(speech => speech.Id == To.Id),
        Spoken = before.SpokenBy(At),
        Floor = before.Floor with { Speaking = new(To, At) { Limit = TimeSpan.FromSeconds(Seconds), Yielded = true } },
    };
}

/// <summary>The rules know no yielding.</summary>
public sealed record NoYielding() : RuleRefusal("speech.no-yield");

/// <summary>The time was yielded once.</summary>
public sealed record YieldedAlready() : RuleRefusal("speech.yielded");

/// <summary>Time is yielded to another.</summary>
public sealed record YieldedToOneself() : Refusal("speech.yield-to-another");
