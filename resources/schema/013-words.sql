-- Full text again, by the words that app/base/words.h reads. The function search_words is Redoubt's own, so other programs can
-- read and search a project but not write to these tables; the indexes are filled by Redoubt once they are made.

DROP TRIGGER event_search_added;
DROP TRIGGER event_search_removed;
DROP TRIGGER event_search_changed;
DROP TABLE event_search;
CREATE VIEW event_words AS SELECT id, search_words(title) AS title, search_words(place) AS place, search_words(summary) AS summary FROM event;
CREATE VIRTUAL TABLE event_search USING fts5(title, place, summary, content = 'event_words', content_rowid = 'id', tokenize = 'ascii');
CREATE TRIGGER event_search_added AFTER INSERT ON event
BEGIN
    INSERT INTO event_search (rowid, title, place, summary)
    VALUES (new.id, search_words(new.title), search_words(new.place), search_words(new.summary));
END;
CREATE TRIGGER event_search_removed AFTER DELETE ON event
BEGIN
    INSERT INTO event_search (event_search, rowid, title, place, summary)
    VALUES ('delete', old.id, search_words(old.title), search_words(old.place), search_words(old.summary));
END;
CREATE TRIGGER event_search_changed AFTER UPDATE OF title, place, summary ON event
BEGIN
    INSERT INTO event_search (event_search, rowid, title, place, summary)
    VALUES ('delete', old.id, search_words(old.title), search_words(old.place), search_words(old.summary));
    INSERT INTO event_search (rowid, title, place, summary)
    VALUES (new.id, search_words(new.title), search_words(new.place), search_words(new.summary));
END;

DROP TRIGGER source_search_added;
DROP TRIGGER source_search_removed;
DROP TRIGGER source_search_changed;
DROP TABLE source_search;
CREATE VIEW source_words AS SELECT id, search_words(title) AS title, search_words(author) AS author, search_words(publisher) AS publisher, search_words(note) AS note FROM source;
CREATE VIRTUAL TABLE source_search USING fts5(title, author, publisher, note, content = 'source_words', content_rowid = 'id', tokenize = 'ascii');
CREATE TRIGGER source_search_added AFTER INSERT ON source
BEGIN
    INSERT INTO source_search (rowid, title, author, publisher, note)
    VALUES (new.id, search_words(new.title), search_words(new.author), search_words(new.publisher), search_words(new.note));
END;
CREATE TRIGGER source_search_removed AFTER DELETE ON source
BEGIN
    INSERT INTO source_search (source_search, rowid, title, author, publisher, note)
    VALUES ('delete', old.id, search_words(old.title), search_words(old.author), search_words(old.publisher), search_words(old.note));
END;
CREATE TRIGGER source_search_changed AFTER UPDATE OF title, author, publisher, note ON source
BEGIN
    INSERT INTO source_search (source_search, rowid, title, author, publisher, note)
    VALUES ('delete', old.id, search_words(old.title), search_words(old.author), search_words(old.publisher), search_words(old.note));
    INSERT INTO source_search (rowid, title, author, publisher, note)
    VALUES (new.id, search_words(new.title), search_words(new.author), search_words(new.publisher), search_words(new.note));
END;

DROP TRIGGER capture_search_added;
DROP TRIGGER capture_search_removed;
DROP TABLE capture_search;
CREATE VIEW capture_words AS SELECT id, search_words(text) AS text FROM capture;
CREATE VIRTUAL TABLE capture_search USING fts5(text, content = 'capture_words', content_rowid = 'id', tokenize = 'ascii');
CREATE TRIGGER capture_search_added AFTER INSERT ON capture
BEGIN
    INSERT INTO capture_search (rowid, text)
    VALUES (new.id, search_words(new.text));
END;
CREATE TRIGGER capture_search_removed AFTER DELETE ON capture
BEGIN
    INSERT INTO capture_search (capture_search, rowid, text)
    VALUES ('delete', old.id, search_words(old.text));
END;

DROP TRIGGER excerpt_search_added;
DROP TRIGGER excerpt_search_removed;
DROP TRIGGER excerpt_search_changed;
DROP TABLE excerpt_search;
CREATE VIEW excerpt_words AS SELECT id, search_words(exact) AS exact, search_words(speaker) AS speaker, search_words(note) AS note FROM excerpt;
CREATE VIRTUAL TABLE excerpt_search USING fts5(exact, speaker, note, content = 'excerpt_words', content_rowid = 'id', tokenize = 'ascii');
CREATE TRIGGER excerpt_search_added AFTER INSERT ON excerpt
BEGIN
    INSERT INTO excerpt_search (rowid, exact, speaker, note)
    VALUES (new.id, search_words(new.exact), search_words(new.speaker), search_words(new.note));
END;
CREATE TRIGGER excerpt_search_removed AFTER DELETE ON excerpt
BEGIN
    INSERT INTO excerpt_search (excerpt_search, rowid, exact, speaker, note)
    VALUES ('delete', old.id, search_words(old.exact), search_words(old.speaker), search_words(old.note));
END;
CREATE TRIGGER excerpt_search_changed AFTER UPDATE OF exact, speaker, note ON excerpt
BEGIN
    INSERT INTO excerpt_search (excerpt_search, rowid, exact, speaker, note)
    VALUES ('delete', old.id, search_words(old.exact), search_words(old.speaker), search_words(old.note));
    INSERT INTO excerpt_search (rowid, exact, speaker, note)
    VALUES (new.id, search_words(new.exact), search_words(new.speaker), search_words(new.note));
END;

DROP TRIGGER brief_search_added;
DROP TRIGGER brief_search_removed;
DROP TRIGGER brief_search_changed;
DROP TABLE brief_search;
CREATE VIEW brief_words AS SELECT id, search_words(title) AS title, search_words(text) AS text FROM brief;
CREATE VIRTUAL TABLE brief_search USING fts5(title, text, content = 'brief_words', content_rowid = 'id', tokenize = 'ascii');
CREATE TRIGGER brief_search_added AFTER INSERT ON brief
BEGIN
    INSERT INTO brief_search (rowid, title, text)
    VALUES (new.id, search_words(new.title), search_words(new.text));
END;
CREATE TRIGGER brief_search_removed AFTER DELETE ON brief
BEGIN
    INSERT INTO brief_search (brief_search, rowid, title, text)
    VALUES ('delete', old.id, search_words(old.title), search_words(old.text));
END;
CREATE TRIGGER brief_search_changed AFTER UPDATE OF title, text ON brief
BEGIN
    INSERT INTO brief_search (brief_search, rowid, title, text)
    VALUES ('delete', old.id, search_words(old.title), search_words(old.text));
    INSERT INTO brief_search (rowid, title, text)
    VALUES (new.id, search_words(new.title), search_words(new.text));
END;
