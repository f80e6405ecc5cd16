-- Filters of the timeline that were given a name.

CREATE TABLE saved_filter (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
    query    TEXT NOT NULL,              -- as it is typed: see app/timeline/filterquery.h
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
