import Link from "next/link";
import { Fragment } from "react";
import type { FrameworkLink as Linked } from "@/lib/frameworks/framework";
import { paths } from "../shell/paths";
import { Siglum } from "./siglum";

/** A framework named in running text: its sign, then its label as a link. */
export function FrameworkLink({ framework }: { framework: Linked }) {
  return (
    <span className="fwlink">
      <Siglum framework={framework} isNamed />
      <Link className="link" href={paths.framework(framework.slug)}>
        {framework.label}
      </Link>
    </span>
  );
}

/** Frameworks one after another, with spaces between so that they break across lines. */
export function FrameworkLinks({ frameworks }: { frameworks: readonly Linked[] }) {
  return (
    <>
      {frameworks.map((framework, index) => (
        <Fragment key={framework.slug}>
          {index > 0 && " "}
          <FrameworkLink framework={framework} />
        </Fragment>
      ))}
    </>
  );
}
