using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ifmsa.Assembly.Server.Journal.Migrations;

/// <summary>The tables of the first release.</summary>
[DbContext(typeof(AssemblyStore))]
[Migration("20250801000000_FirstSchema")]
public sealed class FirstSchema : Migration
{
    private const string Text = "TEXT";
    private const string Whole = "INTEGER";
    private const string Bytes = "BLOB";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("accounts", table => new
        {
            id = table.Column<string>(Text),
            name = table.Column<string>(Text),
            name_key = table.Column<string>(Text),
            password = table.Column<string>(Text),
            assembly = table.Column<string>(Text, nullable: true),
            participant = table.Column<string>(Text, nullable: true),
            created = table.Column<long>(Whole),
            revoked = table.Column<long>(Whole, nullable: true),
            failures = table.Column<int>(Whole),
            locked_until = table.Column<long>(Whole),
        }, constraints: table => table.PrimaryKey("PK_accounts", row => row.id));
        migrationBuilder.CreateTable("answers", table => new
        {
            assembly = table.Column<string>(Text),
            device = table.Column<string>(Text),
            command = table.Column<string>(Text),
            digest = table.Column<byte[]>(Bytes),
            answer = table.Column<byte[]>(Bytes),
        }, constraints: table => table.PrimaryKey("PK_answers", row => new { row.assembly, row.device, row.command }));
        migrationBuilder.CreateTable("codes", table => new
        {
            scanned = table.Column<byte[]>(Bytes),
            assembly = table.Column<string>(Text),
            participant = table.Column<string>(Text),
            typed = table.Column<byte[]>(Bytes),
            expires = table.Column<long>(Whole),
            bound = table.Column<long>(Whole, nullable: true),
            replaced = table.Column<long>(Whole, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_codes", row => row.scanned));
        migrationBuilder.CreateTable("facts", table => new
        {
            assembly = table.Column<string>(Text),
            sequence = table.Column<long>(Whole),
            at = table.Column<long>(Whole),
            kind = table.Column<string>(Text),
            payload = table.Column<byte[]>(Bytes),
            digest = table.Column<byte[]>(Bytes),
            previous = table.Column<byte[]>(Bytes),
            hash = table.Column<byte[]>(Bytes),
        }, constraints: table => table.PrimaryKey("PK_facts", row => new { row.assembly, row.sequence }));
        migrationBuilder.CreateTable("known_devices", table => new
        {
            account = table.Column<string>(Text),
            token = table.Column<byte[]>(Bytes),
            seen = table.Column<long>(Whole),
            failures = table.Column<int>(Whole),
            locked_until = table.Column<long>(Whole),
        }, constraints: table => table.PrimaryKey("PK_known_devices", row => new { row.account, row.token }));
        migrationBuilder.CreateTable("matters", table => new
        {
            assembly = table.Column<string>(Text),
            id = table.Column<string>(Text),
            salt = table.Column<byte[]>(Bytes),
            text = table.Column<string>(Text),
        }, constraints: table => table.PrimaryKey("PK_matters", row => new { row.assembly, row.id }));
        migrationBuilder.CreateTable("sessions", table => new
        {
            token = table.Column<byte[]>(Bytes),
            device = table.Column<string>(Text),
            account = table.Column<string>(Text, nullable: true),
            assembly = table.Column<string>(Text, nullable: true),
            participant = table.Column<string>(Text, nullable: true),
            created = table.Column<long>(Whole),
            expires = table.Column<long>(Whole),
        }, constraints: table => table.PrimaryKey("PK_sessions", row => row.token));
        migrationBuilder.CreateIndex("accounts_name", "accounts", "name_key", unique: true);
        migrationBuilder.CreateIndex("codes_seat", "codes", ["assembly", "participant"]);
        migrationBuilder.CreateIndex("codes_typed", "codes", "typed", unique: true);
        migrationBuilder.CreateIndex("sessions_account", "sessions", "account");
        migrationBuilder.CreateIndex("sessions_device", "sessions", "device", unique: true);
    }
}
