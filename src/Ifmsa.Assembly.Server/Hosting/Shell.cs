using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Federation;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Letters;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>What stands around the writer: settings, store, sign-in, pages, and the rules of the wire.</summary>
public static class Shell
{
    /// <summary>A builder with the settings read; null, with every fault said on standard error, where they do not hold.</summary>
    public static WebApplicationBuilder? CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Shell).Assembly.GetName().Name });
        SettingsFiles.AddTo(builder.Configuration, args);
        var faults = new List<string>();
        var settings = Settings.Read(builder.Configuration, faults);
        if (faults.Count > 0)
        {
            faults.ForEach(Console.Error.WriteLine);
            return null;
        }
        builder.Services.AddSingleton(settings);
        builder.Services.AddLogging(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        }));
        // Standard output is for addresses and links.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrel(kestrel => Listening.Configure(kestrel, settings.Listen)).UseUrls([.. ListenSettings.Urls(builder.Configuration["urls"])]);
        return builder;
    }

    /// <summary>Registers the shell; the writer registers <c>IAssemblies</c>, and the press <see cref="PressHealth"/>.</summary>
    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRouting();
        services.AddRazorComponents();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(all => all.GetRequiredService<Settings>().Data);
        services.AddSingleton(all => all.GetRequiredService<Settings>().Listen);
        services.AddSingleton(all => all.GetRequiredService<Settings>().SignIn);
        services.AddSingleton(all => all.GetRequiredService<Settings>().Floor);
        services.AddSingleton(all => all.GetRequiredService<Settings>().Telemetry);
        services.AddSingleton(_ => Sentences.Load());
        services.AddSingleton(_ => WebPages.Load());
        services.AddSingleton(all => Store.Open(all.GetRequiredService<DataSettings>()));
        services.AddSingleton<SqliteJournalStore>();
        services.AddSingleton<IJournalStore>(all => all.GetRequiredService<SqliteJournalStore>());
        services.AddSingleton<Backups>();
        services.AddSingleton<Health>();
        services.TryAddSingleton<PressHealth>(() => "There is no press.");
        services.AddSingleton<Passwords>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<OwnAccountTries>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<EndedAccounts>();
        services.AddSingleton<IPersonalRecords, AccountsOfPeople>();
        services.AddSingleton<ErasedPeople>();
        services.AddSingleton<FirstLink>();
        services.AddSingleton<FirstLinkFile>();
        services.AddSingleton<JoinCodes>();
        services.AddSingleton<LetterBook>();
        services.AddSingleton<Seats>();
        services.AddSingleton<CodeSheets>();
        services.AddSingleton<Joining>();
        services.AddHostedService<Telemetry>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.MaxDepth = 16;
            foreach (var converter in JournalJson.Options.Converters)
                json.SerializerOptions.Converters.Add(converter);
        });
        services.AddDataProtection().SetApplicationName("ifmsa-assembly");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new DataKeys(all.GetRequiredService<DataSettings>())));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "hall";
            cookie.CookieManager = new HostCookies();
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = async context =>
            {
                var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
                var principal = await sessions.FindAsync(context.Principal?.FindFirst(Sessions.TokenClaim)?.Value, context.HttpContext.RequestAborted);
                if (principal is null)
                    context.RejectPrincipal();
                else
                    context.ReplacePrincipal(principal);
            };
        });
        Listening.AddRules(builder);
        return builder;
    }

    /// <summary>Puts the rules of the wire before all endpoints, and maps the shell's own.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSafeHeaders();
        app.UsePlainErrors();
        app.UseHostFiltering();
        app.UseOwnOriginOnly();
        var pages = app.Services.GetRequiredService<WebPages>();
        app.Use(async (http, next) =>
        {
            if (!await pages.TryServeAsync(http))
                await next(http);
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseBearers();
        app.MapGet("/health", (Health health, HttpContext http) => health.ReportAsync(http.RequestAborted));
        app.MapAccounts();
        app.MapJoining();
        app.MapTablet();
        app.MapMembers();
        app.MapLetters();
        app.MapFallback((Sentences sentences) => Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.unknown"));
        return app;
    }
}
