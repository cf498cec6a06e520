using System.ComponentModel.DataAnnotations;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>Settings of the press, from the section "Press".</summary>
public sealed record PressSettings
{
    /// <summary>The program that runs the worker: a path, or a name to be found on the PATH. Default: node.</summary>
    [Required]
    public string Node { get; init; } = "node";

    /// <summary>The folder of templates. Default: "templates" beside the program.</summary>
    [Required]
    public string Templates { get; init; } = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>The templates as they were shipped, used where the organisation's own do not compile. Default: "templates-shipped" beside the program.</summary>
    [Required]
    public string Shipped { get; init; } = Path.Combine(AppContext.BaseDirectory, "templates-shipped");

    /// <summary>The folder of the worker and its fonts. Default: "press" beside the program.</summary>
    [Required]
    public string Worker { get; init; } = Path.Combine(AppContext.BaseDirectory, "press");

    /// <summary>How long one paper may take. Default 30 s; 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many papers may wait for the one that is printed. Default 64; 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int Queue { get; init; } = 64;

    /// <summary>How long to wait before a worker that could not start is tried again unasked. Default 30 s; 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When a template was last edited, in ticks: the letterhead, its pictures and the words are edited too.</summary>
    public long EditedAt()
    {
        var folders = new[] { "documents", "wording" }.Select(folder => Path.Combine(Templates, folder)).Where(Directory.Exists);
        return folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Select(file => File.GetLastWriteTimeUtc(file).Ticks).DefaultIfEmpty().Max();
    }
}
