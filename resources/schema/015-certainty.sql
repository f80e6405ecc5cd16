-- The same rule of an event's certainty in a form for which SQLite does not make a table of the four words for every event that is
-- written.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (certainty IN (''confirmed'', ''reported'', ''disputed'', ''retracted''))',
    'CHECK (certainty = ''confirmed'' OR certainty = ''reported'' OR certainty = ''disputed'' OR certainty = ''retracted'')')
WHERE type = 'table' AND name = 'event';
PRAGMA writable_schema = RESET;
