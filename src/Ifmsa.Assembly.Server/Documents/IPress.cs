using System.Text.Json;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>Turns a template and its data into a PDF.</summary>
public interface IPress
{
    /// <summary>"ok", or one sentence that says why no PDF can be made at present.</summary>
    string Health { get; }

    /// <summary>The organisation's own templates that do not compile, in whose place those shipped are used; of each the last fault found.</summary>
    IReadOnlyCollection<TemplateFault> TemplateFaults => [];

    /// <summary>
    /// Renders <paramref name="template"/> with <paramref name="data"/>, a record of this namespace (written in camelCase, absent
    /// parts left out) or a <see cref="JsonElement"/>. Any thread; papers are printed one after the other.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the paper may be finished and thrown away.</exception>
    Task<Print> RenderAsync(Template template, object data, CancellationToken cancellation);
}

/// <summary>A Typst file under the templates folder, without its ending, and the PDF standard it has to meet.</summary>
public sealed record Template(string Name, string Standard = "a-2a")
{
    /// <summary>Whether it is not printed at all where a sign is in no font; on any other paper the sign's code stands in its place, such as [U+16A0].</summary>
    public bool Exact { get; init; }

    /// <summary>The minutes of a plenary, from a <see cref="MinutesPaper"/>.</summary>
    public static readonly Template Minutes = new("documents/minutes");

    /// <summary>The minutes of all plenaries in one volume, from a <see cref="VolumePaper"/>.</summary>
    public static readonly Template Volume = new("documents/volume");

    /// <summary>Decisions and carried-over business at adjournment, from a <see cref="DecisionsPaper"/>.</summary>
    public static readonly Template Decisions = new("documents/decisions");

    /// <summary>The result of a vote, from a <see cref="ResultPaper"/>.</summary>
    public static readonly Template Result = new("documents/result");

    /// <summary>The book of resolutions, from a <see cref="Server.Resolutions.ResolutionsPaper"/>.</summary>
    public static readonly Template Resolutions = new("documents/resolutions");

    /// <summary>The bylaws with adopted changes, from a <see cref="Server.Resolutions.BylawsPaper"/>.</summary>
    public static readonly Template Bylaws = new("documents/bylaws");

    /// <summary>Certificates, a page each, from a <see cref="CertificatePaper"/>.</summary>
    public static readonly Template Certificate = new("documents/certificate") { Exact = true };

    /// <summary>Badges, from a <see cref="BadgeSheet"/>.</summary>
    public static readonly Template Badges = new("documents/badges");

    /// <summary>Voting cards and placards, from a <see cref="CardSheet"/>.</summary>
    public static readonly Template Cards = new("documents/cards");

    /// <summary>Roll-call sheets, from a <see cref="RollSheet"/>.</summary>
    public static readonly Template Roll = new("documents/roll");

    /// <summary>Paper ballots, from a <see cref="BallotBlock"/>.</summary>
    public static readonly Template Ballots = new("documents/ballots");

    /// <summary>The agenda, from an <see cref="AgendaPaper"/>.</summary>
    public static readonly Template Agenda = new("documents/agenda");

    /// <summary>The order of candidates, from a <see cref="CandidatesPaper"/>.</summary>
    public static readonly Template Candidates = new("documents/candidates");

    /// <summary>Join codes to print and cut out, from a <see cref="CodeSheet"/>.</summary>
    public static readonly Template Codes = new("documents/codes");
}

/// <summary>What came of a paper: the PDF or a failure.</summary>
public abstract record Print
{
    private protected Print()
    {
    }
}

/// <summary>A finished paper.</summary>
public sealed record PrintedPaper(ReadOnlyMemory<byte> Pdf) : Print
{
    /// <summary>What is wrong with the organisation's own template, where the shipped one was used in its place.</summary>
    public string? TemplateFault { get; init; }

    public override string ToString() => $"PrintedPaper of {Pdf.Length} bytes";
}

/// <summary>
/// No paper, and why: a sentence for the log and for who edits templates, with file:line where the fault is in a template. It may
/// quote the data.
/// </summary>
public sealed record PressFailure(PressFault Fault, string Reason) : Print;

/// <summary>Who can mend a failure of the press.</summary>
public enum PressFault
{
    /// <summary>Too many papers are waiting: ask again later.</summary>
    Busy,

    /// <summary>The template does not compile, or the data do not fit it.</summary>
    Template,

    /// <summary>The paper took longer than the limit and was given up.</summary>
    TooSlow,

    /// <summary>The press cannot start or died while printing; <see cref="IPress.Health"/> says more.</summary>
    Down,
}

/// <summary>A template that does not compile.</summary>
/// <param name="Template">Its file below the folder of templates, without its ending.</param>
/// <param name="Reason">One sentence, with file:line.</param>
/// <param name="At">When it was found last.</param>
public sealed record TemplateFault(string Template, string Reason, DateTimeOffset At);
