using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Credentials;

/// <summary>The installation binds a phone to a seat whose code it proved; a seat's code binds once.</summary>
[CommandKind("device.bind", Who.Installation)]
public sealed record BindDevice(ParticipantId Participant, DeviceId Device) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Participant) is not { } person ? new UnknownParticipant()
        : person.Erased ? new PersonIsErased()
        : person.Device is not null ? new SeatBound()
        : now.Devices.ContainsKey(Device) ? new IdTaken()
        : new DeviceBound(Participant, Device);
}

/// <summary>A phone is somebody's. It gives no vote.</summary>
[FactKind("device.bound.v1")]
public sealed record DeviceBound(ParticipantId Participant, DeviceId Device) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Unbind(Participant).Amend(Participant, person => person with { Device = Device }) switch
        {
            var after => after with
            {
                Devices = after.Devices.SetItem(Device, Participant),
                DeviceRequests = after.DeviceRequests.Remove(Device),
            },
        };
}

/// <summary>The installation files a phone that came with a dead code, for the desk to decide.</summary>
[CommandKind("device.request", Who.Installation)]
public sealed record RequestDevice(ParticipantId Participant, DeviceId Device) : Command, IAct
{
    /// <summary>The most requests that wait at once; the oldest of the same person gives way.</summary>
    public const int AtMost = 500;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Participant) is not { } person ? new UnknownParticipant()
        : person.Erased ? new PersonIsErased()
        : now.Devices.ContainsKey(Device) ? new IdTaken()
        : now.DeviceRequests.Count >= AtMost && now.DeviceRequests.Values.All(request => request.Participant != Participant) ? new TooManyDeviceRequests()
        : new DeviceRequested(Participant, Device, moment.At);
}

/// <summary>A phone waits for the desk; it takes the place of an earlier one of the same person.</summary>
[FactKind("device.requested.v1")]
public sealed record DeviceRequested(ParticipantId Participant, DeviceId Device, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        DeviceRequests = before.DeviceRequests
            .RemoveRange(before.DeviceRequests.Values.Where(request => request.Participant == Participant).Select(request => request.Device))
            .SetItem(Device, new(Device, Participant, At)),
    };
}

/// <summary>The desk, seeing the person, moves their seat to the phone that asks; the old phone is out at once, and an account made from it.</summary>
[CommandKind("device.move", Who.Desk | Who.Secretariat)]
public sealed record MoveDevice(DeviceId Device) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.DeviceRequests.TryGetValue(Device, out var request)
            ? Decision.Of([.. AccountEnded.With(now.Participants[request.Participant]), new DeviceBound(request.Participant, Device)])
            : new NoDeviceRequest();
}

/// <summary>The desk turns a phone away.</summary>
[CommandKind("device.refuse", Who.Desk | Who.Secretariat)]
public sealed record RefuseDevice(DeviceId Device) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.DeviceRequests.ContainsKey(Device) ? new DeviceRefused(Device) : new NoDeviceRequest();
}

/// <summary>A phone was turned away.</summary>
[FactKind("device.refused.v1", Reversible = true)]
public sealed record DeviceRefused(DeviceId Device) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { DeviceRequests = before.DeviceRequests.Remove(Device) };
}

/// <summary>The desk takes a lost phone out; the seat's next code binds anew.</summary>
[CommandKind("device.release", Who.Desk | Who.Secretariat)]
public sealed record ReleaseDevice(ParticipantId Participant) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Participant) switch
        {
            null => new UnknownParticipant(),
            { Device: null } => new NothingBound(),
            var person => Decision.Of([.. AccountEnded.With(person), new DeviceReleased(Participant)]),
        };
}

/// <summary>Somebody's phone is out.</summary>
[FactKind("device.released.v1")]
public sealed record DeviceReleased(ParticipantId Participant) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Unbind(Participant);
}

/// <summary>The seat has a phone.</summary>
public sealed record SeatBound() : Refusal("device.seat-bound");

/// <summary>No phone is bound.</summary>
public sealed record NothingBound() : Refusal("device.none-bound");

/// <summary>The phone does not wait for the desk.</summary>
public sealed record NoDeviceRequest() : Refusal("device.no-request");

/// <summary>Too many phones wait for the desk.</summary>
public sealed record TooManyDeviceRequests() : Refusal("device.too-many-requests");
