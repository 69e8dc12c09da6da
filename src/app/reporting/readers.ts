import type { Reads } from "../../domain/reporting/rows.ts";
import type { ReportingAsAt, ReportingReader } from "../../store/reporting.ts";
import type { App } from "../app.ts";
import { authorityOr } from "../authorities.ts";
import { makeCopy } from "./make-copy.ts";

type Refused = { readonly refused: string };

const LOGIN = /^[a-z_][a-z0-9_$]{0,62}$/;

/** Lets a login of the database read an authority’s copy, which is made where there is none yet; written in the authority’s audit. */
export async function letIn(app: App, login: string, authority: string, reads: Reads): Promise<{ readonly letIn: ReportingReader } | Refused> {
  const found = await authorityOr(app, authority);
  if ("refused" in found) return found;
  if (!LOGIN.test(login)) return { refused: `“${login}” cannot be a login: it is small letters, digits and underlines, at most 63, and begins with a letter` };
  const standing = await app.store.reporting.login(login);
  if (standing === "none") return { refused: `The database has no login ${login}. Make it there: create role ${login} login password '…' in role permanence_reporting` };
  if (standing === "not-in-role") return { refused: `${login} may not use the reporting schema yet. Say in the database: grant permanence_reporting to ${login}` };
  const reader: ReportingReader = { login, authority, reads, addedAt: app.clock.now() };
  await audited(app, authority, { did: "let-in", login, reads });
  await app.store.reporting.letIn(reader);
  const made = await app.store.reporting.copies();
  if (!made.some((copy) => copy.authority === authority)) await makeCopy(app, found);
  return { letIn: reader };
}

/** Lets it read the authority no more. */
export async function shutOut(app: App, login: string, authority: string): Promise<{ readonly shutOut: boolean } | Refused> {
  const found = await authorityOr(app, authority);
  if ("refused" in found) return found;
  const isOut = await app.store.reporting.shutOut(login, authority);
  if (isOut) await audited(app, authority, { did: "shut-out", login });
  return { shutOut: isOut };
}

const audited = (app: App, authority: string, input: Readonly<Record<string, string>>): Promise<void> =>
  app.store.inTransaction({ type: "operator", authority }, async (writer) => {
    await writer.lock(authority);
    await writer.appendAudit(authority, { command: "set-reporting-reader", input }, app.clock.now());
  });

/** Who reads what, and how old each copy is. */
export const readersAndCopies = async (app: App): Promise<{ readonly readers: readonly ReportingReader[]; readonly copies: readonly ReportingAsAt[] }> =>
  ({ readers: await app.store.reporting.readers(), copies: await app.store.reporting.copies() });

/** Makes the copies anew of those authorities that somebody reads, or of one; gives the codes of those that were made. */
export async function makeCopies(app: App, only?: string, onceADay = false): Promise<readonly string[] | Refused> {
  const read = new Set((await app.store.reporting.readers()).map(({ authority }) => authority));
  if (only !== undefined && !read.has(only)) return { refused: `Nobody reads ${only} yet. Let a login in first: bin/permanence reporting let-in LOGIN --authority ${only} --reads whole` };
  const made: string[] = [];
  for (const code of only === undefined ? read : [only]) {
    const organisation = await app.store.directory.organisation(code);
    if (organisation !== undefined && (await makeCopy(app, organisation, onceADay ? app.clock.today() : undefined))) made.push(code);
  }
  return made;
}

/** What a serving process does in the background: each copy anew once a day, by whichever process comes first. */
export async function copyOnceADay(app: App): Promise<void> {
  const today = app.clock.today();
  const { readers, copies } = await readersAndCopies(app);
  const made = new Set(copies.filter(({ asAtOn }) => asAtOn >= today).map(({ authority }) => authority));
  if (readers.some(({ authority }) => !made.has(authority))) await makeCopies(app, undefined, true);
}
