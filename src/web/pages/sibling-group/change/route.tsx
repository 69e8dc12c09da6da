import { type Context, Hono } from "hono";
import { runCommand } from "../../../../app/run-command.ts";
import type { SiblingGroupPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound } from "../../../middleware/permission.ts";
import { basedOn, errorsOf } from "../../child/entry-form/form.ts";
import { addressOf, groupToChange, requireGroupPermission, savedAddress, titleOf, writtenSince } from "../group-of.ts";
import { errorsOn, readChangeForm, type Typed, typedOf, type Verb, VERBS } from "./form.ts";
import { ChangeView, GoneView } from "./view.tsx";

interface Shown {
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

const verbOf = (c: Context<WebEnv>): Verb => {
  const verb = c.req.param("verb") ?? "";
  if (!Object.hasOwn(VERBS, verb)) throw new NotFound();
  return verb as Verb;
};

/** The entry of the address, or what now stands in its place, or its withdrawal. */
function entryOf(c: Context<WebEnv>, { case: { entries, withdrawn, history } }: SiblingGroupPage): Entry {
  const number = Number(c.req.param("entry"));
  const isIt = (e: Entry): boolean => e.number === number || history.get(e.number)?.some((before) => before.number === number) === true;
  const entry = entries.find(isIt) ?? withdrawn.find(isIt);
  if (entry === undefined || (verbOf(c) === "end" && entry.kind !== "sibling-membership")) throw new NotFound();
  return entry;
}

function show(c: Context<WebEnv>, group: SiblingGroupPage, entry: Entry, shown?: Shown) {
  const verb = verbOf(c);
  const frame = { section: "tracker", back: { href: addressOf(group), text: titleOf(group) }, narrow: true } as const;
  if (group.case.withdrawn.includes(entry)) {
    return page(c, { ...frame, title: "This entry has been withdrawn", status: 409 }, <GoneView group={group} gone={entry} typed={shown?.typed} />);
  }
  const { typed = typedOf(group, entry), errors = [], since = [] } = shown ?? {};
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  return page(c, { ...frame, title: `${VERBS[verb].title}, ${titleOf(group)}`, error: status !== 200, status }, (
    <ChangeView group={group} entry={entry} verb={verb} typed={typed} errors={errors} since={since} />
  ));
}

/** Ending a membership; correcting and withdrawing an entry of a group. */
export const changeGroupPages = new Hono<WebEnv>()
  .use("/sibling-groups/:group/entries/*", requireGroupPermission("correct"))
  .get("/sibling-groups/:group/entries/:entry{[0-9]{1,12}}/:verb", async (c) => {
    const group = await groupToChange(c);
    return show(c, group, entryOf(c, group));
  })
  .post("/sibling-groups/:group/entries/:entry{[0-9]{1,12}}/:verb", async (c) => {
    const group = await groupToChange(c);
    const entry = entryOf(c, group);
    const body = await readBody(c);
    const { typed, command, unreadable } = readChangeForm(group, entry, verbOf(c), body);
    const isSame = String(entry.number) === c.req.param("entry") && !group.case.withdrawn.includes(entry);
    if (!isSame) return show(c, group, entry, { typed, since: writtenSince(group, basedOn(body)) });
    const outcome = await runCommand(c.get("deps").app, c.get("person"), group.recordId, basedOn(body), command);
    switch (outcome.outcome) {
      case "done": return c.redirect(savedAddress(group, outcome.entries), 303);
      case "refused": return show(c, group, entry, { typed, errors: errorsOn(verbOf(c), entry.kind, errorsOf(entry.kind, outcome.refusals, unreadable)) });
      case "overtaken": {
        const now = await groupToChange(c);
        return show(c, now, entryOf(c, now), { typed, since: writtenSince(now, basedOn(body)) });
      }
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });
