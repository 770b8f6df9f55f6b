"use client";
import type { Dispatch } from "react";
import type { DraftEdit } from "@/lib/articles/draft-edits";
import type { DraftProblem } from "@/lib/articles/draft-problems";
import type { DraftFields as Fields } from "@/lib/articles/edited-draft";
import { describedBy, Field } from "../../ui/field";

type Props = { fields: Fields; problems: readonly DraftProblem[]; dispatch: Dispatch<DraftEdit> };

type FieldShape = { name: keyof Fields; label: string; hint?: string; rows?: number; isSerif?: boolean; type?: "url"; isHalf?: boolean };

/** In the order in which a title page has them. `rows` makes a field one of several lines. */
const shapes: readonly FieldShape[] = [
  { name: "title", label: "Title", rows: 2, isSerif: true },
  { name: "standfirst", label: "Standfirst", hint: "The sentence or two under the title, if there are any.", rows: 2, isSerif: true },
  { name: "authors", label: "Authors", hint: "One name a line, as it is printed.", rows: 2, isHalf: true },
  { name: "published", label: "Published", hint: "As the source says it: a date, an issue, a year.", isHalf: true },
  { name: "language", label: "Language", hint: "A code such as en, ja or zh-Hant.", isHalf: true },
  { name: "sourceUrl", label: "Address of the source", type: "url", isHalf: true },
  { name: "citation", label: "Citation", hint: "How others should cite it.", rows: 2 },
  {
    name: "biography",
    label: "Biography of the author",
    hint: "Shown after the article, not among its paragraphs.",
    rows: 3,
    isSerif: true,
  },
];

/** Commonly read languages, offered and not imposed. */
const languages = ["en", "ja", "zh-Hant", "zh-Hans", "ko", "fr", "de", "es", "ru", "vi"];

/** The id of a field's control, where a list of problems leads. */
export const fieldId = (name: keyof Fields) => `draft-${name}`;

/** What is not the text itself: the title page, as the import understood it. */
export function DraftFields({ fields, problems, dispatch }: Props) {
  return (
    <div className="draft__f">
      {shapes.map((shape) => (
        <div key={shape.name} className={shape.isHalf ? "is-half" : undefined}>
          <DraftField
            shape={shape}
            value={fields[shape.name]}
            error={problems.find(({ place }) => place.kind === "field" && place.name === shape.name)?.message}
            onChange={(value) => dispatch({ type: "field", name: shape.name, value })}
          />
        </div>
      ))}
      <datalist id="languages">
        {languages.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </div>
  );
}

type FieldProps = { shape: FieldShape; value: string; error: string | undefined; onChange: (value: string) => void };

function DraftField({ shape: { name, label, hint, rows, isSerif, type }, value, error, onChange }: FieldProps) {
  const id = fieldId(name);
  const control = {
    id,
    value,
    className: ["input", error !== undefined && "input--error", isSerif && "serif"].filter(Boolean).join(" "),
    "aria-invalid": error === undefined ? undefined : true,
    "aria-describedby": describedBy(id, { hasHint: hint !== undefined, hasError: error !== undefined }),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {rows === undefined ? (
        <input {...control} type={type ?? "text"} list={name === "language" ? "languages" : undefined} />
      ) : (
        <textarea {...control} rows={rows} />
      )}
    </Field>
  );
}
