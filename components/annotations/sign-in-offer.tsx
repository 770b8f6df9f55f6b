import { type CSSProperties, type Ref, useEffect, useRef } from "react";
import { paths, withQuery } from "../shell/paths";
import { buttonClass } from "../ui/button";

type Props = { returnTo: string; takesFocus: boolean; onLeave(): void; style: CSSProperties; ref: Ref<HTMLDivElement> };

/** For those who are not signed in: says what signing in is good for, and brings them back to the words they selected. */
export function SignInOffer({ returnTo, takesFocus, onLeave, style, ref }: Props) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) link.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form
    <div className="pop pop--offer" role="group" aria-label="The selected passage" style={style} ref={ref}>
      <p className="pop__sign">
        <a
          ref={link}
          className={buttonClass({ variant: "primary" })}
          href={withQuery(paths.signIn, { callbackUrl: returnTo })}
          onClick={onLeave}
        >
          Sign in to tag this passage
        </a>
        <span className="hint">Your selection is kept.</span>
      </p>
    </div>
  );
}
