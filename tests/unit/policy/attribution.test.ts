import { describe, expect, it } from "vitest";
import { canDecide, canEnd, canLink, canLinkPerson, canRequest } from "@/lib/policy/attribution";
import { anonymous, type Viewer } from "@/lib/policy/viewer";

const person = (personId: string, role: "reader" | "curator" | "admin" = "reader"): Viewer => ({
  ...{ kind: "person", personId, displayName: personId, role, sessionId: "s" },
});
const viewers = {
  anonymous,
  person: person("person"),
  importer: person("importer"),
  stranger: person("stranger"),
  curator: person("curator", "curator"),
  admin: person("admin", "admin"),
};
type Principal = keyof typeof viewers;
const article = { createdById: "importer" };

/** Who may: everyone not named may not. `person` is whom it is about. */
const table: [what: string, rule: (viewer: Viewer) => boolean, who: Principal[]][] = [
  ["ask for a free name", (viewer) => canRequest(viewer, { isLinked: false }), ["person", "importer", "stranger", "curator", "admin"]],
  ["ask for a linked name", (viewer) => canRequest(viewer, { isLinked: true }), []],
  ["link names", (viewer) => canLink(viewer, article), ["importer", "admin"]],
  ["link names of an article that nobody added", (viewer) => canLink(viewer, { createdById: null }), ["admin"]],
  [
    "link somebody who took part",
    (viewer) => canLinkPerson(viewer, article, { personId: "person", tookPart: true }),
    ["importer", "admin"],
  ],
  ["link somebody who did not", (viewer) => canLinkPerson(viewer, article, { personId: "person", tookPart: false }), ["admin"]],
  ["link the importer", (viewer) => canLinkPerson(viewer, article, { personId: "importer", tookPart: false }), ["importer", "admin"]],
  ["link the admin, who took part", (viewer) => canLinkPerson(viewer, article, { personId: "admin", tookPart: true }), ["importer"]],
  ["decide what a person asked for", (viewer) => canDecide(viewer, { personId: "person" }), ["admin"]],
  ["decide what the only admin asked for", (viewer) => canDecide(viewer, { personId: "admin" }), []],
  ["take back a request", (viewer) => canEnd(viewer, article, { personId: "person", state: "requested" }), ["person"]],
  ["end a link", (viewer) => canEnd(viewer, article, { personId: "person", state: "confirmed" }), ["person", "importer", "admin"]],
  ["end what was declined", (viewer) => canEnd(viewer, article, { personId: "person", state: "declined" }), []],
  ["end what has ended", (viewer) => canEnd(viewer, article, { personId: "person", state: "ended" }), []],
];

describe.each(table)("%s", (_what, rule, who) => {
  it.each(Object.entries(viewers))("%s", (name, viewer) => {
    expect(rule(viewer)).toBe(who.some((allowed) => allowed === name));
  });
});
