import { formatNumber } from "../format";

const small =
  "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** A count as running text has it: “four”, “twenty-seven”, from a hundred on in figures. None is “no”. */
export function numberWord(count: number): string {
  if (count >= 100) return formatNumber(count);
  const word = small[count];
  if (word !== undefined) return word;
  const rest = small[count % 10];
  return count % 10 === 0 ? `${tens[count / 10]}` : `${tens[Math.floor(count / 10)]}-${rest}`;
}

/** As it stands at the head of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
