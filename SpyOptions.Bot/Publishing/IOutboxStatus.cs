namespace SpyOptions.Bot.Publishing;

/// <summary>Tells how far the outbox is behind. The publishing stage implements it; health and the feed report read it.</summary>
internal interface IOutboxStatus
{
    /// <summary>Signals that wait for the API.</summary>
    int Depth { get; }

    /// <summary>When the oldest waiting signal was detected, UTC; null when none waits.</summary>
    DateTimeOffset? OldestAt { get; }

    /// <summary>What keeps the outbox from storing signals, in words; null when it works. A cloud that is away is no such thing: signals wait.</summary>
    string? Failure { get; }
}
