namespace SpyOptions.Bot.Publishing;

/// <summary>The outbox of a bot that publishes nothing.</summary>
internal sealed class EmptyOutbox : IOutboxStatus
{
    public int Depth => 0;

    public DateTimeOffset? OldestAt => null;

    public string? Failure => null;
}
