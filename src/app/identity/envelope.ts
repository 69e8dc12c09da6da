import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { ClosedEnvelope } from "../../store/identities.ts";
import type { IdentityKey } from "./key.ts";

/**
 * Text closed with the identity key: AES-256-GCM, a fresh random nonce for each, and the row it is of as authenticated
 * data, so that an envelope put into another row does not open there.
 */

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The envelope is not of this key or this row, or was changed. Says nothing of what is in it. */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";
}

export function close(key: IdentityKey, row: string, text: string): ClosedEnvelope {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.closing, nonce).setAAD(Buffer.from(row, "utf8"));
  const closed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { keyId: key.id, nonce, closed: Buffer.concat([closed, cipher.getAuthTag()]) };
}

/** What was closed. Throws CannotOpen. */
export function open(key: IdentityKey, row: string, { keyId, nonce, closed }: ClosedEnvelope): string {
  if (keyId !== key.id) throw new CannotOpen("It was closed with another identity key");
  const at = closed.length - TAG_BYTES;
  if (at < 0 || nonce.length !== NONCE_BYTES) throw new CannotOpen("It is not a whole envelope");
  const decipher = createDecipheriv("aes-256-gcm", key.closing, nonce).setAAD(Buffer.from(row, "utf8")).setAuthTag(closed.subarray(at));
  try {
    return Buffer.concat([decipher.update(closed.subarray(0, at)), decipher.final()]).toString("utf8");
  } catch (error) {
    throw new CannotOpen("It was changed, or is of another row", { cause: error });
  }
}
