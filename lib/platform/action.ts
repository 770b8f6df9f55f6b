import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { type ActionResult, AppError } from "../errors";
import type { Viewer } from "../policy/viewer";
import { assertSameOrigin } from "./http";
import { log } from "./log";
import { currentViewer } from "./session";

/**
 * The one way a page writes: checks the origin, parses the input, runs the command as the current viewer, and gives an
 * expected failure back as data. What the command throws unexpectedly is logged; the person is told that nothing was saved.
 */
export function action<Schema extends z.ZodType, T>(
  schema: Schema,
  command: (viewer: Viewer, input: z.output<Schema>) => Promise<T>,
  /** `keepsPage`: the page shows by itself what was done, and need not be made anew */
  options: { keepsPage?: boolean } = {},
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return async (input) => {
    try {
      assertSameOrigin(await headers());
      const parsed = schema.safeParse(input);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw new AppError("invalid", issue?.message ?? "Something in the form is not as expected.", issue?.path.join("."));
      }
      const value = await command(await currentViewer(), parsed.data);
      if (!options.keepsPage) refresh(); // the page as it is after the write comes with the answer
      return { ok: true, value };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, code: error.code, message: error.message, field: error.field };
      log.error("action failed", error);
      return {
        ok: false,
        code: "unavailable",
        message: "Something went wrong on our side. Nothing was saved; what you typed is still here. Try again in a moment.",
      };
    }
  };
}
