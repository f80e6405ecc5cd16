-- Findings of the checks that the author lets stand: the words that they stand on (W3C text quote selector), and why.

CREATE TABLE ignored (
    id       INTEGER PRIMARY KEY,
    brief_id INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    rule     TEXT NOT NULL CHECK (rule <> ''),
    exact    TEXT NOT NULL,
    prefix   TEXT NOT NULL,
    suffix   TEXT NOT NULL,
    reason   TEXT NOT NULL CHECK (reason <> ''),
    at       TEXT NOT NULL
) STRICT;
CREATE INDEX ignored_brief ON ignored (brief_id, at);
