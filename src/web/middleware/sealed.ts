import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Text closed so that only this product can open it, for one person, for a while: what a cookie
 * holds that its bearer’s machine should not show. AES-256-GCM with a key derived from the one that
 * signs sessions; whom it is for and what for are sealed with it.
 */
export interface Seal {
  readonly seal: (text: string, goodFor: number, now?: number) => string;
  /** The text; nothing where it was sealed for another, was changed, or is no longer good. */
  readonly open: (sealed: string, now?: number) => string | undefined;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const INSTANT_BYTES = 8;

/** `goodFor` is in milliseconds. */
export function sealFor(secret: string, purpose: string, account: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", `permanence ${purpose}`, 32));
  const bound = Buffer.from(account, "utf8");
  return {
    seal: (text, goodFor, now = Date.now()) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bound);
      const until = Buffer.alloc(INSTANT_BYTES);
      until.writeBigUInt64BE(BigInt(now + goodFor));
      const closed = Buffer.concat([cipher.update(until), cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString("base64url");
    },
    open: (sealed, now = Date.now()) => {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < NONCE_BYTES + TAG_BYTES + INSTANT_BYTES) return undefined;
      const plain = opened(bytes, key, bound);
      return plain === undefined || now > Number(plain.readBigUInt64BE()) ? undefined : plain.subarray(INSTANT_BYTES).toString("utf8");
    },
  };
}

function opened(bytes: Buffer, key: Buffer, bound: Buffer): Buffer | undefined {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES)).setAAD(bound)
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
