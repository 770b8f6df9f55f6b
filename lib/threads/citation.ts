export type CitedComment = {
  /** as printed over the comment */
  writer: string;
  isAuthor: boolean;
  /** what it answers: the article's title, as it is */
  articleTitle: string;
  /** as printed; null where nobody knows */
  date: string | null;
  /** the comment's lasting address, whole */
  url: string;
};

/** A comment as one cites it in plain text: “A. Writer, comment on “Title”, 9 November 2026, https://…”. One line, whatever is in the names. */
export function citeComment({ writer, isAuthor, articleTitle, date, url }: CitedComment): string {
  const title = oneLine(articleTitle);
  const parts = [oneLine(writer) + (isAuthor ? " (the author)" : ""), `comment on ${quoted(title)}`, date, url];
  return parts.filter((part) => part !== null).join(", ");
}

/** A title that has double quotation marks of its own keeps them as single ones, as one sets a quotation within a quotation. */
function quoted(title: string): string {
  return `“${title.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
