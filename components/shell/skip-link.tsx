/** The id of every page's <main>, where the skip link leads. */
export const contentId = "content";

/** First in the tab order, seen only with focus. */
export function SkipLink() {
  return (
    <a className="skip" href={`#${contentId}`}>
      Skip to content
    </a>
  );
}
