using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>The chair says through what delegations ask for the floor: phones or placards.</summary>
[CommandKind("intake.set", Who.Presiding)]
public sealed record SetIntake(Intake Intake) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Session(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        !Enum.IsDefined(Intake) || now.Floor.Intake == Intake ? new IntakeIsSo() : new IntakeSet(Intake);
}

/// <summary>Delegations ask for the floor in another way.</summary>
[FactKind("intake.set.v1", Reversible = true)]
public sealed record IntakeSet(Intake Intake) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { Intake = Intake } };
}

/// <summary>The floor is asked for in this way.</summary>
public sealed record IntakeIsSo() : Refusal("intake.is-so");
