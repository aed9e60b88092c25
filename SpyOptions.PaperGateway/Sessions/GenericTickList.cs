using System.Globalization;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Reads the list of generic ticks of a market data request.</summary>
internal static class GenericTickList
{
    /// <summary>The text that names every legal id, in the words of error 321.</summary>
    public const string LegalText =
        "100(Option Volume),101(Option Open Interest),105(Average Opt Volume),106(impvolat),165(Misc. Stats),221/220(Creditman, Mark Price),"
        + "225(Auction),232/221(Mark Price),233(RTVolume),236(inventory),256(inventory),258/47(Fundamentals),293(TradeCount),"
        + "294(TradeRate),295(VolumeRate),318(LastRTHTrade),375(RTTrdVolume),411(rthistvol),456/59(IBDividends),460(Bond Factor Multiplier),"
        + "586(IPO),587(Pl Price Delayed),588(Futures Open Interest),595(Short-Term Volume X Mins),619(Z-Short)";

    private static readonly HashSet<int> Legal =
        [100, 101, 105, 106, 165, 221, 225, 232, 233, 236, 256, 258, 293, 294, 295, 318, 375, 411, 456, 460, 586, 587, 588, 595, 619];

    /// <summary>Reads a comma-separated list; an entry may be qualified, as in <c>mdoff</c> or <c>292:BRFG</c>.</summary>
    /// <param name="text">The list; may be empty.</param>
    /// <param name="ticks">What the gateway has of it; the rest is legal but never comes.</param>
    /// <param name="illegal">The first illegal entry, or null.</param>
    /// <returns>Whether every entry is legal.</returns>
    public static bool TryParse(string text, out GenericTicks ticks, out string? illegal)
    {
        ticks = GenericTicks.None;
        illegal = null;
        foreach (var entry in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (entry == "mdoff")
            {
                continue;
            }

            var number = entry.Split(':')[0];
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !Legal.Contains(id))
            {
                illegal = entry;
                return false;
            }

            ticks |= id switch
            {
                100 => GenericTicks.OptionVolume,
                101 => GenericTicks.OpenInterest,
                106 => GenericTicks.ImpliedVolatility,
                221 or 232 => GenericTicks.MarkPrice,
                _ => GenericTicks.None,
            };
        }

        return true;
    }
}
