using System.Globalization;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>Puts fresh codes on paper: a card for each seat, delegation by delegation.</summary>
public sealed class CodeSheets(IAssemblies assemblies, Sentences sentences, IOptions<PressSettings> press, TimeProvider time)
{
    /// <summary>The data of the sheets.</summary>
    /// <param name="assembly">Whose codes.</param>
    /// <param name="issued">Fresh from <see cref="JoinCodes.IssueAsync"/>; delegations come in the order of their first.</param>
    /// <param name="address">The server's own, such as <c>https://vote.example.org</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CodeSheet> SheetAsync(AssemblyId assembly, IEnumerable<IssuedCode> issued, string address, CancellationToken cancellation)
    {
        var now = assemblies.Find(assembly) ?? throw new InvalidOperationException("There is no such assembly.");
        var charter = now.Charter ?? throw new InvalidOperationException("The assembly has no charter.");
        var words = await PaperWords.ReadAsync(press.Value, charter.Languages[0], cancellation);
        var dated = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(charter.Zone));
        var delegations =
            from code in issued
            let person = now.Participants[code.Participant]
            group (code, person) by person.Member into cards
            let member = cards.Key is { } id ? now.Find(id) : null
            select new DelegationCodes(
                member?.ShortName ?? sentences.Say("code.no-delegation"),
                member?.Country,
                [
                    .. cards.OrderBy(card => card.person.Seat)
                        .Select(card => new Documents.SeatCode(Label(assembly, card.person), card.code.TypedCode.Replace("-", "", StringComparison.Ordinal), Documents.QrCode.Of($"{address}/j#{card.code.QrSecret}"))),
                ]);
        return new()
        {
            Language = words.Language,
            Words = words.Texts,
            Dated = dated,
            Assembly = charter.Name,
            Date = dated.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            Address = new Uri(address).Authority + "/j",
            Delegations = [.. delegations],
        };
    }

    private string Label(AssemblyId assembly, Participant person) =>
        person.Name is { } name && assemblies.Words(assembly, name.Id) is { } known ? known
        : person.Member is null ? sentences.Say("code.no-name")
        : person.Head ? sentences.Say("code.head")
        : sentences.Say("code.seat", person.Seat);
}
