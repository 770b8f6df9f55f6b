import { describe, expect, it } from "vitest";
import { offersDemoAccounts, parseSettings } from "@/lib/platform/env";

const good = {
  DATABASE_URL: "postgresql://u:p@localhost:5432/h",
  HEDGEROW_ORIGIN: "https://hedgerow.example.org/",
  NEXTAUTH_SECRET: "x".repeat(32),
};

describe("the settings", () => {
  it("take what is right, with the origin as an origin", () => {
    expect(parseSettings({ ...good, SMTP_URL: "" })).toMatchObject({ HEDGEROW_ORIGIN: "https://hedgerow.example.org", HEDGEROW_DEMO: "0" });
  });

  it.each([
    ["DATABASE_URL", { DATABASE_URL: "mysql://x" }, /DATABASE_URL.*postgresql:\/\//s],
    ["DATABASE_URL", { DATABASE_URL: undefined }, /DATABASE_URL is not set/],
    ["HEDGEROW_ORIGIN", { HEDGEROW_ORIGIN: "hedgerow" }, /HEDGEROW_ORIGIN.*https:\/\//s],
    ["NEXTAUTH_SECRET", { NEXTAUTH_SECRET: "short" }, /NEXTAUTH_SECRET.*32/s],
    ["HEDGEROW_DEMO", { HEDGEROW_DEMO: "yes" }, /HEDGEROW_DEMO.*0 or 1/s],
    ["DATABASE_POOL_SIZE", { DATABASE_POOL_SIZE: "many" }, /DATABASE_POOL_SIZE.*1 to 100/s],
    ["MAIL_FROM", { SMTP_URL: "smtp://localhost:25" }, /MAIL_FROM.*because SMTP_URL is set/s],
    ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://login.example.org", OIDC_CLIENT_ID: "id" }, /OIDC_CLIENT_SECRET/],
  ])("that are wrong name %s and what is expected", (_name, wrong, message) => {
    expect(() => parseSettings({ ...good, ...wrong })).toThrow(message);
  });

  it("never repeat a secret", () => {
    expect(() => parseSettings({ ...good, NEXTAUTH_SECRET: "hunter2" })).toThrow(/^(?!.*hunter2)/s);
  });
});

describe("demo accounts", () => {
  it.each([
    [{ HEDGEROW_DEMO: "1", HEDGEROW_DATABASE: "embedded" }, true, true],
    [{ HEDGEROW_DEMO: "1", HEDGEROW_DATABASE: "embedded" }, false, true],
    [{ HEDGEROW_DEMO: "1", HEDGEROW_DATABASE: "external" }, false, true],
    [{ HEDGEROW_DEMO: "1", HEDGEROW_DATABASE: "external" }, true, false],
    [{ HEDGEROW_DEMO: "0", HEDGEROW_DATABASE: "embedded" }, false, false],
  ] as const)("with %j in production %j are offered: %j", (of, isProduction, offered) => {
    expect(offersDemoAccounts(of, isProduction)).toBe(offered);
  });
});
