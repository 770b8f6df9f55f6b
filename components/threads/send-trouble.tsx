import { paths, withQuery } from "../shell/paths";
import { Icon } from "../ui/icon";
import type { SendProblem } from "./thread-props";

/** Why it was not stored, and what to do; what was written stands beside it untouched. */
export function SendTrouble({ id, problem, returnTo }: { id: string; problem: SendProblem; returnTo: string }) {
  return (
    <p className="err" role="alert" id={id}>
      <Icon name="warn" />
      <span>
        {problem.message}{" "}
        {problem.code === "unauthenticated" && (
          <a className="link" href={withQuery(paths.signIn, { callbackUrl: returnTo })}>
            Sign in
          </a>
        )}
        {problem.code === "outdated" && (
          <button type="button" className="link" onClick={() => location.reload()}>
            Load again
          </button>
        )}
        {problem.code === "conflict" && "Send yours again to put it in its place; the other stays in the history."}
      </span>
    </p>
  );
}
