import type { Metadata } from "next";
import { SignFrame } from "@/components/people/sign-frame";
import { signInHedge } from "../../sign-in-hedge";

export const metadata: Metadata = { title: "Check your mail" };

export default async function CheckYourMailRoute() {
  return (
    <SignFrame
      title="Check your mail"
      lead="A link is on its way to you. It works once, within an hour. You can close this page."
      hedge={await signInHedge()}
    >
      {null}
    </SignFrame>
  );
}
