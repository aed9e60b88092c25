using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SpyOptions.Bot.Telemetry;

namespace SpyOptions.Bot.Publishing;

/// <summary>
/// Sends what waits in the outbox, in order, and forgets it once the API has acknowledged it. A failure keeps everything and is tried again
/// for ever; a signal that the API refuses by itself is moved aside, so that the ones behind it go on.
/// </summary>
internal sealed class OutboxPublisher(
    Outbox outbox, SignalSender sender, IOptions<PublishingOptions> options, TimeProvider time, BotMetrics metrics, PublishingMetrics own, ILogger<OutboxPublisher> logger)
    : BackgroundService
{
    private const int PoisonInRowMax = 10;
    private readonly PublishingOptions _options = options.Value;
    private int _batchMax = options.Value.BatchMax;
    private int _failures;
    private int _poisonInRow;
    private bool _keyRefused;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (await outbox.Appended.WaitToReadAsync(stoppingToken))
        {
            outbox.Appended.TryRead(out _);
            while (await SendNextAsync(stoppingToken) is { } wait)
            {
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, time, stoppingToken);
                }
            }
        }
    }

    /// <summary>Sends one batch.</summary>
    /// <returns>How long to wait before the next; null when nothing waits.</returns>
    private async Task<TimeSpan?> SendNextAsync(CancellationToken stop)
    {
        if (outbox.Store is not { } store)
        {
            return null;
        }

        try
        {
            BuryOld(store);
            var rows = store.Peek(_batchMax);
            if (rows.Count == 0)
            {
                _batchMax = _options.BatchMax;
                return null;
            }

            var at = time.GetUtcNow();
            var outcome = await sender.SendAsync([.. rows.Select(row => row.Attempted ? row.Signal : row.Signal with { PublishedAt = at })], stop);
            return Settle(store, rows, outcome, at);
        }
        catch (Exception exception) when (exception is SqliteException or JsonException)
        {
            metrics.Errors.Add(BotErrors.Publishing);
            logger.OutboxFailed(_options.OutboxPath, exception.Message, _options.RetryMax);
            return _options.RetryMax;
        }
    }

    private TimeSpan? Settle(OutboxStore store, IReadOnlyList<OutboxRow> rows, SendOutcome outcome, DateTimeOffset at)
    {
        switch (outcome.Kind)
        {
            case SendOutcomeKind.Acknowledged:
                Acknowledge(store, rows, at);
                return TimeSpan.Zero;
            case SendOutcomeKind.Invalid when rows.Count == 1:
                store.Bury(rows[0].Position, outcome.Detail, at, _options.DeadLettersMax);
                outbox.Recount(1);
                own.Dead.Add(PublishingMetrics.Poison);
                logger.SignalBuried(rows[0].Signal.Id, outcome.Detail);
                return AfterPoison();
            case SendOutcomeKind.Invalid:
                // The API stores a batch whole or not at all: halve until the one to blame stands alone.
                _batchMax = Math.Max(1, rows.Count / 2);
                return TimeSpan.Zero;
            default:
                store.MarkAttempted(rows.Where(row => !row.Attempted), at);
                return Fail(outcome);
        }
    }

    // One bad signal is the signal's fault; one after the other is more likely ours or the API's, and haste would bury everything.
    private TimeSpan AfterPoison()
    {
        if (++_poisonInRow < PoisonInRowMax)
        {
            return TimeSpan.Zero;
        }

        outbox.SetSendFailure("the API refuses every signal");
        return _options.RetryMax;
    }

    private void Acknowledge(OutboxStore store, IReadOnlyList<OutboxRow> rows, DateTimeOffset at)
    {
        store.Remove(rows.Select(row => row.Position));
        outbox.Recount(rows.Count);
        metrics.AddSignalsReceived(rows.Count);
        foreach (var row in rows.Where(row => !row.Attempted))
        {
            metrics.RecordHop(HopLatencies.DetectedPublished, at - row.Signal.DetectedAt);
            metrics.RecordSignalLatency(at - row.Signal.ObservedAt);
        }

        if (_failures > 0)
        {
            logger.SendResumed(_failures, outbox.Depth);
        }

        _failures = 0;
        _poisonInRow = 0;
        _keyRefused = false;
        _batchMax = Math.Min(_options.BatchMax, _batchMax * 2);
        outbox.SetSendFailure(null);
    }

    private TimeSpan Fail(SendOutcome outcome)
    {
        metrics.Errors.Add(BotErrors.Publishing);
        if (outcome.Kind == SendOutcomeKind.KeyRefused)
        {
            if (!_keyRefused)
            {
                logger.KeyRefused(_options.ApiAddress, outcome.Status);
            }

            _keyRefused = true;
            _failures++;
            outbox.SetSendFailure($"the API refuses the key (HTTP {outcome.Status})");
            return _options.RefusedRetry;
        }

        if (_failures == 0)
        {
            logger.SendFailed(_options.ApiAddress, outcome.Detail);
        }

        var wait = TimeSpan.FromTicks(Math.Min(_options.RetryMax.Ticks, _options.RetryMin.Ticks << Math.Min(_failures, 20)));
        _failures++;
        return wait;
    }

    private void BuryOld(OutboxStore store)
    {
        var now = time.GetUtcNow();
        if (outbox.OldestAt is { } oldest && now - oldest > _options.OutboxAgeMax)
        {
            var moved = store.BuryOlder(now - _options.OutboxAgeMax, $"waited longer than {_options.OutboxAgeMax}", now, _options.DeadLettersMax);
            outbox.Recount(moved);
            own.Dead.Add(PublishingMetrics.TooOld, moved);
            logger.SignalsTooOld(moved, _options.OutboxAgeMax);
        }
    }
}
