using Ifmsa.Assembly.Server.Hosting;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>Files in the data folder that only this server's account can read and that are gone when they are closed.</summary>
public sealed class Temporary(DataSettings settings)
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A new empty file to write and read.</summary>
    public FileStream Open()
    {
        var folder = Path.Combine(settings.Folder, "temporary");
        Private.CreateFolder(folder);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return new(Path.Combine(folder, Path.GetRandomFileName()), options);
    }

    /// <summary>Removes what a server that was killed left behind; before any is opened.</summary>
    public void Sweep()
    {
        var folder = Path.Combine(settings.Folder, "temporary");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
