using System.Buffers;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Benchmarks.Tws;

/// <summary>The frames that the source sends over and over: seeded, of the shape of a SPY chain of 100 lines, prices like 3.45 and sizes like 40.</summary>
internal static class TickStream
{
    /// <summary>Prices and sizes in turn. The word is the <see cref="StartApiRequest.OptionalCapabilities"/> that asks for it.</summary>
    public const string Prices = "prices";

    /// <summary>Greeks alone.</summary>
    public const string Greeks = "greeks";

    public const int ServerVersion = 178;

    /// <summary>Frames in one stream.</summary>
    public const int Frames = 20_000;

    /// <summary>Streams that the ticks belong to.</summary>
    public const int Lines = 100;

    private const int Seed = 20261016;

    /// <summary>The frames of one stream, length prefixes included.</summary>
    public static byte[] Encode(string stream)
    {
        var random = new Random(Seed);
        var output = new ArrayBufferWriter<byte>();
        var writer = new FrameWriter(output, ServerVersion);
        for (var frame = 0; frame < Frames; frame++)
        {
            if (stream == Greeks)
            {
                writer.Write(new GreeksText(random));
            }
            else if (frame % 2 == 0)
            {
                writer.Write(new TickPrice(random.Next(Lines), TickType.Bid + random.Next(2), random.Next(1, 4000) / 100m, random.Next(1, 900), 1));
            }
            else
            {
                writer.Write(new TickSize(random.Next(Lines), random.Next(2) == 0 ? TickType.BidSize : TickType.AskSize, random.Next(1, 900)));
            }
        }

        return output.WrittenSpan.ToArray();
    }
}
