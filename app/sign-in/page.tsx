import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemoAccounts } from "@/components/people/demo-accounts";
import { SignFrame } from "@/components/people/sign-frame";
import { SignInForm } from "@/components/people/sign-in-form";
import { demoPassphrase } from "@/lib/people/demo";
import { listSignInDoors } from "@/lib/people/queries";
import { currentViewer } from "@/lib/platform/session";
import { ownPath } from "../own-path";
import { first, type SearchParams } from "../search-params";
import { signInHedge } from "../sign-in-hedge";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInRoute({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const callbackUrl = ownPath(first(query.callbackUrl));
  if ((await currentViewer()).kind === "person") redirect(callbackUrl);
  const [{ providers, emailLink, demoAccounts }, hedge] = await Promise.all([listSignInDoors(), signInHedge()]);
  return (
    <SignFrame
      title="Read closely, in company."
      lead="Mark what a passage supports and what it contests. Keep the argument beside the text."
      hedge={hedge}
      beside={demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} passphrase={demoPassphrase} callbackUrl={callbackUrl} />}
    >
      <SignInForm providers={providers} emailLink={emailLink} callbackUrl={callbackUrl} error={first(query.error)} />
    </SignFrame>
  );
}
