-- Full text. These tables are derived: they follow their originals by triggers and are outside the history.

CREATE VIRTUAL TABLE event_search USING fts5(title, place, summary, content = 'event', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER event_search_added AFTER INSERT ON event
BEGIN
    INSERT INTO event_search (rowid, title, place, summary) VALUES (new.id, new.title, new.place, new.summary);
END;
CREATE TRIGGER event_search_removed AFTER DELETE ON event
BEGIN
    INSERT INTO event_search (event_search, rowid, title, place, summary) VALUES ('delete', old.id, old.title, old.place, old.summary);
END;
CREATE TRIGGER event_search_changed AFTER UPDATE OF title, place, summary ON event
BEGIN
    INSERT INTO event_search (event_search, rowid, title, place, summary) VALUES ('delete', old.id, old.title, old.place, old.summary);
    INSERT INTO event_search (rowid, title, place, summary) VALUES (new.id, new.title, new.place, new.summary);
END;

CREATE VIRTUAL TABLE source_search USING fts5(title, author, publisher, note, content = 'source', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER source_search_added AFTER INSERT ON source
BEGIN
    INSERT INTO source_search (rowid, title, author, publisher, note) VALUES (new.id, new.title, new.author, new.publisher, new.note);
END;
CREATE TRIGGER source_search_removed AFTER DELETE ON source
BEGIN
    INSERT INTO source_search (source_search, rowid, title, author, publisher, note) VALUES ('delete', old.id, old.title, old.author, old.publisher, old.note);
END;
CREATE TRIGGER source_search_changed AFTER UPDATE OF title, author, publisher, note ON source
BEGIN
    INSERT INTO source_search (source_search, rowid, title, author, publisher, note) VALUES ('delete', old.id, old.title, old.author, old.publisher, old.note);
    INSERT INTO source_search (rowid, title, author, publisher, note) VALUES (new.id, new.title, new.author, new.publisher, new.note);
END;

CREATE VIRTUAL TABLE capture_search USING fts5(text, content = 'capture', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER capture_search_added AFTER INSERT ON capture
BEGIN
    INSERT INTO capture_search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER capture_search_removed AFTER DELETE ON capture
BEGIN
    INSERT INTO capture_search (capture_search, rowid, text) VALUES ('delete', old.id, old.text);
END;

CREATE VIRTUAL TABLE excerpt_search USING fts5(exact, speaker, note, content = 'excerpt', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER excerpt_search_added AFTER INSERT ON excerpt
BEGIN
    INSERT INTO excerpt_search (rowid, exact, speaker, note) VALUES (new.id, new.exact, new.speaker, new.note);
END;
CREATE TRIGGER excerpt_search_removed AFTER DELETE ON excerpt
BEGIN
    INSERT INTO excerpt_search (excerpt_search, rowid, exact, speaker, note) VALUES ('delete', old.id, old.exact, old.speaker, old.note);
END;
CREATE TRIGGER excerpt_search_changed AFTER UPDATE OF exact, speaker, note ON excerpt
BEGIN
    INSERT INTO excerpt_search (excerpt_search, rowid, exact, speaker, note) VALUES ('delete', old.id, old.exact, old.speaker, old.note);
    INSERT INTO excerpt_search (rowid, exact, speaker, note) VALUES (new.id, new.exact, new.speaker, new.note);
END;

CREATE VIRTUAL TABLE brief_search USING fts5(title, text, content = 'brief', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER brief_search_added AFTER INSERT ON brief
BEGIN
    INSERT INTO brief_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER brief_search_removed AFTER DELETE ON brief
BEGIN
    INSERT INTO brief_search (brief_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER brief_search_changed AFTER UPDATE OF title, text ON brief
BEGIN
    INSERT INTO brief_search (brief_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO brief_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

-- Rows that were there before.
INSERT INTO event_search (event_search) VALUES ('rebuild');
INSERT INTO source_search (source_search) VALUES ('rebuild');
INSERT INTO capture_search (capture_search) VALUES ('rebuild');
INSERT INTO excerpt_search (excerpt_search) VALUES ('rebuild');
INSERT INTO brief_search (brief_search) VALUES ('rebuild');
