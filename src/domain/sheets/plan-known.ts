import type { Case } from "../chronology/fold.ts";
import { birthOf } from "../permanence/moments.ts";
import type { KnownChild } from "./recognise.ts";

/** A child of the record, as recognising needs it. */
export function knownChildOf(localId: string, c: Case): KnownChild {
  const detail = c.of("particulars").at(-1)?.detail ?? {};
  const birth = birthOf(c);
  const text = (name: string): string | undefined => (typeof detail[name] === "string" ? detail[name] : undefined);
  const [givenName, familyName] = [text("givenName"), text("familyName")];
  return {
    localId,
    ...(givenName === undefined ? {} : { givenName }),
    ...(familyName === undefined ? {} : { familyName }),
    ...(birth === undefined ? {} : birth.expected ? { expectedOn: birth.on } : { bornOn: birth.on }),
  };
}
