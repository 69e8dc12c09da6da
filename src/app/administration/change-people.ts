import { type AccountInput, type AccountsHere, type AccountState, decideAccount, decideLeaving, type AccountDecision } from "../../domain/administration/account.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { JsonValue, Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { audit, changing, versionOf } from "./administering.ts";
import { everybody, leftBehind } from "./people.ts";
import type { Made, SavedAccount } from "./views.ts";

/** Adds somebody to the administrator’s organisation. */
export async function addPerson(app: App, by: Person, input: AccountInput): Promise<Made<SavedAccount>> {
  const taken = await takenBy(app, input);
  return changing(app, by, async (writer) => save(app, writer, by, undefined, decideAccount(undefined, input, await here(app, writer, by, taken)), "add"));
}

/** Changes somebody of it; `basedOn`: as they were when whoever asks looked. */
export async function changePerson(app: App, by: Person, account: string, input: AccountInput, basedOn: string): Promise<Made<SavedAccount>> {
  const taken = await takenBy(app, input);
  return ofOne(app, by, account, basedOn, async (writer, before) => save(app, writer, by, before, decideAccount(before, input, await here(app, writer, by, taken)), "change"));
}

/** Says from which day somebody is no longer here; by null, that they are here after all. */
export const setLeft = (app: App, by: Person, account: string, leftOn: Day | null, basedOn: string): Promise<Made<SavedAccount>> =>
  ofOne(app, by, account, basedOn, (writer, before) => save(app, writer, by, before, decideLeaving(before, leftOn, { by: by.account, today: app.clock.today() }), leftOn === null ? "return" : "leave"));

/** Ends every session of somebody’s, wherever they are signed in. */
export const signOutEverywhere = (app: App, by: Person, account: string): Promise<Made<SavedAccount>> =>
  changing(app, by, async (writer) => {
    const found = (await writer.administration.accountsOf(by.organisation.code)).find((one) => one.account === account);
    if (found === undefined) return { outcome: "not-found" };
    await writer.endSessions(account, new Date().toISOString());
    await audit(app, writer, by, "set-account", { account, did: "sign-out" });
    return { outcome: "done", done: { account, name: found.name, signedOut: true } };
  });

/** Whose the sign-in name is already, in any organisation. */
const takenBy = async (app: App, { signInName }: AccountInput): Promise<string | undefined> =>
  signInName.trim() === "" || signInName.includes("\0") ? undefined : (await app.store.signIns.registered(signInName.trim()))?.account;

async function here(app: App, writer: Writer, by: Person, signInNameOf: string | undefined): Promise<AccountsHere> {
  const { accounts: everyone, holdings } = await everybody(writer, by.organisation.code);
  const childrenUnder = (key: string): number => holdings.filter((row) => row.key === key).reduce((sum, { children }) => sum + children, 0);
  return { organisation: by.organisation, everyone, by: by.account, today: app.clock.today(), signInNameOf, childrenUnder };
}

const ofOne = (app: App, by: Person, account: string, basedOn: string, work: (writer: Writer, before: AccountState) => Promise<Made<SavedAccount>>): Promise<Made<SavedAccount>> =>
  changing(app, by, async (writer) => {
    const before = (await writer.administration.accountsOf(by.organisation.code)).find((one) => one.account === account);
    if (before === undefined) return { outcome: "not-found" };
    return versionOf(before) === basedOn ? work(writer, before) : { outcome: "overtaken" };
  });

async function save(app: App, writer: Writer, by: Person, before: AccountState | undefined, decision: AccountDecision, did: "add" | "change" | "leave" | "return"): Promise<Made<SavedAccount>> {
  if (!decision.accepted) return { outcome: "refused", refusals: decision.refusals };
  const { after, changed, endsSessions } = decision;
  const { account, signInName, ...rest } = after;
  await writer.addAccount({ account, ...rest });
  // A name by which they did not sign in before is linked to nobody yet.
  if (signInName !== null && signInName !== before?.signInName) await writer.setIdentity({ account, signInName, linkedTo: null });
  // The machine’s time, as that of sessions is.
  if (endsSessions) await writer.endSessions(account, new Date().toISOString());
  const held = await writer.administration.holdings(by.organisation.code);
  const leaves = did === "leave" ? { children: leftBehind(after, held).reduce((sum, { children }) => sum + children, 0) } : {};
  await audit(app, writer, by, "set-account", { account, did, fields: [...changed], ...saidOf(before, after), ...leaves });
  return { outcome: "done", done: { account, name: after.name, signedOut: endsSessions } };
}

/** What the audit keeps of it: codes and days, no names of people. */
const saidOf = (before: AccountState | undefined, after: AccountState): Readonly<Record<string, JsonValue>> => ({
  role: after.role, ...(before !== undefined && before.role !== after.role ? { was: before.role } : {}),
  ...(before?.team !== after.team ? { team: after.team, ...(before === undefined ? {} : { wasIn: before.team }) } : {}),
  ...(before?.worker !== after.worker ? { worker: after.worker } : {}),
  ...(before?.leftOn !== after.leftOn ? { left: after.leftOn } : {}),
});
