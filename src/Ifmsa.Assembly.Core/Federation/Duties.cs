using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>Duties as capacities.</summary>
public static class Duties
{
    /// <summary>The duties that are done at a console, where one signs in.</summary>
    public const Who WithConsole = Who.Chair | Who.ViceChair | Who.Executive | Who.Secretary | Who.Assistant | Who.Officer | Who.Desk;

    /// <summary>The capacity a duty gives.</summary>
    public static Who AsWho(this Duty duty) => duty switch
    {
        Duty.Chair => Who.Chair,
        Duty.ViceChair => Who.ViceChair,
        Duty.Secretary => Who.Secretary,
        Duty.Assistant => Who.Assistant,
        Duty.Officer => Who.Officer,
        Duty.Desk => Who.Desk,
        Duty.Executive => Who.Executive,
        Duty.Official => Who.Official,
        Duty.Observer => Who.Observer,
        Duty.Screen => Who.Screen,
    };

    /// <summary>The duties among some capacities.</summary>
    public static IEnumerable<Duty> AsDuties(this Who who) => Enum.GetValues<Duty>().Where(duty => (who & duty.AsWho()) != 0);
}
