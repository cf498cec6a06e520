using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Boards;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>A board as one audience was last sent it, serialised once for all of it.</summary>
internal sealed class PublishedBoard
{
    private object? _board;
    private JsonObject? _content;
    private byte[]? _whole;

    public int Round { get; set; } = -1;

    public object? Inputs { get; set; }

    public bool IsThere => _board is not null;

    public long Version { get; private set; } = -1;

    public long From { get; private set; } = -1;

    public byte[]? Patch { get; private set; }

    public void Put(Board kind, object board, long version)
    {
        JsonObject? content = null;
        var difference = _board switch
        {
            { } before when board is IGrowingBoard growing => growing.Since(before),
            { } before when !kind.Shared => ShallowPatch.Between(before, board),
            _ => MergePatch.Between(Content ?? [], content = BoardRoom.Json(board)),
        };
        if (difference is null && _board is not null)
            return;
        // Two changes of one board within one fact cannot be; its own counter keeps apart what is not in the journal.
        (From, Version) = (Version, Math.Max(version, Version + 1));
        Patch = _board is null ? null : Message(new JsonObject { ["name"] = kind.Name, ["version"] = Version, ["from"] = From, ["patch"] = difference });
        // A thousand people's own boards are kept as records alone: each is sent to one or two devices, and seldom.
        (_board, _content, _whole) = (board, kind.Shared ? content : null, null);
    }

    /// <summary>The same board under a later version; those who have it get a patch that changes nothing.</summary>
    public void Restamp(Board kind, long version)
    {
        (From, Version, _whole) = (Version, version, null);
        Patch = Message(new JsonObject { ["name"] = kind.Name, ["version"] = Version, ["from"] = From, ["patch"] = new JsonObject() });
    }

    public byte[] Whole(Board kind)
    {
        var whole = _whole ?? Message(new JsonObject { ["name"] = kind.Name, ["version"] = Version, ["whole"] = Content!.DeepClone() });
        if (!kind.OfOnePerson)
            _whole = whole;
        return whole;
    }

    /// <summary>The board as JSON; one that grows is written whole only when somebody needs it whole.</summary>
    private JsonObject? Content => _board is null ? null : _content ?? BoardRoom.Json(_board);

    private static byte[] Message(JsonObject content) =>
        FloorConnection.Protocol.GetMessageBytes(new InvocationMessage("Board", [new RawJson(content.ToJsonString(JournalJson.Options))])).ToArray();
}
