import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MailForm } from "@/components/notifications/mail-form";
import { AccountForm } from "@/components/people/account-form";
import { paths, withQuery } from "@/components/shell/paths";
import { setMailRhythmAction } from "@/lib/notifications/actions";
import { getMailRhythm } from "@/lib/notifications/queries";
import { changeNameAction, changePassphraseAction, revokeOtherSessionsAction, revokeSessionAction } from "@/lib/people/actions";
import { getAccount } from "@/lib/people/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../app-bar";

export const metadata: Metadata = { title: "Account" };

const actions = {
  changeName: changeNameAction,
  changePassphrase: changePassphraseAction,
  revokeSession: revokeSessionAction,
  revokeOtherSessions: revokeOtherSessionsAction,
};

export default async function AccountRoute() {
  const viewer = await currentViewer();
  if (viewer.kind === "anonymous") redirect(withQuery(paths.signIn, { callbackUrl: paths.account }));
  return (
    <>
      <AppBar viewer={viewer} current={null} />
      <AccountForm
        account={await getAccount(viewer)}
        actions={actions}
        mail={<MailForm {...(await getMailRhythm(viewer))} setRhythm={setMailRhythmAction} />}
      />
    </>
  );
}
