import type { Person, Viewer } from "../../domain/access/viewer.ts";
import type { ActionSay } from "../../domain/chronology/codes.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import { actionsIn, isOpenAction, type MeetingAction, waitsForSaying } from "../../domain/meetings/actions.ts";
import { endAction, type Ending, type EndInput, type Owner, whyNotEnd } from "../../domain/meetings/end-action.ts";
import { managerFor } from "../../domain/meetings/follow-up.ts";
import { maySay, sayOfAction, type SayInput } from "../../domain/meetings/say-of-action.ts";
import { openOf } from "../../domain/permanence/moments.ts";
import { isPresent, keysOf } from "../../domain/work/seats.ts";
import type { FollowedChild } from "../../store/meetings/actions.ts";
import type { Reader } from "../../store/reader.ts";
import type { WorkerRow } from "../../store/rows.ts";
import { openedBy } from "../access/open-access.ts";
import { type App, forbids } from "../app.ts";
import { changeChild } from "../change-child.ts";
import type { Outcome } from "../views.ts";
import { decidingRoles } from "../work/deciding-roles.ts";
import { ownersOf } from "./owners.ts";
import { closedTo, peopleOf } from "./told.ts";

export const ACTIONS_PAGE_SIZE = 50;

/** Whose actions: the viewer’s own and those that fall to them; of their team’s people; or of every child whom they may open. */
export const ACTION_SCOPES = { mine: "Mine", team: "My team’s", all: "Everyone’s" } as const;
export type ActionScope = keyof typeof ACTION_SCOPES;

export interface ActionsQuery {
  readonly scope: ActionScope;
  /** What the meetings are called. */
  readonly series?: string | undefined;
  /** Those that have ended, instead of those that are open. */
  readonly ended: boolean;
  /** From 1. */
  readonly page: number;
}

/** An action in a list. */
export interface ListedAction {
  readonly recordId: string;
  readonly localId: string;
  readonly action: MeetingAction;
  /** Name of whoever does it; null where the viewer may not know. */
  readonly owner: string | null;
  readonly ownerLeft: boolean;
  /** Who follows it up where its owner has left or has no account; null where that is nobody, or need not be. */
  readonly fallsTo: string | null;
  readonly isMine: boolean;
  /** It was taken further to the viewer, who has not said yet what is to happen with it. */
  readonly asksViewer: boolean;
}

export interface ActionsPage {
  readonly today: Day;
  readonly query: ActionsQuery;
  readonly lines: readonly ListedAction[];
  readonly total: number;
  readonly late: number;
  readonly pages: number;
  /** What the meetings are called of which there are actions in this scope. */
  readonly series: readonly string[];
  /** Whether there is a team to look at. */
  readonly hasTeam: boolean;
}

/** Actions that meetings agreed, of the children whom the viewer may open: overdue first, or those that ended, newest first. */
export async function actionsOf(app: App, person: Person, query: ActionsQuery): Promise<ActionsPage> {
  const { all, own } = await listedFor(app, person, query.scope, !query.ended);
  const shown = all.filter(({ action }) => isOpenAction(action) !== query.ended);
  const lines = shown.filter(({ action }) => query.series === undefined || action.of.series === query.series).sort(query.ended ? byEnd : byDue);
  return {
    today: app.clock.today(), query, hasTeam: own?.team != null,
    lines: lines.slice((query.page - 1) * ACTIONS_PAGE_SIZE, query.page * ACTIONS_PAGE_SIZE),
    total: lines.length, late: lines.filter(({ action }) => action.daysBehind > 0).length, pages: Math.max(1, Math.ceil(lines.length / ACTIONS_PAGE_SIZE)),
    series: [...new Set(shown.map(({ action }) => action.of.series))].sort((a, b) => a.localeCompare(b, "en-GB")),
  };
}

/** The open actions that are somebody’s to do today, or that fall to them; overdue first. */
export const actionsMine = async (app: App, person: Person): Promise<readonly ListedAction[]> => (await listedFor(app, person, "mine", true)).all.filter(({ action }) => isOpenAction(action)).sort(byDue);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDue = (a: ListedAction, b: ListedAction): number => compare(a.action.dueOn, b.action.dueOn) || compare(a.localId, b.localId) || a.action.number - b.action.number;
const byEnd = (a: ListedAction, b: ListedAction): number => compare(b.action.ended?.happenedOn ?? "", a.action.ended?.happenedOn ?? "") || b.action.number - a.action.number;

/** Managers to whom an action may fall whose owner has left or has no account. */
const FOLLOWS: ReadonlySet<string> = new Set(["team-manager", "agency-lead", "service-manager"]);

async function listedFor(app: App, person: Person, scope: ActionScope, open: boolean): Promise<{ readonly all: readonly ListedAction[]; readonly own: WorkerRow | undefined }> {
  if (forbids(person, "follow-meetings") !== undefined) return { all: [], own: undefined };
  const today = app.clock.today();
  const found = await app.store.reading(person, async (reader) => {
    const people = await peopleOf(reader);
    const own = people.find(({ account }) => account === person.account);
    const accounts = new Set([person.account, ...(await reader.covered(today)).map(({ account }) => account)]);
    const follows = [...accounts].some((account) => FOLLOWS.has(people.find((one) => one.account === account)?.role ?? person.role));
    const gone = people.filter((one) => !isPresent(one, today)).map(({ account }) => account);
    const whose = scope !== "mine" ? {} : follows ? { who: [...accounts, ...gone], orNobody: true, takenTo: [...accounts] } : { who: [...accounts] };
    const children = await reader.followed({ what: "action-agreed", open, ...whose });
    const lines = children.flatMap((child) => actionsIn(fold(child.entries), today).map((action) => listed(child, action, people, accounts, today)));
    const team = new Set(people.filter((one) => own?.team != null && one.team === own.team && one.organisation === person.organisation.code).map(({ account }) => account));
    return { own, all: lines.filter((line) => scope === "all" || line.isMine || (scope === "team" && line.action.who !== null && team.has(line.action.who))) };
  });
  return { ...found, all: await named(app, person, found.all) };
}

/** Null as well of somebody whom the viewer does not see among their own: `named` says who it is. */
const nameOf = (owner: WorkerRow | undefined, { who, whoElse }: MeetingAction): string | null => owner?.name ?? (who === null ? whoElse : null);

/** With the names of people of other organisations, asked for outside the transaction. */
async function named<T extends { readonly action: MeetingAction; readonly owner: string | null }>(app: App, person: Person, lines: readonly T[]): Promise<readonly T[]> {
  const owners = await ownersOf(app, person, lines.filter(({ owner }) => owner === null).map(({ action }) => action), new Map());
  return lines.map((line) => (line.owner === null && line.action.who !== null ? { ...line, owner: owners.get(line.action.who) ?? null } : line));
}

function listed(child: FollowedChild, action: MeetingAction, people: readonly WorkerRow[], accounts: ReadonlySet<string>, today: Day): ListedAction {
  const owner = people.find(({ account }) => account === action.who);
  const ownerLeft = owner !== undefined && !isPresent(owner, today);
  const isHidden = action.entry.hidden?.includes("who") === true;
  const falls = isOpenAction(action) && !isHidden && (ownerLeft || action.who === null) ? managerFor(action.who, child, people, today) : undefined;
  const asksViewer = waitsForSaying(action) && accounts.has(String(action.escalated?.detail["to"] ?? ""));
  return {
    asksViewer, recordId: child.recordId, localId: child.localId, action, ownerLeft, owner: nameOf(owner, action), fallsTo: falls?.name ?? null,
    isMine: asksViewer || (action.who !== null && accounts.has(action.who)) || (falls !== undefined && accounts.has(falls.account)),
  };
}

/** An action of a child whom the viewer has open, with what they may do about it. */
export interface ActionPage {
  readonly action: MeetingAction;
  readonly owner: string | null;
  readonly ownerLeft: boolean;
  readonly fallsTo: string | null;
  /** Why the viewer cannot close it; null where they can. */
  readonly whyNot: string | null;
  /** What the viewer may say of it while it is open. */
  readonly says: readonly ActionSay[];
  /** To whom it may be passed on: those who are here and may open the child, by name. */
  readonly people: readonly { readonly account: string; readonly name: string }[];
}

/** One action on a child’s record; nothing where there is none of that number. */
export async function openAction(app: App, person: Person, child: { readonly recordId: string; readonly authority: { readonly code: string }; readonly case: Case }, number: number): Promise<ActionPage | undefined> {
  const today = app.clock.today();
  const action = actionsIn(child.case, today).find(({ numbers }) => numbers.includes(number));
  if (action === undefined) return undefined;
  const openers = await openedBy(app, child.authority.code, child.recordId);
  const found = await app.store.reading(person, async (reader): Promise<ActionPage> => {
    const people = await peopleOf(reader);
    const owner = people.find(({ account }) => account === action.who);
    const ownerLeft = owner !== undefined && !isPresent(owner, today);
    const needsFall = isOpenAction(action) && (ownerLeft || action.who === null) && action.entry.hidden?.includes("who") !== true;
    const by = await endingBy(app, reader, person, child.case);
    const barred = forbids(person, "answer-meeting");
    const refused = barred ?? whyNotEnd(action, by, ownerOf(people, today)(action.who ?? ""));
    return {
      action, owner: nameOf(owner, action), ownerLeft, whyNot: refused ?? null, says: barred === undefined ? maySay(action, by, ownerOf(people, today)(action.who ?? "")) : [],
      fallsTo: needsFall ? (managerFor(action.who, whoseChild(child.case, child.authority.code), people, today)?.name ?? null) : null,
      people: people.filter((one) => isPresent(one, today) && openers.has(one.account)).map(({ account, name }) => ({ account, name })),
    };
  });
  return (await named(app, person, [found]))[0];
}

const ownerOf = (people: readonly WorkerRow[], today: Day) => (account: string): Owner | undefined => {
  const one = people.find((person) => person.account === account);
  return one === undefined ? undefined : { name: one.name, left: !isPresent(one, today), organisation: one.organisation };
};

const said = (c: Case, kind: "allocated-worker" | "responsible-team", field: string): string | null => (openOf(c, kind)?.detail[field] === undefined ? null : String(openOf(c, kind)?.detail[field]));
const whoseChild = (c: Case, authority: string) => ({ authority, socialWorker: said(c, "allocated-worker", "worker"), team: said(c, "responsible-team", "team") });

async function endingBy(app: App, reader: Reader, viewer: Viewer, c: Case): Promise<Ending> {
  const today = app.clock.today();
  const covered = await reader.covered(today);
  const roles = await decidingRoles(reader, viewer, today);
  const account = viewer.type === "person" ? viewer.account : "operator";
  const accounts = [account, ...covered.map((one) => one.account)];
  const keys = (await reader.workers()).filter((one) => accounts.includes(one.account)).flatMap(keysOf);
  return {
    accounts, roles, organisation: viewer.type === "person" ? viewer.organisation : { code: viewer.authority, name: "" },
    hasChild: keys.includes(said(c, "allocated-worker", "worker") ?? ""),
  };
}

/** Says how an action ended; passed on, it is agreed anew and its next owner is told. */
export async function endActionOf(app: App, viewer: Viewer, recordId: string, basedOn: number, input: EndInput): Promise<Outcome> {
  const next = (input.next?.who ?? "").trim();
  const shut = input.how === "passed-on" && next !== "" ? await closedTo(app, recordId, [next]) : new Set<string>();
  return changeChild(app, viewer, recordId, basedOn, "end-action", async (writer, c) => {
    const today = app.clock.today();
    const everyone = await peopleOf(writer);
    const people = new Map(everyone.map(({ account, name, leftOn }) => [account, { name, left: leftOn !== null && leftOn <= today }]));
    if (shut.has(next)) return { accepted: false, refusals: [{ field: "who", message: `${people.get(next)?.name ?? next} may not open this child’s record, and would not see the action. Choose somebody who works with the child` }] };
    return endAction(c, input, await endingBy(app, writer, viewer, c), ownerOf(everyone, today), { today, heldOn: today, people });
  }, undefined, async (writer, entries) => {
    const agreed = entries.find(({ kind }) => kind === "action-agreed");
    if (agreed?.detail["who"] === undefined) return;
    await writer.addMessages([{
      account: String(agreed.detail["who"]), template: "action-passed-on", detail: { dueOn: String(agreed.detail["dueOn"]) }, path: `/children/${recordId}/actions/${agreed.number}`, key: `action-passed-on ${recordId} ${agreed.number}`,
    }], app.clock.now());
  });
}

/** Says what is in the way of an open action, or what is to happen with one that was taken further. Whoever waits for that is told: the one it was taken to, or whoever has it. */
export async function sayOfActionOf(app: App, viewer: Viewer, recordId: string, basedOn: number, input: SayInput): Promise<Outcome> {
  const today = app.clock.today();
  return changeChild(app, viewer, recordId, basedOn, "say-of-action", async (writer, c) =>
    sayOfAction(c, input, await endingBy(app, writer, viewer, c), ownerOf(await peopleOf(writer), today), today), undefined, async (writer, [said]) => {
    const action = actionsIn(fold(await writer.entriesOf(recordId)), today).find(({ numbers }) => numbers.includes(input.action));
    if (action === undefined || said === undefined) return;
    const [account, template] = input.about === "to-happen" ? [action.who, "action-to-happen"] : [action.escalated?.detail["to"] ?? null, "action-in-the-way"];
    if (account === null || account === said.recordedBy) return;
    await writer.addMessages([{ account: String(account), template, detail: { dueOn: action.dueOn }, path: `/children/${recordId}/actions/${action.number}`, key: `${template} ${recordId} ${said.number}` }], app.clock.now());
  });
}
