using Ifmsa.Assembly.Core.Agenda;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>The state machines as diagrams, so that a change of one is seen by whoever knows the rules.</summary>
public sealed class A_flow
{
    [Fact]
    public void of_a_plenary_is_as_drawn() => Golden.Matches("plenary.mmd", Core.Plenaries.Plenary.Flow.ToMermaid());

    [Fact]
    public void of_an_item_is_as_drawn() => Golden.Matches("item.mmd", AgendaItem.Flow.ToMermaid());

    [Fact]
    public void of_a_motion_is_as_drawn() => Golden.Matches("motion.mmd", Core.Motions.Motion.Flow.ToMermaid());

    [Fact]
    public void of_an_amendment_is_as_drawn() => Golden.Matches("amendment.mmd", Core.Motions.Amendment.Flow.ToMermaid());

    [Fact]
    public void of_a_procedural_motion_is_as_drawn() => Golden.Matches("procedural.mmd", ProceduralMotion.Flow.ToMermaid());

    [Fact]
    public void of_a_point_is_as_drawn() => Golden.Matches("point.mmd", Core.Debate.Point.Flow.ToMermaid());

    [Fact]
    public void of_a_ballot_is_as_drawn() => Golden.Matches("ballot.mmd", Core.Ballots.Ballot.Flow.ToMermaid());

    [Fact]
    public void fires_only_what_is_permitted() =>
        Assert.Throws<InvalidOperationException>(() => Core.Ballots.Ballot.Flow.Fire(BallotPhase.Declared, BallotTrigger.Close));
}
