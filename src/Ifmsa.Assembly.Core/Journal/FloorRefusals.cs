namespace Ifmsa.Assembly.Core.Journal;

/// <summary>Too much waits; the client tries again.</summary>
public sealed record FloorIsBusy() : Refusal("floor.busy");

/// <summary>The journal cannot be written now.</summary>
public sealed record FloorCannotWrite() : Refusal("floor.cannot-write");

/// <summary>The id of the command was used for another.</summary>
public sealed record CommandIdReused() : Refusal("command.id-reused");

/// <summary>The server failed in this act.</summary>
public sealed record ActFaulted() : Refusal("floor.fault");

/// <summary>There is no such kind of command.</summary>
public sealed record UnknownCommandKind() : Refusal("command.unknown-kind");

/// <summary>What was sent is no command.</summary>
public sealed record UnreadableCommand() : Refusal("command.unreadable");

/// <summary>The command is too long.</summary>
public sealed record CommandTooLong(int AtMost) : Refusal("command.too-long", AtMost);

/// <summary>The device sends too many commands.</summary>
public sealed record TooManyCommands() : Refusal("command.too-many");

/// <summary>The device is not bound to a seat of this assembly.</summary>
public sealed record NotBound() : Refusal("device.not-bound");
