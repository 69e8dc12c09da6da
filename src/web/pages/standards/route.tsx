import { type Context, Hono } from "hono";
import { openRecompute, openStandard, openStandards } from "../../../app/standards/open-standards.ts";
import type { StandardsPage } from "../../../app/standards/views.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { changeStandardPages } from "./change/route.tsx";
import { ChangesView } from "./changes-view.tsx";
import { StandardsView } from "./list-view.tsx";
import { PackStandardView, PacksView, PackView } from "./packs-view.tsx";
import { isRunning, recomputeInWords, shareOf } from "./recompute.tsx";
import { StandardView } from "./standard-view.tsx";
import { addressOf } from "./words.ts";

const askedFor = (c: Context<WebEnv>): string | undefined => c.req.query("authority") || undefined;

async function bookOf(c: Context<WebEnv>): Promise<StandardsPage> {
  const book = await openStandards(c.get("deps").app, c.get("person"), askedFor(c));
  if (book === undefined) throw new NotFound();
  return book;
}

const refreshing = (book: StandardsPage): { readonly refreshAfter?: number } => (isRunning(book.recompute) ? { refreshAfter: 2 } : {});
const backTo = (c: Context<WebEnv>, book: StandardsPage, path = "/standards", text = "Standards") => ({ href: addressOf(path, book.organisation, c.get("person")), text });

/** The address of a page itself, with what it was told of. */
function here(c: Context<WebEnv>, book: StandardsPage, path: string): string {
  const saved = c.req.query("saved");
  return addressOf(path, book.organisation, c.get("person"), saved === undefined ? {} : { saved });
}

/** The standards that clocks run by. They are data: what is shown is what is judged by. */
export const standardPages = new Hono<WebEnv>()
  .use("/standards", requirePermission("see-standards"))
  .use("/standards/*", requirePermission("see-standards"))
  .route("/", changeStandardPages)
  .get("/standards", async (c) => {
    const book = await bookOf(c);
    return page(c, { title: "Standards", section: "standards", ...refreshing(book) }, <StandardsView book={book} viewer={c.get("person")} find={c.req.query("find") ?? ""} from={c.req.query("from") ?? ""} />);
  })
  .get("/standards/recompute", async (c) => {
    const run = await openRecompute(c.get("deps").app, c.get("person"), askedFor(c) ?? c.get("person").organisation.code);
    return c.json(isRunning(run) ? { finished: false, progress: shareOf(run), words: recomputeInWords(run) } : { finished: true, progress: 1, words: "Done" });
  })
  .get("/standards/changes", async (c) => {
    const book = await bookOf(c);
    return page(c, { title: "Changes to the standards", section: "standards", back: backTo(c, book), ...refreshing(book) }, <ChangesView book={book} saved={c.req.query("saved")} address={here(c, book, "/standards/changes")} at={(path) => addressOf(path, book.organisation, c.get("person"))} />);
  })
  .get("/standards/packs", async (c) => {
    const book = await bookOf(c);
    return page(c, { title: "Packs of standards", section: "standards", back: backTo(c, book) }, <PacksView book={book} viewer={c.get("person")} />);
  })
  .get("/standards/packs/:pack", async (c) => {
    const book = await bookOf(c);
    const line = book.packs.find(({ pack }) => pack.id === c.req.param("pack"));
    if (line === undefined) throw new NotFound();
    return page(c, { title: line.pack.title, section: "standards", back: backTo(c, book, "/standards/packs", "Packs"), ...refreshing(book) }, <PackView book={book} viewer={c.get("person")} line={line} saved={c.req.query("saved")} />);
  })
  .get("/standards/packs/:pack/:standard", async (c) => {
    const book = await bookOf(c);
    const line = book.packs.find(({ pack }) => pack.id === c.req.param("pack"));
    const standard = line?.pack.standards.find(({ id }) => id === c.req.param("standard"));
    if (line === undefined || standard === undefined) throw new NotFound();
    return page(c, { title: standard.title, section: "standards", back: backTo(c, book, `/standards/packs/${line.pack.id}`, "Pack") }, <PackStandardView standard={standard} line={line} />);
  })
  .get("/standards/:standard", async (c) => {
    const { app } = c.get("deps");
    const id = c.req.param("standard");
    const [book, one] = [await bookOf(c), await openStandard(app, c.get("person"), id, askedFor(c))];
    if (one === undefined) {
      // A region’s own book has no packs: one of its authorities may have it.
      if (askedFor(c) === undefined) {
        for (const { code } of book.authorities) if (await openStandard(app, c.get("person"), id, code) !== undefined) return c.redirect(`/standards/${id}?authority=${code}`, 303);
      }
      throw new NotFound();
    }
    return page(c, { title: one.line.now.standard.title, section: "standards", back: backTo(c, book), ...refreshing(book) }, <StandardView page={one} book={book} address={here(c, book, `/standards/${id}`)} saved={c.req.query("saved")} />);
  });
