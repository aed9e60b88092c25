namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>What a client is fed with besides market data lines.</summary>
internal enum FeedKind
{
    /// <summary>Every tick.</summary>
    Ticks,

    /// <summary>Bars of five seconds.</summary>
    Bars,

    /// <summary>Past bars, kept up to date.</summary>
    History,
}
