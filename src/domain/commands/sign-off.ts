import { type Office, officeInWords } from "../access/office.ts";
import type { Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import type { Clock } from "../standards/clock.ts";
import type { CompiledPack } from "../standards/compile.ts";
import { couldSignAs, type ExtensionRequest, requestsOf } from "../standards/extensions.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";

/** What a form sends. `agreed`: `yes`, `no` or nothing. */
export interface SignOffInput {
  /** The number of the request’s entry. */
  readonly request: number;
  readonly agreed: string;
  readonly note: string;
}

/** Who signs, in which offices; and the names of those who signed before, by account. */
export interface Signatory {
  readonly account: string;
  readonly name: string;
  readonly offices: readonly Office[];
  readonly nameOf: (account: string) => string;
}

/**
 * One person’s sign-off, in their own office. Once all whose agreement it takes have agreed, the
 * extension itself is written with it; one refusal ends the request.
 */
export function signOff(c: Case, input: SignOffInput, who: Signatory, clocks: readonly Clock[], pack: CompiledPack, today: Day): Decision {
  const request = requestsOf(c, clocks, pack).find((r) => r.entry.number === input.request);
  if (request === undefined) return refuse({ field: "request", message: "This request has been withdrawn since. There is nothing to sign" });
  const cannot = whyNotSign(request, who);
  const office = couldSignAs(request, who.offices);
  if (cannot !== undefined || office === undefined) return refuse({ field: "request", message: cannot ?? "" });
  const note = input.note.trim();
  const refusals: Refusal[] = [];
  if (input.agreed !== "yes" && input.agreed !== "no") refusals.push({ field: "agreed", message: "Choose whether you agree to the extension" });
  if (input.agreed === "no" && note === "") refusals.push({ field: "note", message: "Say why you do not agree, for whoever asked" });
  if (input.agreed === "yes" && request.dueOn < today) refusals.push({ field: "agreed", message: `The day asked for, ${dayInWords(request.dueOn)}, has passed. Refuse this request, and let another be made` });
  if (refusals.length > 0) return refuse(...refusals);
  const agreed = input.agreed === "yes";
  const signed = drafted("extension-signed-off", today, { request: input.request, office, agreed, ...(note === "" ? {} : { note }) });
  const isLast = agreed && request.missing.length === 1;
  return isLast ? accept(signed, agreedExtension(request, office, who, today)) : accept(signed);
}

/** Why this person cannot sign this request, in words; nothing where they can. */
export function whyNotSign(request: ExtensionRequest, who: Signatory): string | undefined {
  const own = request.signed.find((s) => s.entry.recordedBy === who.account);
  if (own !== undefined) return `You signed this on ${dayInWords(own.entry.happenedOn)}. A sign-off is recorded once`;
  if (request.entry.recordedBy === who.account) return "You asked for this extension, and nobody signs off their own request. Ask somebody else who holds the office";
  switch (request.state) {
    case "refused": return "This request was refused. If the reasons have changed, another can be made";
    case "agreed": return "This extension is already agreed";
    case "lapsed": return "What this was asked for has been done since, or no longer applies. There is nothing to sign";
    case "waiting":
  }
  if (couldSignAs(request, who.offices) !== undefined) return undefined;
  const before = request.signed.find((s) => who.offices.includes(s.office));
  if (before !== undefined) return `It is signed already for ${officeInWords(before.office)}, by ${who.nameOf(before.entry.recordedBy)}. It waits for ${inWords(request.missing)}`;
  return `This waits for ${inWords(request.missing)}, and you hold no such office`;
}

const inWords = (offices: readonly Office[]): string => offices.map(officeInWords).join(" and ");

function agreedExtension({ entry, standard, occurrence, dueOn, signed }: ExtensionRequest, office: Office, who: Signatory, today: Day): Draft {
  const each = [
    ...signed.map((s) => `${who.nameOf(s.entry.recordedBy)} (${titleOf(s.office)}) on ${dayInWords(s.entry.happenedOn)}`),
    `${who.name} (${titleOf(office)}) on ${dayInWords(today)}`,
  ];
  return drafted("extension", today, { standard, dueOn, agreedBy: each.join(" and "), request: entry.number, occurrence, note: String(entry.detail["why"] ?? "") });
}

const drafted = (kind: Draft["kind"], happenedOn: Day, detail: Draft["detail"]): Draft =>
  ({ kind, happenedOn, certainty: "actual", source: { type: "person" }, detail });

const titleOf = (office: Office): string => officeInWords(office).replace(/^(a|the) /, "");
