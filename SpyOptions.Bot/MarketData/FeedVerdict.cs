using SpyOptions.Contracts.Feed;

namespace SpyOptions.Bot.MarketData;

/// <summary>What the feed is worth, why, and since when.</summary>
/// <param name="State">The state.</param>
/// <param name="Cause">Its cause.</param>
/// <param name="CauseText">The cause in words.</param>
/// <param name="Since">Since when state and cause hold, UTC.</param>
internal sealed record FeedVerdict(FeedState State, FeedCause Cause, string CauseText, DateTimeOffset Since);
