import { balanceInWords } from "@/lib/annotations/stance";
import type { StanceCount } from "@/lib/articles/library";
import { formatNumber } from "@/lib/format";

/** Two numbers with the marks of the stances: hollow contests, solid supports. A total without its split is never shown. */
export function SplitCount({ supports, contests }: StanceCount) {
  return (
    <span className="split num">
      <span className="vh">{balanceInWords({ supports, contests })}</span>
      <span aria-hidden="true" className="split__c">
        {formatNumber(contests)}
      </span>
      <span aria-hidden="true" className="split__s">
        {formatNumber(supports)}
      </span>
    </span>
  );
}
