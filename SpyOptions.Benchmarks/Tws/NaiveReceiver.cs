using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.Benchmarks.Tws;

/// <summary>The baseline, as such code is usually written: a reader over the stream, a string per frame, split, parsed field by field.</summary>
internal sealed class NaiveReceiver(Stream stream) : IDisposable
{
    private const int FramesAtOnce = 1000;

    private readonly BinaryReader reader = new(new BufferedStream(stream, 64 * 1024));

    public double Checksum { get; private set; }

    /// <summary>Reads and decodes some frames.</summary>
    /// <returns>The number of frames.</returns>
    public long Receive()
    {
        for (var frame = 0; frame < FramesAtOnce; frame++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(reader.ReadBytes(4));
            var fields = Encoding.UTF8.GetString(reader.ReadBytes(length)).Split('\0');
            switch (fields[0])
            {
                case "1":
                    var price = new TickPrice(Int(fields[2]), Int(fields[3]), Decimal(fields[4]), Decimal(fields[5]), Int(fields[6]));
                    Checksum += price.RequestId + price.Attributes;
                    break;
                case "2":
                    var size = new TickSize(Int(fields[2]), Int(fields[3]), Decimal(fields[4]));
                    Checksum += size.RequestId;
                    break;
                case "21":
                    var greeks = fields.Skip(4).Take(8).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
                    var tick = new TickOptionComputation(
                        Int(fields[1]), Int(fields[2]), Int(fields[3]), greeks[0], greeks[1], greeks[2], greeks[3], greeks[4], greeks[5], greeks[6], greeks[7]);
                    Checksum += tick.Delta + tick.UnderlyingPrice;
                    break;
                default:
                    throw new InvalidOperationException($"The source sends only ticks, not {fields[0]}.");
            }
        }

        return FramesAtOnce;
    }

    public void Dispose() => reader.Dispose();

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
