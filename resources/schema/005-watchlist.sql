-- The watch list: what to look for, what each outcome would mean, and how probable it seemed when.

CREATE TABLE indicator (
    id           INTEGER PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE CHECK (key <> ''),
    title        TEXT NOT NULL CHECK (title <> ''),
    question     TEXT NOT NULL DEFAULT '',
    due          TEXT NOT NULL DEFAULT '',  -- EDTF as written; empty when open-ended
    due_earliest INTEGER,
    due_latest   INTEGER,
    threshold    TEXT NOT NULL DEFAULT '',
    note         TEXT NOT NULL DEFAULT '',
    position     INTEGER NOT NULL DEFAULT 0,
    resolved_at  TEXT NOT NULL DEFAULT ''   -- empty while open
) STRICT;

CREATE TABLE indicator_event (
    id           INTEGER PRIMARY KEY,
    indicator_id INTEGER NOT NULL REFERENCES indicator ON DELETE CASCADE,
    event_id     INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    UNIQUE (indicator_id, event_id)
) STRICT;
CREATE INDEX indicator_event_event ON indicator_event (event_id);

CREATE TABLE outcome (
    id           INTEGER PRIMARY KEY,
    indicator_id INTEGER NOT NULL REFERENCES indicator ON DELETE CASCADE,
    label        TEXT NOT NULL CHECK (label <> ''),
    reading      TEXT NOT NULL DEFAULT '',
    position     INTEGER NOT NULL DEFAULT 0,
    occurred     INTEGER NOT NULL DEFAULT 0 CHECK (occurred IN (0, 1)),
    UNIQUE (indicator_id, label)
) STRICT;

CREATE TABLE forecast (
    id          INTEGER PRIMARY KEY,
    outcome_id  INTEGER NOT NULL REFERENCES outcome ON DELETE CASCADE,
    at          TEXT NOT NULL,
    probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
    note        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX forecast_outcome ON forecast (outcome_id, at);

CREATE TABLE observation (
    id           INTEGER PRIMARY KEY,
    indicator_id INTEGER NOT NULL REFERENCES indicator ON DELETE CASCADE,
    at           TEXT NOT NULL,
    note         TEXT NOT NULL CHECK (note <> ''),
    event_id     INTEGER REFERENCES event ON DELETE SET NULL,
    source_id    INTEGER REFERENCES source ON DELETE SET NULL
) STRICT;
CREATE INDEX observation_indicator ON observation (indicator_id, at);

CREATE TRIGGER indicator_tagging_removed AFTER DELETE ON indicator
BEGIN
    DELETE FROM tagging WHERE kind = 'indicator' AND item = old.id;
END;
