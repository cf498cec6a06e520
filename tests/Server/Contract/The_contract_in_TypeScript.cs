using Ifmsa.Assembly.Server.Contract;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Contract;

public sealed class The_contract_in_TypeScript
{
    [Fact]
    public void is_the_one_the_records_give()
    {
        var (file, written) = (MemoryAssemblies.Root("src/web/src/contract.ts"), TypeScript.Contract());
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, written);
        }
        Assert.True(File.Exists(file) && File.ReadAllText(file) == written, "src/web/src/contract.ts is stale: run the server's tests with UPDATE_GOLDEN=1, and mend what no longer compiles.");
    }
}
