import { withQuery } from "../shell/paths";
import { Button } from "../ui/button";

type Props = { token: string };

/** Asks first: the page may have been opened by a scanner of links, or by mistake. Works without script. */
export function UnsubscribeForm({ token }: Props) {
  return (
    <form className="sign__form" method="post" action={withQuery("/api/unsubscribe", { token, page: "" })}>
      <Button type="submit" variant="primary" size="lg">
        Stop these mails
      </Button>
    </form>
  );
}
