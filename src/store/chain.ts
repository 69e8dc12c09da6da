import { hash, randomFillSync } from "node:crypto";
import type { Book } from "./tables.ts";

/**
 * Each entry and each audit row is bound to all before it in its authority's chain:
 *
 *     payload_hash = sha256(salt ‖ canonical JSON of what the row says)
 *     hash         = sha256(hash of the row before ‖ payload_hash)
 *
 * What a row says can be erased with its salt; the hashes stay, the chain holds, and without
 * the salt nobody can guess the words back from the hash.
 */
export interface Link {
  readonly salt: Buffer;
  readonly payloadHash: Buffer;
  readonly hash: Buffer;
}

export const SALT_BYTES = 16;

/** Where a chain has got to. */
export interface Head {
  readonly number: number;
  readonly hash: Buffer;
}

const sha256 = (bytes: Buffer | string): Buffer => hash("sha256", bytes, "buffer");

/** The head of an empty chain. Of no two chains the same, so that none can be passed off as another. */
export const emptyChain = (authority: string, book: Book): Head => ({ number: 0, hash: sha256(`${book} ${authority}`) });

export const payloadHashOf = (salt: Buffer, payload: object): Buffer => sha256(Buffer.concat([salt, Buffer.from(canonicalJson(payload))]));

export const nextHash = (before: Buffer, payloadHash: Buffer): Buffer => sha256(Buffer.concat([before, payloadHash]));

/** Links for payloads, in order, after a head; each with a fresh random salt. */
export function linksAfter(head: Head, payloads: readonly object[]): Link[] {
  const salts = randomFillSync(Buffer.alloc(payloads.length * SALT_BYTES));
  let before = head.hash;
  return payloads.map((payload, i) => {
    const salt = salts.subarray(i * SALT_BYTES, (i + 1) * SALT_BYTES);
    const payloadHash = payloadHashOf(salt, payload);
    before = nextHash(before, payloadHash);
    return { salt, payloadHash, hash: before };
  });
}

/**
 * JSON in which what says the same is the same text: the keys of every object in one order, nothing
 * between its parts, and absent (undefined) and null members left out. It comes out the same before
 * the database and after it.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const object = value as Readonly<Record<string, unknown>>;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined && member !== null) ordered[key] = inOrder(member);
  }
  return ordered;
}
