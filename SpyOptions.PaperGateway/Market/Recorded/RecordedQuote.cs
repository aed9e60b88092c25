namespace SpyOptions.PaperGateway.Market.Recorded;

/// <summary>One row of a recorded session.</summary>
/// <param name="SnapshotAt">When the row was quoted, UTC.</param>
/// <param name="Contract">The option.</param>
/// <param name="Quote">Its quote, with the spot of the row.</param>
internal sealed record RecordedQuote(DateTimeOffset SnapshotAt, ListedContract Contract, MarketQuote Quote);
