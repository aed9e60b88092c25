using System.IO.Pipelines;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Benchmarks.Tws;

/// <summary>The library's way: a pipe over the socket, and every whole frame of a read decoded in one go.</summary>
internal sealed class PipelineReceiver(Stream stream) : IReplyHandler
{
    /// <summary>As much as the client reads at once.</summary>
    private const int ReadBytes = 64 * 1024;

    private readonly PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadBytes));
    private readonly ReplyDecoder decoder = new();
    private double checksum;

    /// <summary>Something of every tick, so that no decoding can be optimised away.</summary>
    public double Checksum => checksum;

    public WireCounters Counters => decoder.Counters;

    /// <summary>Waits for bytes and decodes every whole frame among them.</summary>
    /// <returns>The number of frames.</returns>
    public long Receive()
    {
        var reading = reader.ReadAsync();
        if (!reading.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("The stream has to be read on the calling thread.");
        }

        var result = reading.Result;
        var buffer = result.Buffer;
        var frames = decoder.DispatchAll(ref buffer, TickStream.ServerVersion, this);
        reader.AdvanceTo(buffer.Start, buffer.End);
        return result.IsCompleted ? throw new IOException("The source ended early.") : frames;
    }

    public void OnTickPrice(in TickPrice tick) => checksum += tick.RequestId + tick.Attributes;

    public void OnTickSize(in TickSize tick) => checksum += tick.RequestId;

    public void OnTickGeneric(in TickGeneric tick) => checksum += tick.Value;

    public void OnTickString(in TickString tick) => checksum += tick.RequestId;

    public void OnTickOptionComputation(in TickOptionComputation tick) => checksum += tick.Delta + tick.UnderlyingPrice;

    public void OnReply(IReply reply) => throw new InvalidOperationException($"The source sends only ticks, not {reply}.");
}
