-- Data sets that events were imported from, row by row, and actions too large for one changeset.

CREATE TABLE data_set (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL CHECK (name <> ''),
    format      TEXT NOT NULL CHECK (format <> ''),
    mapping     TEXT NOT NULL DEFAULT '{}',  -- JSON: field of an event → column
    columns     TEXT NOT NULL DEFAULT '[]',  -- JSON: names of the columns, where its rows are those of a table
    file        TEXT NOT NULL DEFAULT '',    -- as last imported: name, SHA-256, when
    sha256      TEXT NOT NULL DEFAULT '',
    imported_at TEXT NOT NULL DEFAULT ''
) STRICT;

-- event_id is NULL once the user has removed the event. imported tells, field by field, what the data set said when it was
-- imported last, so that the user's own edits can be told from its changes (app/timeline/import/fingerprint.h).
CREATE TABLE data_row (
    id          INTEGER PRIMARY KEY,
    data_set_id INTEGER NOT NULL REFERENCES data_set ON DELETE CASCADE,
    external_id TEXT NOT NULL CHECK (external_id <> ''),
    event_id    INTEGER REFERENCES event ON DELETE SET NULL,
    raw         TEXT NOT NULL,
    imported    BLOB NOT NULL,
    UNIQUE (data_set_id, external_id)
) STRICT;
CREATE INDEX data_row_event ON data_row (event_id);

-- The columns data_set and data_row of event were never filled. They stay: changesets of earlier actions count them.

-- The changes of an action in the order in which they were made, where history.changeset is empty. A part is a changeset,
-- or, where rows were added only, which rows (app/project/historyparts.h).
CREATE TABLE history_part (
    id      INTEGER PRIMARY KEY,
    seq     INTEGER NOT NULL REFERENCES history ON DELETE CASCADE,
    part    INTEGER NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('changeset', 'added')),
    changes BLOB NOT NULL,
    UNIQUE (seq, part)
) STRICT;
