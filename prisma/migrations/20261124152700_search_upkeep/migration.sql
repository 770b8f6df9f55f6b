-- Making a large article searchable took as long as storing it several times over: each of its inserts cut all of its blocks out of the
-- text. Now it cuts those that it added, and a block that is a line of the text, as nearly all are, is not cut at all.

DROP FUNCTION block_texts(uuid);

-- The texts of a revision's blocks that begin in [first, last]. Its text is cut at its line feeds once and walked through, as where passages
-- are checked: slicing the whole for each of twenty thousand blocks would take minutes.
CREATE FUNCTION block_texts(revision uuid, first integer, last integer) RETURNS TABLE (block_id uuid, text text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  r record;
  b record;
  lines text[];
  line integer := 1;
  line_start integer := 0;
  line_end integer;
  stretch text;
  stretch_start integer;
BEGIN
  -- As many code points as UTF-16 code units: no character of it is two.
  SELECT string_to_array(v."text", E'\n') AS lines, char_length(v."text") = v."length" AS is_plain INTO r
    FROM "revision" v WHERE v."id" = revision;
  lines := r.lines;
  line_end := CASE WHEN r.is_plain THEN char_length(lines[1]) ELSE utf16_length(lines[1]) END;
  FOR b IN
    SELECT o."id", o."start", o."end" FROM "block" o
    WHERE o."revision_id" = revision AND o."start" BETWEEN first AND last ORDER BY o."start"
  LOOP
    WHILE b."start" > line_end LOOP
      line := line + 1;
      line_start := line_end + 1;
      line_end := line_start + CASE WHEN r.is_plain THEN char_length(lines[line]) ELSE utf16_length(lines[line]) END;
    END LOOP;
    stretch := lines[line];
    stretch_start := line_start;
    WHILE b."end" > line_end LOOP
      line := line + 1;
      line_start := line_end + 1;
      line_end := line_start + CASE WHEN r.is_plain THEN char_length(lines[line]) ELSE utf16_length(lines[line]) END;
      stretch := stretch || E'\n' || lines[line];
    END LOOP;
    block_id := b."id";
    text := CASE
      WHEN b."start" = stretch_start AND b."end" = line_end THEN stretch
      ELSE utf16_slice(stretch, b."start" - stretch_start, b."end" - stretch_start)
    END;
    RETURN NEXT;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION newest_blocks_are_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- An older text is not looked through any more; it would be found beside its successor, which says the same.
  DELETE FROM "search_entry" WHERE "block_id" IN (
    SELECT b."id"
    FROM (SELECT DISTINCT "revision_id" FROM added) a
    JOIN "revision" newer ON newer."id" = a."revision_id"
    JOIN "revision" r ON r."article_id" = newer."article_id" AND r."number" < newer."number"
    JOIN "block" b ON b."revision_id" = r."id"
  );
  INSERT INTO "search_entry" ("kind", "article_id", "block_id", "text")
    SELECT 'paragraph', r."article_id", t.block_id, t.text
    FROM (SELECT "revision_id", min("start") AS first, max("start") AS last FROM added GROUP BY 1) a
    JOIN "revision" r ON r."id" = a."revision_id"
    CROSS JOIN LATERAL block_texts(r."id", a.first, a.last) t
    WHERE NOT EXISTS (SELECT 1 FROM "revision" newer WHERE newer."article_id" = r."article_id" AND newer."number" > r."number")
    ON CONFLICT ("block_id") DO UPDATE SET "text" = EXCLUDED."text";
  RETURN NULL;
END $$;
