"use client";
import { useId, useRef } from "react";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { accepted } from "./source-check";

type Props = { file: File | null; error: string | undefined; onFile: (file: File | null) => void };

/** Choosing a file, and seeing which one was chosen. Files can also be dropped anywhere on the form. */
export function SourceFile({ file, error, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const clear = () => {
    // or the same file, chosen again after it was mended, would be no change
    if (input.current) input.current.value = "";
    onFile(null);
  };
  return (
    <div className="drop">
      <input
        ref={input}
        id={id}
        className="vh drop__i"
        type="file"
        accept={accepted.join(",")}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={`${id}-state`}
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
      <label className="btn" htmlFor={id}>
        <Icon name="upload" />
        {file ? "Choose another file" : "Choose a file"}
      </label>
      <div className="drop__s" id={`${id}-state`}>
        {file ? (
          <>
            <b>{file.name}</b> will be read in place of the text above.
          </>
        ) : (
          <span className="muted">or drop one here: {accepted.slice(0, 2).join(", ")} or .html, up to 4 MB</span>
        )}
        {error !== undefined && (
          <p className="hint err">
            <Icon name="warn" />
            {error}
          </p>
        )}
      </div>
      {file && (
        <Button variant="quiet" size="sm" onClick={clear}>
          Take it away
        </Button>
      )}
    </div>
  );
}
