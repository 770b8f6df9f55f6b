"use client";
import type { RefObject } from "react";
import type { Span } from "@/lib/anchoring/span";
import type { ComposerState } from "@/lib/annotations/composer";
import { draftKey } from "@/lib/annotations/draft";
import { isTooLong, TOO_LONG } from "@/lib/annotations/limits";
import type { Stance } from "@/lib/annotations/schema";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { SignInOffer } from "../../annotations/sign-in-offer";
import { StanceOffer } from "../../annotations/stance-offer";
import { useLoaded } from "./use-loaded";
import { useKeyboardInset, usePlace } from "./use-place";
import type { Reader } from "./use-reader";
import type { Room } from "./use-room";

const loadComposer = () => import("../../annotations/tag-popover");

type Props = {
  reader: Reader;
  layer: RefObject<HTMLElement | null>;
  /** words that are selected and not yet written about; by a key, where the offer has to answer with focus */
  offer: { passage: Span; takesFocus: boolean } | null;
  begun: ComposerState | null;
  /** the composer will be needed soon */
  isNear: boolean;
  isSignedIn: boolean;
  /** where signing in leads back to */
  returnTo: string;
  frameworks: FrameworkSummaries;
  lately: readonly string[];
  room: Room;
  onChoose(passage: Span, stance: Stance): void;
  /** puts the words into the reply that is being written; null while there is none */
  onQuote: ((passage: Span) => void) | null;
  onLeave(passage: Span): void;
  onChange(state: ComposerState): void;
  onSave(state: ComposerState): void;
  onCancel(): void;
  onUnloaded(): void;
};

/** What stands at the selected words: first the offer to tag them, then the composer. */
export function ComposerLayer({
  reader,
  layer,
  offer,
  begun,
  isNear,
  isSignedIn,
  returnTo,
  room,
  onChoose,
  onQuote,
  onLeave,
  onUnloaded,
  ...composer
}: Props) {
  const span = begun?.target ?? offer?.passage ?? null;
  const { style, ref } = usePlace(reader, span, layer, begun !== null);
  useKeyboardInset(layer);
  // Fetched while the reader is still deciding.
  const loaded = useLoaded(loadComposer, begun ? "now" : isNear && "soon", onUnloaded);

  if (begun) {
    if (!loaded) return null;
    const { TagPopover } = loaded;
    const { target } = begun;
    const current = target.kind === "edit" ? room.byId(target.annotationId) : undefined;
    return (
      <TagPopover
        key={draftKey(target)}
        ref={ref}
        style={style}
        begun={begun}
        currentVersion={current?.version ?? null}
        returnTo={returnTo}
        {...composer}
      />
    );
  }
  if (!offer) return null;
  const { passage, takesFocus } = offer;
  if (isTooLong(passage)) {
    return (
      <p className="pop pop--offer pop__sign" ref={ref} style={style}>
        {TOO_LONG}
      </p>
    );
  }
  if (!isSignedIn)
    return <SignInOffer ref={ref} style={style} returnTo={returnTo} takesFocus={takesFocus} onLeave={() => onLeave(passage)} />;
  const onQuoteIt = onQuote && (() => onQuote(passage));
  return <StanceOffer ref={ref} style={style} onChoose={(stance) => onChoose(passage, stance)} onQuote={onQuoteIt} />;
}
