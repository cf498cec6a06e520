using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ifmsa.Assembly.Server.Journal.Migrations;

/// <summary>The table of members' letters.</summary>
[DbContext(typeof(AssemblyStore))]
[Migration("20261122000000_LettersOfProxies")]
public sealed class LettersOfProxies : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable("letters", table => new
        {
            assembly = table.Column<string>("TEXT"),
            id = table.Column<string>("TEXT"),
            salt = table.Column<byte[]>("BLOB"),
            type = table.Column<string>("TEXT"),
            bytes = table.Column<byte[]>("BLOB"),
        }, constraints: table => table.PrimaryKey("PK_letters", row => new { row.assembly, row.id }));
}
