import { randomBytes, scrypt as scryptWithCallback, type ScryptOptions, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** The account for the day on which no provider answers, and what its passphrase must give. */
export interface BreakGlass {
  readonly account: string;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptWithCallback);

/** 128 MB and about a third of a second a try. */
const COST: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 };
const BYTES = 32;
/** Letters and digits that nobody mistakes for one another when they are read from paper. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 6;
const GROUP = 5;

const derived = (passphrase: string, salt: Buffer): Promise<Buffer> => scrypt(plain(passphrase), salt, BYTES, COST);

/** However it was typed: without spaces and hyphens, in small letters. */
const plain = (passphrase: string): string => passphrase.normalize("NFKC").toLowerCase().replaceAll(/[\s-]/g, "");

/** A passphrase nobody chose, of some 148 bits, and the text of the file that knows it again. */
export async function makeBreakGlass(account: string): Promise<{ readonly passphrase: string; readonly file: string }> {
  const letters = Array.from({ length: GROUPS * GROUP }, () => letter());
  const passphrase = Array.from({ length: GROUPS }, (_, i) => letters.slice(i * GROUP, (i + 1) * GROUP).join("")).join("-");
  const salt = randomBytes(16);
  const hash = await derived(passphrase, salt);
  return { passphrase, file: `${account} scrypt ${salt.toString("base64url")} ${hash.toString("base64url")}\n` };
}

/** One letter, each as likely as the others. */
function letter(): string {
  for (;;) {
    const [byte = 255] = randomBytes(1);
    if (byte < 248) return LETTERS.charAt(byte % LETTERS.length);
  }
}

export function parseBreakGlass(text: string, say: (line: string) => undefined): BreakGlass | undefined {
  const [account, method, salt = "", hash = "", ...more] = text.trim().split(/\s+/);
  const found = { account: account ?? "", salt: Buffer.from(salt, "base64url"), hash: Buffer.from(hash, "base64url") };
  if (method === "scrypt" && more.length === 0 && found.salt.length >= 16 && found.hash.length === BYTES) return found;
  return say("BREAK_GLASS_FILE is not as the command makes it. Make it with: bin/permanence account break-glass ACCOUNT --out FILE");
}

/** Whether the passphrase is the right one. Takes as long whether it is or not. */
export const opens = async ({ salt, hash }: BreakGlass, passphrase: string): Promise<boolean> => timingSafeEqual(await derived(passphrase.slice(0, 200), salt), hash);
