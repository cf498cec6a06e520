namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>A token bucket on a clock of its own; any thread.</summary>
public sealed class Bucket
{
    private readonly Lock _gate = new();
    private readonly double _capacity;
    private readonly double _perSecond;
    private readonly TimeProvider _time;
    private double _tokens;
    private long _last;

    public Bucket(double capacity, double perSecond, TimeProvider time) =>
        (_capacity, _perSecond, _time, _tokens, _last) = (capacity, perSecond, time, capacity, time.GetTimestamp());

    /// <summary>Takes a token if there is one.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            Fill();
            if (_tokens < 1)
                return false;
            _tokens--;
            return true;
        }
    }

    /// <summary>Gives back a token that was taken without need.</summary>
    public void GiveBack()
    {
        lock (_gate)
            _tokens = Math.Min(_capacity, _tokens + 1);
    }

    /// <summary>Seconds until there is a token, at least 1.</summary>
    public int SecondsToWait()
    {
        lock (_gate)
        {
            Fill();
            return Math.Max(1, (int)Math.Ceiling((1 - _tokens) / _perSecond));
        }
    }

    private void Fill()
    {
        var now = _time.GetTimestamp();
        _tokens = Math.Min(_capacity, _tokens + (_time.GetElapsedTime(_last, now).TotalSeconds * _perSecond));
        _last = now;
    }
}
