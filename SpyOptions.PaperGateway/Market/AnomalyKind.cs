using System.Text.Json.Serialization;

namespace SpyOptions.PaperGateway.Market;

/// <summary>What was put into a quote on purpose.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnomalyKind>))]
internal enum AnomalyKind
{
    /// <summary>The implied volatility of one contract moved away from the smile.</summary>
    VolatilityBump,

    /// <summary>Far more contracts traded than this minute explains.</summary>
    VolumeBurst,

    /// <summary>The bid above the ask.</summary>
    CrossedQuote,

    /// <summary>A spread many times its usual width.</summary>
    SpreadBlowOut,

    /// <summary>Quotes that stop following the market.</summary>
    StaleQuote,

    /// <summary>No bid where there should be one.</summary>
    ZeroBid,
}
