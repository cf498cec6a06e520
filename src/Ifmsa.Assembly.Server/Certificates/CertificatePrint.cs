using System.Collections.Immutable;
using Ifmsa.Assembly.Server.Documents;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>In what form a run is printed.</summary>
public enum PrintForm
{
    /// <summary>All in one file.</summary>
    Pdf,

    /// <summary>A file for each, in one folder.</summary>
    Zip,
}

/// <summary>How far the printing of a run has come.</summary>
public enum PrintState
{
    /// <summary>Signing, drawing and setting.</summary>
    Printing,

    /// <summary>The file is there.</summary>
    Done,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,

    /// <summary>It could not be printed; the reason says why.</summary>
    Failed,
}

/// <summary>The printing of a run: begun once, watched from anywhere, and thrown away with the server; the run in the journal is what lasts.</summary>
/// <param name="total">How many certificates the run has.</param>
/// <param name="without">Those that had no page when it began; once there are others, it is old.</param>
/// <param name="edited">When the templates were last edited as it began, in ticks; once they are edited again, it is old.</param>
public sealed class CertificatePrint(int total, IReadOnlyList<Unprinted> without, long edited) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _done;
    private ImmutableArray<Unprinted> _unset = [];

    /// <summary>How many pages there are.</summary>
    public int Total { get; } = total - without.Count;

    /// <summary>Those without a page.</summary>
    public IEnumerable<Unprinted> LeftOut => without.Concat(_unset);

    /// <summary>How many are ready.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>How far it has come.</summary>
    public PrintState State { get; private set; }

    /// <summary>Why it failed.</summary>
    public PressFailure? Failure { get; private set; }

    /// <summary>The file, once it is done.</summary>
    public ReadOnlyMemory<byte> File { get; private set; }

    /// <summary>Completes when it is over, however.</summary>
    public Task Over { get; private set; } = Task.CompletedTask;

    /// <summary>Stops it; the same run can be printed again.</summary>
    public void Cancel() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    internal bool IsOf(IReadOnlyList<Unprinted> others, long then) => edited == then && without.SequenceEqual(others);

    internal void Leave(string number) => _unset = _unset.Add(new(number, Certificates.LeftOut.Unset));

    internal void Step() => Interlocked.Increment(ref _done);

    internal void Begin(Func<CancellationToken, Task<(ReadOnlyMemory<byte> File, PressFailure? Failure)>> print) => Over = RunAsync(print);

    private async Task RunAsync(Func<CancellationToken, Task<(ReadOnlyMemory<byte> File, PressFailure? Failure)>> print)
    {
        await Task.Yield();
        try
        {
            (File, Failure) = await print(_stop.Token);
            State = Failure is null ? PrintState.Done : PrintState.Failed;
        }
        catch (OperationCanceledException)
        {
            State = PrintState.Cancelled;
        }
        catch (Exception fault)
        {
            // Nobody awaits it; whoever watches is told.
            (State, Failure) = (PrintState.Failed, new(PressFault.Down, fault is CertificateKeyException ? fault.Message : fault.GetType().Name));
        }
    }
}
