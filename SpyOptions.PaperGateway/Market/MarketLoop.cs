namespace SpyOptions.PaperGateway.Market;

/// <summary>The one loop that moves the market: it steps it twenty times a second.</summary>
internal sealed class MarketLoop(IMarket market, TimeProvider time, ILogger<MarketLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        MarketLog.Opened(logger, market.Name, market.Contracts.Count, market.Clock.Now, market.Clock.Speed);
        var hasEnded = false;
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                market.Step();
                var isAtEnd = market.Clock.Now >= market.Clock.EndsAt;
                if (isAtEnd && !hasEnded)
                {
                    MarketLog.Ended(logger, market.Name, market.Clock.EndsAt);
                }

                hasEnded = isAtEnd;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
