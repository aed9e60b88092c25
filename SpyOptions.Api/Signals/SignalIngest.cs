using SpyOptions.Api.Live;
using SpyOptions.Api.Storage;
using SpyOptions.Api.Telemetry;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Signals;

/// <summary>Takes a valid batch: commits, then hands the new signals to the broadcast in the order of their sequences.</summary>
internal sealed class SignalIngest(SignalStore store, SignalBroadcaster broadcaster, ApiMetrics metrics)
{
    /// <summary>Stores a batch and has it broadcast.</summary>
    public async Task<SignalBatchResult> TakeAsync(SignalBatch batch, CancellationToken cancellationToken)
    {
        var activities = batch.Signals.Select(signal => ApiActivities.Start("signal.store", signal)).ToArray();
        try
        {
            var results = await store.StoreAsync(batch.Signals, Committed, cancellationToken);
            foreach (var _ in results.Where(result => result.Outcome == SignalOutcome.Duplicate))
            {
                metrics.Duplicate();
            }

            return new SignalBatchResult(results);
        }
        finally
        {
            foreach (var activity in activities)
            {
                activity?.Dispose();
            }
        }
    }

    private void Committed(IReadOnlyList<StoredSignal> added)
    {
        foreach (var stored in added)
        {
            metrics.Stored(stored.StoredAt - stored.Signal.PublishedAt);
            broadcaster.Enqueue(stored);
        }
    }
}
