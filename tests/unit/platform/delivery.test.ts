import { expect, it } from "vitest";
import { deliveryOf, type SmtpFailure } from "@/lib/platform/delivery";

const answer = (command: string, responseCode: number): SmtpFailure => ({
  message: `${responseCode}`,
  code: "EENVELOPE",
  command,
  responseCode,
});
const silence = (code: string): SmtpFailure => ({ message: code, code, command: "CONN" });

const cases: [what: string, failure: SmtpFailure, before: string, after: string][] = [
  ["connection refused", silence("ESOCKET"), "later server", "unsure"],
  ["no such host", silence("EDNS"), "later server", "unsure"],
  ["time-out", silence("ETIMEDOUT"), "later server", "unsure"],
  ["connection closed", silence("ECONNECTION"), "later server", "unsure"],
  ["a certificate that is not trusted", silence("ETLS"), "later server", "unsure"],
  ["our own stream broken off", { message: "x", code: "ESTREAM", command: "API" }, "later server", "unsure"],
  ["closed with half an answer of success", { ...silence("ECONNECTION"), responseCode: 250 }, "later server", "unsure"],
  ["an error without a code", { message: "Unexpected socket close" }, "later server", "unsure"],
  ["greeting 421", answer("CONN", 421), "later server", "later server"],
  ["greeting 554", answer("CONN", 554), "later server", "later server"],
  ["wrong password", { ...answer("AUTH PLAIN", 535), code: "EAUTH" }, "later server", "later server"],
  ["sender not allowed", answer("MAIL FROM", 550), "later server", "later server"],
  ["too large, says the server", answer("MAIL FROM", 552), "refused", "refused"],
  ["too large, says nodemailer", { message: "x", code: "EMESSAGE", command: "MAIL FROM" }, "refused", "unsure"],
  ["no such mailbox", answer("RCPT TO", 550), "refused", "refused"],
  ["greylisted", answer("RCPT TO", 451), "later mail", "later mail"],
  ["sign in first", answer("RCPT TO", 530), "later server", "later server"],
  ["closing at the recipient", answer("RCPT TO", 421), "later server", "later server"],
  ["an address that is none", { message: "x", code: "EENVELOPE", command: "API" }, "refused", "unsure"],
  ["message refused", { ...answer("DATA", 554), code: "EMESSAGE" }, "refused", "refused"],
  ["message not now", { ...answer("DATA", 452), code: "EMESSAGE" }, "later mail", "later mail"],
];

it.each(cases)("%s", (_, failure, before, after) => {
  const told = (handedOver: boolean) => {
    const delivery = deliveryOf(failure, handedOver);
    return delivery.kind === "later" ? `later ${delivery.about}` : delivery.kind;
  };
  expect({ before: told(false), after: told(true) }).toEqual({ before, after });
  expect(deliveryOf(failure, true).why).toBe(failure.message);
});
