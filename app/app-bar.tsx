import type { ComponentProps } from "react";
import { AppBar as Bar } from "@/components/shell/app-bar";
import { countUnread } from "@/lib/notifications/queries";

/** The app bar with how much of the viewer's inbox is unread: one query more for a page, and none for who is not signed in. */
export async function AppBar(props: Omit<ComponentProps<typeof Bar>, "unread">) {
  return <Bar {...props} unread={await countUnread(props.viewer)} />;
}
