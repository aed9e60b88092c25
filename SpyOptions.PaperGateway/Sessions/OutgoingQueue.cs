using System.IO.Pipelines;
using System.Threading.Channels;
using SpyOptions.PaperGateway.Market;
using SpyOptions.Tws.Wire;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>
/// What waits to be sent to one client: messages in order, and behind them the lines whose quotes changed.
/// Messages are never dropped, so a queue that is full of them ends the connection. A line is sent with its newest values,
/// so a slow client gets fewer ticks per line and nothing outdated. Safe from any thread; one writer.
/// </summary>
internal sealed class OutgoingQueue(int messagesMax, GatewayMetrics metrics)
{
    /// <summary>Messages that may wait before the requests of the client do.</summary>
    public const int BacklogMax = 1_000;

    private const int WaveMax = 256;

    private readonly Lock gate = new();
    private readonly Queue<ITwsMessage> messages = new();
    private readonly Queue<MarketDataLine> changedLines = new();
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<bool> room = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Whether a message found no room. The client has lost it and must go.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Adds a message.</summary>
    /// <param name="message">The message; must not change any more.</param>
    /// <returns>False when the queue is full or closed.</returns>
    public bool TryAdd(ITwsMessage message)
    {
        lock (gate)
        {
            if (Overflowed || messages.Count >= messagesMax)
            {
                Overflowed = true;
                wake.Writer.TryComplete();
                return false;
            }

            messages.Enqueue(message);
        }

        return wake.Writer.TryWrite(true);
    }

    /// <summary>Adds a message that may get lost, because a newer one makes up for it.</summary>
    /// <param name="message">The message; must not change any more.</param>
    public void AddIfIdle(ITwsMessage message)
    {
        lock (gate)
        {
            if (messages.Count >= Math.Min(BacklogMax, messagesMax / 2))
            {
                metrics.Conflated(1);
                return;
            }

            messages.Enqueue(message);
        }

        wake.Writer.TryWrite(true);
    }

    /// <summary>Notes that the quote of a line changed.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fields">What changed.</param>
    /// <param name="quote">The whole quote after the change.</param>
    public void Change(MarketDataLine line, QuoteFields fields, in MarketQuote quote)
    {
        lock (gate)
        {
            var overwritten = line.Pending & fields;
            if (overwritten != QuoteFields.None)
            {
                metrics.Conflated(int.PopCount((int)overwritten));
            }

            if (line.Pending == QuoteFields.None)
            {
                changedLines.Enqueue(line);
            }

            line.Pending |= fields;
            line.Quote = quote;
        }

        wake.Writer.TryWrite(true);
    }

    /// <summary>Ends the writer after what waits has been sent.</summary>
    public void Complete() => wake.Writer.TryComplete();

    /// <summary>Waits until the client has taken most of what waited.</summary>
    /// <param name="stop">Ends the wait.</param>
    public async ValueTask WaitForRoomAsync(CancellationToken stop)
    {
        while (CountMessages() > BacklogMax)
        {
            await room.Reader.ReadAsync(stop);
        }
    }

    /// <summary>Sends until the queue is completed or overflows, or the client is gone.</summary>
    /// <param name="output">The way to the client.</param>
    /// <param name="serverVersion">The negotiated version.</param>
    /// <param name="stop">Ends at once.</param>
    public async Task WriteAsync(PipeWriter output, int serverVersion, CancellationToken stop)
    {
        var frames = new FrameWriter(output, serverVersion);
        bool open;
        do
        {
            open = await wake.Reader.WaitToReadAsync(stop);
            wake.Reader.TryRead(out _);
            while (!Overflowed && WriteWave(frames))
            {
                if ((await output.FlushAsync(stop)).IsCompleted)
                {
                    return;
                }
            }
        }
        while (open && !Overflowed);
    }

    private int CountMessages()
    {
        lock (gate)
        {
            return messages.Count;
        }
    }

    private bool WriteWave(FrameWriter frames)
    {
        var replies = 0;
        for (; replies < WaveMax && TryTakeMessage(out var message); replies++)
        {
            frames.Write(message);
        }

        room.Writer.TryWrite(true);
        var lines = 0;
        var ticks = 0;
        for (; lines < WaveMax && TryTakeLine(out var line, out var fields, out var quote); lines++)
        {
            ticks += TickWriter.Write(frames, line, fields, in quote);
        }

        metrics.Sent(replies, ticks);
        return replies + lines > 0;
    }

    private bool TryTakeMessage(out ITwsMessage message)
    {
        lock (gate)
        {
            return messages.TryDequeue(out message!);
        }
    }

    private bool TryTakeLine(out MarketDataLine line, out QuoteFields fields, out MarketQuote quote)
    {
        lock (gate)
        {
            (fields, quote) = (QuoteFields.None, default);
            if (!changedLines.TryDequeue(out line!))
            {
                return false;
            }

            (fields, quote) = (line.Pending, line.Quote);
            line.Pending = QuoteFields.None;
            return true;
        }
    }
}
