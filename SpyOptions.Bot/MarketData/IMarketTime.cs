namespace SpyOptions.Bot.MarketData;

/// <summary>Time as the market tells it. A replay moves it; our own wall clock never stands in for it.</summary>
internal interface IMarketTime
{
    /// <summary>Market time, UTC; null before the broker has told it.</summary>
    DateTimeOffset? Now { get; }

    /// <summary>Whether the exchange's regular session is open; null before the market time is known.</summary>
    bool? SessionOpen { get; }

    /// <summary>End of the session that runs, or of the next one, UTC; null before the market time is known.</summary>
    DateTimeOffset? SessionClosesAt { get; }

    /// <summary>Years from now to the moment an expiry ends; 0 when it has passed, null before the market time is known.</summary>
    double? YearsToExpiry(DateOnly expiry);
}
