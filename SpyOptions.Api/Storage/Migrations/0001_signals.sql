CREATE TABLE signals (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    episode_id TEXT NOT NULL,
    kind       INTEGER NOT NULL,
    severity   INTEGER NOT NULL,
    con_id     INTEGER NOT NULL,
    expiry     TEXT NOT NULL,
    call_put   INTEGER NOT NULL,
    delta      REAL,
    score      REAL NOT NULL,
    market_at  INTEGER NOT NULL,
    stored_at  INTEGER NOT NULL,
    document   TEXT NOT NULL
);
CREATE INDEX signals_by_episode ON signals (episode_id, sequence);
CREATE INDEX signals_by_stored_at ON signals (stored_at);
