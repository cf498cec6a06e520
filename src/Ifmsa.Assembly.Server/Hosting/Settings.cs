using System.Globalization;
using System.Reflection;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>Marks a number in the settings with its unit and range.</summary>
/// <param name="unit">What it counts.</param>
/// <param name="from">The smallest sane value.</param>
/// <param name="to">The largest sane value.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string unit, long from, long to) : Attribute
{
    /// <summary>What it counts.</summary>
    public string Unit { get; } = unit;

    /// <summary>The smallest sane value.</summary>
    public long From { get; } = from;

    /// <summary>The largest sane value.</summary>
    public long To { get; } = to;
}

/// <summary>All settings of a server, read once at start.</summary>
public sealed record Settings
{
    public DataSettings Data { get; init; } = new();
    public ListenSettings Listen { get; init; } = new();
    public SignInSettings SignIn { get; init; } = new();
    public FloorSettings Floor { get; init; } = new();
    public TelemetrySettings Telemetry { get; init; } = new();
    public Mail.MailSettings Mail { get; init; } = new();

    /// <summary>Reads every section; each fault is one plain sentence.</summary>
    public static Settings Read(IConfiguration configuration, ICollection<string> faults)
    {
        var settings = new Settings
        {
            Data = Section<DataSettings>(configuration, "Data", faults),
            Listen = Section<ListenSettings>(configuration, "Listen", faults),
            SignIn = Section<SignInSettings>(configuration, "SignIn", faults),
            Floor = Section<FloorSettings>(configuration, "Floor", faults),
            Telemetry = Section<TelemetrySettings>(configuration, "Telemetry", faults),
            Mail = Section<Mail.MailSettings>(configuration, "Mail", faults),
        };
        settings.Listen.Check(configuration["urls"], faults);
        settings.Telemetry.Check(faults);
        settings.Mail.Check(faults);
        if (settings.Data.Folder.Length == 0)
            faults.Add("Data:Folder must name a folder; it is empty.");
        return settings;
    }

    private static T Section<T>(IConfiguration configuration, string name, ICollection<string> faults)
        where T : new()
    {
        var section = configuration.GetSection(name);
        var settings = new T();
        var properties = typeof(T).GetProperties().Where(property => property.CanWrite).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!properties.TryGetValue(child.Key, out var property))
                faults.Add($"{name}:{child.Key} is no setting; there are {string.Join(", ", properties.Keys)}.");
            else if (property.PropertyType == typeof(IReadOnlyList<string>))
                property.SetValue(settings, child.GetChildren().Select(item => item.Value ?? "").ToArray());
            else
                Set(settings, property, $"{name}:{property.Name}", child.Value ?? "", faults);
        }
        return settings;
    }

    private static void Set(object settings, PropertyInfo property, string name, string text, ICollection<string> faults)
    {
        if (property.PropertyType == typeof(string))
        {
            property.SetValue(settings, text.Trim());
        }
        else if (property.PropertyType == typeof(bool))
        {
            if (bool.TryParse(text, out var yes))
                property.SetValue(settings, yes);
            else
                faults.Add($"{name} must be true or false; it is \"{text}\".");
        }
        else
        {
            var mark = property.GetCustomAttribute<SettingAttribute>() ?? throw new InvalidOperationException($"{name} has no range.");
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= mark.From && number <= mark.To)
                property.SetValue(settings, number);
            else
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {mark.From} to {mark.To} ({mark.Unit}); it is \"{text}\"."));
        }
    }
}
