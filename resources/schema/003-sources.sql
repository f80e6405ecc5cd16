-- Sources, what was archived of them, the passages kept, and what they say of events.

CREATE TABLE source (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE CHECK (key <> ''),
    type        TEXT NOT NULL DEFAULT 'article'
                CHECK (type IN ('article', 'wire', 'statement', 'speech', 'interview', 'post', 'report',
                                'dataset', 'broadcast', 'law', 'page', 'book')),
    title       TEXT NOT NULL CHECK (title <> ''),
    author      TEXT NOT NULL DEFAULT '',
    publisher   TEXT NOT NULL DEFAULT '',
    published   TEXT NOT NULL DEFAULT '',   -- EDTF as written
    address     TEXT NOT NULL DEFAULT '',
    language    TEXT NOT NULL DEFAULT '',
    reliability TEXT NOT NULL DEFAULT 'F' CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
    credibility INTEGER NOT NULL DEFAULT 6 CHECK (credibility BETWEEN 1 AND 6),
    status      TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'retracted')),
    note        TEXT NOT NULL DEFAULT '',
    fields      TEXT NOT NULL DEFAULT '{}'  -- further bibliographic fields, CSL-JSON
) STRICT;

-- The source that a source repeats; a source without a row here is its own origin.
CREATE TABLE origin (
    id         INTEGER PRIMARY KEY,
    source_id  INTEGER NOT NULL UNIQUE REFERENCES source ON DELETE CASCADE,
    repeats_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    CHECK (source_id <> repeats_id)
) STRICT;
CREATE INDEX origin_repeats ON origin (repeats_id);

CREATE TABLE capture (
    id          INTEGER PRIMARY KEY,
    source_id   INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    captured_at TEXT NOT NULL,
    address     TEXT NOT NULL DEFAULT '',
    status      INTEGER,                    -- HTTP status, NULL when not fetched
    headers     TEXT NOT NULL DEFAULT '',
    media_type  TEXT NOT NULL DEFAULT 'text/plain',
    bytes       BLOB NOT NULL,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
    text        TEXT NOT NULL
) STRICT;
CREATE INDEX capture_source ON capture (source_id, captured_at);

CREATE TRIGGER capture_is_never_altered BEFORE UPDATE ON capture
BEGIN
    SELECT RAISE(ABORT, 'a capture is never altered');
END;

-- W3C Web Annotation: text quote selector (exact, prefix, suffix) and text position selector.
CREATE TABLE excerpt (
    id         INTEGER PRIMARY KEY,
    capture_id INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
    exact      TEXT NOT NULL CHECK (exact <> ''),
    prefix     TEXT NOT NULL DEFAULT '',
    suffix     TEXT NOT NULL DEFAULT '',
    start      INTEGER NOT NULL CHECK (start >= 0), -- UTF-16 units into the capture's text
    "end"      INTEGER NOT NULL CHECK ("end" > start),
    speaker    TEXT NOT NULL DEFAULT '',
    note       TEXT NOT NULL DEFAULT '',
    colour     INTEGER NOT NULL DEFAULT 0 CHECK (colour BETWEEN 0 AND 7)
) STRICT;
CREATE INDEX excerpt_capture ON excerpt (capture_id, start);

CREATE TABLE event_source (
    id         INTEGER PRIMARY KEY,
    event_id   INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    source_id  INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    stance     TEXT NOT NULL DEFAULT 'corroborates' CHECK (stance IN ('corroborates', 'disputes')),
    excerpt_id INTEGER REFERENCES excerpt ON DELETE SET NULL,
    UNIQUE (event_id, source_id)
) STRICT;
CREATE INDEX event_source_source ON event_source (source_id);

CREATE TRIGGER source_tagging_removed AFTER DELETE ON source
BEGIN
    DELETE FROM tagging WHERE kind = 'source' AND item = old.id;
END;

CREATE TRIGGER excerpt_tagging_removed AFTER DELETE ON excerpt
BEGIN
    DELETE FROM tagging WHERE kind = 'excerpt' AND item = old.id;
END;
