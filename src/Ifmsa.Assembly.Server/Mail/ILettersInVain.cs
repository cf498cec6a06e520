using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Mail;

/// <summary>Knows of letters that are not to go any more, because of what they carry; asked as each is handed over.</summary>
public interface ILettersInVain
{
    /// <summary>Whether somebody's letter of a batch is one.</summary>
    bool IsInVain(AssemblyId assembly, string batch, ParticipantId person);
}
