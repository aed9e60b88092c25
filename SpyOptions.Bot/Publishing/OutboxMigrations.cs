namespace SpyOptions.Bot.Publishing;

/// <summary>Schema of the outbox file. A migration is never changed, only added; the file's <c>user_version</c> is the number of the last one run.</summary>
internal static class OutboxMigrations
{
    /// <summary>The migrations; the first is number 1.</summary>
    public static readonly string[] Scripts =
    [
        """
        CREATE TABLE outbox (
            position     INTEGER PRIMARY KEY AUTOINCREMENT,
            id           TEXT    NOT NULL UNIQUE,
            detected_at  INTEGER NOT NULL,
            published_at INTEGER,
            body         TEXT    NOT NULL);
        CREATE TABLE dead_letter (
            position    INTEGER PRIMARY KEY AUTOINCREMENT,
            id          TEXT    NOT NULL,
            detected_at INTEGER NOT NULL,
            moved_at    INTEGER NOT NULL,
            reason      TEXT    NOT NULL,
            body        TEXT    NOT NULL);
        """,
    ];
}
