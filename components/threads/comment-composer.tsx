"use client";
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import type { DraftKey } from "@/lib/drafts/schema";
import { formatNumber } from "@/lib/format";
import type { Mentionable } from "@/lib/threads/mentions";
import { quoted } from "@/lib/threads/quoting";
import { MAX_COMMENT_LENGTH } from "@/lib/threads/schema";
import { DraftNote } from "../drafts/draft-note";
import { useKeptDraft } from "../drafts/use-kept-draft";
import { RichBlocks } from "../markdown/rich-blocks";
import { Button } from "../ui/button";
import { isComposing } from "../ui/is-composing";
import { Kbd } from "../ui/kbd";
import { MentionList } from "./mention-list";
import { SendTrouble } from "./send-trouble";
import type { SendProblem } from "./thread-props";
import { useMentions } from "./use-mentions";
import { usePreview } from "./use-preview";

export type ComposerHandle = {
  focus(): void;
  /** puts a passage of the article in as a quotation, with its paragraph’s number where it has one, and goes on beneath it */
  insertQuote(text: string, paragraph: number | null): void;
};

type Props = {
  /** what is written is kept under it; give it as React key too */
  draftKey: DraftKey;
  personId: string;
  /** what is there to be changed */
  initialText?: string;
  /** names the field */
  label: string;
  sendLabel: string;
  placeholder?: string;
  takesFocus: boolean;
  /** an address to come back to after signing in again */
  returnTo: string;
  loadPeople(): Promise<Mentionable[]>;
  onSend(text: string, requestId: string): Promise<SendProblem | null>;
  onCancel?(): void;
  ref?: Ref<ComposerHandle>;
};

/** Where a comment is written: kept while it is, in Markdown, with names completed after an @. Ctrl or Cmd and Enter sends it. */
export function CommentComposer(props: Props) {
  const { draftKey, personId, initialText, label, sendLabel, placeholder, takesFocus, returnTo, loadPeople, onSend, onCancel, ref } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useKeptDraft({ key: draftKey, personId, initialText });
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<SendProblem | null>(null);
  const write = (text: string) => draft.change({ text });
  const mentions = useMentions({ field, text: draft.text, onText: write, load: loadPeople });
  const { preview, ...previewing } = usePreview(loadPeople);
  const isPreview = preview.at !== "closed";
  const tooMany = draft.text.trim().length - MAX_COMMENT_LENGTH;

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insertQuote(text, paragraph) {
      write(quoted(draft.text, text, paragraph));
      field.current?.focus();
    },
  }));

  const send = async () => {
    if (isSending) return;
    const empty: SendProblem = { code: "refused", message: "Write something first." };
    if (draft.text.trim() === "" || tooMany > 0) return setProblem(tooMany > 0 ? null : empty);
    setSending(true);
    setProblem(null);
    const answer = await onSend(draft.text, draft.requestId());
    setSending(false);
    setProblem(answer);
    if (!answer) {
      previewing.close();
      draft.clear();
    }
  };

  const press = (event: KeyboardEvent) => {
    if (mentions.press(event) || isComposing(event.nativeEvent)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
    else if (event.key === "Escape" && onCancel) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const described = [problem && `${id}-problem`, tooMany > 0 && `${id}-length`].filter(Boolean).join(" ");
  return (
    <form
      className="compose"
      noValidate
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        ref={field}
        className="input compose__t"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={mentions.isOpen ? mentions.listId : undefined}
        aria-activedescendant={mentions.isOpen ? mentions.optionId(mentions.index) : undefined}
        aria-describedby={described || undefined}
        aria-invalid={tooMany > 0 || undefined}
        dir="auto"
        rows={3}
        placeholder={placeholder}
        value={draft.text}
        readOnly={isSending}
        hidden={isPreview}
        onChange={(event) => {
          write(event.target.value);
          mentions.follow(event.target);
        }}
        onSelect={(event) => mentions.follow(event.currentTarget)}
        onBlur={mentions.leave}
      />
      <MentionList {...mentions} />
      {isPreview && (
        <div className="compose__p" role="status" aria-label="Preview">
          {preview.at === "asked" && "On its way…"}
          {preview.at === "failed" && preview.message}
          {preview.at === "shown" && (preview.blocks.length > 0 ? <RichBlocks blocks={preview.blocks} /> : "Nothing is written yet.")}
        </div>
      )}
      {tooMany > 0 && (
        <p className="err" id={`${id}-length`}>
          A comment has at most {formatNumber(MAX_COMMENT_LENGTH)} characters; this one is {formatNumber(tooMany)} too long.
        </p>
      )}
      {problem && <SendTrouble id={`${id}-problem`} problem={problem} returnTo={returnTo} />}
      <div className="compose__f">
        <Button type="submit" variant="primary" size="sm" aria-disabled={isSending || undefined}>
          {isSending ? "Sending…" : sendLabel}
          <span aria-hidden="true">
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
          </span>
        </Button>
        <Button
          variant="quiet"
          size="sm"
          aria-pressed={isPreview}
          onClick={() => (isPreview ? previewing.close() : void previewing.open(draft.text))}
        >
          Preview
        </Button>
        {onCancel && (
          <Button variant="quiet" size="sm" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <span className="hint">
          <DraftNote draft={draft} />
        </span>
      </div>
    </form>
  );
}
