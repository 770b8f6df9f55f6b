"use client";
import { signIn } from "next-auth/react";
import { Button } from "../ui/button";

type Props = { providers: readonly { id: string; name: string }[]; callbackUrl: string };

/** Other sites that can say who somebody is. Choosing one leaves this page. */
export function OtherDoors({ providers, callbackUrl }: Props) {
  if (providers.length === 0) return null;
  const leave = (id: string) => {
    signIn(id, { callbackUrl }).catch(reportError);
  };
  return (
    <div className="doors">
      {providers.map(({ id, name }) => (
        <Button key={id} onClick={() => leave(id)}>
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
