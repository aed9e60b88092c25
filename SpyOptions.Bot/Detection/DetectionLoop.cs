using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Telemetry;

namespace SpyOptions.Bot.Detection;

/// <summary>
/// Takes changed quotes from the conflating hand-over, all that wait at once, and steps each expiry that changed exactly once.
/// One thread. A slow step loses no quote: what arrives meanwhile waits conflated.
/// </summary>
internal sealed class DetectionLoop(ChainState chain, QuoteChanges changes, DetectionPipeline pipeline, TimeProvider time, BotMetrics metrics) : BackgroundService
{
    private const QuoteFields Judged = ~(QuoteFields.LastTradedAt | QuoteFields.DataType);
    private readonly Dictionary<DateOnly, ExpiryFrame> _frames = [];
    private readonly Dictionary<DateOnly, OptionQuote> _changed = [];
    private IReadOnlyList<ExpiryChain>? _listing;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the thread that starts the host.
        await Task.Yield();
        while (await changes.WaitAsync(stoppingToken))
        {
            StepWaiting();
        }
    }

    /// <summary>Steps everything that waits now.</summary>
    internal void StepWaiting()
    {
        _changed.Clear();
        while (changes.TryTake(out var change))
        {
            var expiry = change.Option.Contract.Expiry;
            if ((change.Fields & Judged) != 0 && (!_changed.TryGetValue(expiry, out var newest) || change.Quote.ObservedTimestamp >= newest.ObservedTimestamp))
            {
                _changed[expiry] = change.Quote;
            }
        }

        FollowListing();
        foreach (var (expiry, tick) in _changed)
        {
            if (_frames.TryGetValue(expiry, out var frame))
            {
                pipeline.Step(frame, tick);
                metrics.RecordHop(HopLatencies.ObservedDetected, time.GetElapsedTime(tick.ObservedTimestamp));
            }
        }
    }

    private void FollowListing()
    {
        var listing = chain.Expiries;
        if (ReferenceEquals(listing, _listing))
        {
            return;
        }

        _listing = listing;
        foreach (var gone in _frames.Keys.Except(listing.Select(expiry => expiry.Expiry)).ToArray())
        {
            _frames.Remove(gone);
        }

        foreach (var expiry in listing.Where(expiry => !_frames.TryGetValue(expiry.Expiry, out var frame) || !frame.IsOf(expiry)))
        {
            _frames[expiry.Expiry] = new ExpiryFrame(new ChainView(chain, expiry));
        }

        pipeline.Retain(listing.SelectMany(expiry => expiry.Options).Select(option => option.Contract.ConId).ToHashSet());
    }
}
