import type { Disclosure } from "../domain/identity/disclosure.ts";

/** What is closed with the identity key, which the database never has. */
export interface ClosedEnvelope {
  /** Of the key it was closed with. */
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly closed: Buffer;
}

/** What is kept of the adoptive side of a record that is not sealed. */
export interface FamilyIdentityRow {
  readonly recordId: string;
  /** From 1; a change says which it was based on. */
  readonly revision: number;
  readonly envelope: ClosedEnvelope;
}

/** What is kept of the adoptive side of a record that is sealed: under an id of its own, with nothing in clear that leads to the record. */
export interface AdoptiveIdentityRow {
  readonly id: string;
  /** The keyed mark of the record’s id. */
  readonly mark: Buffer;
  readonly envelope: ClosedEnvelope;
}

/** The keyed marks of a record’s protected words: `owner` and `scope` are marks too. */
export interface MarkRow {
  readonly scope: Buffer;
  readonly mark: Buffer;
}

/** Something to be released to the birth family, on its way to a second person. */
export interface ReleaseRow {
  readonly id: string;
  readonly authority: string;
  readonly recordId: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly what: string;
  readonly recipient: string;
  /** Where the document is kept, where it is a document. */
  readonly reference: string;
  /** SHA-256 of the text, and its length in characters; none where only a document was named. */
  readonly textHash: Buffer | null;
  readonly textLength: number | null;
  /** The text itself, until it is decided. */
  readonly envelope: ClosedEnvelope | null;
  /** How many places hold a protected word and are said to mean something else, and why. */
  readonly excused: number;
  readonly excuse: string;
  /** Null until a second person has decided. */
  readonly agreed: boolean | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly refusedBecause: string | null;
}

/** What is known of a record’s adopters; `knows` false: the viewer may not know them, and nothing was read. */
export type FamilyAnswer = { readonly knows: false } | { readonly knows: true; readonly row: FamilyIdentityRow | undefined };

/** Reading the adoptive side, each row within what the database lets the viewer see. Marks are made by whoever has the key. */
export interface IdentityReads {
  /** What is kept of a record’s adopters, to those who may know them by how they work with the child today. */
  family(recordId: string): Promise<FamilyAnswer>;
  /** What is kept behind the wall under these marks, where the viewer has an opening at the instant `now`. */
  adoptive(marks: readonly Buffer[], now: string): Promise<AdoptiveIdentityRow[]>;
  /** Which of these marks are kept within these scopes of an authority. */
  protectedAmong(authority: string, scopes: readonly Buffer[], marks: readonly Buffer[]): Promise<Buffer[]>;
  /** Whether any marks are kept of somebody’s words: `owner` is the mark of whose. */
  hasMarks(authority: string, owner: Buffer): Promise<boolean>;
  disclosure(id: string): Promise<Disclosure | undefined>;
  /** What was asked in the viewer’s authority since an instant, or of one record ever; the latest first. */
  disclosures(question: { readonly since: string } | { readonly recordId: string }): Promise<Disclosure[]>;
  release(id: string): Promise<ReleaseRow | undefined>;
  /** Those of a record, or all that wait in the viewer’s reach; the latest first. */
  releases(question: { readonly recordId: string } | { readonly waiting: true }): Promise<ReleaseRow[]>;
}

/** What is kept of the adoptive side, to be put down anew. */
export interface FamilyDraft {
  readonly authority: string;
  readonly recordId: string;
  /** The revision it was based on; 0 where there was none. */
  readonly basedOn: number;
  readonly envelope: ClosedEnvelope;
}

/** Writing it, inside a command’s transaction. Throws NotPermitted where the database refuses. */
export interface IdentityWrites {
  /** Whether nobody saved first. The viewer may know the adopters: `family` was asked before. */
  keepFamily(draft: FamilyDraft): Promise<boolean>;
  dropFamily(recordId: string): Promise<void>;
  /** Puts it behind the wall, in a transaction whose purpose is to seal. */
  keepAdoptive(authority: string, row: AdoptiveIdentityRow): Promise<void>;
  /** In the place of what was, while it is open: `adoptive` was asked before. */
  changeAdoptive(row: AdoptiveIdentityRow): Promise<void>;
  dropAdoptive(id: string): Promise<void>;
  /** The marks that a record’s words come to, in the place of those that were. */
  keepMarks(authority: string, owner: Buffer, marks: readonly MarkRow[]): Promise<void>;
  /** Gives its id. */
  askDisclosure(asked: Pick<Disclosure, "authority" | "recordId" | "localId" | "wanted" | "why" | "askedAt" | "goodUntil">): Promise<string>;
  /** The next step of one; false where it was taken already. */
  takeStep(id: string, step: DisclosureStep, at: string): Promise<boolean>;
  askRelease(asked: Omit<ReleaseRow, "askedBy" | "decidedBy" | "decidedAt" | "agreed" | "refusedBecause">): Promise<void>;
  /** Agrees, or refuses because; its text goes. False where it was decided already. */
  decideRelease(id: string, at: string, because: string | null): Promise<boolean>;
}

export type DisclosureStep =
  | { readonly step: "decided"; readonly agreed: true; readonly goodUntil: string }
  | { readonly step: "decided"; readonly agreed: false; readonly because: string }
  | { readonly step: "opened"; readonly goodUntil: string }
  | { readonly step: "ended" };
