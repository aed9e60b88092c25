namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Ticks that a client gets only when it asks for them.</summary>
[Flags]
internal enum GenericTicks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>100: volume of calls or puts.</summary>
    OptionVolume = 1,

    /// <summary>101: open interest of calls or puts.</summary>
    OpenInterest = 2,

    /// <summary>106: implied volatility.</summary>
    ImpliedVolatility = 4,

    /// <summary>221 or 232: mark price.</summary>
    MarkPrice = 8,
}
