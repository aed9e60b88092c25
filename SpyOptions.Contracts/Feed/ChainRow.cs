namespace SpyOptions.Contracts.Feed;

/// <summary>One strike of a chain snapshot.</summary>
/// <param name="Strike">Strike, USD.</param>
/// <param name="Call">The call; null when not listed or not known.</param>
/// <param name="Put">The put; null when not listed or not known.</param>
public sealed record ChainRow(decimal Strike, ChainCell? Call = null, ChainCell? Put = null);
