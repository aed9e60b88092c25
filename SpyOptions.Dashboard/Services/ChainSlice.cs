using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>The part of a chain that is shown, with what the picture needs besides the quotes.</summary>
/// <param name="Rows">Strikes, ascending.</param>
/// <param name="RowsBelowSpot">How many of them lie below the spot.</param>
/// <param name="HeatMax">Largest magnitude of the heat column, two significant digits; 0 when there is none.</param>
/// <param name="Anomalies">Newest open episode per contract of this expiry.</param>
public sealed record ChainSlice(
    IReadOnlyList<ChainRow> Rows, int RowsBelowSpot, double HeatMax, IReadOnlyDictionary<(decimal Strike, OptionRight Right), SignalEpisode> Anomalies)
{
    /// <summary>Cuts a snapshot around its spot.</summary>
    /// <param name="chain">The snapshot.</param>
    /// <param name="choice">How many strikes, and which column colours.</param>
    /// <param name="episodes">The kept episodes, newest first.</param>
    /// <param name="now">Wall time, UTC.</param>
    public static ChainSlice Of(ChainSnapshot chain, ChainChoice choice, IReadOnlyList<SignalEpisode> episodes, DateTimeOffset now)
    {
        var spot = (decimal?)chain.Spot;
        var below = spot is null ? 0 : chain.Rows.Count(row => row.Strike < spot);
        var first = choice.Strikes == 0 || spot is null ? 0 : Math.Max(0, below - choice.Strikes);
        var count = choice.Strikes == 0 || spot is null ? chain.Rows.Count : below - first + choice.Strikes;
        var rows = chain.Rows.Skip(first).Take(count).ToArray();
        return new ChainSlice(rows, below - first, HeatMaxOf(rows, choice.Heat), AnomaliesOf(chain.Expiry, episodes, now));
    }

    private static double HeatMaxOf(ChainRow[] rows, ChainColumn? heat)
    {
        if (heat is not { } column)
        {
            return 0;
        }

        var max = rows.SelectMany(row => new[] { ChainColumns.Value(column, row.Call), ChainColumns.Value(column, row.Put) }).Max(value => Math.Abs(value ?? 0));
        if (max == 0)
        {
            return 0;
        }

        // Rounded up, so that a new largest value does not recolour the whole picture at every beat.
        var step = Math.Pow(10, Math.Floor(Math.Log10(max)) - 1);
        return Math.Ceiling(max / step) * step;
    }

    private static Dictionary<(decimal, OptionRight), SignalEpisode> AnomaliesOf(DateOnly expiry, IReadOnlyList<SignalEpisode> episodes, DateTimeOffset now)
    {
        var anomalies = new Dictionary<(decimal, OptionRight), SignalEpisode>();
        foreach (var episode in episodes.Where(episode => episode.Signal.Contract.Expiry == expiry && !episode.IsExpired(now)))
        {
            anomalies.TryAdd((episode.Signal.Contract.Strike, episode.Signal.Contract.Right), episode);
        }

        return anomalies;
    }
}
