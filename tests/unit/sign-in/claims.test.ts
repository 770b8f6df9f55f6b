import { describe, expect, it } from "vitest";
import { personOfClaims } from "@/lib/sign-in/claims";

const email = "jane@hedgerow.example";

describe("what another site says of a person", () => {
  it.each([
    ["confirmed", true, email],
    ["confirmed, in the words of some issuers", "true", email],
    ["not confirmed", false, null],
    ["not confirmed, as a string", "false", null],
    ["without a word about it", undefined, null],
    ["with something else about it", 1, null],
  ])("an address that is %s", (_, email_verified, taken) => {
    expect(personOfClaims({ sub: "7", name: "Jane", email, email_verified, iss: "https://issuer.example" })).toEqual({
      id: "7",
      name: "Jane",
      email: taken,
      image: null,
    });
  });

  it("may be a subject and nothing else, but not nothing", () => {
    expect(personOfClaims({ sub: "0000-0002-1825-0097" })).toEqual({ id: "0000-0002-1825-0097", name: null, email: null, image: null });
    expect(() => personOfClaims({ name: "Jane" })).toThrow();
  });
});
