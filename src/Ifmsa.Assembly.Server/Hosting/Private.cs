namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>Files and folders that only the server's own account may read.</summary>
public static class Private
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a folder (0700) where there is none.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>Creates a file (0600) that must not exist yet.</summary>
    public static FileStream Create(string file) => Open(file, FileMode.CreateNew);

    /// <summary>Opens a file for this process alone, creating it (0600) where there is none.</summary>
    public static FileStream OpenOrCreate(string file) => Open(file, FileMode.OpenOrCreate);

    private static FileStream Open(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return new(file, options);
    }
}
