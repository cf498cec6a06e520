using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>A participant's fresh code; only the paper it is printed on keeps it.</summary>
/// <param name="Participant">Whose seat.</param>
/// <param name="QrSecret">For the fragment of the QR code's address.</param>
/// <param name="TypedCode">As printed: ABCDE-FGHJK.</param>
public sealed record IssuedCode(ParticipantId Participant, string QrSecret, string TypedCode)
{
    /// <summary>Never the code.</summary>
    public override string ToString() => $"IssuedCode for {Participant}";
}

/// <summary>What a code opens.</summary>
public abstract record CodeLookup
{
    private protected CodeLookup()
    {
    }
}

/// <summary>A seat's code; live, it binds a phone, and otherwise it only files one with the desk.</summary>
public sealed record SeatCode(AssemblyId Assembly, ParticipantId Participant, Life Life, byte[] Scanned) : CodeLookup;

/// <summary>Nobody's code.</summary>
public sealed record NoSuchCode : CodeLookup;

/// <summary>Too many wrong codes were typed lately; QR codes go on working.</summary>
public sealed record TypedTooMany(int Seconds) : CodeLookup;

/// <summary>What a code is good for.</summary>
public enum Life
{
    /// <summary>It binds a phone.</summary>
    Live,

    /// <summary>It has bound one, and says whose badge it is on still.</summary>
    Used,

    /// <summary>It was replaced or ran out.</summary>
    Dead,
}

/// <summary>The codes by which participants join, kept as HMAC-SHA256 under a key in a file of its own.</summary>
public sealed class JoinCodes
{
    private const int AssembliesRemembered = 1_000;
    private readonly byte[] _key;
    private readonly Store _store;
    private readonly SignInSettings _settings;
    private readonly TimeProvider _time;

    // By the assembly whose page the code was typed on; one more for pages that name none.
    private readonly ConcurrentDictionary<AssemblyId, Bucket> _wrong = new();

    public JoinCodes(Store store, DataSettings data, SignInSettings settings, TimeProvider time)
    {
        (_store, _settings, _time) = (store, settings, time);
        _key = Secrets.KeyIn(Path.Combine(data.Folder, "codes.key"));
    }

    /// <summary>Makes fresh codes; earlier ones of these seats are dead from then on, whether they bound a phone or not.</summary>
    public async Task<IReadOnlyList<IssuedCode>> IssueAsync(AssemblyId assembly, IReadOnlyCollection<ParticipantId> participants, CancellationToken cancellation)
    {
        var id = assembly.ToString();
        var now = _time.GetUtcNow();
        var issued = participants.Distinct().Select(participant => new IssuedCode(participant, CodeText.NewScanned(), CodeText.NewTyped())).ToArray();
        var seats = issued.Select(code => code.Participant.ToString()).ToArray();
        await _store.WriteAsync(async context =>
        {
            foreach (var some in seats.Chunk(500))
            {
                await context.Codes.Where(row => row.Assembly == id && some.Contains(row.Participant) && row.Replaced == null)
                    .ExecuteUpdateAsync(row => row.SetProperty(code => code.Replaced, Chain.Microseconds(now)), cancellation);
            }
            context.Codes.AddRange(issued.Select(code => new StoredCode
            {
                Assembly = id,
                Participant = code.Participant.ToString(),
                Scanned = Keyed("scanned", code.QrSecret),
                Typed = Keyed("typed", CodeText.Typed(code.TypedCode)!),
                Expires = Chain.Microseconds(now.AddDays(_settings.CodeDays)),
            }));
            return true;
        }, cancellation);
        return issued;
    }

    /// <summary>Finds what a code opens.</summary>
    /// <param name="text">As scanned or typed.</param>
    /// <param name="page">The assembly of the page it was typed on, where it names one that exists.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CodeLookup> FindAsync(string text, AssemblyId? page, CancellationToken cancellation)
    {
        if (CodeText.Scanned(text) is { } secret)
        {
            var scanned = Keyed("scanned", secret);
            return await FindAsync(rows => rows.Where(row => row.Scanned == scanned), cancellation);
        }
        if (CodeText.Typed(text) is not { } code)
            return new NoSuchCode();
        if (_wrong.Count >= AssembliesRemembered)
            _wrong.Clear();
        var wrong = _wrong.GetOrAdd(page ?? default, _ => new Bucket(_settings.WrongCodeBurst, _settings.WrongCodesPerMinute / 60.0, _time));
        // Taken before it is looked up, or a thousand guesses sent at once would all be answered.
        if (!wrong.TryTake())
            return new TypedTooMany(wrong.SecondsToWait());
        var typed = Keyed("typed", code);
        var found = await FindAsync(rows => rows.Where(row => row.Typed == typed), cancellation);
        if (found is SeatCode)
            wrong.GiveBack();
        return found;
    }

    /// <summary>Notes that a code bound a phone; it binds no other.</summary>
    public Task<int> SpendAsync(SeatCode code, CancellationToken cancellation)
    {
        var now = Chain.Microseconds(_time.GetUtcNow());
        return _store.WriteAsync(context => context.Codes.Where(row => row.Scanned == code.Scanned)
            .ExecuteUpdateAsync(row => row.SetProperty(found => found.Bound, now), cancellation), cancellation);
    }

    private async Task<CodeLookup> FindAsync(Func<IQueryable<StoredCode>, IQueryable<StoredCode>> which, CancellationToken cancellation)
    {
        var now = Chain.Microseconds(_time.GetUtcNow());
        await using var context = _store.Context();
        return await which(context.Codes.AsNoTracking()).FirstOrDefaultAsync(cancellation) is { } row
            ? new SeatCode(new(Guid.Parse(row.Assembly)), new(Guid.Parse(row.Participant)),
                row.Replaced is not null || row.Expires <= now ? Life.Dead : row.Bound is null ? Life.Live : Life.Used, row.Scanned)
            : new NoSuchCode();
    }

    private byte[] Keyed(string purpose, string code) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(purpose + ":" + code));
}
