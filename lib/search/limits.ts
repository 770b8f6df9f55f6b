/** UTF-16 code units of a question. Longer ones are no questions but texts. */
export const MAX_QUESTION_LENGTH = 200;
/** Words, phrases and runs in one question: each is looked up for itself. */
export const MAX_TERMS = 16;
export const HITS_PER_PAGE = 20;
/** Of each kind no more hits than this are counted and ranked: ranking looks at every one of them. */
export const MAX_COUNTED = 2000;
export const LAST_PAGE = 50;
