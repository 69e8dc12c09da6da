import { type Context, Hono } from "hono";
import { makeChange } from "../../../../app/standards/change-standards.ts";
import { beginLook, type Look, lookOf } from "../../../../app/standards/looks.ts";
import { openStandard, openStandards } from "../../../../app/standards/open-standards.ts";
import type { AskedChange, NamedChange, StandardsPage } from "../../../../app/standards/views.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import { partsOf } from "../../../../domain/dates/day.ts";
import { standardOf, type StandardsChange } from "../../../../domain/standards/change.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { errorsOf, type FormName, FORMS, isForm, readAsked, type Typed } from "./asked.ts";
import { ChangeFormView } from "./form-view.tsx";
import { addressOfLook, isLooking, Looking, lookingInWords, LookLost, shareLooked } from "./looking.tsx";
import { PreviewView } from "./preview-view.tsx";

/** What a lead of their own authority, or agency, is at: the form and what it is about. */
interface At {
  readonly form: FormName;
  readonly typed: Typed;
  readonly book: StandardsPage;
  readonly back: string;
}

/** How long whoever asks waits for an answer before they see how far it has come. */
const PATIENCE_MS = 1_000;
const WITH_STANDARD: ReadonlySet<FormName> = new Set<FormName>(["edit", "text", "end", "confirm"]);
const WITH_PACK: ReadonlySet<FormName> = new Set<FormName>(["adopt", "leave", "publish"]);

async function at(c: Context<WebEnv>, typed: Typed): Promise<At> {
  const { form } = typed;
  const book = await openStandards(c.get("deps").app, c.get("person"));
  if (!isForm(form) || book === undefined) throw new NotFound();
  const may = form === "publish" ? book.may.publish : book.may.manage;
  if (!may) throw new Forbidden(book.may.publish ? "A regional agency publishes packs; each authority decides on its own standards" : "Packs are published to a region by its agency");
  if (WITH_PACK.has(form) && !book.packs.some(({ pack }) => pack.id === typed["pack"])) throw new NotFound();
  return { form, typed, book, back: WITH_PACK.has(form) ? `/standards/packs/${typed["pack"]}` : WITH_STANDARD.has(form) ? `/standards/${encodeURIComponent(typed["id"] ?? "")}` : "/standards" };
}

async function showForm(c: Context<WebEnv>, { form, typed, book, back }: At, errors: readonly FieldError[] = [], since: readonly NamedChange[] = []) {
  const standard = WITH_STANDARD.has(form) ? await openStandard(c.get("deps").app, c.get("person"), typed["id"] ?? "") : undefined;
  if (WITH_STANDARD.has(form) && standard === undefined) throw new NotFound();
  const { year, month, date } = partsOf(book.today);
  const begun: Typed = "step" in typed ? typed : {
    "from-day": String(date), "from-month": String(month), "from-year": String(year), ends: "yes", tier: "tracked",
    ...(standard === undefined ? {} : { ...standard.fields, yaml: standard.yaml }), ...typed,
  };
  const status = errors.length > 0 ? 422 : since.length > 0 ? 409 : 200;
  return page(
    c, { title: FORMS[form], section: "standards", back: { href: back }, error: status === 422, status, narrow: true },
    <ChangeFormView form={form} typed={begun} errors={errors} book={book} standard={standard} pack={book.packs.find(({ pack }) => WITH_PACK.has(form) && pack.id === typed["pack"])} since={since} back={back} />,
  );
}

/** Looks at what the change would do; where it may not be made, the form again with why. `since`: what others did meanwhile. */
async function look(c: Context<WebEnv>, on: At, asked: AskedChange, since: readonly NamedChange[]) {
  const looked = await beginLook(c.get("deps").app, c.get("person"), asked, on.typed, PATIENCE_MS);
  return isLooking(looked) ? c.redirect(addressOfLook(looked), 303) : showLooked(c, on, looked, since);
}

/** What a look that is done came to. */
async function showLooked(c: Context<WebEnv>, on: At, { preview }: Look, since: readonly NamedChange[]) {
  if (preview === null) return page(c, { title: "Look at the change again", section: "standards", back: { href: on.back }, status: 500 }, <LookLost />);
  if (preview.outcome === "not-found") throw new NotFound();
  if (preview.outcome === "forbidden") throw new Forbidden(preview.reason);
  if (preview.outcome === "refused") return showForm(c, on, errorsOf(on.form, some(preview.refusals)), since);
  return page(
    c, { title: "Check what will change", section: "standards", back: { href: on.back }, status: since.length > 0 ? 409 : 200 },
    <PreviewView preview={preview} book={on.book} typed={on.typed} since={since} back={on.back} all={on.typed["step"] === "all"} />,
  );
}

/** What others did since the revision that a form was begun on. */
function sinceOf({ book, typed }: At): readonly NamedChange[] {
  const basedOn = Number(typed["basedOn"]);
  return Number.isInteger(basedOn) ? book.changes.filter(({ number }) => number > basedOn) : [];
}

const some = (refusals: readonly Refusal[]): readonly Refusal[] => (refusals.length > 0 ? refusals : [{ field: "document", message: "This cannot be understood: check what you typed" }]);

/** Where a saved change is seen: on the page of its standard, or of its pack. One that is ended may have no page any more. */
const whereTo = (change: StandardsChange): string =>
  "pack" in change ? `/standards/packs/${change.pack}` : change.type === "end-standard" || change.type === "give-functions" ? "/standards/changes" : `/standards/${standardOf(change)}`;

/** Changing standards: fill in, see what it would do to children’s clocks, save. Only a practice lead’s own authority; only an agency’s lead publishes. */
export const changeStandardPages = new Hono<WebEnv>()
  .use("/standards/change", requirePermission("manage-standards"))
  .use("/standards/change/*", requirePermission("manage-standards"))
  .get("/standards/change", async (c) => {
    const { step: _none, ...query } = c.req.query();
    return showForm(c, await at(c, query));
  })
  .get("/standards/change/looks/:look", async (c) => {
    const looked = lookOf(c.get("deps").app, c.get("person"), c.req.param("look"));
    if (looked === undefined) return page(c, { title: "Look at the change again", section: "standards", back: { href: "/standards" }, status: 404 }, <LookLost />);
    if (isLooking(looked)) return page(c, { title: "Looking at what will change", section: "standards", refreshAfter: 2 }, <Looking look={looked} />);
    const on = await at(c, looked.typed);
    return showLooked(c, on, looked, sinceOf(on));
  })
  .get("/standards/change/looks/:look/progress", (c) => {
    const looked = lookOf(c.get("deps").app, c.get("person"), c.req.param("look"));
    return looked === undefined ? c.json({ finished: true, progress: 1, words: "Done" }) : c.json({ finished: !isLooking(looked), progress: shareLooked(looked), words: lookingInWords(looked) });
  })
  .post("/standards/change", async (c) => {
    const typed = await readBody(c);
    const on = await at(c, { step: "look", ...typed });
    const basedOn = Number(typed["basedOn"]);
    const since = sinceOf(on);
    if (typed["step"] === "edit") return showForm(c, on, [], since);
    const { asked, errors } = readAsked(on.form, typed);
    const taken = on.form === "new" && on.book.standards.some(({ id }) => id === (typed["id"] ?? "").trim().toUpperCase());
    if (taken) return showForm(c, on, [{ id: "id", text: "There is a standard with this code already: choose another, or change that one on its page" }, ...errors], since);
    if (asked === undefined) return showForm(c, on, errors, since);
    if (typed["step"] !== "save" || since.length > 0) return look(c, on, asked, since);
    const outcome = await makeChange(c.get("deps").app, c.get("person"), asked, typed["reason"] ?? "", basedOn);
    switch (outcome.outcome) {
      case "done": return c.redirect(`${whereTo(outcome.change.change)}?saved=${outcome.change.number}`, 303);
      case "refused": return showForm(c, on, errorsOf(on.form, some(outcome.refusals)));
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
      // Between looking and saving, in the moment itself.
      case "overtaken": return look(c, await at(c, { ...typed, basedOn: String(outcome.revision) }), asked, outcome.since);
    }
  });
