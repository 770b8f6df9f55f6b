import { expect, test } from "vitest";
import { lengthInWords } from "@/components/people/passphrase-length";
import { signInWords } from "@/components/people/sign-in-words";

test.each([
  ["", "At least 12"],
  ["eleven char", "One more character"],
  ["short", "7 more characters"],
  ["twelve chars", "Long enough"],
  ["同盟同盟同盟同盟同盟同盟", "Long enough"],
  ["a family 👩‍👩‍👧", "more character"],
  ["correct horse battery", "A good length"],
  ["correct horse battery staple", "A very good length"],
])("%s", (passphrase, words) => {
  expect(lengthInWords(passphrase)).toContain(words);
});

test.each([
  ["CredentialsSignin", "No account"],
  ["rate-limited", "too often"],
  ["OAuthCallback", "other site"],
  ["Callback", "other site"],
  ["something new", "not your doing"],
])("a sign-in error, %s, is said in words", (error, words) => {
  expect(signInWords(error)).toContain(words);
});

test("no error needs no words", () => {
  expect([signInWords(null), signInWords(undefined), signInWords("")]).toEqual([null, null, null]);
});
