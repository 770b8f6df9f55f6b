import type { FrameworkTreeItem } from "@/lib/frameworks/framework";

export type TreeNode = { item: FrameworkTreeItem; narrower: TreeNode[] };

/** The list in tree order as nested nodes, for nested lists: assistive technology then tells depth and number by itself. */
export function nested(tree: readonly FrameworkTreeItem[]): TreeNode[] {
  const roots: TreeNode[] = [];
  const open: TreeNode[] = [];
  for (const item of tree) {
    const node: TreeNode = { item, narrower: [] };
    open.length = Math.min(open.length, item.depth);
    (open.at(-1)?.narrower ?? roots).push(node);
    open.push(node);
  }
  return roots;
}
