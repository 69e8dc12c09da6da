import type { Service } from "../access/office.ts";
import type { Role } from "../access/role.ts";
import type { Detail } from "../chronology/entry.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { isPresent, keysOf, type Worker } from "../work/seats.ts";

/** Somebody who may be told. */
export interface Tellable extends Worker {
  readonly organisation: string;
  readonly service: Service | null;
}

/** What is known of a child and of the meeting, for saying whom it concerns. */
export interface Telling {
  readonly recordId: string;
  readonly authority: string;
  /** `SeriesDefinition.neutralTitle`: no message says more. */
  readonly title: string;
  readonly heldOn: Day;
  readonly adoption: boolean;
  /** Account or worker code of the child’s reviewing officer. */
  readonly reviewingOfficer: string | null;
  /** The day by which the decision-maker has a decision to take; nothing where none waits. */
  readonly decisionDue: Day | null;
  readonly today: Day;
}

/** One message: whom, by which template, and where it leads. */
export interface Told {
  readonly account: string;
  readonly template: "action-agreed" | "decision-recommended" | "delay-raised" | "decision-maker-papers" | "business-support-told";
  readonly detail: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly key: string;
}

/** What was written, with the number it has. */
export interface Written {
  readonly kind: Kind;
  readonly number: number;
  readonly detail: Detail;
}

/**
 * Whom what a meeting came to concerns: the owner of each action; the reviewing officer of a recommendation to the child’s review; the
 * decision-maker of one to them, and of the notes where a decision is due (SHEF-A14); the service manager whose delay it is
 * (SHEF-A17); adoption business support (SHEF-T11). One message each, with a key by which it is told once. Pure.
 */
export function toldOf(written: readonly Written[], about: Telling, people: readonly Tellable[]): readonly Told[] {
  const { recordId, authority, title, heldOn, today } = about;
  const here = people.filter((one) => isPresent(one, today));
  const of = (role: Role): readonly Tellable[] => here.filter((one) => one.role === role && one.organisation === authority);
  const tell = (to: readonly Pick<Tellable, "account">[], template: Told["template"], path: string, key: string, detail: Told["detail"] = {}): readonly Told[] =>
    to.map(({ account }) => ({ account, template, path, key: `${template} ${key}`, detail: { title, heldOn, ...detail } }));
  const told: Told[] = [];
  for (const { kind, number, detail } of written) {
    const decision = `/children/${recordId}/meeting-decisions/${number}`;
    const key = `${authority} ${number}`;
    if (kind === "action-agreed" && detail["who"] !== undefined) {
      told.push(...tell(here.filter(({ account }) => account === detail["who"]), "action-agreed", `/children/${recordId}/actions/${number}`, key, { dueOn: String(detail["dueOn"]) }));
    }
    if (kind === "meeting-outcome" && detail["tellBusinessSupport"] === true) told.push(...tell(of("business-support"), "business-support-told", `/children/${recordId}/meetings`, `${recordId} ${String(detail["meeting"])}`));
    if (kind !== "meeting-decision") continue;
    if (detail["sort"] === "to-review") told.push(...tell(reviewersOf(about, of("reviewing-officer")), "decision-recommended", decision, key));
    if (detail["sort"] === "to-decision-maker") told.push(...tell(of("decision-maker"), "decision-recommended", decision, key));
    if (detail["sort"] === "delay") told.push(...tell(ownersOfDelay(about, of("service-manager")), "delay-raised", decision, key));
  }
  const considered = written.find(({ kind }) => kind === "meeting-outcome");
  if (considered !== undefined && about.decisionDue !== null) {
    told.push(...tell(of("decision-maker"), "decision-maker-papers", `/children/${recordId}/meetings`, `${recordId} ${String(considered.detail["meeting"])} ${heldOn}`, { dueOn: about.decisionDue }));
  }
  return told;
}

/** The child’s own reviewing officer; where nobody who is here is named, all of them. */
function reviewersOf({ reviewingOfficer }: Telling, officers: readonly Tellable[]): readonly Tellable[] {
  const own = officers.filter((one) => reviewingOfficer !== null && keysOf(one).includes(reviewingOfficer));
  return own.length > 0 ? own : officers;
}

/** The service manager whose the delay is: of adoption where adoption is on its way, else of fieldwork; where none of them is, all of them. */
function ownersOfDelay({ adoption }: Telling, managers: readonly Tellable[]): readonly Tellable[] {
  const own = managers.filter(({ service }) => service === (adoption ? "adoption" : "fieldwork"));
  return own.length > 0 ? own : managers;
}
