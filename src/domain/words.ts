/** A label as it stands within a sentence. */
export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Words as they begin a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Made once: `toLocaleString` makes one for every number, which costs more than all else that is said with it. */
const ENGLISH = new Intl.NumberFormat("en-GB");

/** “1 child”, “1,204 children”. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${Math.abs(n) < 1000 && Number.isInteger(n) ? String(n) : ENGLISH.format(n)} ${n === 1 ? one : many}`;

/** “a, b and c”. */
export const listed = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
