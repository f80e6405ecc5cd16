-- How a capture was fetched, and what its document says of itself. bytes are kept as `encoding` says: as they are (''), packed
-- ('zlib': the length in four bytes, the highest first, then a zlib stream), or not at all ('text': they are the UTF-8 of
-- text). sha256 is always of the bytes as they came.

ALTER TABLE capture ADD COLUMN encoding TEXT NOT NULL DEFAULT '' CHECK (encoding IN ('', 'zlib', 'text'));
ALTER TABLE capture ADD COLUMN hops TEXT NOT NULL DEFAULT '[]';         -- JSON: [{address, status}], the redirects before address
ALTER TABLE capture ADD COLUMN etag TEXT NOT NULL DEFAULT '';
ALTER TABLE capture ADD COLUMN last_modified TEXT NOT NULL DEFAULT '';  -- as the server wrote it
ALTER TABLE capture ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE capture ADD COLUMN page_count INTEGER;                      -- of a PDF

CREATE INDEX source_address ON source (address) WHERE address <> '';

DROP TRIGGER capture_is_never_altered;
CREATE TRIGGER capture_is_never_altered
BEFORE UPDATE OF id, captured_at, address, status, headers, media_type, bytes, sha256, text, encoding, hops, etag, last_modified, title, page_count ON capture
BEGIN
    SELECT RAISE(ABORT, 'a capture is never altered');
END;
