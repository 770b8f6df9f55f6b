import type { DecideAttribution, LinkPerson, RequestAttribution } from "@/lib/attributions/schema";
import type { ActionResult } from "@/lib/errors";

/** What can be done about who wrote what. */
export type AttributionActions = {
  request: (input: RequestAttribution) => Promise<ActionResult<null>>;
  link: (input: LinkPerson) => Promise<ActionResult<null>>;
  end: (input: { attributionId: string }) => Promise<ActionResult<null>>;
};
export type Decide = (input: DecideAttribution) => Promise<ActionResult<null>>;
