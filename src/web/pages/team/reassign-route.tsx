import { type Context, Hono } from "hono";
import { nameChildren } from "../../../app/several/chosen.ts";
import type { NamedChild, SeveralPreview } from "../../../app/several/views.ts";
import { allocatable } from "../../../app/several/allocatable.ts";
import { mayHaveChildren, previewReassign, reassign, tooMany } from "../../../app/team/reassign.ts";
import type { Refusal } from "../../../domain/commands/command.ts";
import { isTrack, type ReassignInput, type Track } from "../../../domain/commands/reassign.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { dateMessage, readDateParts } from "../../forms/date-input.ts";
import { type FieldError, readParts } from "../../forms/fields.tsx";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { type FormBody, partsOfDay } from "../child/entry-form/form.ts";
import { PreviewView } from "../several/preview-view.tsx";
import { listOf, packIds, unpackIds } from "../several/ticked.ts";
import { reassignTitle, ReassignView, type TypedReassign } from "./reassign-view.tsx";

type Ctx = Context<WebEnv>;

const fromOf = (text: string | undefined): string => listOf(text, ["/team", "/team/children", "/tracker"]) ?? "/team";

async function namedIn(c: Ctx, packed: string | undefined): Promise<readonly NamedChild[]> {
  const ids = unpackIds(packed ?? "");
  const many = tooMany(ids.length);
  if (many !== undefined) throw new Forbidden(many.message);
  const children = await nameChildren(c.get("deps").app, c.get("person"), ids);
  if (children === undefined) throw new NotFound();
  return children;
}

/** What was sent, as typed and as the command takes it. */
function readReassign(body: FormBody): { readonly typed: TypedReassign; readonly input: ReassignInput; readonly unreadable: readonly Refusal[] } {
  const track = body["track"] ?? "";
  const typed: TypedReassign = { track: isTrack(track) ? track : "", to: body["to"] ?? "", happenedOn: readParts(body, "happenedOn"), reason: (body["reason"] ?? "").replaceAll("\r\n", "\n") };
  const read = readDateParts(typed.happenedOn);
  return {
    typed,
    input: { track: isTrack(track) ? track : "allocated-worker", to: typed.to, happenedOn: "on" in read ? read.on : "", reason: typed.reason },
    unreadable: [
      ...(isTrack(track) ? [] : [{ field: "track", message: "Choose whether they are given to a social worker or to a family finder" }]),
      ...("on" in read || read.problem === "empty" ? [] : [{ field: "happenedOn", message: dateMessage("the day", read) }]),
    ],
  };
}

const boxOf = (field: string): string => (field === "happenedOn" ? "happenedOn-day" : field === "children" ? "track" : field);

/** Each box once; of a day that cannot be read, why that is. */
function errorsOf(refusals: readonly Refusal[], unreadable: readonly Refusal[]): readonly FieldError[] {
  const order = ["children", "track", "to", "happenedOn", "reason"];
  const all = [...unreadable, ...refusals.filter(({ field }) => !unreadable.some((other) => other.field === field))];
  return all.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field)).map(({ field, message }) => ({ id: boxOf(field), text: message }));
}

async function showForm(c: Ctx, children: readonly NamedChild[], from: string, typed: TypedReassign, errors: readonly FieldError[] = []) {
  const people = await mayHaveChildren(c.get("deps").app, c.get("person"));
  const wrong = errors.length > 0;
  return page(c, { title: reassignTitle(children.length), section: "team", back: { href: from }, error: wrong, status: wrong ? 422 : 200, narrow: true },
    <ReassignView given={children} from={from} people={people} typed={typed} errors={errors} />);
}

const SENT = /^(children|from|track|to|reason|happenedOn-(day|month|year))$/;

async function showPreview(c: Ctx, track: Track, body: FormBody, from: string, preview: SeveralPreview) {
  const { names } = await allocatable(c.get("deps").app, c.get("person"));
  const overtaken = preview.children.some(({ since }) => since.length > 0);
  const refused = preview.children.some(({ answer }) => answer.answer === "refused");
  return page(c, { title: "Check what will change", section: "team", back: { href: from }, error: overtaken || refused, status: overtaken ? 409 : refused ? 422 : 200 },
    <PreviewView preview={preview} kind={track} from={from} names={names} action="/team/reassign" sent={Object.entries(body).filter(([name]) => SENT.test(name))} />);
}

const without = (body: FormBody): FormBody => {
  const left = new Set((body["leave"] ?? "").split(" "));
  return { ...body, children: packIds(unpackIds(body["children"] ?? "").filter((id) => !left.has(id))), step: "look" };
};

/** Giving one or many children to another worker: say to whom, read what will change, save all or none. */
export const reassignPages = new Hono<WebEnv>()
  .use("/team/reassign", requirePermission("reassign"))
  .get("/team/reassign", async (c) => {
    const track = c.req.query("track") ?? "";
    const typed: TypedReassign = { track: isTrack(track) ? track : "", to: c.req.query("to") ?? "", happenedOn: partsOfDay(c.get("deps").app.clock.today()), reason: "" };
    return showForm(c, await namedIn(c, c.req.query("children")), fromOf(c.req.query("from")), typed);
  })
  .post("/team/reassign", async (c) => {
    const sent = await readBody(c);
    const body = sent["leave"] === undefined ? sent : without(sent);
    const [app, person, from] = [c.get("deps").app, c.get("person"), fromOf(body["from"])];
    const { typed, input, unreadable } = readReassign(body);
    const form = async (errors: readonly FieldError[] = []) => showForm(c, await namedIn(c, body["children"]), from, typed, errors);
    if (body["step"] === "edit") return form();
    const ids = unpackIds(body["children"] ?? "");
    if (unreadable.length > 0 || body["step"] !== "save") {
      const looked = await previewReassign(app, person, ids, input);
      if (looked.outcome === "not-found") throw new NotFound();
      const refusals = looked.outcome === "refused-for-all" ? looked.refusals : [];
      return unreadable.length > 0 || looked.outcome === "refused-for-all" ? form(errorsOf(refusals, unreadable)) : showPreview(c, input.track, body, from, looked.preview);
    }
    const versions = (body["versions"] ?? "").split(",");
    const outcome = await reassign(app, person, ids.map((recordId, i) => ({ recordId, basedOn: /^\d{1,12}$/.test(versions[i] ?? "") ? Number(versions[i]) : 0 })), input);
    switch (outcome.outcome) {
      case "done": return c.redirect(`/changes/${outcome.change}?${new URLSearchParams({ from, saved: "yes" })}`, 303);
      case "refused-for-all": return form(errorsOf(outcome.refusals, []));
      case "refused":
      case "overtaken": return showPreview(c, input.track, body, from, outcome.preview);
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });
