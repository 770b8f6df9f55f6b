import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { RegisterForm } from "@/components/people/register-form";
import { SignFrame } from "@/components/people/sign-frame";
import { registerAction } from "@/lib/people/actions";
import { currentViewer } from "@/lib/platform/session";
import { ownPath } from "../own-path";
import { first, type SearchParams } from "../search-params";
import { signInHedge } from "../sign-in-hedge";

export const metadata: Metadata = { title: "Make an account" };

export default async function RegisterRoute({ searchParams }: { searchParams: SearchParams }) {
  const callbackUrl = ownPath(first((await searchParams).callbackUrl));
  if ((await currentViewer()).kind === "person") redirect(callbackUrl);
  return (
    <SignFrame title="Take a seat" lead="An account lets you tag passages and add articles." hedge={await signInHedge()}>
      <RegisterForm register={registerAction} callbackUrl={callbackUrl} />
    </SignFrame>
  );
}
