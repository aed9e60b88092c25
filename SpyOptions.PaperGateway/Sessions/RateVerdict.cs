namespace SpyOptions.PaperGateway.Sessions;

/// <summary>What becomes of a message after the rate of its client was judged.</summary>
internal enum RateVerdict
{
    /// <summary>It is handled.</summary>
    Accept,

    /// <summary>It is refused without a further notice.</summary>
    Ignore,

    /// <summary>It is refused with error 100.</summary>
    Warn,

    /// <summary>It is refused with error 100, and the connection ends.</summary>
    Disconnect,
}
