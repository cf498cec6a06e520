using System.Collections;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>A state of the meeting in one line, by content: two states with the same digest say the same.</summary>
internal static class Digest
{
    /// <summary>All of the meeting but the sequence, time, pace and motions' number it has reached, and what can still be undone.</summary>
    public static string Of(Proceedings now) => Sha(Text(now, nameof(Proceedings.Sequence), nameof(Proceedings.At), nameof(Proceedings.LastMotionNumber), nameof(Proceedings.Pace), nameof(Proceedings.ReversibleActs)));

    /// <summary>All of the state, with what can be undone and what each such act changed.</summary>
    public static string OfAll(Proceedings now) => Sha(Text(now) + string.Join('\n', now.ReversibleActs.Values.Select(act =>
        $"{act.Sequence} {act.Kind} {act.At:O} {string.Join(';', act.Changes.Select(change => $"{Part.All.IndexOf(change.Part)} {change.Key} {Json(change.Before)} {Json(change.After)}").Order(StringComparer.Ordinal))}")));

    private static string Text(Proceedings now, params string[] except) => string.Join('\n',
        from property in typeof(Proceedings).GetProperties()
        where property.SetMethod is not null && property.Name != nameof(Proceedings.ReversibleActs) && !except.Contains(property.Name)
        select $"{property.Name}={Json(property.GetValue(now))}");

    private static string Json(object? value) => value switch
    {
        null => "",
        // Dictionaries of ids have no order of their own.
        IDictionary map => string.Join(',', map.Keys.Cast<object>().Select(key => $"{key}:{Json(map[key])}").Order(StringComparer.Ordinal)),
        Ballot ballot => string.Join('|', typeof(Ballot).GetProperties().Where(property => property.SetMethod is not null).Select(property => $"{property.Name}={Json(property.GetValue(ballot))}")),
        Plenary plenary => JsonSerializer.Serialize(plenary with { Signatures = ImmutableDictionary<ParticipantId, Signature>.Empty, QuorumCalls = ImmutableDictionary<MemberId, QuorumCall>.Empty, Warnings = ImmutableDictionary<MemberId, int>.Empty }, JournalJson.Options) + Json(plenary.Signatures) + Json(plenary.QuorumCalls) + Json(plenary.Warnings),
        Rules rules => JsonSerializer.Serialize(rules with { Rights = ImmutableDictionary<MemberStatus, StatusRights>.Empty, Majorities = ImmutableDictionary<string, MajorityRule>.Empty, Decisions = ImmutableDictionary<string, DecisionRule>.Empty, Procedural = ImmutableDictionary<string, ProceduralRule>.Empty, Duties = ImmutableDictionary<Duty, DutyRights>.Empty, Paragraphs = ImmutableDictionary<string, Paragraph>.Empty }, JournalJson.Options)
            + Json(rules.Rights) + Json(rules.Majorities) + Json(rules.Decisions) + Json(rules.Procedural) + Json(rules.Duties) + Json(rules.Paragraphs),
        _ => JsonSerializer.Serialize(value, value.GetType(), JournalJson.Options),
    };

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
