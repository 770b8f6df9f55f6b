/** An e-mail address as addresses are compared: without the space around it, in small letters. */
export function foldedEmail(email: string): string {
  return email.trim().toLowerCase();
}
