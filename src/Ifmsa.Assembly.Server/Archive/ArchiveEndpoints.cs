using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Http.Features;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>An assembly taken away as one file, and brought from another installation.</summary>
public static class ArchiveEndpoints
{
    /// <summary>Registers what archives are made of.</summary>
    public static IServiceCollection AddArchives(this IServiceCollection services) => services
        .AddSingleton(_ => new ArchiveWriter(ArchiveParts.All))
        .AddSingleton(all => new ArchiveImport(all.GetRequiredService<Store>(), ArchiveParts.All))
        .AddSingleton(all =>
        {
            var temporary = new Temporary(all.GetRequiredService<DataSettings>());
            temporary.Sweep();
            return temporary;
        });

    /// <summary>Maps <c>GET /a/{id}/archive.zip</c> and <c>POST /api/archives</c>, whose body is the file; both for the secretariat.</summary>
    public static void MapArchives(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/a/{id:guid}/archive.zip", WriteAsync);
        routes.MapPost("/api/archives", TakeAsync);
    }

    private static async Task<IResult> WriteAsync(Guid id, HttpContext http, Assemblies assemblies, Store store, ArchiveWriter writer, Temporary temporary, Sentences sentences)
    {
        if (Callers.Of(http) is not { Secretariat: true })
            return AccountEndpoints.NotSecretariat(sentences);
        if (assemblies.Find(new(id)) is not { Charter: not null })
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        // The answer owns the file, which goes when it is closed.
        var file = temporary.Open();
        try
        {
            await Task.Factory.StartNew(() => Write(store, writer, new(id), file, http.RequestAborted), http.RequestAborted, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            file.Position = 0;
            return Results.Stream(file, "application/zip", $"assembly-{id:D}.zip");
        }
        catch (ArchiveFault fault)
        {
            await file.DisposeAsync();
            return Plain.Refuse(sentences, StatusCodes.Status409Conflict, fault.Code, fault.Arguments);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<IResult> TakeAsync(HttpContext http, Assemblies assemblies, ArchiveImport import, Temporary temporary, Sentences sentences)
    {
        if (Callers.Of(http) is not { Secretariat: true })
            return AccountEndpoints.NotSecretariat(sentences);
        if (http.Request.ContentType?.Split(';')[0].Trim() is not ("application/zip" or "application/x-zip-compressed" or "application/octet-stream"))
            return Plain.Refuse(sentences, StatusCodes.Status415UnsupportedMediaType, "archive.no-zip");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ArchiveFormat.Longest + 1;
        await using var file = temporary.Open();
        var buffer = new byte[64 * 1_024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), http.RequestAborted);
            if (file.Length > ArchiveFormat.Longest)
                return Plain.Refuse(sentences, StatusCodes.Status413PayloadTooLarge, "archive.too-long", ArchiveFormat.Longest >> 20);
        }
        try
        {
            var imported = await import.TakeAsync(file, http.RequestAborted);
            assemblies.Admit(new(imported.Manifest.Assembly));
            return Results.Json(new { imported.Manifest.Assembly, imported.Manifest.Name, imported.Manifest.Facts, imported.Manifest.Head, imported.New }, JournalJson.Options);
        }
        catch (ArchiveFault fault)
        {
            return Plain.Refuse(sentences, fault.Judged ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest, fault.Code, fault.Arguments);
        }
    }

    private static void Write(Store store, ArchiveWriter writer, AssemblyId assembly, Stream file, CancellationToken cancellation)
    {
        using var context = store.Context();
        writer.Write(context, assembly, file, cancellation);
    }
}
