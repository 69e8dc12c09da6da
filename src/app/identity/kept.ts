import type { Case } from "../../domain/chronology/fold.ts";
import type { AdoptiveSide } from "../../domain/identity/household.ts";
import { protectedForms } from "../../domain/identity/protected-words.ts";
import { happened } from "../../domain/permanence/moments.ts";
import type { ClosedEnvelope, MarkRow } from "../../store/identities.ts";
import type { RecordRow } from "../../store/rows.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { close, open } from "./envelope.ts";
import { type IdentityKey, markOf } from "./key.ts";

/** What an envelope holds of a child whose record is not sealed. */
export interface FamilyRecord {
  readonly side: AdoptiveSide;
  /** The given names of the birth side, which give nothing away and are not protected. */
  readonly birthGiven: string;
  /** What was put down before and is no more: a match that ended, an address before a move. Protected as before. */
  readonly former: readonly AdoptiveSide[];
}

/** What the envelope behind the wall holds: the adoptive side, and the one place where it is said whose it was. */
export interface AdoptiveRecord extends FamilyRecord {
  readonly link: { readonly authority: string; readonly recordId: string; readonly localId: string };
}

/** The key of this installation. Throws where the program was started without: a fault of whoever started it. */
export function keyOf({ identityKey }: App): IdentityKey {
  if (identityKey === undefined) throw new Error("The adoptive side needs the identity key, and none was given");
  return identityKey;
}

// What binds an envelope to its row.
const familyRow = (recordId: string): string => `family ${recordId}`;
const adoptiveRow = (id: string): string => `adoptive ${id}`;
const releaseRow = (id: string): string => `release ${id}`;

export const closeFamily = (key: IdentityKey, recordId: string, record: FamilyRecord): ClosedEnvelope => close(key, familyRow(recordId), JSON.stringify(record));
export const openFamily = (key: IdentityKey, recordId: string, envelope: ClosedEnvelope): FamilyRecord => JSON.parse(open(key, familyRow(recordId), envelope)) as FamilyRecord;
export const closeAdoptive = (key: IdentityKey, id: string, record: AdoptiveRecord): ClosedEnvelope => close(key, adoptiveRow(id), JSON.stringify(record));
export const openAdoptive = (key: IdentityKey, id: string, envelope: ClosedEnvelope): AdoptiveRecord => JSON.parse(open(key, adoptiveRow(id), envelope)) as AdoptiveRecord;
export const closeText = (key: IdentityKey, id: string, text: string): ClosedEnvelope => close(key, releaseRow(id), text);
export const openText = (key: IdentityKey, id: string, envelope: ClosedEnvelope): string => open(key, releaseRow(id), envelope);

/** Where the words of a child are looked for: in what concerns the record, or its sibling groups; and in all that the authority sends. */
export const familyScopes = (key: IdentityKey, recordId: string, groups: readonly string[]): readonly Buffer[] =>
  [markOf(key, "record", recordId), ...groups.map((id) => markOf(key, "sibling-group", id))];
export const authorityScope = (key: IdentityKey, authority: string): Buffer => markOf(key, "authority", authority);

/** The marks of all that is protected on the adoptive side of a child. */
export function marksOf(key: IdentityKey, { authority, id }: Pick<RecordRow, "authority" | "id">, groups: readonly string[], { side, birthGiven, former }: FamilyRecord): readonly MarkRow[] {
  const [family, all] = [familyScopes(key, id, groups), [authorityScope(key, authority)]];
  return [side, ...former].flatMap((each) => [...protectedForms(each, birthGiven)]).flatMap(([form, looked]) => {
    const mark = markOf(key, "word", form);
    return (looked === "authority" ? all : family).map((scope) => ({ scope, mark }));
  });
}

/** Writes the marks of a child's adoptive side in the place of those that were. */
export async function keepMarks(key: IdentityKey, writer: Writer, record: Pick<RecordRow, "authority" | "id">, kept: FamilyRecord): Promise<void> {
  const groups = (await writer.siblingGroupsOf(record.id)).map(({ id }) => id);
  await writer.identities.keepMarks(record.authority, markOf(key, "owner", record.id), marksOf(key, record, groups, kept));
}

const MOST_FORMER = 10;

/** What is kept once something else is put down: what was there is protected on. */
export const changedTo = (before: FamilyRecord | undefined, side: AdoptiveSide, birthGiven: string): FamilyRecord => {
  const was = before === undefined || JSON.stringify(before.side) === JSON.stringify(side) ? [] : [before.side];
  return { side, birthGiven, former: [...was, ...(before?.former ?? [])].slice(0, MOST_FORMER) };
};

export const givenNameOf = (c: Case): string => String(happened(c, "particulars").at(-1)?.detail["givenName"] ?? "");
