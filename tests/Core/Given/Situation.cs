namespace Ifmsa.Assembly.Core.Tests;

/// <summary>A meeting as it stands at some moment: facts and acts lead to it, an act is tried in it.</summary>
internal sealed record Situation(Proceedings Now, DateTimeOffset Clock, ImmutableList<Entry> Journal)
{
    /// <summary>Nothing has happened.</summary>
    public static Situation Nothing { get; } =
        new(Proceedings.Before(new(Of("assembly"))), new DateTimeOffset(2026, 8, 1, 18, 0, 0, TimeSpan.Zero), []);

    /// <summary>Facts happen, as one act each.</summary>
    public Situation Given(params IEnumerable<Fact> facts) =>
        facts.Aggregate(this, (situation, fact) => situation.With([fact], Credential.Installation));

    /// <summary>Somebody does something, and the test fails where it is refused.</summary>
    public Situation After(Credential by, Command command)
    {
        var outcome = When(by, command);
        return outcome.Refusal is { } refusal ? throw new InvalidOperationException($"{command} was refused: {refusal}") : outcome.Then;
    }

    /// <summary>Several do the same.</summary>
    public Situation After(IEnumerable<(Credential By, Command Command)> acts) => acts.Aggregate(this, (situation, act) => situation.After(act.By, act.Command));

    /// <summary>Somebody tries something.</summary>
    public Outcome When(Credential by, Command command)
    {
        var decision = Now.Decide(command, new(Now.ActorOf(by), Clock, new byte[32]));
        return new(decision, decision.Refusal is null ? With(decision.Facts, by) : this);
    }

    /// <summary>Time passes.</summary>
    public Situation Later(double seconds) => this with { Clock = Clock.AddSeconds(seconds) };

    /// <summary>The sequence of the last act, by which it is undone.</summary>
    public long LastAct => Journal[^1].Act;

    /// <summary>Who somebody is now.</summary>
    public Actor Actor(Credential by) => Now.ActorOf(by);

    private Situation With(IReadOnlyList<Fact> facts, Credential by)
    {
        var (now, journal, author) = (Now, Journal, Now.ActorOf(by).AsAuthor);
        var act = now.Sequence + 1;
        foreach (var fact in facts)
        {
            var entry = new Entry(now.Sequence + 1, act, Clock, author, fact);
            now = now.After(entry);
            journal = journal.Add(entry);
        }
        return this with { Now = now, Journal = journal };
    }
}

/// <summary>What came of an act.</summary>
internal sealed record Outcome(Decision Decision, Situation Then)
{
    public Refusal? Refusal => Decision.Refusal;

    /// <summary>The single fact it led to.</summary>
    public Fact Fact => Assert.Single(Facts);

    /// <summary>The facts it led to; fails where it is refused.</summary>
    public ImmutableArray<Fact> Facts
    {
        get
        {
            Assert.Null(Refusal);
            return Decision.Facts;
        }
    }

    /// <summary>Why it was refused; fails where it was not.</summary>
    public TRefusal Because<TRefusal>()
        where TRefusal : Refusal
    {
        Assert.Empty(Decision.Facts);
        return Assert.IsType<TRefusal>(Refusal);
    }

    public TFact Is<TFact>()
        where TFact : Fact => Assert.IsType<TFact>(Fact);
}
