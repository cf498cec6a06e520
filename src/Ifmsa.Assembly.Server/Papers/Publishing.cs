using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Mail;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ifmsa.Assembly.Server.Papers;

/// <summary>Adds certificates, letters, badges and the other papers of the meeting to a server.</summary>
public static class Publishing
{
    /// <summary>Registers them; the press is registered apart.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton(all => all.GetRequiredService<Settings>().Mail);
        services.AddSingleton<CertificateKey>();
        services.AddSingleton<CertificateOffice>();
        services.AddSingleton<CertificatePrints>();
        services.AddSingleton<PublicCertificates>();
        services.AddSingleton<AttendanceCodes>();
        services.AddSingleton<PostOffice>();
        services.AddSingleton<IPersonalRecords, LettersToPeople>();
        services.AddSingleton<IPersonalRecords, SignaturesOfPeople>();
        services.AddSingleton<ILettersInVain, LettersWithCertificates>();
        services.AddHostedService<Postman>();
        services.TryAddScoped<HtmlRenderer>();
        return services;
    }

    /// <summary>Maps their endpoints.</summary>
    public static void MapPublishing(this IEndpointRouteBuilder routes)
    {
        routes.MapCertificates();
        PublicCertificates.Map(routes);
        routes.MapMail();
        routes.MapSessions();
        routes.MapMeetingPapers();
    }
}
