using System.Runtime.CompilerServices;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>Texts that are kept in files and read by people when they change; UPDATE_GOLDEN=1 rewrites them.</summary>
internal static class Golden
{
    public static void Matches(string file, string actual, [CallerFilePath] string here = "")
    {
        var path = PathOf(file, here);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    public static string[] Lines(string file, [CallerFilePath] string here = "") => File.ReadAllLines(PathOf(file, here));

    private static string PathOf(string file, string here) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", file));
}
