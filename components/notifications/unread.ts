import { formatNumber } from "@/lib/format";
import { MOST_COUNTED } from "@/lib/notifications/schema";

/** 3 → “3”; from `MOST_COUNTED` on “99+” */
export function unreadCount(unread: number): string {
  return unread >= MOST_COUNTED ? `${formatNumber(MOST_COUNTED - 1)}+` : formatNumber(unread);
}

/** 3 → “3 unread” */
export function unreadInWords(unread: number): string {
  return `${unreadCount(unread)} unread`;
}
