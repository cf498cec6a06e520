using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>The one database: journals, the answers and erasable words beside them, and who may come in.</summary>
public sealed class AssemblyStore(DbContextOptions<AssemblyStore> options) : DbContext(options)
{
    public DbSet<StoredFact> Facts => Set<StoredFact>();
    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();
    public DbSet<StoredMatter> Matters => Set<StoredMatter>();
    public DbSet<StoredLetter> Letters => Set<StoredLetter>();
    public DbSet<StoredSignature> Signatures => Set<StoredSignature>();
    public DbSet<StoredAddress> Addresses => Set<StoredAddress>();
    public DbSet<StoredMail> Mail => Set<StoredMail>();
    public DbSet<StoredAccount> Accounts => Set<StoredAccount>();
    public DbSet<StoredKnownDevice> KnownDevices => Set<StoredKnownDevice>();
    public DbSet<StoredSession> Sessions => Set<StoredSession>();
    public DbSet<StoredCode> Codes => Set<StoredCode>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredFact>().ToTable("facts").HasKey(row => new { row.Assembly, row.Sequence });
        modelBuilder.Entity<StoredAnswer>().ToTable("answers").HasKey(row => new { row.Assembly, row.Device, row.Command });
        modelBuilder.Entity<StoredMatter>().ToTable("matters").HasKey(row => new { row.Assembly, row.Id });
        modelBuilder.Entity<StoredLetter>().ToTable("letters").HasKey(row => new { row.Assembly, row.Id });
        modelBuilder.Entity<StoredSignature>().ToTable("certificate_signatures").HasKey(row => new { row.Assembly, row.Number });
        modelBuilder.Entity<StoredAddress>().ToTable("mail_addresses").HasKey(row => new { row.Assembly, row.Participant });
        modelBuilder.Entity<StoredMail>(mail =>
        {
            mail.ToTable("mail").HasKey(row => row.Id);
            mail.HasIndex(row => new { row.State, row.Due }, "mail_due");
            mail.HasIndex(row => new { row.Assembly, row.Batch }, "mail_batch");
        });
        modelBuilder.Entity<StoredAccount>(accounts =>
        {
            accounts.ToTable("accounts").HasKey(row => row.Id);
            accounts.HasIndex(row => row.NameKey, "accounts_name").IsUnique();
        });
        modelBuilder.Entity<StoredKnownDevice>().ToTable("known_devices").HasKey(row => new { row.Account, row.Token });
        modelBuilder.Entity<StoredSession>(sessions =>
        {
            sessions.ToTable("sessions").HasKey(row => row.Token);
            sessions.HasIndex(row => row.Device, "sessions_device").IsUnique();
            sessions.HasIndex(row => row.Account, "sessions_account");
        });
        modelBuilder.Entity<StoredCode>(codes =>
        {
            codes.ToTable("codes").HasKey(row => row.Scanned);
            codes.HasIndex(row => row.Typed, "codes_typed").IsUnique();
            codes.HasIndex(row => new { row.Assembly, row.Participant }, "codes_seat");
        });
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(Underscored(property.Name));
    }

    private static string Underscored(string name) =>
        string.Concat(name.Select((letter, place) =>
            char.IsUpper(letter) ? (place == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
