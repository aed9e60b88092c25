using SpyOptions.Contracts.Feed;

namespace SpyOptions.Dashboard.Services;

/// <summary>One change of the feed's state, kept for the history.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="State">The new state.</param>
/// <param name="Cause">Its cause.</param>
/// <param name="CauseText">The cause in words.</param>
public sealed record FeedChange(DateTimeOffset At, FeedState State, FeedCause Cause, string CauseText);
