"use client";
import { useEffect, useRef, useState } from "react";
import type { CollectedAnnotation } from "@/lib/collection/collection";
import { plural } from "@/lib/format";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { type SendChange, useFormSend } from "../changes/use-form-send";
import { useSingleKeys } from "../reader/client/use-single-keys";
import { ChangeBar } from "./change-bar";
import { ChangeOutcome } from "./change-outcome";
import { CollectionRow } from "./collection-row";
import { ListKeys } from "./list-keys";
import { useListKeys } from "./use-list-keys";
import { useSelected } from "./use-selected";

type Props = {
  annotations: readonly CollectedAnnotation[];
  frameworks: FrameworkSummaries;
  change: SendChange;
  putBack: SendChange;
};

/** One's own annotations to select among, and what is done to those that are selected. One form, whole without script. */
export function CollectionList({ annotations, frameworks, change, putBack }: Props) {
  const { answer, isSending, form } = useFormSend(change);
  const list = useRef<HTMLUListElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const singleKeys = useSingleKeys();
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const rows = useSelected(annotations.map(({ id }) => id));
  const byId = new Map(frameworks.map((framework) => [framework.id, framework]));

  useListKeys(list, singleKeys.areOn, {
    onSelect: rows.toggle,
    onExtend: rows.extendTo,
    onAll: rows.toggleAll,
    onClear: rows.clear,
    onUndo: () => undo.current?.click(),
  });

  return (
    <>
      <form className="coll" hidden={annotations.length === 0} {...form}>
        <ChangeBar
          count={hasScript ? rows.selected.length : null}
          isAll={rows.selected.length === annotations.length}
          isSaving={isSending}
          frameworks={frameworks}
          onAll={rows.toggleAll}
        />
        <ul className="coll__l" ref={list} aria-label={plural(annotations.length, { one: "annotation", other: "annotations" })}>
          {annotations.map((annotation) => (
            <CollectionRow
              key={annotation.id}
              annotation={annotation}
              frameworks={byId}
              isSelected={rows.has(annotation.id)}
              isSaving={isSending && rows.has(annotation.id)}
              onSelect={(isRange) => (isRange ? rows.extendTo(annotation.id) : rows.toggle(annotation.id))}
            />
          ))}
        </ul>
      </form>
      <ChangeOutcome answer={answer} putBack={putBack} undo={undo} />
      <ListKeys areOn={singleKeys.areOn} onSwitch={singleKeys.switchTo} />
    </>
  );
}
