using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Hosting;

namespace Ifmsa.Assembly.Server.Papers;

/// <summary>
/// The codes on badges, by which somebody is found at the door of a session. They are no join codes: they are made with a key of their own, let nobody in, and
/// are the same each time a badge is printed.
/// </summary>
public sealed class AttendanceCodes(DataSettings settings)
{
    private const string Begins = "badge:";
    private readonly Lazy<byte[]> _key = new(() => Secrets.KeyIn(Path.Combine(settings.Folder, "attendance.key")));

    /// <summary>What the QR code of somebody's badge says.</summary>
    public string Of(AssemblyId assembly, ParticipantId person) =>
        Begins + Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"attendance:{assembly}:{person}")).AsSpan(0, 15));

    /// <summary>Whose badge it is; null where it is nobody's of this assembly, or of somebody who was erased.</summary>
    public ParticipantId? Find(Proceedings now, string scanned)
    {
        var text = Encoding.UTF8.GetBytes(scanned.Trim());
        if (text.Length != Begins.Length + 20)
            return null;
        foreach (var person in now.Participants.Values.Where(person => !person.Erased).Select(person => person.Id))
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(now.Id, person)), text))
                return person;
        }
        return null;
    }
}
