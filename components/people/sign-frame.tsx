import Link from "next/link";
import type { ReactNode } from "react";
import type { HedgeProfile } from "@/lib/articles/library";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { paths } from "../shell/paths";
import { contentId, SkipLink } from "../shell/skip-link";
import { Logo } from "../ui/logo";
import { SignHedge } from "./sign-hedge";

type Props = {
  title: string;
  lead?: string;
  /** the form */
  children: ReactNode;
  /** what stands beside it: the demonstration's accounts */
  beside?: ReactNode;
  /** the hedge of an article that everybody may read; null: only the dotted one */
  hedge: { profile: HedgeProfile; frameworks: FrameworkSummaries } | null;
};

/** The page around signing in and registering: a few words, a form, and a hedge along the foot. */
export function SignFrame({ title, lead, children, beside, hedge }: Props) {
  return (
    <>
      <SkipLink />
      <main id={contentId} className="sign" tabIndex={-1}>
        <div className="sign__cols">
          <div className="sign__f">
            <Link className="brand brand--word" href={paths.library}>
              <Logo size={28} />
              Hedgerow
            </Link>
            <h1>{title}</h1>
            {lead !== undefined && <p className="sign__p">{lead}</p>}
            {children}
          </div>
          {beside}
        </div>
        <SignHedge hedge={hedge} />
      </main>
    </>
  );
}
