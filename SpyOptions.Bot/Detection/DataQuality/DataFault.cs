namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>What can be wrong with a quote.</summary>
internal enum DataFault
{
    /// <summary>Bid above ask.</summary>
    Crossed,

    /// <summary>Bid equal to ask.</summary>
    Locked,

    /// <summary>No bid although an option further out of the money is bid.</summary>
    ZeroBid,

    /// <summary>A spread many times the usual.</summary>
    SpreadBlowOut,

    /// <summary>Silent while the underlying moved and the neighbours followed.</summary>
    Stale,

    /// <summary>A price that no option can have.</summary>
    Impossible,

    /// <summary>The broker's implied volatility does not belong to the quote.</summary>
    CorruptVolatility,
}
