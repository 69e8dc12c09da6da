import { type Context, Hono } from "hono";
import { runCommand } from "../../../../app/run-command.ts";
import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { Kind } from "../../../../domain/chronology/kinds.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { page, part } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { trackerOf } from "../../several/ticked.ts";
import { groupClocks } from "../clocks/groups.ts";
import { basedOn } from "../entry-form/form.ts";
import { childOf } from "../open/route.tsx";
import { stoppingKind } from "../open/record-link.ts";
import { commandOf, dateErrors, doneInWords, PLANNABLE, readDateForm, type TypedDate } from "./form.ts";
import { keepSaid } from "./said.ts";
import { type DatesProps, DatesView } from "./view.tsx";

type Ctx = Context<WebEnv>;

/** A script asks for the part of the page that it puts under a line. */
const isInPlace = (c: Ctx): boolean => c.req.header("x-in-place") === "yes";

/** What the open clocks wait for, of the kinds that a date alone can plan: late ones first. */
function awaitedOf(c: Ctx, child: ChildPage): readonly Kind[] {
  const { late, soon, running } = groupClocks(child.clocks);
  const { standards } = c.get("deps").app;
  const kinds = [...late, ...soon, ...running].flatMap(({ standard }) => {
    const rule = standards.get(standard);
    return rule === undefined ? [] : stoppingKind(rule) ?? [];
  });
  return [...new Set(kinds)].filter((kind) => PLANNABLE.includes(kind)).slice(0, 6);
}

function show(c: Ctx, child: ChildPage, returnTo: string, more: Partial<Pick<DatesProps, "typed" | "errors" | "since">> = {}) {
  const { typed, errors = [], since = [] } = more;
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  const props: DatesProps = { child, returnTo, awaited: awaitedOf(c, child), typed, errors, since, inPlace: isInPlace(c) };
  if (isInPlace(c)) return part(c, <DatesView {...props} />, status);
  const back = { href: `${returnTo}#line-${child.recordId}`, text: "Tracker" };
  return page(c, { title: `Dates to come for ${child.localId}`, section: "tracker", back, error: status !== 200, status }, <DatesView {...props} />);
}

/** The entry that somebody’s form speaks of, as it is or as it was: what now stands in its place is `standing`. */
function foundIn({ case: c }: ChildPage, number: number): { readonly was: Entry; readonly standing: Entry | undefined } | undefined {
  for (const e of [...c.entries, ...c.withdrawn]) {
    const was = [e, ...c.history.get(e.number) ?? []].find((other) => other.number === number);
    if (was !== undefined) return { was, standing: c.entries.includes(e) ? e : undefined };
  }
  return undefined;
}

const writtenSince = ({ case: c }: ChildPage, version: number): readonly Entry[] => [...c.entries, ...c.withdrawn].filter((e) => e.number > version);

/** Somebody saved first: theirs, and what was typed at the date that stands in the place of the one it was typed at. */
function showOvertaken(c: Ctx, child: ChildPage, returnTo: string, typed: TypedDate, version: number) {
  const found = typed.entry === "add" ? undefined : foundIn(child, typed.entry);
  const at = found === undefined ? typed : { ...typed, kind: found.was.kind, entry: found.standing?.number ?? found.was.number };
  return show(c, child, returnTo, { typed: at, since: writtenSince(child, version) });
}

/** The dates to come of one child: a page of its own, or under that child’s line of the tracker. */
export const datesPages = new Hono<WebEnv>()
  .use("/children/:child/dates", requirePermission("record"))
  .get("/children/:child/dates", async (c) => show(c, await childOf(c), trackerOf(c.req.query("return"))))
  .post("/children/:child/dates", async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const returnTo = trackerOf(body["return"]);
    const version = basedOn(body);
    const { typed, doing } = readDateForm(child, body);
    const found = typed.entry === "add" ? undefined : foundIn(child, typed.entry);
    if (typed.entry !== "add") {
      if (found === undefined) throw new NotFound();
      if (found.standing?.number !== typed.entry || found.was.certainty === "actual") return showOvertaken(c, child, returnTo, typed, version);
    }
    const { command, unreadable } = commandOf(typed, doing, found?.was);
    const outcome = await runCommand(c.get("deps").app, c.get("person"), child.recordId, version, command);
    switch (outcome.outcome) {
      case "refused": return show(c, child, returnTo, { typed, errors: dateErrors(child, typed, outcome.refusals, unreadable) });
      case "overtaken": return showOvertaken(c, await childOf(c), returnTo, typed, version);
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
      case "done": {
        const text = doneInWords(child, outcome.entries.at(-1)!, doing);
        if (isInPlace(c)) return c.json({ said: text });
        await keepSaid(c, { recordId: child.recordId, text });
        return c.redirect(`${returnTo}#line-${child.recordId}`, 303);
      }
    }
  });
