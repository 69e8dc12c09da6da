import { type Context, Hono } from "hono";
import { whoAnswers } from "../../../../app/answers/checklists.ts";
import { type EntryCommand, runCommand } from "../../../../app/run-command.ts";
import type { ChildPage, Outcome } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { isTheirs } from "../../../../domain/work/whose.ts";
import { basedOn, errorsOf, type FormBody } from "../entry-form/form.ts";
import { readWhole, type TypedWhole, wholeErrors, wholeFrom } from "../entry-form/whole.ts";
import { childToWrite } from "../open/route.tsx";
import { WithdrawView } from "../withdraw/view.tsx";
import { CorrectView, type TypedChange } from "./view.tsx";
import { ChangedSinceView } from "./changed-since.tsx";
import { EntryGoneView } from "./gone.tsx";

interface Shown {
  readonly typed: TypedWhole;
  readonly change: TypedChange;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}
type View = (child: ChildPage, entry: Entry, shown: Shown) => Html;

const correctView: View = (child, entry, shown) => <CorrectView child={child} entry={entry} {...shown} />;
const withdrawView: View = (child, entry, { change, errors, since }) => <WithdrawView child={child} entry={entry} change={change} errors={errors} since={since} />;

const numberOf = (c: Context<WebEnv>): number => {
  const text = c.req.param("entry") ?? "";
  if (!/^\d{1,12}$/.test(text)) throw new NotFound();
  return Number(text);
};

const inForce = (child: ChildPage, number: number): Entry | undefined => child.case.entries.find((e) => e.number === number);

/** What now stands in the place of an entry; nothing where it was withdrawn. */
const replacementOf = (child: ChildPage, number: number): Entry | undefined =>
  child.case.entries.find((e) => child.case.history.get(e.number)?.some((before) => before.number === number));

const withdrawalOf = (child: ChildPage, number: number): Entry | undefined =>
  child.case.withdrawn.find((e) => e.number === number || child.case.history.get(e.number)?.some((before) => before.number === number));

const writtenSince = (child: ChildPage, version: number): readonly Entry[] =>
  [...child.case.entries, ...child.case.withdrawn].filter((e) => e.number > version);

function show(c: Context<WebEnv>, child: ChildPage, number: number, verb: string, view: View, shown?: Partial<Shown>) {
  const back = { href: `/children/${child.recordId}/chronology`, text: "Chronology" };
  const replacement = replacementOf(child, number);
  const entry = inForce(child, number) ?? replacement;
  const gone = entry === undefined ? withdrawalOf(child, number) : undefined;
  if (shown === undefined && (replacement ?? gone) !== undefined) {
    const row = replacement === undefined ? "" : `#entry-${replacement.number}`;
    return page(c, { title: "This entry has been corrected or withdrawn since", section: "tracker", back, status: 409, narrow: true }, <ChangedSinceView chronology={`${back.href}${row}`} />);
  }
  if (entry === undefined) {
    if (gone === undefined) throw new NotFound();
    return page(c, { title: "This entry has been withdrawn", section: "tracker", back, status: 409, narrow: true }, (
      <EntryGoneView child={child} gone={gone} typed={shown?.typed} change={shown?.change} />
    ));
  }
  const { typed = wholeFrom(entry), change = { cause: "", reason: "" }, errors = [], since = [] } = shown ?? {};
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  return page(
    c, { title: `${verb}: ${KINDS[entry.kind].label}, ${child.localId}`, section: "tracker", back, error: status !== 200, status, narrow: true },
    view(child, entry, { typed, change, errors, since }),
  );
}

const changeIn = (body: FormBody): TypedChange => ({ cause: body["cause"] ?? "", reason: (body["reason"] ?? "").replaceAll("\r\n", "\n") });

async function run(c: Context<WebEnv>, child: ChildPage, body: FormBody, command: EntryCommand): Promise<Extract<Outcome, { outcome: "done" | "refused" | "overtaken" }>> {
  const outcome = await runCommand(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), command);
  if (outcome.outcome === "forbidden") throw new Forbidden(outcome.reason);
  if (outcome.outcome === "not-found") throw new NotFound();
  return outcome;
}

/** What the form of a correction does not ask and the entry goes on saying; what its owner confirms is said on nobody’s behalf any more. */
async function keptOf(c: Context<WebEnv>, child: ChildPage, { kind, detail: { startUnknown, onBehalfOf } }: Entry, { cause }: TypedChange): Promise<Readonly<Record<string, string>>> {
  const theirs = onBehalfOf !== undefined && cause === "confirmed" && isTheirs(KINDS[kind].asks, await whoAnswers(c.get("deps").app, c.get("person")), child.case);
  return { ...(startUnknown === true ? { startUnknown: "yes" } : {}), ...(onBehalfOf === undefined || theirs ? {} : { onBehalfOf: String(onBehalfOf) }) };
}

const saved = (child: ChildPage, entries: readonly Entry[]): string => `/children/${child.recordId}?saved=${entries.at(-1)?.number ?? ""}`;

/** Correcting and withdrawing one entry. */
export const changePages = new Hono<WebEnv>()
  .use("/children/:child/entries/*", requirePermission("correct", "record-given"))
  .get("/children/:child/entries/:entry/correct", async (c) => show(c, await childToWrite(c), numberOf(c), "Correct", correctView))
  .get("/children/:child/entries/:entry/withdraw", async (c) => show(c, await childToWrite(c), numberOf(c), "Withdraw", withdrawView))
  .post("/children/:child/entries/:entry/correct", async (c) => {
    const [child, number, body] = [await childToWrite(c), numberOf(c), await readBody(c)];
    const entry = inForce(child, number);
    const was = entry ?? replacementOf(child, number) ?? withdrawalOf(child, number);
    if (was === undefined) throw new NotFound();
    const change = changeIn(body);
    const { typed, input, unreadable } = readWhole(was.kind, body, await keptOf(c, child, was, change));
    if (entry === undefined) return show(c, child, number, "Correct", correctView, { typed, change, since: writtenSince(child, basedOn(body)) });
    const outcome = await run(c, child, body, { name: "correct-entry", input: { ...input, ...change, number } });
    switch (outcome.outcome) {
      case "done": return c.redirect(saved(child, outcome.entries), 303);
      case "refused": return show(c, child, number, "Correct", correctView, { typed, change, errors: wholeErrors(entry.kind, outcome.refusals, unreadable) });
      case "overtaken": return show(c, await childToWrite(c), number, "Correct", correctView, { typed, change, since: outcome.since });
    }
  })
  .post("/children/:child/entries/:entry/withdraw", async (c) => {
    const [child, number, body] = [await childToWrite(c), numberOf(c), await readBody(c)];
    const entry = inForce(child, number);
    const change = changeIn(body);
    if (entry === undefined) return show(c, child, number, "Withdraw", withdrawView, { change, since: writtenSince(child, basedOn(body)) });
    const outcome = await run(c, child, body, { name: "withdraw-entry", input: { number, ...change } });
    switch (outcome.outcome) {
      case "done": return c.redirect(saved(child, outcome.entries), 303);
      case "refused": return show(c, child, number, "Withdraw", withdrawView, { change, errors: errorsOf(entry.kind, outcome.refusals) });
      case "overtaken": return show(c, await childToWrite(c), number, "Withdraw", withdrawView, { change, since: outcome.since });
    }
  });
