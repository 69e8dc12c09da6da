/** Local ids as people type them, made comparable: nothing here decides whose an id is. */

/** An id without its marks, its capitals and the noughts before its figures: “hm 0003”, “HM3” and “HM-0003” have one key, “1-23” and “12-3” two. */
export const looseKey = (localId: string): string =>
  (localId.toLowerCase().match(/\p{L}+|\d+/gu) ?? []).map((part) => part.replace(/^0+(?=\d)/, "")).join(" ");

/** The last figures of an id, without noughts before them: all that is left of it where somebody types no letters. */
export const figuresKey = (localId: string): string => looseKey(localId).split(" ").at(-1) ?? "";

interface Style {
  readonly prefix: string;
  /** As many figures as every such id has; 0 where they differ. */
  readonly figures: number;
}

const SHAPE = /^(\p{L}*)([^\p{L}\d]*)(\d+)$/u;

/**
 * Writes an id as the ids of the record are written: with HM-0104 there, “hm105” is “HM-0105”, and
 * so is “105” where all of them begin alike. What is of no shape known there stays as it is.
 */
export function idStyles(known: readonly string[]): (localId: string) => string {
  const styles = new Map<string, Style | undefined>();
  for (const localId of known) {
    const [, letters = "", marks = "", figures = ""] = SHAPE.exec(localId) ?? [];
    if (figures === "") continue;
    const [key, prefix] = [letters.toLowerCase(), letters + marks];
    const before = styles.get(key);
    // Written in two ways already, there is none to go by.
    if (!styles.has(key)) styles.set(key, { prefix, figures: figures.length });
    else if (before !== undefined) styles.set(key, before.prefix !== prefix ? undefined : { prefix, figures: before.figures === figures.length ? before.figures : 0 });
  }
  const [only] = styles.size === 1 ? [...styles.values()] : [];
  return (localId) => {
    const [, letters = "", , figures = ""] = SHAPE.exec(localId) ?? [];
    if (figures === "") return localId;
    const style = styles.get(letters.toLowerCase()) ?? (letters === "" && !styles.has("") ? only : undefined);
    return style === undefined ? localId : `${style.prefix}${figures.padStart(style.figures, "0")}`;
  };
}
