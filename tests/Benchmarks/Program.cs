using Ifmsa.Assembly.Benchmarks;

// With the name of a floor or a part, this program is that part in a process of its own; without, it measures all.
switch (args)
{
    case ["floor-broadcast", var address]:
        await Floors.BroadcastAsync(address);
        break;
    case ["floor-echo", var address]:
        await Floors.EchoAsync(address);
        break;
    case ["replay", var database, var assembly]:
        Replaying.Report(database, Guid.Parse(assembly));
        break;
    default:
        var scores = new ScoreBoard();
        var wanted = args.Length == 0 ? ["broadcast", "writer", "votes", "replay", "answers", "start", "volume", "page", "certificates"] : args;
        if (wanted.Contains("broadcast", StringComparer.Ordinal))
        {
            await Broadcasting.MeasureAsync(scores, 1_000);
            await Broadcasting.MeasureAsync(scores, 5_000);
        }
        if (wanted.Contains("writer", StringComparer.Ordinal))
            await Writing.MeasureAsync(scores);
        if (wanted.Contains("votes", StringComparer.Ordinal))
            await Voting.MeasureAsync(scores);
        if (wanted.Contains("replay", StringComparer.Ordinal))
            await Replaying.MeasureAsync(scores);
        if (wanted.Contains("answers", StringComparer.Ordinal))
            Answering.Measure(scores);
        if (wanted.Contains("start", StringComparer.Ordinal))
            await Starting.MeasureAsync(scores);
        if (wanted.Contains("volume", StringComparer.Ordinal))
            await Binding.MeasureAsync(scores);
        if (wanted.Contains("page", StringComparer.Ordinal))
            PageWeight.Measure(scores);
        if (wanted.Contains("certificates", StringComparer.Ordinal))
            await Certifying.MeasureAsync(scores);
        scores.PrintTable();
        break;
}
