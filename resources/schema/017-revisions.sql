-- Kept versions are many and long: they are packed. `packed` is the text's UTF-8: its length in four bytes, the highest first, then a
-- zlib stream; `text` is empty then. Where it is NULL, `text` is the text itself, as it was kept before this step.

ALTER TABLE revision ADD COLUMN packed BLOB;
ALTER TABLE revision ADD COLUMN words INTEGER; -- of the prose; NULL where they were not counted
