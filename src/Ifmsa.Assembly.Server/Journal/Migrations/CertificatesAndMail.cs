using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ifmsa.Assembly.Server.Journal.Migrations;

/// <summary>The tables of certificates' signatures, of people's e-mail addresses, and of letters to be sent.</summary>
[DbContext(typeof(AssemblyStore))]
[Migration("20261122120000_CertificatesAndMail")]
public sealed class CertificatesAndMail : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("certificate_signatures", table => new
        {
            assembly = table.Column<string>("TEXT"),
            number = table.Column<string>("TEXT"),
            signature = table.Column<byte[]>("BLOB"),
        }, constraints: table => table.PrimaryKey("PK_certificate_signatures", row => new { row.assembly, row.number }));
        migrationBuilder.CreateTable("mail_addresses", table => new
        {
            assembly = table.Column<string>("TEXT"),
            participant = table.Column<string>("TEXT"),
            address = table.Column<string>("TEXT"),
        }, constraints: table => table.PrimaryKey("PK_mail_addresses", row => new { row.assembly, row.participant }));
        migrationBuilder.CreateTable("mail", table => new
        {
            id = table.Column<string>("TEXT"),
            assembly = table.Column<string>("TEXT"),
            batch = table.Column<string>("TEXT"),
            participant = table.Column<string>("TEXT", nullable: true),
            to = table.Column<string>("TEXT"),
            subject = table.Column<string>("TEXT"),
            message = table.Column<byte[]>("BLOB", nullable: true),
            state = table.Column<string>("TEXT"),
            attempts = table.Column<int>("INTEGER"),
            due = table.Column<long>("INTEGER"),
            created = table.Column<long>("INTEGER"),
            ended = table.Column<long>("INTEGER", nullable: true),
            reason = table.Column<string>("TEXT", nullable: true),
        }, constraints: table => table.PrimaryKey("PK_mail", row => row.id));
        migrationBuilder.CreateIndex("mail_due", "mail", ["state", "due"]);
        migrationBuilder.CreateIndex("mail_batch", "mail", ["assembly", "batch"]);
    }
}
