import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import { type App, forbids } from "../app.ts";
import { openDiffering } from "../agency/differing.ts";
import { requestsWaiting } from "../extensions/waiting.ts";
import { requestsToAgree } from "../identity/adoptive-pages.ts";
import { planActionsMine } from "../plan/open-plan.ts";
import { reportsDue } from "../plan/register.ts";
import { movesAnswered, movesWaiting } from "../moves/open.ts";
import { isOverdue } from "../../domain/scorecard/plan/plan.ts";
import { lookingAt } from "../team/looking.ts";
import { type Asks, asksOf } from "./asks.ts";

/** Something that waits for somebody because of their role, and has no clock of its own on their desk. */
export interface WaitingForRole {
  /** “4 challenges wait for your answer”. */
  readonly words: string;
  /** The page that has them. */
  readonly path: string;
}

type Asking = (app: App, person: Person, roles: readonly Role[], asks: Asks) => Promise<readonly WaitingForRole[]>;

function waiting(count: number, one: string, many: string, path: string): readonly WaitingForRole[] {
  return count === 0 ? [] : [{ path, words: count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${many}` }];
}

const challenges: Asking = async (_app, person, _roles, asks) => {
  if (forbids(person, "answer-challenge") !== undefined) return [];
  const mine = ((await asks.challenges())?.open ?? []).filter((one) => one.mine).length;
  return waiting(mine, "challenge waits for your answer", "challenges wait for your answer", "/challenges");
};

const decisions: Asking = async (_app, _person, roles, asks) => {
  if (!roles.includes("decision-maker")) return [];
  const { papers = [], toConfirm = [] } = (await asks.decisions()) ?? {};
  // What is due by a day stands on the desk itself; and what was put down for one of the others waits once.
  const undated = papers.filter(({ group }) => group === "undated").map(({ recordId, kind }) => `${recordId} ${kind}`);
  return waiting(new Set([...undated, ...toConfirm.map(({ recordId, entry }) => `${recordId} ${entry.kind}`)]).size, "decision waits for you", "decisions wait for you", "/decisions");
};

const forms: Asking = async (_app, _person, _roles, asks) => {
  const { packs = [], open = [], close = [] } = (await asks.forms())?.lists ?? {};
  const chase = packs.filter(({ days }) => days !== null && days < 0).length;
  return waiting(open.length + close.length + chase, "milestones form waits to be opened, chased or closed", "milestones forms wait to be opened, chased or closed", "/forms");
};

/** Of managers: what was asked of them on children’s records and they have not answered. */
const asked: Asking = async (app, person) => {
  const signs = forbids(person, "sign-off") === undefined;
  if (!signs && person.role !== "team-manager") return [];
  return app.store.reading(person, async (reader) => {
    const { scope, authority } = await lookingAt(app, reader, person, undefined);
    const rows = await reader.awaitingManagers(scope);
    const of = (...kinds: readonly Kind[]) => rows.filter(({ kind }) => kinds.includes(kind));
    const requests = !signs ? [] : (await requestsWaiting(app, reader, person, authority, of("extension-requested").map(({ localId }) => localId))).filter(({ request }) => request.signAs !== null);
    return [
      ...waiting(requests.length, "request for more time waits for you to sign or refuse", "requests for more time wait for you to sign or refuse", "/sign-offs"),
      ...(person.role !== "service-manager" ? [] : waiting(of("interagency-discussed").length, "interagency search waits for your decision", "interagency searches wait for your decision", "/service")),
      ...(person.role !== "team-manager" ? [] : waiting(of("papers-to-manager", "closure-summary").length, "paper or summary waits for you to check or sign off", "papers and summaries wait for you to check or sign off", "/team")),
    ];
  });
};

/** Of those who move children: whom another authority offers, and what came of whom they offered. */
const moves: Asking = async (app, person) => [
  ...waiting(await movesWaiting(app, person), "child waits to be taken over from another authority", "children wait to be taken over from other authorities", "/moves"),
  ...waiting(await movesAnswered(app, person), "child whom you offered was answered by the other authority this week", "children whom you offered were answered by other authorities this week", "/moves"),
];

/** Of those who say who sees a profile: those that are shown further than they may be. */
const profiles: Asking = async (app, person) =>
  forbids(person, "change-profile") !== undefined ? [] : waiting(await app.store.reader(person).countShownTooFar(), "profile is shown further than it may be", "profiles are shown further than they may be", "/tracker?profile=too-far&column=where&column=profile&column=status");

/** Of both sides of an agreement: the children of whom their dates differ. */
const differences: Asking = async (app, person, roles) => waiting((await openDiffering(app, person, roles)).total, "child has a date that differs between agency and authority", "children have dates that differ between agency and authority", "/tracker?differs=yes");

/** Of second persons: what is to be opened or unsealed, and what is to go to a birth family. */
const secondPerson: Asking = async (app, person, _roles, asks) => [
  ...waiting(await requestsToAgree(app, person), "request to open or unseal waits for a second person", "requests to open or unseal wait for a second person", "/adoptive"),
  ...waiting((await asks.releases()).length, "letter to a birth family waits for a second person", "letters to birth families wait for a second person", "/work#release-section"),
];

/** Of those who answer what meetings recommend, and of whoever took an action on: what waits for them. */
const meetings: Asking = async (_app, _person, _roles, asks) => [
  ...waiting((await asks.actions()).length, "action of a meeting is yours to do", "actions of meetings are yours to do", "/actions"),
  ...waiting((await asks.recommended()).length, "recommendation of a meeting waits for your answer", "recommendations of meetings wait for your answer", "/work#recommended"),
];

/** Of those who are asked for an update before a meeting, or for the papers. */
const updates: Asking = async (_app, person, _roles, asks) =>
  forbids(person, "follow-meetings") !== undefined ? [] : waiting((await asks.updates()).length, "update waits for a meeting", "updates wait for a meeting", "/work#for-meetings");

/** Of those who own actions of the action plan, and of those who make regular reports: what is past its day. */
const plan: Asking = async (app, person) => [
  ...waiting((await planActionsMine(app, person)).filter(isOverdue).length, "action of the action plan is overdue", "actions of the action plan are overdue", "/scorecard/plan"),
  ...waiting((await reportsDue(app, person)).filter(({ state }) => state === "late").length, "regular report is late", "regular reports are late", "/scorecard/regular"),
];

/** In the order in which a desk says them. Each asks nothing of those whose roles have none of it. */
const ASKED: readonly Asking[] = [updates, challenges, decisions, meetings, secondPerson, moves, profiles, differences, asked, forms, plan];

/** What waits for somebody who acts in these roles, beside what is due from them by a day. `asks`: what the desk has asked already. */
export async function waitingFor(app: App, person: Person, roles: readonly Role[], asks: Asks = asksOf(app, person, roles)): Promise<readonly WaitingForRole[]> {
  const found: WaitingForRole[] = [];
  for (const ask of ASKED) found.push(...await ask(app, person, roles, asks));
  return found;
}

/** Whether anything does: asked no further than the first. */
export async function anythingWaits(app: App, person: Person, roles: readonly Role[]): Promise<boolean> {
  const asks = asksOf(app, person, roles);
  for (const ask of ASKED) if ((await ask(app, person, roles, asks)).length > 0) return true;
  return false;
}
