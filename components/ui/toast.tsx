import type { ReactNode } from "react";

/** Where toasts appear: one polite region for the whole page, always there so that what comes into it is read out. */
export function ToastRegion({ children }: { children?: ReactNode }) {
  return (
    <div className="toasts" role="status">
      {children}
    </div>
  );
}

/** One line that says what was done, and what undoes it. */
export function Toast({ children }: { children: ReactNode }) {
  return <div className="toast">{children}</div>;
}
