import type { SeedFramework } from "./seed-data";

type CslName = { family: string; given: string };

/** The part of CSL-JSON that the shipped references need. */
export type CslItem = {
  id: string;
  type: "article-journal" | "article-magazine" | "book" | "chapter" | "report" | "webpage";
  title: string;
  author: CslName[];
  editor?: CslName[];
  issued: { "date-parts": [[year: number, month?: number]] };
  "container-title"?: string;
  "collection-title"?: string;
  "collection-number"?: string;
  "chapter-number"?: string;
  volume?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  "publisher-place"?: string;
  ISBN?: string;
  DOI?: string;
  URL?: string;
};

export const scheme = {
  slug: "hedging",
  title: "Hedging theory",
  description:
    "Answers to one question: why would a state whose leaders want to keep an alliance draw closer to the power that the alliance is meant to deter? The taxonomy takes hedging and its varieties first, then the explanations that compete with it. It was made for writing on Japan between the United States and China, and most of it applies to other allies too.",
};

// Volumes, pages, publishers and identifiers that could not be checked are left out rather than given from memory.
export const references: Record<string, CslItem> = {
  "cha-1999": {
    id: "cha-1999",
    type: "book",
    title: "Alignment Despite Antagonism: The United States–Korea–Japan Security Triangle",
    author: [{ family: "Cha", given: "Victor D." }],
    issued: { "date-parts": [[1999]] },
    publisher: "Stanford University Press",
    "publisher-place": "Stanford, CA",
  },
  "goh-2005": {
    id: "goh-2005",
    type: "report",
    title: "Meeting the China Challenge: The U.S. in Southeast Asian Regional Security Strategies",
    author: [{ family: "Goh", given: "Evelyn" }],
    issued: { "date-parts": [[2005]] },
    "collection-title": "Policy Studies",
    "collection-number": "16",
    publisher: "East-West Center Washington",
    "publisher-place": "Washington, DC",
  },
  "haacke-2019": {
    id: "haacke-2019",
    type: "article-journal",
    title: "The concept of hedging and its application to Southeast Asia",
    author: [{ family: "Haacke", given: "Jürgen" }],
    issued: { "date-parts": [[2019]] },
    "container-title": "International Relations of the Asia-Pacific",
  },
  "heginbotham-samuels-2002": {
    id: "heginbotham-samuels-2002",
    type: "article-magazine",
    title: "Japan’s Dual Hedge",
    author: [
      { family: "Heginbotham", given: "Eric" },
      { family: "Samuels", given: "Richard J." },
    ],
    issued: { "date-parts": [[2002, 9]] },
    "container-title": "Foreign Affairs",
    URL: "https://www.foreignaffairs.com/articles/asia/2002-09-01/japans-dual-hedge",
  },
  "koga-2018": {
    id: "koga-2018",
    type: "article-journal",
    title: "The Concept of “Hedging” Revisited: The Case of Japan’s Foreign Policy Strategy in East Asia’s Power Shift",
    author: [{ family: "Koga", given: "Kei" }],
    issued: { "date-parts": [[2018]] },
    "container-title": "International Studies Review",
    DOI: "10.1093/isr/vix059",
  },
  "kuik-2008": {
    id: "kuik-2008",
    type: "article-journal",
    title: "The Essence of Hedging: Malaysia and Singapore’s Response to a Rising China",
    author: [{ family: "Kuik", given: "Cheng-Chwee" }],
    issued: { "date-parts": [[2008]] },
    "container-title": "Contemporary Southeast Asia",
    volume: "30",
    issue: "2",
    page: "159–185",
    URL: "https://www.jstor.org/stable/41220503",
  },
  "lim-cooper-2015": {
    id: "lim-cooper-2015",
    type: "article-journal",
    title: "Reassessing Hedging: The Logic of Alignment in East Asia",
    author: [
      { family: "Lim", given: "Darren J." },
      { family: "Cooper", given: "Zack" },
    ],
    issued: { "date-parts": [[2015]] },
    "container-title": "Security Studies",
    volume: "24",
    issue: "4",
    page: "696–727",
    DOI: "10.1080/09636412.2015.1103130",
  },
  "michishita-samuels-2012": {
    id: "michishita-samuels-2012",
    type: "chapter",
    title: "Hugging and Hedging: Japanese Grand Strategy in the Twenty-First Century",
    author: [
      { family: "Michishita", given: "Narushige" },
      { family: "Samuels", given: "Richard J." },
    ],
    editor: [
      { family: "Nau", given: "Henry R." },
      { family: "Ollapally", given: "Deepa M." },
    ],
    issued: { "date-parts": [[2012]] },
    "container-title": "Worldviews of Aspiring Powers: Domestic Foreign Policy Debates in China, India, Iran, Japan and Russia",
    "chapter-number": "5",
    publisher: "Oxford University Press",
    "publisher-place": "New York",
    ISBN: "9780199937479",
    DOI: "10.1093/acprof:oso/9780199937479.003.0005",
  },
  "mochizuki-2007": {
    id: "mochizuki-2007",
    type: "article-journal",
    title: "Japan’s Shifting Strategy toward the Rise of China",
    author: [{ family: "Mochizuki", given: "Mike M." }],
    issued: { "date-parts": [[2007]] },
    "container-title": "Journal of Strategic Studies",
  },
  "morrow-1991": {
    id: "morrow-1991",
    type: "article-journal",
    title: "Alliances and Asymmetry: An Alternative to the Capability Aggregation Model of Alliances",
    author: [{ family: "Morrow", given: "James D." }],
    issued: { "date-parts": [[1991]] },
    "container-title": "American Journal of Political Science",
    volume: "35",
    issue: "4",
    page: "904–933",
    DOI: "10.2307/2111499",
  },
  "novak-2013": {
    id: "novak-2013",
    type: "webpage",
    title: "Japan’s Search for a More Equal Alliance",
    author: [{ family: "Novak", given: "Nathan W." }],
    issued: { "date-parts": [[2013]] },
  },
  "samuels-2007": {
    id: "samuels-2007",
    type: "book",
    title: "Securing Japan: Tokyo’s Grand Strategy and the Future of East Asia",
    author: [{ family: "Samuels", given: "Richard J." }],
    issued: { "date-parts": [[2007]] },
    publisher: "Cornell University Press",
    "publisher-place": "Ithaca, NY",
  },
  "snyder-1984": {
    id: "snyder-1984",
    type: "article-journal",
    title: "The Security Dilemma in Alliance Politics",
    author: [{ family: "Snyder", given: "Glenn H." }],
    issued: { "date-parts": [[1984]] },
    "container-title": "World Politics",
    volume: "36",
    issue: "4",
    page: "461–495",
    URL: "https://www.jstor.org/stable/2010183",
  },
  "snyder-1997": {
    id: "snyder-1997",
    type: "book",
    title: "Alliance Politics",
    author: [{ family: "Snyder", given: "Glenn H." }],
    issued: { "date-parts": [[1997]] },
  },
  "walt-1987": {
    id: "walt-1987",
    type: "book",
    title: "The Origins of Alliances",
    author: [{ family: "Walt", given: "Stephen M." }],
    issued: { "date-parts": [[1987]] },
    publisher: "Cornell University Press",
    "publisher-place": "Ithaca, NY",
  },
  "waltz-1979": {
    id: "waltz-1979",
    type: "book",
    title: "Theory of International Politics",
    author: [{ family: "Waltz", given: "Kenneth N." }],
    issued: { "date-parts": [[1979]] },
    publisher: "Addison-Wesley",
  },
};

/** In tree order, parents before children. A related pair is listed once, at the later of the two. */
export const frameworks: SeedFramework[] = [
  {
    notation: "H",
    slug: "hedging",
    sign: "He",
    hue: 9,
    broader: null,
    related: [],
    labels: [
      { kind: "preferred", language: "en", text: "Hedging" },
      { kind: "alternative", language: "en", text: "Strategic hedging" },
      { kind: "alternative", language: "en", text: "Insurance strategy" },
      { kind: "preferred", language: "ja", text: "ヘッジング" },
      { kind: "preferred", language: "zh-Hant", text: "避險" },
    ],
    definition:
      "A state that is unsure how the powers around it will behave offsets the risk of one alignment by keeping a second course open, and so neither balances against the rising power outright nor joins it. Usually it pursues policies that pull in opposite directions, each insuring against the failure of the other. How much counts as hedging is disputed: some authors include any mixture of engagement and precaution, others only conduct that leaves a state’s alignment in security matters ambiguous, and some of the latter doubt that a treaty ally such as Japan hedges at all.",
    scopeUse:
      "the passage claims or denies that a state is insuring itself between two powers, and says no more about which risks are offset or by what means.",
    scopeNot:
      "the passage names a particular form of hedge, which has its own entry under this one, or when it uses “hedge” for prudence in general without any question of alignment.",
    references: ["kuik-2008", "goh-2005", "lim-cooper-2015", "haacke-2019", "koga-2018"],
  },
  {
    notation: "H1",
    slug: "hard-soft-power-mix",
    sign: "Hs",
    hue: 4,
    broader: "H",
    related: [],
    labels: [
      { kind: "preferred", language: "en", text: "Hard/soft power mix" },
      { kind: "alternative", language: "en", text: "Balance of hard and soft power" },
      { kind: "alternative", language: "en", text: "Deterrence and persuasion" },
    ],
    definition:
      "The hedge is a mixture of instruments aimed at one state: military deterrence is combined with diplomacy, attraction and institutional ties in order to shape how China behaves. The two are meant to reinforce each other, since persuasion carries more weight when force is available and force provokes less when contacts are kept up. What varies from one government to the next is the proportion of hard to soft.",
    scopeUse: "the passage claims or denies that coercive and persuasive means are combined so as to influence Chinese conduct.",
    scopeNot:
      "the division is between economic and military policy (engagement plus containment, H4), or between what Japan draws from China and what it draws from the United States (dual hedge, H2).",
    references: ["mochizuki-2007"],
  },
  {
    notation: "H2",
    slug: "dual-hedge",
    sign: "Du",
    hue: 1,
    broader: "H",
    related: [],
    labels: [
      { kind: "preferred", language: "en", text: "Dual hedge" },
      { kind: "alternative", language: "en", text: "Double hedge" },
      { kind: "alternative", language: "en", text: "Double hedging" },
      { kind: "alternative", language: "en", text: "Economic–security hedge" },
      { kind: "preferred", language: "ja", text: "二重ヘッジ" },
      { kind: "preferred", language: "zh-Hant", text: "雙重避險" },
    ],
    definition:
      "Japan insures itself twice, with different partners: the alliance with the United States covers military threats, while other relationships, that with China above all, cover threats to its prosperity. Security is tied to one power and growth to another, and neither partner is allowed to decide both. The argument rests on the premise that Japanese leaders give economic and military security equal weight and judge partners by each separately.",
    scopeUse:
      "the passage claims or denies that prosperity depends on China while security depends on the United States, and that policy deliberately keeps the two apart.",
    scopeNot:
      "China is only a market and no strategy is implied (commercial interdependence, I), or when “dual hedge” is used for being equally close to both powers (equidistance, H6).",
    references: ["heginbotham-samuels-2002"],
  },
  {
    notation: "H3",
    slug: "alliance-security-dilemma",
    sign: "Ab",
    hue: 2,
    broader: "H",
    related: [],
    labels: [
      { kind: "preferred", language: "en", text: "Alliance security dilemma (abandonment–entrapment)" },
      { kind: "alternative", language: "en", text: "Abandonment–entrapment dilemma" },
      { kind: "alternative", language: "en", text: "Alliance dilemma" },
      { kind: "preferred", language: "ja", text: "同盟のジレンマ" },
      { kind: "preferred", language: "zh-Hant", text: "聯盟困境" },
    ],
    definition:
      "An ally faces two dangers that cannot be reduced together: being deserted when help is needed, and being drawn into a quarrel in which it has little or no stake of its own. Commitments that reassure the partner lower the first risk and raise the second; keeping one’s distance does the reverse. Closeness to the ally, and with it policy towards the adversary, is therefore tuned to keep both dangers within bounds.",
    scopeUse:
      "the passage claims or denies that policy weighs the two dangers against each other, or explains a move towards or away from the ally by that trade-off.",
    scopeNot:
      "only one of the two fears is at work (abandonment fear, H3a, or entrapment fear, H3b), or when the subject is the ordinary security dilemma between adversaries.",
    references: ["snyder-1984", "cha-1999"],
  },
  {
    notation: "H3a",
    slug: "abandonment-fear",
    sign: "Fa",
    hue: 11,
    broader: "H3",
    related: [],
    labels: [
      { kind: "preferred", language: "en", text: "Abandonment fear" },
      { kind: "alternative", language: "en", text: "Fear of abandonment" },
      { kind: "alternative", language: "en", text: "Abandonment" },
      { kind: "preferred", language: "ja", text: "見捨てられる恐怖" },
      { kind: "preferred", language: "zh-Hant", text: "被拋棄的恐懼" },
    ],
    definition:
      "What drives policy is the fear that the ally will fail to honour its commitment: by changing sides, by letting the treaty lapse, or by withholding support in a crisis. The more a state depends on the alliance and the fewer the alternatives it has, the stronger the fear. It may answer by drawing closer to the ally, or by preparing for the day when the ally is gone.",
    scopeUse: "the passage claims or denies that fear of being left by the ally explains what a state does.",
    scopeNot:
      "the ally is expected to weaken rather than to leave (hedge against U.S. decline, H5a), or when the state itself is said to be abandoning its ally (realignment, R).",
    references: ["snyder-1984"],
  },
  {
    notation: "H3b",
    slug: "entrapment-fear",
    sign: "Tr",
    hue: 12,
    broader: "H3",
    related: [],
    labels: [
      { kind: "preferred", language: "en", text: "Entrapment fear" },
      { kind: "alternative", language: "en", text: "Fear of entrapment" },
      { kind: "alternative", language: "en", text: "Entrapment" },
      { kind: "preferred", language: "ja", text: "巻き込まれる恐怖" },
      { kind: "preferred", language: "zh-Hant", text: "被牽連的恐懼" },
    ],
    definition:
      "What drives policy is the fear of being pulled into a conflict over the ally’s interests, which the state does not share or shares only in part. The fear grows with dependence, with the firmness of the commitment and with the ally’s readiness to confront others. A state that feels it loosens or qualifies its obligations, restrains the ally, or keeps up relations of its own with the ally’s adversary.",
    scopeUse: "the passage claims or denies that fear of being dragged into the ally’s conflicts explains what a state does.",
    scopeNot:
      "a state avoids a conflict for reasons unconnected with its ally, such as public opinion or constitutional limits (domestic politics, D).",
    references: ["snyder-1984"],
  },
  {
    notation: "H4",
    slug: "engagement-plus-containment",
    sign: "En",
    hue: 3,
    broader: "H",
    related: ["H1", "H2"],
    labels: [
      { kind: "preferred", language: "en", text: "Engagement plus containment" },
      { kind: "alternative", language: "en", text: "Engagement and balancing" },
      { kind: "alternative", language: "en", text: "Congagement" },
      { kind: "preferred", language: "ja", text: "関与と封じ込め" },
      { kind: "preferred", language: "zh-Hant", text: "交往與圍堵" },
    ],
    definition:
      "China is engaged and contained at once: trade, investment and regional institutions draw it in, while armaments and alliances set limits to what it can do by force. Engagement expresses the hope that a rising power will accept the existing order; containment insures against the possibility that it will not. Policy changes by shifting weight between the two halves rather than by giving up either.",
    scopeUse:
      "the passage claims or denies that a state follows a two-sided policy towards China, chiefly economic engagement on one side and military containment on the other.",
    scopeNot:
      "the two halves belong to two partners instead of one (dual hedge, H2), or when the contrast is between coercion and attraction, whatever the field (hard/soft power mix, H1).",
    references: ["mochizuki-2007"],
  },
  {
    notation: "H5",
    slug: "multiple-hedges",
    sign: "Mu",
    hue: 5,
    broader: "H",
    related: ["H3"],
    labels: [
      { kind: "preferred", language: "en", text: "Multiple hedges" },
      { kind: "alternative", language: "en", text: "Several simultaneous hedges" },
      { kind: "alternative", language: "en", text: "Hedging on several fronts" },
    ],
    definition:
      "Several risks are hedged at the same time, each by means of its own: the decline of the ally, the aggression of a neighbour, the dilemma of the alliance itself, and losses in trade and finance. The hedges need not form one design, and a policy that reduces one risk may increase another. Grand strategy then appears as a portfolio of insurances rather than a choice between two powers.",
    scopeUse:
      "the passage claims or denies that a state hedges against more than one risk at once, or lists such risks without singling one out.",
    scopeNot:
      "one risk alone is discussed (H5a, H5b or H5c), or when the hedge is said to be just two-sided, economic and military (dual hedge, H2).",
    references: ["samuels-2007"],
  },
  {
    notation: "H5a",
    slug: "hedge-against-us-decline",
    sign: "De",
    hue: 7,
    broader: "H5",
    related: ["H3a"],
    labels: [
      { kind: "preferred", language: "en", text: "Hedge against U.S. decline" },
      { kind: "alternative", language: "en", text: "Hedge against American decline" },
      { kind: "alternative", language: "en", text: "Hedge against the ally’s weakening" },
    ],
    definition:
      "The risk insured against is that the ally becomes too weak, too poor or too widely committed to protect its partners, whatever its intentions. Prudence then calls for relationships and capabilities that would still serve if American power in Asia receded. The argument is about capacity and the long run, not about the ally’s good faith.",
    scopeUse: "the passage claims or denies that expected American weakness explains a state’s search for other partners or means.",
    scopeNot:
      "the doubt concerns the ally’s will rather than its strength (abandonment fear, H3a), or when American decline is mentioned only as background.",
    references: ["samuels-2007"],
  },
  {
    notation: "H5b",
    slug: "hedge-against-chinese-aggression",
    sign: "Ag",
    hue: 6,
    broader: "H5",
    related: ["H4"],
    labels: [
      { kind: "preferred", language: "en", text: "Hedge against Chinese aggression" },
      { kind: "alternative", language: "en", text: "Hedge against Chinese coercion" },
      { kind: "alternative", language: "en", text: "Hedge against China’s rise" },
    ],
    definition:
      "The risk insured against is that China uses its growing power to coerce its neighbours, at sea or in territorial disputes. The insurance consists in keeping the alliance in repair, improving one’s own forces and finding security partners in the region, while ordinary relations with Beijing continue. It remains a hedge for as long as the threat is treated as possible rather than certain.",
    scopeUse: "the passage claims or denies that precaution against Chinese coercion is one hedge among others.",
    scopeNot:
      "the threat is taken as settled and policy answers it outright, which is balancing, or when the military side is the counterpart of economic engagement (engagement plus containment, H4).",
    references: ["samuels-2007"],
  },
  {
    notation: "H5c",
    slug: "hedge-against-predation-and-protectionism",
    sign: "Pr",
    hue: 8,
    broader: "H5",
    related: ["H2"],
    labels: [
      { kind: "preferred", language: "en", text: "Hedge against predation and protectionism" },
      { kind: "alternative", language: "en", text: "Economic hedge" },
      { kind: "alternative", language: "en", text: "Hedge against protectionism" },
      { kind: "alternative", language: "en", text: "Hedge against economic predation" },
    ],
    definition:
      "The risk insured against is economic: markets that close, supplies that are withheld, technology that is lost, or competitors who profit at one’s expense. Trade, investment and regional agreements are spread over several partners so that none can inflict decisive losses. The danger may come from the ally as well as from the rival.",
    scopeUse: "the passage claims or denies that a state’s economic diplomacy insures it against losses in trade, finance or technology.",
    scopeNot:
      "trade is described as ordinary business without a thought of risk (commercial interdependence, I), or when economic ties are set against the security tie to the ally (dual hedge, H2).",
    references: ["samuels-2007"],
  },
  {
    notation: "H6",
    slug: "equidistance",
    sign: "Eq",
    hue: 10,
    broader: "H",
    related: ["H3"],
    labels: [
      { kind: "preferred", language: "en", text: "Equidistance (“sweet spot”)" },
      { kind: "alternative", language: "en", text: "Sweet spot" },
      { kind: "alternative", language: "en", text: "Equidistant diplomacy" },
      { kind: "alternative", language: "en", text: "Goldilocks strategy" },
      { kind: "preferred", language: "ja", text: "等距離外交" },
      { kind: "preferred", language: "zh-Hant", text: "等距外交" },
    ],
    definition:
      "Japan seeks the right distance between the two powers: neither too close to either nor too far from it, with the ally still near. The position is defined by where a state stands in the triangle rather than by the instruments it uses or the risks it fears. Authors differ on whether the point sought lies midway or well on the ally’s side; the name covers both.",
    scopeUse:
      "the passage claims or denies that a state aims at a position between the United States and China, or weighs how near to each it should stand.",
    scopeNot:
      "the distance is explained by the risks of the alliance alone (alliance security dilemma, H3), or when the state is said to cross from one side to the other (realignment, R).",
    references: ["michishita-samuels-2012"],
  },
  {
    notation: "B",
    slug: "intra-alliance-bargaining",
    sign: "Ba",
    hue: 6,
    broader: null,
    related: ["H3", "H6"],
    labels: [
      { kind: "preferred", language: "en", text: "Intra-alliance bargaining" },
      { kind: "alternative", language: "en", text: "Alliance bargaining" },
      { kind: "alternative", language: "en", text: "Alliance leverage" },
    ],
    definition:
      "A junior partner cultivates alternatives in order to gain a more equal say inside its alliance, not in order to leave it. Closer relations with a third power serve as a lever: they suggest that the partner could go elsewhere, and so raise the price of taking it for granted. What looks from outside like drifting away is, on this account, a move in a negotiation between allies.",
    scopeUse:
      "the passage claims or denies that moves towards a third power are meant to strengthen a state’s hand with its ally, or that it wants a more equal alliance.",
    scopeNot:
      "the aim is insurance against an outcome (hedging, H) or departure (realignment, R), or when allies merely negotiate over costs or bases and no alternative is in play.",
    references: ["novak-2013", "snyder-1997"],
  },
  {
    notation: "B1",
    slug: "perceived-viable-alternatives",
    sign: "Vi",
    hue: 10,
    broader: "B",
    related: [],
    labels: [
      { kind: "preferred", language: "en", text: "Perceived viable alternatives" },
      { kind: "alternative", language: "en", text: "Viable alternatives" },
      { kind: "alternative", language: "en", text: "Outside options" },
      { kind: "alternative", language: "en", text: "Perceived options" },
    ],
    definition:
      "Bargaining power depends on the options that others believe a state to have, whether or not it would ever take them up. An alternative partner need therefore only look viable to be of use, and a state may encourage the belief while meaning to stay where it is. The lever fails if the ally sees through it, or sees no alternative that is credible.",
    scopeUse: "the passage claims or denies that the appearance of alternatives, rather than their use, gives a state leverage.",
    scopeNot:
      "the alternatives are weighed as real destinations (realignment, R), or when bargaining is discussed without any mention of how options are perceived (intra-alliance bargaining, B).",
    references: ["novak-2013"],
  },
  {
    notation: "B2",
    slug: "alliance-asymmetry",
    sign: "As",
    hue: 4,
    broader: "B",
    related: ["H3"],
    labels: [
      { kind: "preferred", language: "en", text: "Alliance asymmetry" },
      { kind: "alternative", language: "en", text: "Asymmetric alliance" },
      { kind: "alternative", language: "en", text: "Unequal alliance" },
      { kind: "preferred", language: "ja", text: "同盟の非対称性" },
      { kind: "preferred", language: "zh-Hant", text: "不對稱聯盟" },
    ],
    definition:
      "Power is unequally distributed inside the alliance: the stronger partner provides security and receives influence, and the weaker pays for protection with some of its freedom to decide. On this account the inequality itself, more than any outside threat, sets the search for alternatives going. As the partners’ capabilities change, so does what each is willing to give up.",
    scopeUse: "the passage claims or denies that inequality between the allies explains dissatisfaction or the search for leverage.",
    scopeNot:
      "the passage is about what the weaker ally does to gain a say (intra-alliance bargaining, B), or about inequality between adversaries.",
    references: ["novak-2013", "morrow-1991"],
  },
  {
    notation: "A",
    slug: "autonomy",
    sign: "Au",
    hue: 8,
    broader: null,
    related: ["H5a", "B2"],
    labels: [
      { kind: "preferred", language: "en", text: "Autonomy (internal balancing)" },
      { kind: "alternative", language: "en", text: "Internal balancing" },
      { kind: "alternative", language: "en", text: "Self-reliance" },
      { kind: "alternative", language: "en", text: "Strategic autonomy" },
      { kind: "preferred", language: "ja", text: "内的バランシング" },
      { kind: "preferred", language: "zh-Hant", text: "內部制衡" },
    ],
    definition:
      "A state relies on its own efforts rather than on an ally: its own arms, its own technology and, at the limit, its own nuclear deterrent. In structural realism such internal efforts are one of the two ways to balance power, the other being alliances. Autonomy spares a state both of the dangers of alliance, at a cost in money, in domestic agreement and in the alarm of its neighbours.",
    scopeUse:
      "the passage claims or denies that a state seeks, can afford or would gain from independence in arms, technology or deterrence.",
    scopeNot:
      "greater freedom is sought inside the alliance by means of outside partners (intra-alliance bargaining, B), or when new arms are meant to make a state a more useful ally.",
    references: ["waltz-1979"],
  },
  {
    notation: "R",
    slug: "realignment",
    sign: "Re",
    hue: 7,
    broader: null,
    related: ["H6", "B1"],
    labels: [
      { kind: "preferred", language: "en", text: "Realignment" },
      { kind: "alternative", language: "en", text: "Alignment shift" },
      { kind: "alternative", language: "en", text: "Switching sides" },
      { kind: "preferred", language: "zh-Hant", text: "重新結盟" },
    ],
    definition:
      "A state leaves one partner for another. It may do so because it sees a new source of danger and joins those who would balance it, or because it sides with the power that it expects to prevail. Unlike a hedge, realignment settles the choice: the new tie replaces the old one and is not merely added to it.",
    scopeUse: "the passage claims or denies that a state is changing partners, wants to or might come to do so.",
    scopeNot:
      "the old alliance is kept and the new tie offsets its risks (hedging, H) or serves as a lever in it (intra-alliance bargaining, B).",
    references: ["walt-1987"],
  },
  {
    notation: "I",
    slug: "commercial-interdependence",
    sign: "In",
    hue: 11,
    broader: null,
    related: ["H2", "H5c"],
    labels: [
      { kind: "preferred", language: "en", text: "Commercial interdependence" },
      { kind: "alternative", language: "en", text: "Economic interdependence" },
      { kind: "alternative", language: "en", text: "Business as usual" },
      { kind: "preferred", language: "ja", text: "経済的相互依存" },
      { kind: "preferred", language: "zh-Hant", text: "經濟互賴" },
    ],
    definition:
      "Trade with China is ordinary business and needs no strategic reading: firms and consumers go where the market is, in allied countries as everywhere else. Close commercial relations are therefore compatible with the alliance and no sign of distance from it. As an explanation it is a rival to hedging, because it accounts for the same facts without attributing to the state any design about risk.",
    scopeUse: "the passage claims or denies that commerce alone accounts for closer relations with China.",
    scopeNot:
      "economic ties are part of a design that offsets risk (dual hedge, H2, or H5c), or when trade is said to supply the lever in an alliance (intra-alliance bargaining, B).",
    references: [],
  },
  {
    notation: "D",
    slug: "domestic-politics",
    sign: "Do",
    hue: 12,
    broader: null,
    related: ["I"],
    labels: [
      { kind: "preferred", language: "en", text: "Domestic politics" },
      { kind: "alternative", language: "en", text: "Domestic sources of foreign policy" },
      { kind: "alternative", language: "en", text: "Domestic determinants" },
      { kind: "preferred", language: "ja", text: "国内政治" },
      { kind: "preferred", language: "zh-Hant", text: "國內政治" },
    ],
    definition:
      "Policy is explained from inside the state: by changes of cabinet, competition between and within parties, the interests of ministries and the mood of voters. What looks like a strategy may be no more than the sum of such pressures, and may change with the next election. The account competes with all those that treat the state as a single actor with a single purpose.",
    scopeUse: "the passage claims or denies that parties, leaders, bureaucracies or public opinion, rather than strategy, explain policy.",
    scopeNot: "domestic conditions are named only as a limit on a strategy that is otherwise explained from outside.",
    references: [],
  },
];
