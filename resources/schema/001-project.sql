-- The project itself, its labels, and the history of actions.

CREATE TABLE project (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    title      TEXT NOT NULL DEFAULT '',
    language   TEXT NOT NULL DEFAULT 'en-GB',  -- BCP 47
    time_zone  TEXT NOT NULL DEFAULT 'UTC',    -- IANA
    created_at TEXT NOT NULL                   -- ISO 8601, UTC
) STRICT;

CREATE TABLE tag (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> '')
) STRICT;

-- A tag on any row: kind is the name of a table.
CREATE TABLE tagging (
    id     INTEGER PRIMARY KEY,
    tag_id INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
    kind   TEXT NOT NULL CHECK (kind IN ('event', 'source', 'excerpt', 'brief', 'indicator')),
    item   INTEGER NOT NULL,
    UNIQUE (tag_id, kind, item)
) STRICT;
CREATE INDEX tagging_item ON tagging (kind, item);

-- One row an action of the user. changeset holds the changes that the action made when it was last
-- done or undone (SQLite session format); taking it back or doing it again applies the inverse.
CREATE TABLE history (
    seq       INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    what      TEXT NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    changeset BLOB NOT NULL
) STRICT;
