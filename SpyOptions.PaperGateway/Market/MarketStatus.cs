namespace SpyOptions.PaperGateway.Market;

/// <summary>What <c>GET /control/status</c> answers.</summary>
/// <param name="Name">The market.</param>
/// <param name="SessionDate">The session that is shown.</param>
/// <param name="MarketAt">Market time, UTC.</param>
/// <param name="StartsAt">Earliest market time that can be sought.</param>
/// <param name="EndsAt">Latest market time that can be sought.</param>
/// <param name="Speed">Market seconds per second.</param>
/// <param name="IsPaused">Whether market time stands still by request.</param>
/// <param name="Contracts">Number of listed contracts.</param>
internal sealed record MarketStatus(
    string Name, DateOnly SessionDate, DateTimeOffset MarketAt, DateTimeOffset StartsAt, DateTimeOffset EndsAt, double Speed, bool IsPaused, int Contracts)
{
    /// <summary>The status of a market now.</summary>
    /// <param name="market">The market.</param>
    public static MarketStatus Of(IMarket market) =>
        new(market.Name, market.SessionDate, market.Clock.Now, market.Clock.StartsAt, market.Clock.EndsAt, market.Clock.Speed, market.Clock.IsPaused, market.Contracts.Count);
}
