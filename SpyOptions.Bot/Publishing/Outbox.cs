using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Publishing;

/// <summary>
/// Takes signals from detection and writes them to the file before anything is sent. What is in the file survives the process; what is
/// refused, because the file or the queue is full, is counted and logged one by one.
/// </summary>
internal sealed class Outbox : BackgroundService, ISignalSink, IOutboxStatus
{
    private const int AppendMax = 500;
    private readonly PublishingOptions _options;
    private readonly TimeProvider _time;
    private readonly PublishingMetrics _metrics;
    private readonly ILogger<Outbox> _logger;
    private readonly Channel<Signal> _queue;
    private readonly Channel<bool> _appended = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<Signal> _batch = [];
    private volatile OutboxStore? _store;
    private volatile string? _failure;
    private volatile string? _sendFailure;
    private int _stored;
    private long _oldestTicks;

    /// <summary>Makes the outbox; the file is opened when the host starts.</summary>
    public Outbox(IOptions<PublishingOptions> options, TimeProvider time, PublishingMetrics metrics, ILogger<Outbox> logger)
    {
        _options = options.Value;
        _time = time;
        _metrics = metrics;
        _logger = logger;
        _queue = Channel.CreateBounded<Signal>(new BoundedChannelOptions(_options.QueueMax) { SingleReader = true });
    }

    /// <inheritdoc />
    public int Depth => Volatile.Read(ref _stored) + _queue.Reader.Count;

    /// <inheritdoc />
    public DateTimeOffset? OldestAt => Volatile.Read(ref _oldestTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <inheritdoc />
    public string? Failure => _failure ?? _sendFailure;

    /// <summary>The file; null while it is not open.</summary>
    public OutboxStore? Store => _store;

    /// <summary>Tells whether signals may have been appended since the last read.</summary>
    public ChannelReader<bool> Appended => _appended.Reader;

    /// <summary>What keeps the sender from being believed, in words; null when nothing does.</summary>
    public void SetSendFailure(string? failure) => _sendFailure = failure;

    /// <inheritdoc />
    public void Emit(Signal signal)
    {
        if (!_queue.Writer.TryWrite(signal))
        {
            Refuse(signal, PublishingMetrics.QueueFull);
        }
    }

    /// <summary>Brings <see cref="Depth"/> and <see cref="OldestAt"/> up to date after rows were removed.</summary>
    public void Recount(int removed)
    {
        Interlocked.Add(ref _stored, -removed);
        Volatile.Write(ref _oldestTicks, _store?.OldestAt()?.UtcTicks ?? 0);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _store?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        TryOpen();
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await base.StopAsync(cancellationToken);

        // What detection handed over before the stop belongs into the file, even if the loop never got to run.
        while (_batch.Count > 0 || Fill())
        {
            if (!TryAppend())
            {
                _batch.ForEach(signal => Refuse(signal, PublishingMetrics.FileFailed));
            }

            _batch.Clear();
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            while (_batch.Count > 0 || Fill())
            {
                if (TryAppend())
                {
                    _batch.Clear();
                }
                else
                {
                    await Task.Delay(_options.RetryMax, _time, stoppingToken);
                }
            }
        }
    }

    private bool Fill()
    {
        while (_batch.Count < AppendMax && _queue.Reader.TryRead(out var signal))
        {
            if (Volatile.Read(ref _stored) + _batch.Count >= _options.OutboxRowsMax)
            {
                Refuse(signal, PublishingMetrics.OutboxFull);
            }
            else if (IsWritable(signal))
            {
                _batch.Add(signal);
            }
            else
            {
                Refuse(signal, PublishingMetrics.Unwritable);
            }
        }

        return _batch.Count > 0;
    }

    private bool TryAppend()
    {
        try
        {
            if (TryOpen() is not { } store)
            {
                return false;
            }

            var added = store.Append(_batch);
            Interlocked.Add(ref _stored, added);
            Interlocked.CompareExchange(ref _oldestTicks, _batch[0].DetectedAt.UtcTicks, 0);
            _failure = null;
            _appended.Writer.TryWrite(true);
            return true;
        }
        catch (SqliteException exception)
        {
            Fail(exception);
            return false;
        }
    }

    private OutboxStore? TryOpen()
    {
        if (_store is not null)
        {
            return _store;
        }

        try
        {
            var store = OutboxStore.Open(_options.OutboxPath);
            Volatile.Write(ref _stored, store.Count());
            Volatile.Write(ref _oldestTicks, store.OldestAt()?.UtcTicks ?? 0);
            _store = store;
            if (_stored > 0)
            {
                _logger.OutboxHolds(_stored);
            }

            _appended.Writer.TryWrite(true);
            return store;
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Fail(exception);
            return null;
        }
    }

    private void Fail(Exception exception)
    {
        _failure = $"the file {_options.OutboxPath} cannot be used: {exception.Message}";
        _logger.OutboxFailed(_options.OutboxPath, exception.Message, _options.RetryMax);
    }

    private void Refuse(Signal signal, string reason)
    {
        _metrics.Refused.Add(reason);
        _logger.SignalRefused(signal.Id, reason, _metrics.Refused.Read(reason));
    }

    private static bool IsWritable(Signal signal)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(signal, ContractsJson.Default.Signal).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
