/** Promotional and page-furniture lines are short; a paragraph that merely begins with the words is kept. */
const LONGEST = 240;

const ANOTHER_ARTICLE = "A link to another article, put between the paragraphs by the page.";

/** What marks a whole paragraph as no part of the article. Each is anchored at its start and says why in a sentence. */
const MARKS: readonly { pattern: RegExp; why: string }[] = [
  // In capitals, with another article's title behind it and not a sentence's next word.
  { pattern: /^READ(?:\s{2,}\S|\s+\p{Lu}\p{Ll}|\s*[:：|–—-]\s*\S)/u, why: ANOTHER_ARTICLE },
  {
    pattern:
      /^(?:read (?:more|next|on)|related(?: (?:articles?|stories|posts?|reading|content))?|more from|recommended|you may also like|don[’']t miss)\s*[:：|–—-]/iu,
    why: ANOTHER_ARTICLE,
  },
  { pattern: /^(?:READ (?:MORE|ALSO|NEXT)|ALSO READ|RELATED)\s+\S/u, why: ANOTHER_ARTICLE },
  { pattern: /^(?:read also|also read)\b\s*[:：|–—-]?\s*\S/iu, why: ANOTHER_ARTICLE },
  {
    pattern: /^(?:read more|read next|related(?: articles?| stories| posts?)?|you may also like)\W*$/iu,
    why: "The heading of a list of links to other articles.",
  },
  {
    pattern: /^(?:関連記事|関連リンク|あわせて読みたい|延伸閱讀|延伸阅读|相關新聞|相关新闻|相關閱讀|相关阅读)\s*[:：]?/u,
    why: ANOTHER_ARTICLE,
  },
  {
    pattern:
      /^\W*(?:advertisements?|sponsored(?: content)?|skip advertisement|(?:story|article) continues below(?: advertisement)?|scroll to continue(?: reading)?|continue reading(?: below)?|広告|广告|廣告)\W*$/iu,
    why: "An advertisement's label.",
  },
  { pattern: /^share (?:this|on|via)\b[^.!?]{0,40}$/iu, why: "Buttons for sharing the page." },
  {
    pattern: /^(?:share|tweet|pin it|email this|print this(?: page| article)?|facebook|twitter|whatsapp|linkedin)\W*$/iu,
    why: "Buttons for sharing the page.",
  },
  { pattern: /^(?:sign up|subscribe)\b.{0,80}\bnewsletters?\b/iu, why: "An invitation to subscribe." },
  { pattern: /^(?:follow|like) us on\b/iu, why: "An invitation to follow the page." },
];

/** Why a paragraph is promotion or page furniture, or null when it is part of the article. */
export function promotion(text: string): string | null {
  if (text.length > LONGEST) return null;
  return MARKS.find((mark) => mark.pattern.test(text))?.why ?? null;
}
