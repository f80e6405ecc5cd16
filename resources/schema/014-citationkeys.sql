-- How the keys of new sources are made: app/sources/citationkey.h.

ALTER TABLE project ADD COLUMN citation_keys TEXT NOT NULL DEFAULT '{title}';
