-- Events in lanes, and how they are linked. A date is kept as it was written (EDTF); its four bounds are
-- seconds since 1970-01-01T00:00Z in the proleptic Gregorian calendar, NULL where there is no limit.

CREATE TABLE lane (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE CHECK (key <> ''),
    title     TEXT NOT NULL CHECK (title <> ''),
    position  INTEGER NOT NULL DEFAULT 0,
    colour    INTEGER NOT NULL DEFAULT 0 CHECK (colour BETWEEN 0 AND 7),
    collapsed INTEGER NOT NULL DEFAULT 0 CHECK (collapsed IN (0, 1))
) STRICT;

CREATE TABLE event (
    id              INTEGER PRIMARY KEY,
    key             TEXT NOT NULL UNIQUE CHECK (key <> ''),
    title           TEXT NOT NULL CHECK (title <> ''),
    date            TEXT NOT NULL,
    start_earliest  INTEGER,
    start_latest    INTEGER,
    end_earliest    INTEGER,
    end_latest      INTEGER,
    lane_id         INTEGER REFERENCES lane ON DELETE SET NULL,
    place           TEXT NOT NULL DEFAULT '',
    latitude        REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude       REAL CHECK (longitude BETWEEN -180 AND 180),
    summary         TEXT NOT NULL DEFAULT '',
    certainty       TEXT NOT NULL DEFAULT 'confirmed'
                    CHECK (certainty IN ('confirmed', 'reported', 'disputed', 'retracted')),
    casualties_low  INTEGER CHECK (casualties_low >= 0),
    casualties_best INTEGER CHECK (casualties_best >= 0),
    casualties_high INTEGER CHECK (casualties_high >= 0),
    data_set        TEXT NOT NULL DEFAULT '',
    data_row        TEXT NOT NULL DEFAULT '',
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;
CREATE INDEX event_start ON event (start_earliest);
CREATE INDEX event_lane ON event (lane_id);

CREATE TABLE event_actor (
    id       INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL CHECK (name <> ''),
    UNIQUE (event_id, name)
) STRICT;

CREATE TABLE link (
    id         INTEGER PRIMARY KEY,
    from_event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    to_event   INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('response to', 'precedent of', 'escalates', 'same incident')),
    note       TEXT NOT NULL DEFAULT '',
    UNIQUE (from_event, to_event, kind),
    CHECK (from_event <> to_event)
) STRICT;
CREATE INDEX link_to ON link (to_event);

CREATE TRIGGER event_tagging_removed AFTER DELETE ON event
BEGIN
    DELETE FROM tagging WHERE kind = 'event' AND item = old.id;
END;
