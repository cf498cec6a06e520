using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Who sees nothing of the meeting while observers are out.</summary>
public static class ClosedSession
{
    private const Who Exempt = Who.Officer | Who.Presiding | Who.Chair | Who.ViceChair | Who.Executive | Who.Secretary | Who.Assistant | Who.Desk | Who.Secretariat;

    /// <summary>Whether the doors are shut on somebody: observers and the public screen, returning officers and those who serve the plenary apart.</summary>
    public static bool Shuts(Proceedings now, Actor by) => now.Floor.ObserversOut && by.Is(Who.Observer | Who.Screen) && !by.Is(Exempt);
}
