CREATE TABLE acknowledgements (
    episode_id      TEXT PRIMARY KEY,
    acknowledged_at INTEGER NOT NULL,
    acknowledged_by TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX signals_by_expiry ON signals (expiry, sequence);
CREATE INDEX signals_by_con_id ON signals (con_id, sequence);
