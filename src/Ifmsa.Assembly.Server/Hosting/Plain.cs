using System.Text.Json.Serialization;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>How an endpoint says no: a status, a stable code and one plain sentence.</summary>
/// <param name="Code">Stable, such as <c>code.unknown</c>.</param>
/// <param name="Text">One plain sentence.</param>
/// <param name="Article">The article that refuses, where one does.</param>
public sealed record Plain(string Code, string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Article = null)
{
    /// <summary>The refusal as a result.</summary>
    public static IResult Refuse(Sentences sentences, int status, string code, params IEnumerable<object> arguments) =>
        Results.Json(new Plain(code, sentences.Say(code, arguments)), statusCode: status);

    /// <summary>A refusal of the journal's as a result; a full queue or a failing disk is for trying again.</summary>
    public static IResult Refuse(RefusalText refusal) =>
        Results.Json(new Plain(refusal.Code, refusal.Text, refusal.Article),
            statusCode: refusal.Code.StartsWith("floor.", StringComparison.Ordinal) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict);
}
