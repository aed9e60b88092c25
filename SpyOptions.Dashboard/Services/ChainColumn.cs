using SpyOptions.Contracts.Feed;

namespace SpyOptions.Dashboard.Services;

/// <summary>A column of the chain, in the order of the put side.</summary>
public enum ChainColumn
{
    /// <summary>Bid size.</summary>
    BidSize,

    /// <summary>Bid.</summary>
    Bid,

    /// <summary>Ask.</summary>
    Ask,

    /// <summary>Ask size.</summary>
    AskSize,

    /// <summary>Last traded price.</summary>
    Last,

    /// <summary>Implied volatility.</summary>
    ImpliedVolatility,

    /// <summary>Delta.</summary>
    Delta,

    /// <summary>Gamma.</summary>
    Gamma,

    /// <summary>Vega per volatility point.</summary>
    Vega,

    /// <summary>Theta per day.</summary>
    Theta,

    /// <summary>Contracts traded today.</summary>
    Volume,

    /// <summary>Open interest.</summary>
    OpenInterest,
}

/// <summary>Names, numbers and order of the chain's columns.</summary>
internal static class ChainColumns
{
    private const ChainColumn LastOfPrices = ChainColumn.AskSize;

    /// <summary>Every column, in the order of the put side.</summary>
    public static IReadOnlyList<ChainColumn> All { get; } = Enum.GetValues<ChainColumn>();

    /// <summary>The columns in the order of the call side: a mirror, but bid stays left of ask.</summary>
    public static IReadOnlyList<ChainColumn> Mirror(IReadOnlyList<ChainColumn> columns) =>
        [.. columns.Where(column => column > LastOfPrices).Reverse(), .. columns.Where(column => column <= LastOfPrices)];

    /// <summary>Short name for a head cell.</summary>
    public static string Head(ChainColumn column) => column switch
    {
        ChainColumn.BidSize => "Size",
        ChainColumn.AskSize => "Size",
        ChainColumn.ImpliedVolatility => "IV",
        ChainColumn.Volume => "Vol",
        ChainColumn.OpenInterest => "OI",
        _ => column.ToString(),
    };

    /// <summary>The number of a cell; null when not known.</summary>
    public static double? Value(ChainColumn column, ChainCell? cell) => column switch
    {
        ChainColumn.BidSize => (double?)cell?.BidSize,
        ChainColumn.Bid => (double?)cell?.Bid,
        ChainColumn.Ask => (double?)cell?.Ask,
        ChainColumn.AskSize => (double?)cell?.AskSize,
        ChainColumn.Last => (double?)cell?.Last,
        ChainColumn.ImpliedVolatility => cell?.ImpliedVolatility,
        ChainColumn.Delta => cell?.Delta,
        ChainColumn.Gamma => cell?.Gamma,
        ChainColumn.Vega => cell?.VegaPerPoint,
        ChainColumn.Theta => cell?.ThetaPerDay,
        ChainColumn.Volume => cell?.Volume,
        _ => cell?.OpenInterest,
    };

    /// <summary>The number of a cell as it is shown.</summary>
    public static string Text(ChainColumn column, ChainCell? cell) => column switch
    {
        ChainColumn.ImpliedVolatility => Show.Percent(cell?.ImpliedVolatility),
        ChainColumn.Delta => Plain(cell?.Delta, "0.00"),
        ChainColumn.Gamma => Show.Number(cell?.Gamma, "0.000"),
        ChainColumn.Vega => Show.Number(cell?.VegaPerPoint, "0.00"),
        ChainColumn.Theta => Plain(cell?.ThetaPerDay, "0.00"),
        ChainColumn.Volume or ChainColumn.OpenInterest or ChainColumn.BidSize or ChainColumn.AskSize => Show.Number(Value(column, cell), "#,0"),
        _ => Show.Number(Value(column, cell), "0.00"),
    };

    private static string Plain(double? value, string format) => Show.Number(value, format).Replace('-', '−');
}
