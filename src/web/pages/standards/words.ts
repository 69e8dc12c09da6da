import { ADOPTION_FUNCTIONS } from "../../../domain/agency/functions.ts";
import { addDays, dayInWords } from "../../../domain/dates/day.ts";
import { standardOf, type StandardsChange } from "../../../domain/standards/change.ts";
import type { Pack } from "../../../domain/standards/pack.ts";
import type { Standard } from "../../../domain/standards/standard.ts";
import type { Origin } from "../../../domain/standards/version.ts";
import type { Organisation, Viewer } from "../../../domain/access/viewer.ts";
import type { PackLine, StandardsPage } from "../../../app/standards/views.ts";

/** “from 1 December 2026 to 30 April 2027”: the first day and the last on which it holds. */
export function effectInWords({ effect: { from, until } }: Standard): string {
  if (from === null && until === null) return "always";
  return [from === null ? "" : `from ${dayInWords(from)}`, until === null ? "" : `${from === null ? "until" : "to"} ${dayInWords(addDays(until, -1))}`].filter((part) => part !== "").join(" ");
}

/** Where a version comes from: “National”, the pack’s title, or “Our own”. */
export function originInWords(origin: Origin, packs: readonly PackLine[]): string {
  if (origin.from === "national") return "National";
  return origin.from === "own" ? "The authority’s own" : packTitle(origin.pack, packs.map(({ pack }) => pack));
}

/** The same of one standard: what of its own an authority made it from too. */
export function comesFrom(origin: Origin, id: string, { packs, standards }: Pick<StandardsPage, "packs" | "standards">): string {
  if (origin.from !== "own") return originInWords(origin, packs);
  const pack = packs.find((line) => line.pack.standards.some((s) => s.id === id))?.pack.title;
  const isNational = standards.find((line) => line.id === id)?.versions.some((version) => version.origin.from === "national") === true;
  return isNational ? "The authority’s own version of a national standard" : pack === undefined ? originInWords(origin, packs) : `The authority’s own version, after ${pack}`;
}

export const packTitle = (id: string, packs: readonly Pack[]): string => packs.find((pack) => pack.id === id)?.title ?? id;

type Known = Pick<StandardsPage, "packs" | "standards" | "changes">;

/** A decision about standards as a person would say it: “Adopt “Derby …” from 1 December 2026”. `number`: its own, once it is made. */
export function changeInWords(change: StandardsChange, book: Known, number = Infinity): string {
  const packs = book.packs.map(({ pack }) => pack);
  switch (change.type) {
    case "adopt-pack": return `Adopt “${packTitle(change.pack, packs)}” from ${dayInWords(change.from)}`;
    case "leave-pack": return `Leave “${packTitle(change.pack, packs)}” from ${dayInWords(change.from)}`;
    case "publish-pack": return `Publish “${packTitle(change.pack, packs)}” to the region’s authorities`;
    case "give-functions": return change.functions.length === 0 ? "Take back every adoption function from the regional agency"
      : `Give to the regional agency: ${change.functions.map((code) => ADOPTION_FUNCTIONS[code].label.toLowerCase()).join(", ")}`;
    case "end-standard": return `End ${change.id} from ${dayInWords(change.from)}`;
    case "confirm-standard": return `Confirm the text of ${change.id}`;
    case "set-standard": return `${isNew(standardOf(change)!, book, number) ? "Add" : "Change"} ${standardOf(change)} from ${dayInWords(change.from)}`;
  }
}

/** Whether a standard was the authority’s own idea, and is set here for the first time. */
function isNew(id: string, { packs, standards, changes }: Known, number: number): boolean {
  if (packs.some(({ pack }) => pack.standards.some((s) => s.id === id))) return false;
  if (standards.find((line) => line.id === id)?.versions.some(({ origin }) => origin.from !== "own") === true) return false;
  return !changes.some((made) => made.number < number && made.change.type === "set-standard" && standardOf(made.change) === id);
}

/** An address about the standards of an organisation; whose they are is in it only where they are not the viewer’s own. */
export function addressOf(path: string, organisation: Organisation, viewer: Viewer, more: Readonly<Record<string, string>> = {}): string {
  const own = viewer.type === "person" ? viewer.organisation.code : viewer.authority;
  const params = new URLSearchParams({ ...more, ...(organisation.code === own ? {} : { authority: organisation.code }) }).toString();
  return params === "" ? path : `${path}?${params}`;
}
