using Ifmsa.Assembly.Server.Wording;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>Turns what goes wrong below into a code and a sentence; never a stack trace.</summary>
public static class PlainErrors
{
    /// <summary>Catches what no endpoint answered for.</summary>
    public static IApplicationBuilder UsePlainErrors(this IApplicationBuilder app)
    {
        var sentences = app.ApplicationServices.GetRequiredService<Sentences>();
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Ifmsa.Assembly.Server.Hosting.PlainErrors");
        return app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // Nobody waits for an answer.
            }
            catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
            {
                await Plain.Refuse(sentences, fault.StatusCode, fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? "request.too-long" : "request.unreadable").ExecuteAsync(http);
            }
            catch (Exception fault) when (fault is SqliteException or DbUpdateException && !http.Response.HasStarted)
            {
                HostingLog.StoreFailed(logger, fault.GetType().Name, (fault.GetBaseException() as SqliteException)?.SqliteErrorCode ?? 0);
                await Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "request.not-saved").ExecuteAsync(http);
            }
            catch (Exception fault) when (!http.Response.HasStarted)
            {
                HostingLog.Failed(logger, fault, http.Request.Method);
                await Plain.Refuse(sentences, StatusCodes.Status500InternalServerError, "request.failed").ExecuteAsync(http);
            }
        });
    }
}
