"use client";
import { type DragEvent, type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { ImportPreview } from "@/lib/articles/schema";
import { Button } from "../../ui/button";
import { describedBy, Field } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { requestPreview, type Source } from "./preview-request";
import { fileProblem, sizeProblem } from "./source-check";
import { SourceFile } from "./source-file";

type Props = {
  text: string;
  onText: (text: string) => void;
  /** `source`: the same as text, to find places in; null where it is not to be had */
  onPreview: (preview: ImportPreview, source: string | null) => void;
};

type Problem = { at: "text" | "file" | "request"; message: string };

/** The first step: an article as it was copied or saved from somewhere. */
export function ImportSource({ text, onText, onPreview }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  const [isOver, setOver] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const id = useId();
  // An answer that came after the person has returned to earlier corrections would replace them.
  useEffect(() => () => running?.abort(), [running]);

  const take = (chosen: File | null) => {
    const message = chosen && fileProblem(chosen);
    setFile(message === null ? chosen : null);
    setProblem(message === null ? null : { at: "file", message });
  };

  const preview = async (event: FormEvent) => {
    event.preventDefault();
    if (running) return;
    const message = file ? fileProblem(file) : textProblem(text);
    if (message !== null) {
      setProblem({ at: file ? "file" : "text", message });
      if (!file) area.current?.focus();
      return;
    }
    const source: Source = file ? { kind: "file", file } : { kind: "text", text };
    const controller = new AbortController();
    setProblem(null);
    setRunning(controller);
    const answer = await requestPreview(source, controller.signal).finally(() => setRunning(null));
    if (answer?.ok) onPreview(answer.preview, file ? await file.text() : text);
    else if (answer) setProblem({ at: "request", message: answer.message });
  };

  const stop = () => {
    running?.abort();
    // the button that was pressed goes away
    submit.current?.focus();
  };

  const onDrop = (event: DragEvent) => {
    const [dropped] = event.dataTransfer.files;
    setOver(false);
    // a dropped piece of text belongs to the text field, which knows what to do with it
    if (!dropped) return;
    event.preventDefault();
    take(dropped);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };

  const errorAt = (at: Problem["at"]) => (problem?.at === at ? problem.message : undefined);
  return (
    <form
      className="source"
      data-over={isOver ? "" : undefined}
      onSubmit={preview}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
    >
      <p className="page__lead">
        Paste it as you copied it from its page, or give the file. You will see what was taken for title, authors, paragraphs and comments,
        and can correct all of it before anything is saved.
      </p>
      <Field id={`${id}-text`} label="Text, Markdown or HTML" error={errorAt("text")} hint="With its comments, if they came along.">
        <textarea
          ref={area}
          id={`${id}-text`}
          className={errorAt("text") === undefined ? "input source__a" : "input input--error source__a"}
          rows={14}
          value={text}
          disabled={file !== null}
          aria-invalid={errorAt("text") === undefined ? undefined : true}
          aria-describedby={describedBy(`${id}-text`, { hasHint: true, hasError: errorAt("text") !== undefined })}
          onChange={(event) => onText(event.target.value)}
        />
      </Field>
      <SourceFile file={file} error={errorAt("file")} onFile={take} />
      <div className="acts">
        <Button ref={submit} variant="primary" size="lg" type="submit" aria-disabled={running !== null || undefined}>
          {running ? "Reading…" : "Preview"}
        </Button>
        {running && (
          <Button variant="quiet" size="lg" onClick={stop}>
            Stop
          </Button>
        )}
        <p className="hint" role="status">
          {running ? "Reading the source. Nothing is saved yet." : ""}
        </p>
      </div>
      <div role="alert">
        {errorAt("request") !== undefined && (
          <p className="hint err">
            <Icon name="warn" />
            {errorAt("request")}
          </p>
        )}
      </div>
    </form>
  );
}

function textProblem(text: string): string | null {
  return text.trim() === "" ? "Paste an article here, or choose a file below." : sizeProblem(new Blob([text]).size);
}
