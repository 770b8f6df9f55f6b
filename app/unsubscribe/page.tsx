import type { Metadata } from "next";
import Link from "next/link";
import { UnsubscribeForm } from "@/components/mail/unsubscribe-form";
import { SignFrame } from "@/components/people/sign-frame";
import { paths } from "@/components/shell/paths";
import { first, type SearchParams } from "../search-params";
import { signInHedge } from "../sign-in-hedge";

export const metadata: Metadata = { title: "Stop mails", robots: { index: false } };

const answers = {
  yes: {
    title: "No more mails",
    lead: "Hedgerow writes to you no more about what happens in your discussions. Your inbox still tells you. Sign-in links that you ask for still come.",
  },
  no: {
    title: "This link stops no mails",
    lead: "It is not whole, or too old. Nothing was changed; on your account page you can choose “Never”.",
  },
  later: { title: "That did not work just now", lead: "Nothing was changed. Open the link in your mail again in a few minutes." },
} as const;

/** Where the link at the foot of a mail leads. It says nothing of whose it is: that is told to nobody who only has an address. */
export default async function UnsubscribeRoute({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const token = first(query.token);
  const done = first(query.done);
  const hedge = await signInHedge();
  if (token && done === undefined) {
    return (
      <SignFrame title="Stop mails from Hedgerow?" lead="About replies, mentions and critiques. Your inbox goes on." hedge={hedge}>
        <UnsubscribeForm token={token} />
      </SignFrame>
    );
  }
  return (
    <SignFrame {...answers[done === "yes" || done === "later" ? done : "no"]} hedge={hedge}>
      <p className="sign__alt">
        <Link href={paths.account}>How often you get mail</Link>
        <Link href={paths.library}>Library</Link>
      </p>
    </SignFrame>
  );
}
