using System.Collections.Immutable;
using System.Text.Json;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Federation;

/// <summary>What an assembly needs to be created.</summary>
public sealed record NewAssembly(string Name, DateOnly Starts, DateOnly Ends, string Venue, string Zone, ImmutableArray<string> Languages, string Rulebook);

/// <summary>An assembly as the start page lists it.</summary>
public sealed record AssemblyEntry(AssemblyId Id, string Name, DateOnly Starts, DateOnly Ends, string Venue, bool Published);

/// <summary>Listing and creating assemblies, and the rulebooks they can run by.</summary>
public static class AssemblyEndpoints
{
    /// <summary>Maps them under <c>/api</c>.</summary>
    public static void MapAssemblies(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/assemblies", (Assemblies assemblies) => Results.Json(
            assemblies.All.Select(id => (Id: id, assemblies.Find(id)?.Charter))
                .Where(row => row.Charter is not null)
                .OrderByDescending(row => row.Charter!.Starts)
                .Select(row => new AssemblyEntry(row.Id, row.Charter!.Name, row.Charter.Starts, row.Charter.Ends, row.Charter.Venue, assemblies.Find(row.Id) is { Published.IsEmpty: false })),
            JournalJson.Options));
        routes.MapGet("/api/rulebooks", (Rulebooks rulebooks) => Results.Json(rulebooks.Entries, JournalJson.Options));
        routes.MapPost("/api/assemblies", CreateAsync);
        routes.MapGet("/api/commands.json", () => Results.Json(Contract.Schemas.Commands, JournalJson.Options));
        routes.MapGet("/api/boards.json", () => Results.Json(Contract.Schemas.Boards, JournalJson.Options));
    }

    private static async Task<IResult> CreateAsync(JsonElement asked, HttpContext http, Assemblies assemblies, Rulebooks rulebooks, Sentences sentences)
    {
        if (Callers.Of(http) is not { Secretariat: true } caller)
            return AccountEndpoints.NotSecretariat(sentences);
        NewAssembly? wanted;
        try
        {
            wanted = asked.Deserialize<NewAssembly>(JournalJson.Strict);
        }
        catch (JsonException)
        {
            wanted = null;
        }
        if (wanted is null)
            return Plain.Refuse(sentences, StatusCodes.Status400BadRequest, "assembly.unreadable");
        if (rulebooks.Find(wanted.Rulebook) is not { } rules)
        {
            if (rulebooks.Refused.TryGetValue(wanted.Rulebook, out var fault))
                return Plain.Refuse(sentences, StatusCodes.Status400BadRequest, "assembly.rulebook-faulty", wanted.Rulebook, fault.Place, fault.Text);
            return Plain.Refuse(sentences, StatusCodes.Status400BadRequest, "assembly.rulebook-unknown", [wanted.Rulebook]);
        }
        var id = new AssemblyId(Guid.CreateVersion7());
        var charter = new Charter(wanted.Name, wanted.Starts, wanted.Ends, wanted.Venue, wanted.Zone, wanted.Languages);
        var answer = await assemblies.BeginAsync(id, caller.Credential, new(Guid.NewGuid()), new CreateAssembly(charter, rules), http.RequestAborted);
        return answer.Accepted ? Results.Json(new { Assembly = id }, JournalJson.Options) : Plain.Refuse(answer.Refusal!);
    }
}
