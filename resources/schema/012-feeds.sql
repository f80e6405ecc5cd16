-- Feeds that the project follows, and what came in through them.

CREATE TABLE feed (
    id            INTEGER PRIMARY KEY,
    address       TEXT NOT NULL DEFAULT '',   -- empty for one that came from a file and does not say where it lives
    title         TEXT NOT NULL CHECK (title <> ''),
    site          TEXT NOT NULL DEFAULT '',
    folder        TEXT NOT NULL DEFAULT '[]', -- JSON: the names of the folders that it lies in, outermost first
    etag          TEXT NOT NULL DEFAULT '',   -- of the last answer that was read
    last_modified TEXT NOT NULL DEFAULT '',
    refreshed_at  TEXT NOT NULL DEFAULT '',   -- UTC, of the last answer; empty before the first
    problem       TEXT NOT NULL DEFAULT '',   -- why the last refresh brought nothing, in words; empty when it went well
    gone          INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)) -- its server says that it will not come back
) STRICT;
CREATE UNIQUE INDEX feed_address ON feed (address) WHERE address <> '';

CREATE TABLE feed_item (
    id        INTEGER PRIMARY KEY,
    feed_id   INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    item      TEXT NOT NULL CHECK (item <> ''), -- its id in the feed, else its link, else a hash of what it says
    title     TEXT NOT NULL DEFAULT '',
    link      TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',         -- EDTF, date-times in UTC
    summary   TEXT NOT NULL DEFAULT '',
    authors   TEXT NOT NULL DEFAULT '[]',       -- JSON
    state     TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'read', 'kept')),
    source_id INTEGER REFERENCES source ON DELETE SET NULL, -- once it was added as one
    UNIQUE (feed_id, item)
) STRICT;
CREATE INDEX feed_item_state ON feed_item (state, feed_id);
CREATE INDEX feed_item_published ON feed_item (published);
CREATE INDEX feed_item_source ON feed_item (source_id);
