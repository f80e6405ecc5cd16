-- Words that are right although no dictionary has them: in the whole project, or in one brief.

CREATE TABLE project_word (
    id       INTEGER PRIMARY KEY,
    word     TEXT NOT NULL CHECK (word <> ''),
    brief_id INTEGER REFERENCES brief ON DELETE CASCADE   -- NULL for all briefs
) STRICT;
CREATE UNIQUE INDEX project_word_word ON project_word (word, coalesce(brief_id, 0));
CREATE INDEX project_word_brief ON project_word (brief_id);
