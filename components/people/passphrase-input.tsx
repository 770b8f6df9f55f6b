"use client";
import { useState } from "react";
import { describedBy, Field } from "../ui/field";

type Props = {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: "current-password" | "new-password";
  hint?: string;
  error?: string;
  isLarge?: boolean;
};

/** A passphrase that can be shown while it is typed. Pasting is welcome: that is how password managers work. */
export function PassphraseInput({ id, label, value, onChange, autoComplete, hint, error, isLarge = true }: Props) {
  const [isShown, setShown] = useState(false);
  const classes = ["input", isLarge && "input--lg", error !== undefined && "input--error"].filter(Boolean).join(" ");
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className={classes}>
        <input
          id={id}
          type={isShown ? "text" : "password"}
          required
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          value={value}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, { hasHint: hint !== undefined, hasError: error !== undefined })}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="link"
          aria-pressed={isShown}
          aria-label={`Show the ${label.toLowerCase()}`}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? "Hide" : "Show"}
        </button>
      </div>
    </Field>
  );
}
