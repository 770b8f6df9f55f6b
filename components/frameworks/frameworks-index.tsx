import Link from "next/link";
import type { FrameworkTreeItem } from "@/lib/frameworks/framework";
import { paths } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { nested, type TreeNode } from "./nested";
import { Siglum } from "./siglum";
import { SplitCount } from "./split-count";

type Props = { tree: readonly FrameworkTreeItem[]; schemeTitle?: string };

/** The whole taxonomy on one page, broader above narrower, each framework with what it claims. */
export function FrameworksIndex({ tree, schemeTitle }: Props) {
  return (
    <main id={contentId} className="page fwindex" tabIndex={-1}>
      <h1 className="pt">Frameworks</h1>
      <p className="page__lead">
        {schemeTitle !== undefined && <>{schemeTitle}. </>}
        Each framework is one answer to the question an article puts. Readers tag a passage with the frameworks it supports or contests.
      </p>
      {tree.length === 0 ? (
        <p className="psgs__none">The taxonomy is empty. A curator can load one.</p>
      ) : (
        <>
          <p className="fwindex__key">
            <span className="split__c">tags that contest</span> <span className="split__s">tags that support</span>
          </p>
          <Branch nodes={nested(tree)} depth={0} />
        </>
      )}
    </main>
  );
}

function Branch({ nodes, depth }: { nodes: TreeNode[]; depth: number }) {
  return (
    <ul className="fwindex__l">
      {nodes.map(({ item, narrower }) => (
        <li key={item.id}>
          <article className="fwindex__i" aria-label={item.label}>
            <Siglum framework={item} isNamed />
            <div>
              <Name item={item} depth={depth} />
              <p className="fwindex__d">{item.definition}</p>
            </div>
            <SplitCount {...item.tags} />
          </article>
          {narrower.length > 0 && <Branch nodes={narrower} depth={depth + 1} />}
        </li>
      ))}
    </ul>
  );
}

/** Headings follow the tree: h2 at the top, h3 under it, never deeper than the document can say. */
function Name({ item, depth }: { item: FrameworkTreeItem; depth: number }) {
  const Heading = headings[Math.min(depth, headings.length - 1)] ?? "h6";
  return (
    <Heading className="fwindex__n">
      <Link className={item.isDeprecated ? "is-dep" : undefined} href={paths.framework(item.slug)}>
        {item.label}
      </Link>
      {item.isDeprecated && <span className="muted"> no longer in use</span>}
    </Heading>
  );
}

const headings = ["h2", "h3", "h4", "h5", "h6"] as const;
