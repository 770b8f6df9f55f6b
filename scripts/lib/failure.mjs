// @ts-check
/** Something that can be expected to go wrong on somebody's machine: what happened, and what to do about it. */
export class Failure extends Error {
  /**
   * @param {string} what
   * @param {string} remedy
   * @param {string} [detail] output of the program that failed
   */
  constructor(what, remedy, detail = "") {
    super(what);
    this.name = "Failure";
    this.remedy = remedy;
    this.detail = detail;
  }
}

/**
 * Prints an expected failure in full sentences, anything else (a bug) with its stack.
 * @param {unknown} error
 */
export function report(error) {
  if (!(error instanceof Failure)) return console.error(error);
  if (error.detail) console.error(error.detail.trimEnd());
  console.error(`\n✗ ${error.message}\n  ${error.remedy}`);
}
