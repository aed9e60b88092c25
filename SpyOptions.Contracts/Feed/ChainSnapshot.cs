namespace SpyOptions.Contracts.Feed;

/// <summary>One expiry of the chain at one moment, conflated.</summary>
public sealed record ChainSnapshot
{
    /// <summary>Symbol of the underlying.</summary>
    public required string Underlying { get; init; }

    /// <summary>The expiry.</summary>
    public required DateOnly Expiry { get; init; }

    /// <summary>Every expiry of the chain, ascending.</summary>
    public required IReadOnlyList<DateOnly> Expiries { get; init; }

    /// <summary>Price of the underlying, USD; null before it is known.</summary>
    public double? Spot { get; init; }

    /// <summary>Forward implied for this expiry, USD; null when undefined.</summary>
    public double? Forward { get; init; }

    /// <summary>Market time, UTC; null before it is known.</summary>
    public DateTimeOffset? MarketAt { get; init; }

    /// <summary>When the snapshot was taken, UTC.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Strikes, ascending.</summary>
    public required IReadOnlyList<ChainRow> Rows { get; init; }
}
