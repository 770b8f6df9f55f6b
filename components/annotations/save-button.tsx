import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";

/** Stays in place and keeps its focus while saving: a disabled button would lose it. */
export function SaveButton({ isEdit, isSaving }: { isEdit: boolean; isSaving: boolean }) {
  return (
    <Button type="submit" variant="primary" size="sm" aria-disabled={isSaving || undefined}>
      {isSaving ? "Saving…" : isEdit ? "Save changes" : "Tag passage"}
      {!isSaving && (
        <span aria-hidden="true">
          <Kbd>Enter</Kbd>
        </span>
      )}
    </Button>
  );
}
