import Link from "next/link";
import type { ReactNode } from "react";
import { NavigationProgress } from "./navigation-progress";

type Props = { href: string; isCurrent?: boolean; className?: string; children: ReactNode };

/** A link of the app bar: says that it is the page one is on, and that the page it leads to is on its way. */
export function NavLink({ href, isCurrent = false, className, children }: Props) {
  return (
    <Link href={href} className={className} aria-current={isCurrent ? "page" : undefined}>
      {children}
      <NavigationProgress />
    </Link>
  );
}
