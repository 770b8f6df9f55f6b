import type { ReactNode } from "react";
import type { ShownVersion, TagDifference } from "@/lib/changes/history";
import type { Piece } from "@/lib/changes/word-diff";
import type { FrameworkSummary } from "@/lib/frameworks/framework";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";

type Props = {
  version: ShownVersion;
  frameworks: ReadonlyMap<string, FrameworkSummary>;
  isCurrent: boolean;
  now: Date;
  /** what may be done with it */
  children: ReactNode;
};

const kindWords = { create: "Written", edit: "Changed", delete: "Deleted", restore: "Brought back" } as const;

/** One version: when it began, and what was other than before; of the first, all that it said. */
export function HistoryVersion({ version, frameworks, isCurrent, now, children }: Props) {
  const { number, since, kind, difference, tags, note, audience } = version;
  const isFirst = difference === null;
  const word = isFirst && number > 1 ? "The first that is shown" : kindWords[kind];
  return (
    <li className="hist__v" id={`version-${number}`}>
      <h2 className="hist__h">
        {word} {since === null ? null : <Time date={since} now={now} />}
        <span className="muted">version {number}</span>
        {isCurrent && <span className="hist__now">as it is now</span>}
      </h2>
      <ul className="hist__t" aria-label="Frameworks">
        {isFirst
          ? tags.map((tag) => <TagLine key={tag.frameworkId} tag={{ ...tag, kind: "kept" }} framework={frameworks.get(tag.frameworkId)} />)
          : difference.tags.map((tag) => <TagLine key={tag.frameworkId} tag={tag} framework={frameworks.get(tag.frameworkId)} />)}
      </ul>
      {isFirst ? note !== null && <Note pieces={[{ kind: "same", text: note }]} /> : difference.note && <Note pieces={difference.note} />}
      {(isFirst ? audience === "onlyMe" : difference.audience) && (
        <p className="hist__a">
          <Icon name={audience === "onlyMe" ? "lock" : "globe"} isSmall />
          {audience === "onlyMe" ? "For you alone" : "For everyone"}
          {!isFirst && " from here on"}
        </p>
      )}
      {children}
    </li>
  );
}

const tagWords = { kept: null, added: "put on", removed: "taken off", turned: "turned" } as const;

function TagLine({
  tag,
  framework,
}: {
  tag: TagDifference | (ShownVersion["tags"][number] & { kind: "kept" });
  framework: FrameworkSummary | undefined;
}) {
  if (!framework) return null;
  const { label, hue } = framework;
  return (
    <li>
      {tagWords[tag.kind] && <span className="hist__k">{tagWords[tag.kind]}</span>}
      <Siglum framework={framework} isNamed isLine={tag.kind === "removed"} />
      {tag.kind === "removed" ? <del>{label}</del> : <span>{label}</span>}
      {tag.kind === "turned" && (
        <>
          <StanceWord stance={tag.from} hue={hue} />
          <Icon name="arrow" isSmall />
          <span className="vh">to</span>
        </>
      )}
      <StanceWord stance={tag.stance} hue={hue} />
    </li>
  );
}

/** Marked by form, not by colour alone; and said, since most screen readers are silent about <ins> and <del>. */
function Note({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className="hist__n" dir="auto">
      {pieces.map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their order
        if (kind === "same") return <span key={index}>{text}</span>;
        const Change = kind === "added" ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their order
          <Change key={index}>
            <span className="vh">{kind === "added" ? " [added:] " : " [taken out:] "}</span>
            {text}
            <span className="vh"> [end] </span>
          </Change>
        );
      })}
    </p>
  );
}
