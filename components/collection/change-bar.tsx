import { plural } from "@/lib/format";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { paths } from "../shell/paths";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

type Props = {
  /** how many; null before there is script to count them */
  count: number | null;
  isAll: boolean;
  isSaving: boolean;
  frameworks: FrameworkSummaries;
  onAll(): void;
};

/**
 * What is done to the selected. Of the fields only those that the chosen change needs are shown, by the styles alone, so that
 * the form is whole without script.
 */
export function ChangeBar({ count, isAll, isSaving, frameworks, onAll }: Props) {
  const offered = frameworks.filter(({ isDeprecated }) => !isDeprecated);
  const busy = isSaving || count === 0 || undefined;
  const options = (list: FrameworkSummaries) =>
    list.map(({ id, sign, label }) => (
      <option key={id} value={id}>
        {sign} {label}
      </option>
    ));
  return (
    <fieldset className="coll__bar" aria-label="With the selected annotations">
      {count !== null && (
        <label className="check">
          <input
            type="checkbox"
            checked={isAll}
            ref={(box) => {
              if (box) box.indeterminate = count > 0 && !isAll;
            }}
            onChange={onAll}
          />
          <span aria-live="polite">{count === 0 ? "Select all shown" : `${plural(count, { one: "selected", other: "selected" })}`}</span>
        </label>
      )}
      <label className="coll__c">
        <span className="vh">What to change</span>
        <select name="kind" defaultValue="addFramework">
          <option value="addFramework">Add a framework</option>
          <option value="replaceFramework">Replace a framework</option>
          <option value="removeFramework">Remove a framework</option>
          <option value="stance">Set the stance</option>
          <option value="audience">Set who may see</option>
        </select>
      </label>
      <label className="coll__c" data-for="addFramework replaceFramework removeFramework">
        <span className="vh">Framework</span>
        <select name="frameworkId" defaultValue="">
          <option value="">Which framework?</option>
          {options(frameworks)}
        </select>
      </label>
      <label className="coll__c" data-for="replaceFramework">
        by{" "}
        <select name="by" defaultValue="" aria-label="Framework to put in its place">
          <option value="">Which framework?</option>
          {options(offered)}
        </select>
      </label>
      <label className="coll__c" data-for="stance">
        of{" "}
        <select name="stanceOf" defaultValue="" aria-label="Framework whose stance is set">
          <option value="">all frameworks</option>
          {options(frameworks)}
        </select>
      </label>
      <label className="coll__c" data-for="addFramework stance">
        <span className="vh">Stance</span>
        <select name="stance" defaultValue="supports">
          <option value="supports">supports</option>
          <option value="contests">contests</option>
        </select>
      </label>
      <label className="coll__c" data-for="audience">
        <span className="vh">Who may see them</span>
        <select name="audience" defaultValue="onlyMe">
          <option value="onlyMe">only me</option>
          <option value="everyone">everyone</option>
        </select>
      </label>
      <Button type="submit" variant="primary" aria-disabled={busy}>
        {isSaving ? "Saving…" : "Change"}
      </Button>
      <Button type="submit" name="act" value="delete" aria-disabled={busy}>
        <Icon name="trash" />
        Delete
      </Button>
      <span className="coll__out">
        <Button type="submit" formAction={paths.exportAnnotations} formMethod="get" name="format" value="csv" aria-disabled={busy}>
          <Icon name="download" />
          CSV
        </Button>
        <Button type="submit" formAction={paths.exportAnnotations} formMethod="get" name="format" value="json-ld" aria-disabled={busy}>
          <Icon name="download" />
          JSON-LD
        </Button>
      </span>
    </fieldset>
  );
}
