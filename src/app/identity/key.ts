import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/**
 * The key to the adoptive side, which is never in the database. From the one that an operator keeps come two: one closes
 * envelopes, the other makes marks, by which a word can be known again and not read.
 */
export interface IdentityKey {
  /** By which what was closed with it is known; says nothing of the key. */
  readonly id: string;
  readonly closing: Buffer;
  readonly marking: Buffer;
}

const KEY_BYTES = 32;

/** The text of a new key: 32 random bytes in base64. */
export const newIdentityKey = (): string => randomBytes(KEY_BYTES).toString("base64");

/** What is wrong with a key that cannot be one. The key itself is never said again. */
export const NOT_A_KEY = "not 32 bytes in base64. Make one with: openssl rand -base64 32 (or bin/permanence identity-key)";

/** The key that a text holds; nothing where it is none. */
export function readIdentityKey(text: string): IdentityKey | undefined {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, "base64");
  if (bytes.length !== KEY_BYTES || bytes.toString("base64") !== trimmed) return undefined;
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", bytes, "", `permanence identity ${purpose}`, KEY_BYTES));
  return { id: createHash("sha256").update(derived("id")).digest("hex").slice(0, 16), closing: derived("envelope"), marking: derived("mark") };
}

/** What a mark is of: none of one sort is ever the same as one of another. */
export type MarkOf = "word" | "owner" | "record" | "sibling-group" | "authority" | "adoptive-record";

/** The keyed mark of a text: HMAC-SHA-256. */
export const markOf = ({ marking }: IdentityKey, of: MarkOf, text: string): Buffer => createHmac("sha256", marking).update(`${of}\0${text}`).digest();

/** The mark under which the adoptive identity of a record is kept once it is sealed. */
export const adoptiveMark = (key: IdentityKey, recordId: string): Buffer => markOf(key, "adoptive-record", recordId);
