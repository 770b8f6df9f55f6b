import type { ReactNode } from "react";
import { contentId } from "./skip-link";

/** Grey lines while a page is on its way. CSS shows them only after 300 ms, so that a quick page is never preceded by them. */
function Skeleton({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <main id={contentId} className={`${className} skeleton`} tabIndex={-1} aria-busy="true">
      <h1 className="vh">{label}</h1>
      {children}
    </main>
  );
}

function Line({ width, height = 11 }: { width: string; height?: number }) {
  return <i className="sk" style={{ width, height }} aria-hidden="true" />;
}

const rows = ["a", "b", "c", "d", "e", "f"];

export function LibrarySkeleton() {
  return (
    <Skeleton label="Loading the library" className="lib">
      <div>
        <Line width="120px" />
        <Line width="60%" height={34} />
        <Line width="30%" />
        <ul className="skeleton__rows">
          {rows.map((row) => (
            <li key={row}>
              <Line width="45%" height={17} />
              <Line width="20%" />
            </li>
          ))}
        </ul>
      </div>
    </Skeleton>
  );
}

export function FrameworkSkeleton() {
  return (
    <Skeleton label="Loading the framework" className="tax tax--page">
      <div className="tax__tree">
        {rows.map((row) => (
          <Line key={row} width="80%" height={16} />
        ))}
      </div>
      <div className="tax__d">
        <Line width="55%" height={28} />
        <Line width="35%" />
        <ul className="skeleton__rows">
          {rows.slice(2).map((row) => (
            <li key={row}>
              <Line width="90%" />
              <Line width="70%" />
            </li>
          ))}
        </ul>
      </div>
    </Skeleton>
  );
}

/** For pages without a shape of their own: forms, the account, the tree of frameworks. */
export function PageSkeleton({ label = "Loading" }: { label?: string }) {
  return (
    <Skeleton label={label} className="page">
      <Line width="40%" height={28} />
      <ul className="skeleton__rows">
        {rows.map((row) => (
          <li key={row}>
            <Line width="90%" />
            <Line width="70%" />
          </li>
        ))}
      </ul>
    </Skeleton>
  );
}
