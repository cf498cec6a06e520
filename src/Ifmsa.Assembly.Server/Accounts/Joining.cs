using System.Collections.Concurrent;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>What came of a code: the phone is bound, waits for the desk, or was turned away.</summary>
public abstract record Joined
{
    private protected Joined()
    {
    }
}

/// <summary>The phone may open the page; waiting, the page says that the desk must let it in.</summary>
public sealed record MayEnter(AssemblyId Assembly, ParticipantId Participant, DeviceId Device, string Page, Entrance Entrance) : Joined;

/// <summary>The phone stays outside; status, code and arguments of a sentence.</summary>
public sealed record StaysOutside(int Status, string Code, params IReadOnlyList<object> Arguments) : Joined;

/// <summary>The journal refused, or could not be written.</summary>
public sealed record JournalRefuses(RefusalText Refusal) : Joined;

/// <summary>How a phone enters.</summary>
public enum Entrance
{
    /// <summary>It is the seat's phone.</summary>
    Bound,

    /// <summary>It asks the desk to become it.</summary>
    Waiting,
}

/// <summary>Turns a code into a bound phone, or into a request to the desk where the code is dead; the journal decides races.</summary>
public sealed class Joining(JoinCodes codes, Seats seats, TimeProvider time)
{
    private const int SeatsRemembered = 10_000;

    // A dead code still knows a seat: without a bound it could fill the journal with requests.
    private readonly ConcurrentDictionary<ParticipantId, Bucket> _requests = new();

    /// <summary>Tries a code.</summary>
    /// <param name="text">As scanned or typed.</param>
    /// <param name="page">The assembly of the page, where it names one.</param>
    /// <param name="caller">Who the browser is already, if anybody.</param>
    /// <param name="cancellation">Gives up before the journal is asked.</param>
    public async Task<Joined> TryAsync(string text, AssemblyId? page, Caller? caller, CancellationToken cancellation)
    {
        switch (await codes.FindAsync(text, page is { } named && seats.Knows(named) ? named : null, cancellation))
        {
            case TypedTooMany { Seconds: var seconds }:
                return new StaysOutside(StatusCodes.Status429TooManyRequests, "code.wait", seconds);
            case SeatCode code when seats.Find(code.Assembly, code.Participant) is { } seat:
                return await SitAsync(code, seat, caller, cancellation);
            default:
                return new StaysOutside(StatusCodes.Status404NotFound, "code.unknown");
        }
    }

    private async Task<Joined> SitAsync(SeatCode code, Seat seat, Caller? caller, CancellationToken cancellation)
    {
        var page = Pages.For(seat.Roles);
        // The seat's own phone scans its badge again: it is in already.
        if (caller is not null && caller.Assembly == code.Assembly && seat.Device == caller.Credential.Device)
            return new MayEnter(code.Assembly, code.Participant, caller.Credential.Device, page, Entrance.Bound);
        var device = new DeviceId(Guid.NewGuid());
        if (code.Life is Life.Live)
        {
            var answer = await seats.SeatAsync(code.Assembly, code.Participant, device, cancellation);
            if (answer.Accepted)
            {
                await codes.SpendAsync(code, CancellationToken.None);
                return new MayEnter(code.Assembly, code.Participant, device, page, Entrance.Bound);
            }
            if (answer.Refusal!.Code != "device.seat-bound")
                return new JournalRefuses(answer.Refusal);
        }
        if (_requests.Count >= SeatsRemembered)
            _requests.Clear();
        var requests = _requests.GetOrAdd(code.Participant, _ => new Bucket(capacity: 5, perSecond: 0.1, time));
        if (!requests.TryTake())
            return new StaysOutside(StatusCodes.Status429TooManyRequests, "device.request-wait", requests.SecondsToWait());
        var filed = await seats.RequestAsync(code.Assembly, code.Participant, device, cancellation);
        return filed.Accepted
            ? new MayEnter(code.Assembly, code.Participant, device, page, Entrance.Waiting)
            : new JournalRefuses(filed.Refusal!);
    }
}

/// <summary>The page where somebody's work is.</summary>
public static class Pages
{
    /// <summary>The page of these capacities.</summary>
    public static string For(Who roles) => roles switch
    {
        _ when (roles & Who.Screen) != 0 => "screen",
        _ when (roles & (Who.Presiding | Who.Chair | Who.ViceChair)) != 0 => "chair",
        _ when (roles & (Who.Secretary | Who.Assistant)) != 0 => "secretary",
        _ when (roles & Who.Desk) != 0 => "desk",
        _ when (roles & Who.Officer) != 0 => "officer",
        _ => "floor",
    };
}
