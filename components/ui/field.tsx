import type { ComponentPropsWithRef, ReactNode } from "react";
import { Icon } from "./icon";

type FieldProps = {
  label: ReactNode;
  /** the control's id, so that its hint and error can be tied to it */
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
};

/** A label, its control, and under it a hint or what is wrong. Give the control `id` and `describedBy(...)`. */
export function Field({ label, id, hint, error, children }: FieldProps) {
  return (
    <div className="field">
      <label className="field__l" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p className="hint" id={hintIdOf(id)}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="hint err" id={errorIdOf(id)}>
          <Icon name="warn" />
          {error}
        </p>
      )}
    </div>
  );
}

type InputProps = ComponentPropsWithRef<"input"> & { id: string; hasHint?: boolean; error?: string | undefined; isLarge?: boolean };

/** A text field that knows whether its <Field> has a hint and an error. */
export function Input({ id, hasHint = false, error, isLarge = false, className, ...props }: InputProps) {
  const classes = ["input", isLarge && "input--lg", error !== undefined && "input--error", className].filter(Boolean).join(" ");
  return (
    <input
      id={id}
      className={classes}
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={describedBy(id, { hasHint, hasError: error !== undefined })}
      {...props}
    />
  );
}

/** The ids that describe a control inside a <Field>, for controls other than <Input>. */
export function describedBy(id: string, { hasHint, hasError }: { hasHint: boolean; hasError: boolean }): string | undefined {
  const ids = [hasError && errorIdOf(id), hasHint && hintIdOf(id)].filter(Boolean).join(" ");
  return ids === "" ? undefined : ids;
}

const hintIdOf = (id: string) => `${id}-hint`;
const errorIdOf = (id: string) => `${id}-error`;
