using System.Buffers;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.Tws.Wire;

/// <summary>Decodes what a server sends and hands it on. One decoder serves one connection; it is not thread-safe.</summary>
public sealed class ReplyDecoder
{
    private readonly TextCache texts = new();

    /// <summary>Decodes into counters of one's own.</summary>
    public ReplyDecoder()
        : this(new WireCounters())
    {
    }

    /// <summary>Decodes into given counters.</summary>
    /// <param name="counters">Where tolerated faults are counted.</param>
    public ReplyDecoder(WireCounters counters)
    {
        ArgumentNullException.ThrowIfNull(counters);
        Counters = counters;
    }

    /// <summary>What was tolerated so far.</summary>
    public WireCounters Counters { get; }

    /// <summary>
    /// Decodes every whole frame at the front of a buffer. A message that cannot be decoded is counted and reported to the handler,
    /// and the next one is decoded.
    /// </summary>
    /// <param name="buffer">The unread bytes; moved past the frames that were taken.</param>
    /// <param name="serverVersion">The negotiated version.</param>
    /// <param name="handler">Takes the messages.</param>
    /// <returns>The number of frames taken.</returns>
    /// <exception cref="TwsProtocolException">A frame is too long: the stream cannot be read on.</exception>
    public int DispatchAll(ref ReadOnlySequence<byte> buffer, int serverVersion, IReplyHandler handler)
    {
        var frames = 0;
        try
        {
            while (DispatchContiguous(ref buffer, serverVersion, handler, ref frames) || DispatchSplit(ref buffer, serverVersion, handler, ref frames))
            {
            }
        }
        finally
        {
            Counters.AddFrames(frames);
        }

        return frames;
    }

    /// <summary>Decodes one message and hands it to the handler.</summary>
    /// <param name="payload">The payload of one frame.</param>
    /// <param name="serverVersion">The negotiated version.</param>
    /// <param name="handler">Takes the message.</param>
    /// <exception cref="TwsProtocolException">The message could not be decoded; it was counted.</exception>
    public void Dispatch(ReadOnlySpan<byte> payload, int serverVersion, IReplyHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        try
        {
            Decode(payload, serverVersion, handler);
        }
        catch (TwsProtocolException)
        {
            Counters.AddMalformedMessage();
            throw;
        }
    }

    /// <summary>Takes the frames that lie whole in the first segment, without touching the sequence for each.</summary>
    private bool DispatchContiguous(ref ReadOnlySequence<byte> buffer, int serverVersion, IReplyHandler handler, ref int frames)
    {
        var first = buffer.FirstSpan;
        var rest = first;
        while (FrameReader.TryRead(ref rest, out var payload))
        {
            frames++;
            DispatchOrReport(payload, serverVersion, handler);
        }

        var used = first.Length - rest.Length;
        buffer = buffer.Slice(used);
        return used > 0;
    }

    /// <summary>Takes one frame that spans segments.</summary>
    private bool DispatchSplit(ref ReadOnlySequence<byte> buffer, int serverVersion, IReplyHandler handler, ref int frames)
    {
        if (!FrameReader.TryRead(ref buffer, out var payload))
        {
            return false;
        }

        frames++;
        var length = (int)payload.Length;
        var copy = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            payload.CopyTo(copy);
            DispatchOrReport(copy.AsSpan(0, length), serverVersion, handler);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }

        return true;
    }

    private void DispatchOrReport(ReadOnlySpan<byte> payload, int serverVersion, IReplyHandler handler)
    {
        try
        {
            Decode(payload, serverVersion, handler);
        }
        catch (TwsProtocolException error)
        {
            Counters.AddMalformedMessage();
            handler.OnMalformed(error);
        }
    }

    private void Decode(ReadOnlySpan<byte> payload, int serverVersion, IReplyHandler handler)
    {
        var reader = new FieldReader(payload, serverVersion, texts);
        var messageId = reader.ReadMessageId();
        switch (messageId)
        {
            case TickPrice.MessageId:
                var price = TickPrice.Read(ref reader);
                CountSurplus(in reader);
                handler.OnTickPrice(in price);
                break;
            case TickSize.MessageId:
                var size = TickSize.Read(ref reader);
                CountSurplus(in reader);
                handler.OnTickSize(in size);
                break;
            case TickOptionComputation.MessageId:
                var computation = TickOptionComputation.Read(ref reader);
                CountSurplus(in reader);
                handler.OnTickOptionComputation(in computation);
                break;
            case TickGeneric.MessageId:
                var number = TickGeneric.Read(ref reader);
                CountSurplus(in reader);
                handler.OnTickGeneric(in number);
                break;
            case TickString.MessageId:
                var text = TickString.Read(ref reader);
                CountSurplus(in reader);
                handler.OnTickString(in text);
                break;
            default:
                DecodeRecord(messageId, ref reader, handler);
                break;
        }
    }

    private void DecodeRecord(int messageId, ref FieldReader reader, IReplyHandler handler)
    {
        if (messageId == ReplyTable.CompletedOrder)
        {
            Counters.AddSkippedMessage();
        }
        else if (ReplyTable.Read(messageId, ref reader) is { } reply)
        {
            CountSurplus(in reader);
            handler.OnReply(reply);
        }
        else
        {
            Counters.AddUnknownMessage();
        }
    }

    private void CountSurplus(in FieldReader reader)
    {
        if (!reader.AtEnd)
        {
            Counters.AddSurplusFields(reader.Remaining);
        }
    }
}
