using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>The chair changes the limits of a speakers' list, for the speeches to come.</summary>
[CommandKind("speakers.limit", Who.Presiding)]
public sealed record LimitSpeakers(SpeakersListId List, int Seconds, int SideSeconds = 0) : Command, IAct
{
    /// <summary>The longest limit in seconds.</summary>
    public const int AtMost = 36_000;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Session(now) ?? (now.SpeakersLists.IsEmpty ? new NoSpeakersList() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(List) is null ? new NoSpeakersList()
        : (Bounds(Seconds) ?? Bounds(SideSeconds)) is { } refusal ? refusal
        : new SpeakersLimited(List, Seconds, SideSeconds);

    /// <summary>A limit within bounds; 0 is none.</summary>
    internal static Refusal? Bounds(int seconds) => seconds is < 0 or > AtMost ? new LimitOutOfBounds(AtMost) : null;
}

/// <summary>Speeches of a list have other limits.</summary>
[FactKind("speakers.limited.v1", Reversible = true)]
public sealed record SpeakersLimited(SpeakersListId List, int Seconds, int SideSeconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(List, list => list with { Seconds = Seconds, SideSeconds = SideSeconds });
}

/// <summary>A limit is a number of seconds within bounds.</summary>
public sealed record LimitOutOfBounds(int AtMost) : Refusal("speech.limit-out-of-bounds", AtMost);
