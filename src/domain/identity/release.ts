import type { Draft } from "../chronology/entry.ts";
import type { Day } from "../dates/day.ts";
import type { Refusal } from "../commands/command.ts";
import { type Hit, LONGEST_TEXT } from "./protected-words.ts";

/** To whom something about a child may go on the birth side. All of them are the birth family: a solicitor hands on what they are sent. */
export const RECIPIENTS = {
  "mother": "Birth mother",
  "father": "Birth father, or another with parental responsibility",
  "relative": "A grandparent, or another relative",
  "sibling": "A brother or sister, or whoever looks after them",
  "solicitor": "The solicitor of one of them",
} as const;
export type Recipient = keyof typeof RECIPIENTS;
export const isRecipient = (text: string): text is Recipient => Object.hasOwn(RECIPIENTS, text);

/** As a form sends it. */
export interface ReleaseInput {
  /** What it is: “Letterbox letter, spring”. */
  readonly what: string;
  readonly recipient: string;
  /** Where the document is kept, where it is one. */
  readonly reference: string;
  /** All that is in it; empty where only the document is named. */
  readonly text: string;
  /** `yes`: the places found mean something else. */
  readonly excused: string;
  readonly excuse: string;
}

/** Short: they are also the record’s own words of it. */
const LONGEST = 200;
const LONGEST_EXCUSE = 1000;

/** What is wrong with it, whatever the text holds. */
export function refuseRelease({ what, recipient, reference, text }: ReleaseInput): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (what.trim() === "") refusals.push({ field: "what", message: "Say what is to be released, such as a letterbox letter" });
  if (!isRecipient(recipient)) refusals.push({ field: "recipient", message: "Choose to whom it is to go" });
  if (text.trim() === "" && reference.trim() === "") refusals.push({ field: "text", message: "Paste all of its text, or say where the document is kept" });
  for (const [field, value] of [["what", what], ["reference", reference]] as const) if (value.trim().length > LONGEST) refusals.push({ field, message: `Use at most ${LONGEST} characters` });
  if (text.length > LONGEST_TEXT) refusals.push({ field: "text", message: `Paste at most ${LONGEST_TEXT.toLocaleString("en-GB")} characters at a time, and ask for each part` });
  return refusals;
}

/** What is wrong with it for what its text holds: words that may not go, unless each is said to mean something else. */
export function refuseHits({ excused, excuse }: ReleaseInput, hits: readonly Hit[]): readonly Refusal[] {
  if (hits.length === 0) return [];
  const places = `${hits.length} ${hits.length === 1 ? "place" : "places"}`;
  if (excused !== "yes") return [{ field: "text", message: `The text holds words that may not reach the birth family, in ${places}. Take them out` }];
  if (excuse.trim() === "") return [{ field: "excuse", message: "Say what they mean instead, for whoever is to agree" }];
  return excuse.trim().length > LONGEST_EXCUSE ? [{ field: "excuse", message: `Use at most ${LONGEST_EXCUSE} characters` }] : [];
}

/** Why this person cannot decide it; nothing where they can. */
export function whyNotDecideRelease({ askedBy, agreed }: { readonly askedBy: string; readonly agreed: boolean | null }, account: string): string | undefined {
  if (agreed !== null) return "This has been decided already";
  return askedBy === account ? "You asked for this yourself. Somebody else has to agree" : undefined;
}

/** What the record says of it once it is released. `hash`: SHA-256 of the text, in hex, by which it can be proved what was agreed to. */
export const released = (today: Day, { what, recipient, agreedBy, hash, length }: { readonly what: string; readonly recipient: string; readonly agreedBy: string; readonly hash?: string | undefined; readonly length?: number | undefined }): Draft => ({
  kind: "document-released", happenedOn: today, certainty: "actual", source: { type: "person" },
  detail: { what, to: isRecipient(recipient) ? RECIPIENTS[recipient] : recipient, agreedBy, ...(hash === undefined ? {} : { hash }), ...(length === undefined ? {} : { length }) },
});
