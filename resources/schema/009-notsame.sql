-- Pairs of events that look like the same incident and are not: they are offered no more.

CREATE TABLE not_same (
    id       INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    UNIQUE (event_id, other_id),
    CHECK (event_id < other_id)
) STRICT;
CREATE INDEX not_same_other ON not_same (other_id);
