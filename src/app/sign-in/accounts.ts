import type { Service } from "../../domain/access/office.ts";
import { SERVICES } from "../../domain/access/office.ts";
import { isRole } from "../../domain/access/recognise.ts";
import { ROLES } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { NOT_AN_EMAIL, readEmail } from "../../domain/administration/email.ts";
import { type Day, parseDay } from "../../domain/dates/day.ts";
import type { App } from "../app.ts";

/** A person’s account as the operator writes it on the command line. */
export interface AccountDraft {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  /** The name by which the sign-in provider knows the person; nothing for an account that nobody signs in to by one. */
  readonly signInName?: string | undefined;
  /** Where mail to them goes; nothing for an account that gets none. */
  readonly email?: string | undefined;
  readonly worker?: string | undefined;
  readonly team?: string | undefined;
  readonly service?: string | undefined;
  readonly leftOn?: string | undefined;
}

export type AccountAdded = { readonly added: AccountDraft } | { readonly refused: string };

const ACCOUNT = /^[a-z0-9][a-z0-9._@-]{0,99}$/;

/** Adds an account, or changes it to what is given. Refused in words. */
export async function addAccount(app: App, draft: AccountDraft): Promise<AccountAdded> {
  const { account, name, role, organisation } = draft;
  const [worker, team, service, leftOn] = [draft.worker ?? null, draft.team ?? null, draft.service ?? null, draft.leftOn ?? null];
  const signInName = draft.signInName?.trim().toLowerCase();
  const refused = await refusedBecause(app, { ...draft, signInName });
  if (refused !== undefined || !isRole(role)) return { refused: refused ?? "" };
  const had = (await app.store.directory.people()).find((p) => p.account === account);
  await app.store.inTransaction({ type: "operator", authority: organisation }, async (writer) => {
    await writer.addAccount({ account, name: name.trim(), role, organisation, worker, team, service: service as Service | null, leftOn: leftOn as Day | null, email: draft.email === undefined ? null : readEmail(draft.email) ?? null });
    if (signInName !== undefined) {
      const before = await app.store.signIns.registered(signInName);
      await writer.setIdentity({ account, signInName, linkedTo: before?.account === account ? before.linkedTo : null });
    }
    // Whoever was signed in as what the account was before signs in again.
    if (had !== undefined && (had.role !== role || had.organisation.code !== organisation)) await writer.endSessions(account, app.clock.now());
    await writer.appendAudit(organisation, { command: "add-account", input: { account, role, left: leftOn } }, app.clock.now());
  });
  // The organisation that they are no longer of has its line too.
  if (had !== undefined && had.organisation.code !== organisation) {
    await app.store.inTransaction({ type: "operator", authority: had.organisation.code }, (writer) => writer.appendAudit(had.organisation.code, { command: "add-account", input: { account, role: had.role, movedTo: organisation } }, app.clock.now()));
  }
  return { added: draft };
}

async function refusedBecause(app: App, { account, name, role, organisation, signInName, service, leftOn, email }: AccountDraft): Promise<string | undefined> {
  if (!ACCOUNT.test(account) || account === "operator" || account === "nobody") return `“${account}” cannot be an account. It looks like harrowmere.ash.rowan: small letters, digits, dots, hyphens, and at most 100 of them`;
  if (name.trim() === "") return "Give the person’s name, in quotation marks";
  if (!isRole(role)) return `There is no role “${role}”. The roles are ${Object.keys(ROLES).join(", ")}`;
  if (service !== undefined && !Object.hasOwn(SERVICES, service)) return `There is no service “${service}”. The services are ${Object.keys(SERVICES).join(", ")}`;
  if (email !== undefined && readEmail(email) === undefined) return `“${email}” is not an e-mail address. ${NOT_AN_EMAIL}`;
  if (leftOn !== undefined && parseDay(leftOn) === undefined) return `“${leftOn}” is not a day. Write it like 2026-03-31`;
  if ((await app.store.directory.organisation(organisation)) === undefined) return `There is no organisation ${organisation} here. Add it with: bin/permanence authority add ${organisation} "Its name"`;
  const taken = signInName === undefined ? undefined : await app.store.signIns.registered(signInName);
  return taken === undefined || taken.account === account ? undefined : `${signInName} is already the sign-in name of ${taken.account}`;
}

export type Changed = { readonly changed: Person } | { readonly refused: string };

/** Signs the person out everywhere; `unlinked`: and lets the next person with their sign-in name have the account. */
export async function endSessions(app: App, account: string, { unlinked }: { readonly unlinked?: string } = {}): Promise<Changed> {
  const person = await app.store.directory.person(account);
  if (person === undefined) return { refused: `There is no account ${account} here, or its person has left` };
  const { code } = person.organisation;
  await app.store.inTransaction({ type: "operator", authority: code }, async (writer) => {
    await writer.endSessions(account, app.clock.now());
    if (unlinked !== undefined) await writer.setIdentity({ account, signInName: unlinked, linkedTo: null });
    await writer.appendAudit(code, { command: unlinked === undefined ? "end-sessions" : "unlink-account", input: { account } }, app.clock.now());
  });
  return { changed: person };
}
