import { type Context, Hono } from "hono";
import { decidesAs } from "../../../app/decisions/deciding.ts";
import { allocatable } from "../../../app/several/allocatable.ts";
import { childrenOfView, MOST_AT_ONCE, nameChildren } from "../../../app/several/chosen.ts";
import { previewSeveral, recordSeveral } from "../../../app/several/record-several.ts";
import type { NamedChild, SeveralPreview } from "../../../app/several/views.ts";
import { isKind, type Kind, KINDS } from "../../../domain/chronology/kinds.ts";
import type { Refusal } from "../../../domain/commands/command.ts";
import { KINDS_FOR_MANY, type ManyInput, refusalsForAll } from "../../../domain/commands/record-many.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import type { FieldError } from "../../forms/fields.tsx";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { emptyEntry, errorsOf, type FormBody, readEntryForm } from "../child/entry-form/form.ts";
import { readTrackerQuery } from "../tracker/query.ts";
import { ChooseView, stepAddress } from "./choose.tsx";
import { headingOf, mayStand, SeveralFormView, type TypedSeveral } from "./form-view.tsx";
import { PreviewView } from "./preview-view.tsx";
import { childrenInWords, inShort, packIds, trackerOf, unpackIds } from "./ticked.ts";
import { NotTickedView } from "./not-ticked.tsx";

type Ctx = Context<WebEnv>;

function kindOf(c: Ctx): Kind {
  const kind = c.req.param("kind") ?? "";
  if (!isKind(kind) || !KINDS_FOR_MANY.includes(kind)) throw new NotFound();
  return kind;
}

/** The ids in an address or a form; more than can be changed at once were never offered. */
function idsIn(packed: string | undefined): readonly string[] {
  const ids = unpackIds(packed ?? "");
  if (ids.length > MOST_AT_ONCE) throw new NotFound();
  return ids;
}

/** The children named in an address or a form, whom this person may see; not found where any is not theirs. */
async function namedIn(c: Ctx, packed: string | undefined): Promise<readonly NamedChild[]> {
  const children = await nameChildren(c.get("deps").app, c.get("person"), idsIn(packed));
  if (children === undefined) throw new NotFound();
  return children;
}

const notTicked = (c: Ctx, from: string, tooMany?: number) =>
  page(c, { title: tooMany === undefined ? "No child is ticked" : "That is too many at once", section: "tracker", back: { href: from, text: "Tracker" }, status: 422, error: true, narrow: true }, <NotTickedView from={from} tooMany={tooMany} />);

async function showForm(c: Ctx, kind: Kind, children: readonly NamedChild[], from: string, typed: TypedSeveral, errors: readonly FieldError[] = []) {
  const choices = await allocatable(c.get("deps").app, c.get("person"));
  const back = { href: stepAddress("/tracker/several", children, from) };
  return page(
    c, { title: `${headingOf(kind)}, ${childrenInWords(children.length)}`, section: "tracker", back, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true },
    <SeveralFormView ticked={children} from={from} kind={kind} typed={typed} errors={errors} choices={choices} />,
  );
}

/** What was sent of the one thing, as typed and as the command takes it. */
function readSeveral(kind: Kind, body: FormBody): { readonly typed: TypedSeveral; readonly input: ManyInput; readonly unreadable: readonly Refusal[] } {
  const { typed: entry, input, unreadable } = readEntryForm(kind, body);
  const standing = body["standing"] === "add" ? "add" : "move";
  const reason = (body["reason"] ?? "").replaceAll("\r\n", "\n");
  return { typed: { entry, standing, reason }, input: { ...input, standing, reason }, unreadable };
}

/** The form’s own fields, to be sent again from the preview. */
const sentAgain = (body: FormBody): readonly (readonly [string, string])[] =>
  Object.entries(body).filter(([name]) => /^(children|from|standing|reason|certainty|(happenedOn|until|detail-\w+)(-day|-month|-year)?)$/.test(name));

async function showPreview(c: Ctx, kind: Kind, body: FormBody, from: string, preview: SeveralPreview) {
  const { typed, input } = readSeveral(kind, body);
  // That a reason is missing is put right in the form, for all of them at once.
  const unsaid = preview.children.filter(({ answer }) => answer.answer === "refused" && answer.refusals.some((r) => r.field === "reason"));
  if (unsaid.length > 0 && input.reason.trim() === "") {
    const who = inShort(unsaid.map((child) => child.localId));
    const text = `${who} already ${unsaid.length === 1 ? "has" : "have"} a date to come for this, which would move. Say why${unsaid.length === 1 ? "" : ", once for all of them"}`;
    return showForm(c, kind, preview.children, from, typed, [{ id: "reason", text }]);
  }
  const { names } = await allocatable(c.get("deps").app, c.get("person"));
  const overtaken = preview.children.some((child) => child.since.length > 0);
  const refused = preview.children.some((child) => child.answer.answer === "refused");
  return page(
    c, { title: `Check what will change: ${KINDS[kind].label}`, section: "tracker", error: overtaken || refused, status: overtaken ? 409 : refused ? 422 : 200 },
    <PreviewView preview={preview} kind={kind} from={from} sent={sentAgain(body)} names={names} />,
  );
}

const without = (body: FormBody): FormBody => {
  const left = new Set((body["leave"] ?? "").split(" "));
  return { ...body, children: packIds(unpackIds(body["children"] ?? "").filter((id) => !left.has(id))), step: "look" };
};

/** Doing the same for several children: tick them, choose what, say when, read what will change, save. */
export const severalPages = new Hono<WebEnv>()
  .use("/tracker/several", requirePermission("record"))
  .use("/tracker/several/*", requirePermission("record"))
  .post("/tracker/several", async (c) => {
    const body = await c.req.parseBody({ all: true });
    const all = (name: string): readonly string[] => [body[name] ?? []].flat().filter((value): value is string => typeof value === "string");
    const from = trackerOf(all("from")[0]);
    const { app } = c.get("deps");
    const matching = all("matching")[0];
    const asked = matching === undefined ? { ids: all("child"), total: all("child").length }
      : await childrenOfView(app, c.get("person"), readTrackerQuery(paramsOf(matching), app.clock.today()).query.view);
    const packed = packIds(asked.ids);
    if (packed === "") return notTicked(c, from);
    if (asked.total > MOST_AT_ONCE) return notTicked(c, from, asked.total);
    return c.redirect(`/tracker/several?${new URLSearchParams({ children: packed, from })}`, 303);
  })
  .get("/tracker/several", async (c) => {
    const from = trackerOf(c.req.query("from"));
    const children = await namedIn(c, c.req.query("children"));
    return page(c, { title: `What to do for ${childrenInWords(children.length)}`, section: "tracker", back: { href: from, text: "Tracker" } }, <ChooseView ticked={children} from={from} />);
  })
  .get("/tracker/several/:kind", async (c) => {
    const kind = kindOf(c);
    const typed: TypedSeveral = { entry: emptyEntry(mayStand(kind) ? "planned" : KINDS[kind].ahead === true ? "" : "actual"), standing: "move", reason: "" };
    return showForm(c, kind, await namedIn(c, c.req.query("children")), trackerOf(c.req.query("from")), typed);
  })
  .post("/tracker/several/:kind", async (c) => {
    const kind = kindOf(c);
    const sent = await readBody(c);
    const body = sent["leave"] === undefined ? sent : without(sent);
    const [app, person, from] = [c.get("deps").app, c.get("person"), trackerOf(body["from"])];
    const { typed, input, unreadable } = readSeveral(kind, body);
    const wrong = errorsOf(kind, refusalsForAll(input, app.clock.today(), await decidesAs(app, person)), unreadable);
    if (wrong.length > 0 || body["step"] === "edit") return showForm(c, kind, await namedIn(c, body["children"]), from, typed, body["step"] === "edit" ? [] : wrong);
    const ids = idsIn(body["children"]);
    if (body["step"] !== "save") {
      const preview = await previewSeveral(app, person, ids, input);
      if (preview === undefined) throw new NotFound();
      return showPreview(c, kind, body, from, preview);
    }
    const versions = (body["versions"] ?? "").split(",");
    const outcome = await recordSeveral(app, person, ids.map((recordId, i) => ({ recordId, basedOn: /^\d{1,12}$/.test(versions[i] ?? "") ? Number(versions[i]) : 0 })), input);
    switch (outcome.outcome) {
      case "done": return c.redirect(`/changes/${outcome.change}?${new URLSearchParams({ from, saved: "yes" })}`, 303);
      case "refused":
      case "overtaken": return showPreview(c, kind, body, from, outcome.preview);
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });

function paramsOf(search: string): Readonly<Record<string, readonly string[]>> {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) (params[name] ??= []).push(value);
  return params;
}
