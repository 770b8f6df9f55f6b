import Link from "next/link";
import type { FrameworkTreeItem } from "@/lib/frameworks/framework";
import { NavigationProgress } from "../shell/navigation-progress";
import { paths } from "../shell/paths";
import { nested, type TreeNode } from "./nested";
import { Siglum } from "./siglum";
import { SplitCount } from "./split-count";

type Props = { tree: readonly FrameworkTreeItem[]; currentSlug: string | null };

/** The taxonomy as a navigation, each framework with the tags that this viewer may see. */
export function FrameworkTree({ tree, currentSlug }: Props) {
  return (
    <nav className="tree tree--nested" aria-label="Frameworks">
      <Branch nodes={nested(tree)} currentSlug={currentSlug} />
    </nav>
  );
}

function Branch({ nodes, currentSlug }: { nodes: TreeNode[]; currentSlug: string | null }) {
  return (
    <ul>
      {nodes.map(({ item, narrower }) => (
        <li key={item.id}>
          <Link
            href={paths.framework(item.slug)}
            className={item.isDeprecated ? "is-dep" : undefined}
            aria-current={item.slug === currentSlug ? "page" : undefined}
          >
            <Siglum framework={item} isNamed />
            <span>{item.label}</span>
            <SplitCount {...item.tags} />
            <NavigationProgress />
          </Link>
          {narrower.length > 0 && <Branch nodes={narrower} currentSlug={currentSlug} />}
        </li>
      ))}
    </ul>
  );
}
