-- Briefs, the kept versions of their text, and the matrix of readings against evidence.

CREATE TABLE brief (
    id             INTEGER PRIMARY KEY,
    key            TEXT NOT NULL UNIQUE CHECK (key <> ''),
    title          TEXT NOT NULL CHECK (title <> ''),
    byline         TEXT NOT NULL DEFAULT '',
    dateline       TEXT NOT NULL DEFAULT '',
    language       TEXT NOT NULL DEFAULT 'en-GB',
    scale          TEXT NOT NULL DEFAULT 'icd203' CHECK (scale IN ('icd203', 'phia')),
    template       TEXT NOT NULL DEFAULT 'blank',
    citation_style TEXT NOT NULL DEFAULT 'footnotes' CHECK (citation_style IN ('footnotes', 'endnotes')),
    position       INTEGER NOT NULL DEFAULT 0,
    text           TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE revision (
    id       INTEGER PRIMARY KEY,
    brief_id INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    at       TEXT NOT NULL,
    name     TEXT NOT NULL DEFAULT '',      -- empty for an automatic one
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX revision_brief ON revision (brief_id, at);

-- Analysis of competing hypotheses: how far a piece of evidence fits a reading, -2 (refutes) to 2 (supports).
CREATE TABLE rating (
    id        INTEGER PRIMARY KEY,
    brief_id  INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    reading   TEXT NOT NULL CHECK (reading <> ''),
    event_id  INTEGER REFERENCES event ON DELETE CASCADE,
    source_id INTEGER REFERENCES source ON DELETE CASCADE,
    value     INTEGER NOT NULL CHECK (value BETWEEN -2 AND 2),
    note      TEXT NOT NULL DEFAULT '',
    CHECK ((event_id IS NULL) <> (source_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX rating_cell ON rating (brief_id, reading, coalesce(event_id, 0), coalesce(source_id, 0));

CREATE TRIGGER brief_tagging_removed AFTER DELETE ON brief
BEGIN
    DELETE FROM tagging WHERE kind = 'brief' AND item = old.id;
END;
