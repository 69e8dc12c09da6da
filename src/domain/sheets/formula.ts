/** What a spreadsheet may take for a formula when it opens a CSV: after any apostrophes and spaces, a sign that begins one (full-width ones too), or a line of its own. */
const LIKE_FORMULA = /^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;

/** Text for a CSV cell that no spreadsheet computes: what looks like a formula has an apostrophe before it. */
export const notFormula = (text: string): string => (LIKE_FORMULA.test(text) ? `'${text}` : text);

/** The text as it was before `notFormula`; of any other text, itself. */
export const withoutMark = (text: string): string => (text.startsWith("'") && LIKE_FORMULA.test(text.slice(1)) ? text.slice(1) : text);
