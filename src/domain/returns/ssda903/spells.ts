import { dayInWords } from "../../dates/day.ts";
import { type Drafting, draft, warn } from "./drafting.ts";
import { type Episode, endsCare, isShortBreak } from "./episodes.ts";

/** Episodes of one stay in care, from RNE S to a REC other than X1. Never empty. */
export interface Spell {
  readonly episodes: readonly [Episode, ...Episode[]];
  /** Its first episode is not the beginning: that lies before the files. */
  readonly startUnknown: boolean;
}

export function spellsOf(episodes: readonly Episode[]): Spell[] {
  const spells: [Episode, ...Episode[]][] = [];
  for (const episode of episodes) {
    const spell = spells.at(-1);
    if (spell === undefined || episode.rne === "S" || endsCare(spell.at(-1)?.rec ?? null)) spells.push([episode]);
    else spell.push(episode);
  }
  return spells.map((spell) => ({ episodes: spell, startUnknown: spell[0].rne !== "S" }));
}

export const lastEpisode = ({ episodes }: Spell): Episode => episodes.at(-1) ?? episodes[0];

/**
 * The period of care of each spell. Short breaks (V3, V4) do not open one; where a spell
 * began with them, care begins with the first episode under another legal status.
 */
export function draftCare(spells: readonly Spell[], drafting: Drafting): void {
  for (const [i, spell] of spells.entries()) {
    const first = spell.episodes.find((e) => !isShortBreak(e));
    if (first === undefined) continue;
    const last = lastEpisode(spell);
    const left = last.until !== null && endsCare(last.rec);
    const goesOn = i === spells.length - 1 && last.rec === "X1";
    if (goesOn && last.until !== null) {
      warn(drafting, last, "REC", `This episode ended on ${dayInWords(last.until)} with X1, which says that another began, and none is given. The child is taken to be looked after still.`);
    }
    draft(drafting, first, {
      kind: "looked-after",
      on: first.decom,
      until: goesOn ? null : last.until,
      detail: {
        endReason: left ? last.rec : null,
        startUnknown: spell.startUnknown && first === spell.episodes[0] ? true : null,
        categoryOfNeed: spell.episodes.find((e) => e.cin !== null)?.cin,
      },
    });
  }
}
