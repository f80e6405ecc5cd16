-- When and why a source was retracted, pairs of sources that are two documents, and captures that follow a merged source.

ALTER TABLE source ADD COLUMN retracted_at TEXT NOT NULL DEFAULT '';   -- EDTF as written
ALTER TABLE source ADD COLUMN retraction_note TEXT NOT NULL DEFAULT '';
CREATE INDEX source_retracted ON source (id) WHERE status = 'retracted';

-- Pairs of sources that look like the same document and are not: they are offered no more.
CREATE TABLE not_same_source (
    id        INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    other_id  INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    UNIQUE (source_id, other_id),
    CHECK (source_id < other_id)
) STRICT;
CREATE INDEX not_same_source_other ON not_same_source (other_id);

CREATE INDEX event_source_excerpt ON event_source (excerpt_id) WHERE excerpt_id IS NOT NULL;

-- Whose capture it is may change: two sources that were the same document become one. All else of it stays. A step that adds
-- columns to capture makes this anew with them.
DROP TRIGGER capture_is_never_altered;
CREATE TRIGGER capture_is_never_altered
BEFORE UPDATE OF id, captured_at, address, status, headers, media_type, bytes, sha256, text ON capture
BEGIN
    SELECT RAISE(ABORT, 'a capture is never altered');
END;
