import { type AdoptionFunction, ownerUnder } from "../agency/functions.ts";
import type { Day } from "../dates/day.ts";
import { type Decided, type DecidedChange, standardOf } from "./change.ts";
import { inForce } from "./compile.ts";
import type { Pack } from "./pack.ts";
import { readStandards } from "./read-standard.ts";
import type { Standard } from "./standard.ts";
import type { Adoption, Unreadable, Version } from "./version.ts";

/** What an authority may choose among: the national standards, which hold everywhere, and the packs there are. */
export interface Library {
  readonly national: readonly Standard[];
  readonly packs: readonly Pack[];
}

/** The standards of one authority: what it has by law, by the packs it adopted and by its own decisions. */
export interface Book {
  readonly revision: number;
  /** Every version, so cut that no two of one standard are in force at once: what `compile` takes. */
  readonly standards: readonly Standard[];
  /** By the standard’s id, in the order of their days. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  /** In the order of their days. A pack left and taken up again has two. */
  readonly adoptions: readonly Adoption[];
  /** What the authority set, and this program does not understand: in their place holds what there was before. */
  readonly unreadable: readonly Unreadable[];
}

/** What an authority’s standards are after all it has decided. Its own versions stand before a pack’s and the nation’s. */
export function bookOf({ national, packs }: Library, decided: Decided): Book {
  const adoptions = adoptionsOf(decided);
  const base = new Map<string, Version[]>();
  const add = (version: Version): void => void base.set(version.standard.id, [...(base.get(version.standard.id) ?? []), version]);
  for (const standard of national) add({ standard, origin: { from: "national" }, confirmedBy: null });
  const law = new Set(base.keys());
  for (const { pack, from, until } of adoptions) {
    for (const standard of packs.find(({ id }) => id === pack)?.standards ?? []) {
      const kept = law.has(standard.id) ? undefined : within(standard, from, until);
      if (kept !== undefined) add({ standard: kept, origin: { from: "pack", pack }, confirmedBy: null });
    }
  }
  const { own, unreadable } = settingsOf(decided);
  const confirmed = confirmationsOf(decided);
  const given = functionsGiven(decided);
  const versions = new Map<string, readonly Version[]>();
  for (const id of new Set([...base.keys(), ...own.keys()])) {
    const laid = overlaid(base.get(id) ?? [], own.get(id) ?? []).map((version) => ownedUnder(confirmedIn(version, confirmed.get(id)), given));
    if (laid.length > 0) versions.set(id, laid.toSorted((a, b) => ((a.standard.effect.from ?? "") < (b.standard.effect.from ?? "") ? -1 : 1)));
  }
  return { revision: decided.revision, versions, adoptions, unreadable, standards: [...versions.values()].flatMap((all) => all.map(({ standard }) => standard)) };
}

/** The version in force on a day; where none is, the next to come, or else the last there was. */
export const versionOn = (versions: readonly Version[], on: Day): Version | undefined =>
  versions.find(({ standard }) => inForce(standard, on)) ?? versions.find(({ standard }) => (standard.effect.from ?? "") > on) ?? versions.at(-1);

export const isAdoptedOn = (adoptions: readonly Adoption[], pack: string, on: Day): boolean =>
  adoptions.some((a) => a.pack === pack && a.from <= on && (a.until === null || on < a.until));

/** The packs that an agency offers to its authorities, each with the change that offered it. */
export const publishedBy = (agency: Decided): ReadonlyMap<string, DecidedChange> =>
  new Map(agency.changes.flatMap((made) => (made.change.type === "publish-pack" ? [[made.change.pack, made]] : [])));

/** The document of a standard that was accepted before; or why this program does not understand it, in words. */
export function standardIn(document: unknown): Standard | string {
  const { standards: [read], problems: [problem] } = readStandards({ layer: "authority", standards: [document] });
  if (read !== undefined && problem === undefined) return read.standard;
  const at = problem?.path.slice(2).join(", ") ?? "";
  return `${at === "" ? "" : `At ${at}: `}${problem?.message ?? "there is nothing in it"}`;
}

/** A pack is held to from the day it is adopted until the day it is left, if ever. */
function adoptionsOf({ changes }: Decided): Adoption[] {
  let adoptions: Adoption[] = [];
  for (const { change } of changes) {
    if (change.type === "adopt-pack") {
      const rest = adoptions.filter((a) => a.pack !== change.pack || (a.until !== null && a.until <= change.from));
      adoptions = [...rest, { pack: change.pack, from: change.from, until: null }];
    } else if (change.type === "leave-pack") {
      adoptions = adoptions.flatMap((a) => {
        if (a.pack !== change.pack || (a.until !== null && a.until <= change.from)) return [a];
        return a.from < change.from ? [{ ...a, until: change.from }] : [];
      });
    }
  }
  return adoptions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** What an authority itself made of a standard from a day: a version, or that there is none; or why its words are not understood. */
interface Setting {
  readonly from: Day;
  readonly number: number;
  readonly standard: Standard | null | string;
}
interface Understood extends Setting {
  readonly standard: Standard | null;
}

/** By standard, in the order of their days; of two from one day the later change holds. */
function settingsOf({ changes }: Decided): { readonly own: ReadonlyMap<string, readonly Understood[]>; readonly unreadable: readonly Unreadable[] } {
  const settings = new Map<string, Setting[]>();
  const set = (id: string, setting: Setting): void => {
    const others = (settings.get(id) ?? []).filter(({ from }) => from !== setting.from);
    settings.set(id, [...others, setting].sort((a, b) => (a.from < b.from ? -1 : 1)));
  };
  for (const { number, change } of changes) {
    if (change.type === "set-standard") set(standardOf(change) ?? "", { from: change.from, number, standard: standardIn(change.document) });
    else if (change.type === "end-standard") set(change.id, { from: change.from, number, standard: null });
  }
  const own = new Map([...settings].map(([id, all]) => [id, all.filter((setting): setting is Understood => typeof setting.standard !== "string")]));
  const unreadable = [...settings].flatMap(([id, all]) => all.flatMap(({ from, number, standard: why }, i) => (
    typeof why === "string" ? [{ id, change: number, from, until: all[i + 1]?.from ?? null, why }] : []
  )));
  return { own, unreadable };
}

const confirmationsOf = ({ changes }: Decided): ReadonlyMap<string, number> =>
  new Map(changes.flatMap(({ number, change }) => (change.type === "confirm-standard" ? [[change.id, number]] : [])));

/** What there is until the authority’s first own word on it, and from then on its own. */
function overlaid(base: readonly Version[], own: readonly Understood[]): Version[] {
  const first = own[0]?.from ?? null;
  const before = base.flatMap((version) => {
    const standard = within(version.standard, null, first);
    return standard === undefined ? [] : [{ ...version, standard }];
  });
  return [...before, ...own.flatMap(({ from, number, standard }, i): Version[] => {
    if (standard === null) return [];
    return [{ standard: { ...standard, effect: { from, until: own[i + 1]?.from ?? null } }, origin: { from: "own", change: number }, confirmedBy: null }];
  })];
}

/** A standard in force only within some days; nothing where it would not be at all. The same object where they cut nothing off. */
function within(standard: Standard, from: Day | null, until: Day | null): Standard | undefined {
  const { effect } = standard;
  const starts = from !== null && (effect.from === null || effect.from < from) ? from : effect.from;
  const ends = until !== null && (effect.until === null || effect.until > until) ? until : effect.until;
  if (starts !== null && ends !== null && starts >= ends) return undefined;
  if (starts === effect.from && ends === effect.until) return standard;
  // What lapses does so when the standard itself ends, not where the authority put its own in its place.
  return { ...standard, effect: { from: starts, until: ends }, lapses: standard.lapses && ends === effect.until };
}

/** What the authority’s agreement last gave to its agency; nothing where it gave nothing. */
export const functionsGiven = ({ changes }: Decided): readonly AdoptionFunction[] =>
  changes.reduce<readonly AdoptionFunction[]>((given, { change }) => (change.type === "give-functions" ? change.functions : given), []);

/** Who owns a standard follows the agreement at once, in every version. */
function ownedUnder(version: Version, given: readonly AdoptionFunction[]): Version {
  const owner = ownerUnder(version.standard, given);
  return owner === version.standard.owner ? version : { ...version, standard: { ...version.standard, owner } };
}

/** Confirming holds for the text that stood then, not for what was written after. */
function confirmedIn(version: Version, by: number | undefined): Version {
  if (by === undefined || version.standard.confirmed || (version.origin.from === "own" && version.origin.change > by)) return version;
  return { ...version, standard: { ...version.standard, confirmed: true }, confirmedBy: by };
}
