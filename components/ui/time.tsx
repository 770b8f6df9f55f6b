import { formatDate, formatDateTime, formatRelative } from "./dates";

type Props = {
  /** ISO 8601 */
  date: string;
  /** the present moment, for an age (“2 d ago”); left out, the date is printed */
  now?: Date;
};

/** A moment, short to read and exact in its title. Formatted on the server in one time zone, so it never changes under the reader. */
export function Time({ date, now }: Props) {
  return (
    <time dateTime={date} title={formatDateTime(date)}>
      {now ? formatRelative(date, now) : formatDate(date)}
    </time>
  );
}
