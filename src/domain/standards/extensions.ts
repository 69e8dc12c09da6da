import { type Office, OFFICES } from "../access/office.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, parseDay } from "../dates/day.ts";
import { type Clock, isOpen } from "./clock.ts";
import { type CompiledPack, versionFor } from "./compile.ts";
import type { ExtensionNeeds, Standard } from "./standard.ts";

/** Whose agreement a longer time takes where the standard does not say: one service manager’s. */
export const USUAL_NEEDS: ExtensionNeeds = { needs: ["service-manager"], reportWhen: null };

/** What a longer time under a standard takes; or why it cannot be had, in words. */
export function needsOf(s: Standard): ExtensionNeeds | string {
  if (s.shape === "not-before") return `${s.id} says how soon is too soon: there is no day by which it must be done, so nothing to extend`;
  if (s.extension !== null) return s.extension;
  if (s.legalForce === "statute") return `${s.id} is law, and nobody here can agree to a longer time. Record what stands in the way as a barrier, and set an individual target beside it`;
  return USUAL_NEEDS;
}

/** The clock that a request is about, among those of the child; the standard’s version is the one that clock runs by. */
export const clockOf = (clocks: readonly Clock[], standard: string, occurrence: number): Clock | undefined =>
  clocks.find((k) => k.standard === standard && k.occurrence === occurrence);

export const REQUEST_STATES = { waiting: "Waiting", agreed: "Agreed", refused: "Refused", lapsed: "No longer needed" } as const;
export type RequestState = keyof typeof REQUEST_STATES;

/** What somebody asked for, what has been signed and what is still missing. */
export interface ExtensionRequest {
  readonly entry: Entry;
  readonly standard: string;
  readonly occurrence: number;
  readonly dueOn: Day;
  readonly needs: readonly Office[];
  /** One of each office that has signed, in order. */
  readonly signed: readonly { readonly entry: Entry; readonly office: Office; readonly agreed: boolean }[];
  readonly missing: readonly Office[];
  readonly state: RequestState;
}

/** Every request of a child in force, the first asked first. */
export const requestsOf = (c: Case, clocks: readonly Clock[], pack: CompiledPack): readonly ExtensionRequest[] =>
  c.of("extension-requested").flatMap((entry) => requestOf(entry, c, clocks, pack) ?? []);

function requestOf(entry: Entry, c: Case, clocks: readonly Clock[], pack: CompiledPack): ExtensionRequest | undefined {
  const standard = String(entry.detail["standard"] ?? "");
  const occurrence = Number(entry.detail["occurrence"] ?? 1);
  const dueOn = parseDay(String(entry.detail["dueOn"] ?? ""));
  if (dueOn === undefined) return undefined;
  const clock = clockOf(clocks, standard, occurrence);
  const version = versionFor(pack, clock ?? { standard, startedOn: entry.happenedOn });
  const needed = version === undefined ? USUAL_NEEDS : needsOf(version);
  const { needs } = typeof needed === "string" ? USUAL_NEEDS : needed;
  const signed = c.of("extension-signed-off").filter((e) => e.detail["request"] === entry.number).flatMap((e) => {
    const office = String(e.detail["office"]);
    return Object.hasOwn(OFFICES, office) ? [{ entry: e, office: office as Office, agreed: e.detail["agreed"] === true }] : [];
  });
  const missing = needs.filter((office) => !signed.some((s) => s.office === office));
  const agreed = c.of("extension").some((e) => e.detail["request"] === entry.number);
  const state = signed.some((s) => !s.agreed) ? "refused" : agreed ? "agreed" : clock === undefined || !isOpen(clock) ? "lapsed" : "waiting";
  return { entry, standard, occurrence, dueOn, needs, signed, missing, state };
}

/** Those of the offices still missing that somebody holds: what they would sign as. */
export const couldSignAs = (request: ExtensionRequest, offices: readonly Office[]): Office | undefined =>
  request.missing.find((office) => offices.includes(office));
