using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>The keys that protect cookies, in <c>keys</c> beside the database; the owner alone may read them.</summary>
public sealed class DataKeys : IXmlRepository
{
    private readonly string _folder;

    public DataKeys(DataSettings settings)
    {
        _folder = Path.Combine(settings.Folder, "keys");
        Private.CreateFolder(_folder);
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. Directory.GetFiles(_folder, "*.xml").Order(StringComparer.Ordinal).Select(file => XElement.Load(file))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        var name = string.Concat(friendlyName.Where(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'));
        var file = Path.Combine(_folder, name + ".xml");
        var partial = file + ".partial";
        File.Delete(partial);
        using (var stream = Private.Create(partial))
        {
            element.Save(stream);
            stream.Flush(flushToDisk: true);
        }
        File.Move(partial, file, overwrite: true);
    }
}
