import { type IdentityKey, readIdentityKey } from "../../src/app/identity/key.ts";

const key = readIdentityKey(Buffer.alloc(32, "of the tests").toString("base64"));
if (key === undefined) throw new Error("The key of the tests is none");

/** The key to the adoptive side that the tests use, and nothing else does. */
export const IDENTITY_KEY: IdentityKey = key;
