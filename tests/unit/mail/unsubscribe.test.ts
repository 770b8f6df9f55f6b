import { describe, expect, it } from "vitest";
import { personOfToken, unsubscribeToken } from "@/lib/mail/unsubscribe";

const mina = "019ab3c4-0000-7000-8000-00000000000a";
const other = "019ab3c4-0000-7000-8000-00000000000b";
const secret = "a secret of at least thirty-two characters";
const token = unsubscribeToken(mina, secret);
const seal = token.split(".")[1] ?? "";

describe("the token of an unsubscribe link", () => {
  it("names the person whose mails it stops, and can stand in an address as it is", () => {
    expect(personOfToken(token, secret)).toBe(mina);
    expect(encodeURIComponent(token)).toBe(token);
  });

  it.each([
    ["nothing", ""],
    ["no seal", mina],
    ["an empty seal", `${mina}.`],
    ["another person's seal", `${other}.${seal}`],
    ["a seal cut short", token.slice(0, -1)],
    ["more behind it", `${token}.x`],
    ["other letters in the person", `${mina.toUpperCase()}.${seal}`],
    ["no person", `.${seal}`],
    ["any script", "署名.鍵"],
    ["a long text", "x".repeat(100_000)],
  ])("%s is no token", (_, wrong) => {
    expect(personOfToken(wrong, secret)).toBeNull();
  });

  it("is not one elsewhere", () => {
    expect(personOfToken(token, `${secret}!`)).toBeNull();
  });
});
