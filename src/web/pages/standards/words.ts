import { dayInWords } from "../../../domain/dates/day.ts";
import type { StandardsChange } from "../../../domain/standards/change.ts";
import type { Pack } from "../../../domain/standards/pack.ts";
import type { Standard } from "../../../domain/standards/standard.ts";
import type { Origin } from "../../../domain/standards/version.ts";
import type { Organisation, Viewer } from "../../../domain/access/viewer.ts";
import type { PackLine } from "../../../app/standards/views.ts";

/** “from 1 December 2026 until 1 May 2027”. */
export function effectInWords({ effect: { from, until } }: Standard): string {
  if (from === null && until === null) return "Always";
  return [from === null ? "" : `from ${dayInWords(from)}`, until === null ? "" : `until ${dayInWords(until)}`].filter((part) => part !== "").join(" ");
}

/** Where a version comes from: “National”, the pack’s title, or “Our own”. */
export function originInWords(origin: Origin, packs: readonly PackLine[]): string {
  if (origin.from === "national") return "National";
  return origin.from === "own" ? "The authority’s own" : packTitle(origin.pack, packs.map(({ pack }) => pack));
}

export const packTitle = (id: string, packs: readonly Pack[]): string => packs.find((pack) => pack.id === id)?.title ?? id;

/** A decision about standards as a person would say it: “Adopt “Derby …” from 1 December 2026”. */
export function changeInWords(change: StandardsChange, packs: readonly Pack[]): string {
  switch (change.type) {
    case "adopt-pack": return `Adopt “${packTitle(change.pack, packs)}” from ${dayInWords(change.from)}`;
    case "leave-pack": return `Leave “${packTitle(change.pack, packs)}” from ${dayInWords(change.from)}`;
    case "publish-pack": return `Publish “${packTitle(change.pack, packs)}” to the region’s authorities`;
    case "end-standard": return `End ${change.id} from ${dayInWords(change.from)}`;
    case "confirm-standard": return `Confirm the text of ${change.id}`;
    case "set-standard": return `Set ${idOf(change.document)} from ${dayInWords(change.from)}`;
  }
}

const idOf = (document: unknown): string => String((document as { readonly id?: unknown }).id);

/** An address about the standards of an organisation; whose they are is in it only where they are not the viewer’s own. */
export function addressOf(path: string, organisation: Organisation, viewer: Viewer, more: Readonly<Record<string, string>> = {}): string {
  const own = viewer.type === "person" ? viewer.organisation.code : viewer.authority;
  const params = new URLSearchParams({ ...more, ...(organisation.code === own ? {} : { authority: organisation.code }) }).toString();
  return params === "" ? path : `${path}?${params}`;
}
