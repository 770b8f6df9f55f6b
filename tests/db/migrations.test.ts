import { expect, it } from "vitest";
import { beforeMigration } from "../fixtures/migrations";

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** An article of two paragraphs with an annotation and a claim, as the first release stored them. */
const filled = `
  INSERT INTO person (id, display_name) VALUES ('${id(1)}', 'Mina');
  INSERT INTO scheme (id, slug, title, description) VALUES ('${id(2)}', 's', 'S', 'S');
  INSERT INTO framework (id, scheme_id, slug, notation, sign, hue, position, definition) VALUES ('${id(3)}', '${id(2)}', 'du', 'H2', 'Du', 1, 0, 'D');
  INSERT INTO article (id, slug, title, created_by_id) VALUES ('${id(4)}', 'a', 'A', '${id(1)}');
  INSERT INTO byline (id, article_id, position, name, person_id) VALUES ('${id(5)}', '${id(4)}', 0, 'Mina', '${id(1)}');
  INSERT INTO revision (id, article_id, number, text, length, text_hash) VALUES ('${id(6)}', '${id(4)}', 1, E'Two clocks 🕰 run.\\n両国の間で。', 25, 'h');
  INSERT INTO block (id, revision_id, position, kind, number, start, "end") VALUES
    ('${id(7)}', '${id(6)}', 0, 'paragraph', 1, 0, 18), ('${id(8)}', '${id(6)}', 1, 'paragraph', 2, 19, 25);
  INSERT INTO passage (id, revision_id, block_id, start, "end", quote, prefix, suffix) VALUES
    ('${id(9)}', '${id(6)}', '${id(7)}', 4, 13, 'clocks 🕰', 'Two ', ' run.'), ('${id(10)}', '${id(6)}', '${id(8)}', 19, 21, '両国', '', 'の間で。');
  INSERT INTO claim (id, passage_id, number, statement) VALUES ('${id(11)}', '${id(10)}', 1, 'Between the two.');
  BEGIN;
  INSERT INTO annotation (id, article_id, passage_id, person_id, note, request_id) VALUES ('${id(12)}', '${id(4)}', '${id(9)}', '${id(1)}', 'Two.', '${id(13)}');
  INSERT INTO framework_tag (annotation_id, framework_id, stance, position) VALUES ('${id(12)}', '${id(3)}', 'supports', 0);
  COMMIT;`;

it("placements: what was stored before is kept, each passage as its own root", async () => {
  await beforeMigration("20261124141000_placements", async (client, bringUpToDate) => {
    await client.query(filled);
    const rows = async () => ({
      passages: (await client.query(`SELECT id, revision_id, block_id, start, "end", quote, prefix, suffix FROM passage ORDER BY id`)).rows,
      annotations: (
        await client.query("SELECT id, article_id, passage_id, person_id, note, audience, version, request_id, created_at FROM annotation")
      ).rows,
      claims: (await client.query("SELECT * FROM claim")).rows,
      revisions: (await client.query("SELECT * FROM revision")).rows,
    });
    const before = await rows();
    expect(await bringUpToDate()).toContain("20261124141000_placements");
    expect(await rows()).toEqual(before);
    expect((await client.query("SELECT id FROM passage WHERE root_id = id")).rowCount).toBe(2);
    expect((await client.query("SELECT 1 FROM placement")).rowCount).toBe(0);
    expect(await bringUpToDate()).toEqual([]);
  });
});

it("search: what was stored before can be found, in the newest words of each", async () => {
  await beforeMigration("20261124150000_search", async (client, bringUpToDate) => {
    await client.query(filled);
    await client.query(`
      INSERT INTO revision (id, article_id, number, text, length, text_hash) VALUES ('${id(20)}', '${id(4)}', 2, E'Two clocks 🕰 stop.\\n両国の間で。\\nA list\\nof two lines', 46, 'h2');
      INSERT INTO block (id, revision_id, position, kind, number, start, "end") VALUES
        ('${id(21)}', '${id(20)}', 0, 'paragraph', 1, 0, 19), ('${id(22)}', '${id(20)}', 1, 'paragraph', 2, 20, 26),
        ('${id(23)}', '${id(20)}', 2, 'paragraph', 3, 27, 46);
      INSERT INTO external_commenter (id, article_id, position, name) VALUES ('${id(30)}', '${id(4)}', 0, 'Handle');
      INSERT INTO thread (id, article_id, position) VALUES ('${id(31)}', '${id(4)}', 0);
      INSERT INTO comment (id, thread_id, position, commenter_id, text) VALUES ('${id(32)}', '${id(31)}', 0, '${id(30)}', 'Clocks!');`);
    expect(await bringUpToDate()).toContain("20261124150000_search");
    const entries = await client.query(
      `SELECT kind, coalesce(block_id, annotation_id, claim_id, comment_id, article_id) AS id, text FROM search_entry ORDER BY 1, 2`,
    );
    expect(entries.rows).toEqual([
      { kind: "article", id: id(4), text: "A" },
      { kind: "paragraph", id: id(21), text: "Two clocks 🕰 stop." },
      { kind: "paragraph", id: id(22), text: "両国の間で。" },
      { kind: "paragraph", id: id(23), text: "A list\nof two lines" },
      { kind: "note", id: id(12), text: "Two." },
      { kind: "claim", id: id(11), text: "Between the two." },
      { kind: "comment", id: id(32), text: "Clocks!" },
    ]);
    const found = await client.query("SELECT id FROM search_entry WHERE words @@ search_phrase('両国')");
    expect(found.rowCount).toBe(1);
  });
});

it("attributions: whoever was linked to a name is linked by a confirmed attribution", async () => {
  await beforeMigration("20261124182000_attributions", async (client, bringUpToDate) => {
    await client.query(filled);
    await client.query(`
      INSERT INTO byline (id, article_id, position, name) VALUES ('${id(40)}', '${id(4)}', 1, 'Nobody yet');
      INSERT INTO external_commenter (id, article_id, position, name, person_id) VALUES ('${id(41)}', '${id(4)}', 0, 'Handle', '${id(1)}');`);
    const names = async () =>
      (await client.query("SELECT id, person_id FROM byline UNION ALL SELECT id, person_id FROM external_commenter")).rows;
    const before = await names();
    expect(await bringUpToDate()).toContain("20261124182000_attributions");
    expect(await names()).toEqual(before);
    const attributions = await client.query(
      "SELECT byline_id, commenter_id, person_id, state, decided_by_id, decided_at IS NOT NULL AS decided FROM attribution ORDER BY byline_id",
    );
    const linked = { person_id: id(1), state: "confirmed", decided_by_id: null, decided: true };
    expect(attributions.rows).toEqual([
      { ...linked, byline_id: id(5), commenter_id: null },
      { ...linked, byline_id: null, commenter_id: id(41) },
    ]);
  });
});

it("discussion: what was said stays as it was, and can be answered", async () => {
  await beforeMigration("20261124172000_discussion", async (client, bringUpToDate) => {
    await client.query(filled);
    await client.query(`
      INSERT INTO external_commenter (id, article_id, position, name) VALUES ('${id(50)}', '${id(4)}', 0, 'Handle');
      INSERT INTO thread (id, article_id, position, is_imported) VALUES ('${id(51)}', '${id(4)}', 0, true), ('${id(52)}', '${id(4)}', 1, true);
      INSERT INTO comment (id, thread_id, position, parent_position, commenter_id, text) VALUES
        ('${id(53)}', '${id(51)}', 0, NULL, '${id(50)}', 'Clocks!'), ('${id(54)}', '${id(51)}', 1, 0, '${id(50)}', 'Two.');`);
    const said = async () =>
      (
        await client.query(
          "SELECT id, thread_id, position, parent_position, commenter_id, text, created_at, deleted_at FROM comment ORDER BY id",
        )
      ).rows;
    const before = await said();
    expect(await bringUpToDate()).toContain("20261124172000_discussion");
    expect(await said()).toEqual(before);
    expect((await client.query("SELECT 1 FROM comment WHERE version = 1 AND edited_at IS NULL AND request_id IS NULL")).rowCount).toBe(2);
    await client.query(
      `INSERT INTO comment (thread_id, id, position, parent_position, person_id, text) VALUES ('${id(51)}', '${id(55)}', 2, 0, '${id(1)}', 'Which?')`,
    );
    await client.query(`INSERT INTO thread (id, article_id, position) VALUES ('${id(56)}', '${id(4)}', 2)`);
    await expect(client.query(`INSERT INTO thread (id, article_id, position) VALUES ('${id(57)}', '${id(4)}', 3)`)).rejects.toThrow(
      "thread_article_discussion_key",
    );
    await expect(client.query(`UPDATE comment SET text = 'Other', version = 2 WHERE id = '${id(53)}'`)).rejects.toThrow();
  });
});

it("moderation: nothing that was there before is hidden", async () => {
  await beforeMigration("20261124183000_moderation", async (client, bringUpToDate) => {
    await client.query(filled.replace(/INSERT INTO byline [^;]*;/, ""));
    await client.query(`
      INSERT INTO thread (id, article_id, position) VALUES ('${id(31)}', '${id(4)}', 0);
      INSERT INTO comment (id, thread_id, position, person_id, text) VALUES ('${id(32)}', '${id(31)}', 0, '${id(1)}', 'Clocks!');`);
    const words = async () =>
      (await client.query("SELECT id, note AS text, version FROM annotation UNION ALL SELECT id, text, version FROM comment")).rows;
    const before = await words();
    expect(await bringUpToDate()).toContain("20261124183000_moderation");
    expect(await words()).toEqual(before);
    const hidden =
      "SELECT hidden_at FROM annotation WHERE hidden_at IS NOT NULL UNION ALL SELECT hidden_at FROM comment WHERE hidden_at IS NOT NULL";
    expect((await client.query(hidden)).rowCount).toBe(0);
    expect((await client.query("SELECT 1 FROM moderation")).rowCount).toBe(0);
  });
});
