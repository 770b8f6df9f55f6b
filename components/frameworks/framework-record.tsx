import type { ReactNode } from "react";
import type { CitedWork, FrameworkDetail } from "@/lib/frameworks/framework";
import { FrameworkLinks } from "./framework-link";

/** What the taxonomy says about a framework: what it means, when to use it, what else it is called, who argues it. */
export function FrameworkRecord({ framework }: { framework: FrameworkDetail }) {
  const { definition, scopeUse, scopeNot, altLabels, broader, narrower, related, references } = framework;
  return (
    <dl className="dl">
      <Entry term="Definition" className="lead">
        {definition}
      </Entry>
      {(scopeUse !== null || scopeNot !== null) && (
        <Entry term="Scope note" className="two">
          {scopeUse !== null && <Scope title="Use it when" text={scopeUse} />}
          {scopeNot !== null && <Scope title="Not when" text={scopeNot} />}
        </Entry>
      )}
      {altLabels.length > 0 && (
        <Entry term="Alternative labels" className="alts">
          {altLabels.map((label) => (
            <AlternativeLabel key={`${label.language} ${label.text}`} {...label} />
          ))}
        </Entry>
      )}
      {broader && (
        <Entry term="Broader">
          <FrameworkLinks frameworks={[broader]} />
        </Entry>
      )}
      {narrower.length > 0 && (
        <Entry term="Narrower" className="fwlinks">
          <FrameworkLinks frameworks={narrower} />
        </Entry>
      )}
      {related.length > 0 && (
        <Entry term="Related" className="fwlinks">
          <FrameworkLinks frameworks={related} />
        </Entry>
      )}
      {references.length > 0 && (
        <Entry term="References">
          {references.map((work) => (
            <Reference key={work.id} work={work} />
          ))}
        </Entry>
      )}
    </dl>
  );
}

function Entry({ term, className, children }: { term: string; className?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={className}>{children}</dd>
    </div>
  );
}

function Scope({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className="scope__t">{title}</p>
      <p>{text}</p>
    </div>
  );
}

/** English is the language of the page, so its labels need no mark. */
function AlternativeLabel({ language, text }: { language: string; text: string }) {
  if (language === "en") return <span>{text}</span>;
  return (
    <span lang={language}>
      {text}{" "}
      <i lang="en" title={languageName(language)}>
        {language}
      </i>
    </span>
  );
}

const names = new Intl.DisplayNames("en-GB", { type: "language" });

function languageName(language: string): string {
  return names.of(language) ?? language;
}

function Reference({ work }: { work: CitedWork }) {
  const cited = (
    <>
      {work.before}
      {work.container !== null && <i>{work.container}</i>}
      {work.after}
    </>
  );
  return (
    <p className="ref">
      {cited}
      {work.url !== null && (
        <>
          {" "}
          <a className="link ref__url" href={work.url} rel="noreferrer">
            {withoutScheme(work.url)}
          </a>
        </>
      )}
    </p>
  );
}

/** The address as people write it. It tells one link from the next, which the name of the site would not. */
function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, "");
}
