using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Letters;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Journal;

/// <summary>What was deleted leaves the disk at once, and no vote waits for that.</summary>
public sealed class Emptying_the_log
{
    [Fact]
    public async Task keeps_no_writer_waiting_while_somebody_reads()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var disk = new Disk();
        // Where it waited for readers, it would wait a minute and hold up all writing.
        var settings = new DataSettings { Folder = Path.Combine(disk.Folder, "patient"), LockWaitMilliseconds = 60_000 };
        using var store = Store.Open(settings);
        await new LetterBook(store, TimeProvider.System).KeepAsync(new AssemblyId(Guid.NewGuid()), new("application/pdf", "%PDF-1.7"u8.ToArray()), cancellation);
        await using (var reader = new SqliteConnection($"Data Source={settings.Database};Pooling=False"))
        {
            await reader.OpenAsync(cancellation);
            await using var reading = reader.CreateCommand();
            reading.CommandText = "BEGIN; SELECT count(*) FROM letters";
            Assert.Equal(1L, await reading.ExecuteScalarAsync(cancellation));
            Assert.False(await Task.Run(() => store.EmptyLogAsync(cancellation), cancellation).WaitAsync(TimeSpan.FromSeconds(30), cancellation));
        }
        Assert.True(await store.EmptyLogAsync(cancellation));
    }
}
