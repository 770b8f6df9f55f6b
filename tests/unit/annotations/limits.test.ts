import { expect, it } from "vitest";
import * as limits from "@/lib/annotations/limits";
import { MAX_NOTE_LENGTH, MAX_PASSAGE_LENGTH, MAX_TAGS } from "@/lib/annotations/schema";

it("the browser’s limits are the schema’s", () => {
  expect({ ...limits }).toEqual({ MAX_TAGS, MAX_NOTE_LENGTH, MAX_PASSAGE_LENGTH });
});
