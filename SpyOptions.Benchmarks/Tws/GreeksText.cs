using System.Globalization;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Benchmarks.Tws;

/// <summary>
/// A <c>tickOptionComputation</c> with numbers as a gateway writes them: mostly 16 or 17 significant digits, as in <c>0.15340000000000001</c>,
/// some short, small ones with an exponent, now and then one that was not computed.
/// </summary>
internal sealed class GreeksText(Random random) : ITwsMessage
{
    public void Write(FieldWriter writer) => writer
        .WriteInt(TickOptionComputation.MessageId)
        .WriteInt(random.Next(TickStream.Lines))
        .WriteInt(TickType.BidComputation + random.Next(4))
        .WriteInt(0)
        .WriteText(Number(0.5, TickOptionComputation.ValueNotComputed))
        .WriteText(Number(1, TickOptionComputation.GreekNotComputed))
        .WriteText(Number(40, TickOptionComputation.ValueNotComputed))
        .WriteText("0.0")
        .WriteText(Number(random.Next(8) == 0 ? 1e-4 : 0.1, TickOptionComputation.GreekNotComputed))
        .WriteText(Number(1, TickOptionComputation.GreekNotComputed))
        .WriteText(Number(-1, TickOptionComputation.GreekNotComputed))
        .WriteText((590 + random.NextDouble()).ToString("F2", CultureInfo.InvariantCulture));

    private string Number(double scale, double notComputed)
    {
        var value = random.NextDouble() * scale;
        return random.Next(20) switch
        {
            0 => notComputed.ToString(CultureInfo.InvariantCulture),
            < 5 => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture),
            < 12 => value.ToString("R", CultureInfo.InvariantCulture),
            _ => value.ToString("G17", CultureInfo.InvariantCulture),
        };
    }
}
