namespace SpyOptions.Bot.MarketData;

/// <summary>A contract whose quote changed since the consumer last took it.</summary>
/// <param name="Option">The contract.</param>
/// <param name="Quote">Its newest quote.</param>
/// <param name="Fields">Everything that was touched since the last take.</param>
/// <param name="Overtaken">Ticks since the last take that a newer one overtook.</param>
internal readonly record struct QuoteChange(QuotedOption Option, OptionQuote Quote, QuoteFields Fields, int Overtaken);
