import type { ReactNode } from "react";
import { formatNumber } from "@/lib/format";

type Props = { name: string; value: string; isOn: boolean; onToggle?: () => void; count: number; depth?: number; children: ReactNode };

/** A box to tick, what it is for, and how many it would leave. */
export function Check({ name, value, isOn, onToggle, count, depth = 0, children }: Props) {
  const state = onToggle ? { checked: isOn, onChange: onToggle } : { defaultChecked: isOn };
  return (
    <label className="check fpanel__c" style={{ "--depth": depth }}>
      <input type="checkbox" name={name} value={value} {...state} />
      <span>{children}</span>
      <span className="n">
        {formatNumber(count)}
        <span className="vh"> {count === 1 ? "annotation" : "annotations"}</span>
      </span>
    </label>
  );
}
