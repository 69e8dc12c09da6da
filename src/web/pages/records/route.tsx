import { type Context, Hono } from "hono";
import { disclosureRecord } from "../../../app/records/disclosure.ts";
import { findRecord } from "../../../app/records/kept-record.ts";
import { openKeptRecord, recordLists } from "../../../app/records/open.ts";
import type { AccessFilter } from "../../../app/records/views.ts";
import { isRetentionList, RETENTION_LISTS } from "../../../domain/records/retention.ts";
import { disclosureCsv, disclosureFileName } from "../../../app/records/disclosure-file.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { readDateText } from "../../forms/date-input.ts";
import type { FieldError } from "../../forms/fields.tsx";
import { page } from "../../layout/page.tsx";
import { Notice, takeNotice } from "../../layout/notice.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { DisclosureView } from "./disclosure-view.tsx";
import { RecordsHomeView } from "./home-view.tsx";
import { inquiryPages } from "./inquiry-route.tsx";
import { keepPages } from "./keep-route.tsx";
import { RecordListView } from "./list-view.tsx";
import { pageAsked } from "./page-asked.ts";
import { KeptRecordView, type TypedFilter } from "./record-view.tsx";

type Ctx = Context<WebEnv>;
const LONGEST_ID = 60;

async function home(c: Ctx, typed = "", error?: string) {
  const [app, person] = [c.get("deps").app, c.get("person")];
  const lists = await recordLists(app, person);
  if (lists === undefined) throw new NotFound();
  const errors = error === undefined ? [] : [{ id: "localId", text: error }];
  return page(c, { title: "Records", section: "records", error: error !== undefined, status: error === undefined ? 200 : 422 }, <RecordsHomeView lists={lists} organisation={person.organisation.name} typed={typed} errors={errors} />);
}

/** The filter as typed, and as it can be read: a day that cannot is said and left out. */
function readFilter(typed: TypedFilter): { readonly filter: AccessFilter; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const dayOf = (id: "from" | "until") => {
    const read = readDateText(typed[id]);
    if ("on" in read) return { [id]: read.on };
    if (read.problem !== "empty") errors.push({ id, text: `Enter the ${id === "from" ? "first" : "last"} day as a real date, such as 27 3 2026` });
    return {};
  };
  const filter: AccessFilter = { ...(typed.person === "" ? {} : { account: typed.person }), ...dayOf("from"), ...dayOf("until"), ...(typed.refused === "yes" ? { refused: true } : {}) };
  return { filter, errors };
}

async function record(c: Ctx) {
  const asked = (name: string): string => (c.req.query(name) ?? "").replaceAll("\0", "").slice(0, 100);
  const typed: TypedFilter = { person: asked("person"), from: asked("from"), until: asked("until"), refused: asked("refused") };
  const { filter, errors } = readFilter(typed);
  const found = await openKeptRecord(c.get("deps").app, c.get("person"), c.req.param("record") ?? "", filter, pageAsked(c));
  if (found === undefined) throw new NotFound();
  const kept = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
  const addressOf = (n: number): string => `/records/${found.recordId}?${new URLSearchParams({ ...kept, page: String(n) })}#access`;
  return page(c, { title: `Record of ${found.localId}`, section: "records", back: { href: "/records", text: "Records" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 },
    <><Notice text={await takeNotice(c)} /><KeptRecordView record={found} typed={typed} errors={errors} addressOf={addressOf} /></>);
}

async function disclosure(c: Ctx, as: "page" | "csv") {
  const found = await disclosureRecord(c.get("deps").app, c.get("person"), c.req.param("record") ?? "", as);
  if (found === undefined) throw new NotFound();
  return found;
}

/** The pages of whoever keeps the records: who came to one, how long it is kept, and what the law lets be done with it. */
export const recordsPages = new Hono<WebEnv>()
  .use("/records", requirePermission("keep-records"))
  .use("/records/*", requirePermission("keep-records"))
  .get("/records", (c) => home(c))
  .post("/records/find", async (c) => {
    const typed = ((await readBody(c))["localId"] ?? "").replaceAll("\0", "").trim().slice(0, LONGEST_ID);
    if (typed === "") return home(c, typed, "Enter the child’s local id");
    const id = await findRecord(c.get("deps").app, c.get("person"), typed);
    return id === undefined ? home(c, typed, "No child of your authority has this local id. Check it, figure by figure") : c.redirect(`/records/${id}`, 303);
  })
  .get("/records/lists/:list", async (c) => {
    const list = c.req.param("list");
    const lists = await recordLists(c.get("deps").app, c.get("person"));
    if (!isRetentionList(list) || lists === undefined) throw new NotFound();
    return page(c, { title: RETENTION_LISTS[list], section: "records", back: { href: "/records", text: "Records" } }, <RecordListView lists={lists} list={list} page={pageAsked(c)} />);
  })
  .route("/", inquiryPages)
  .get("/records/:record", (c) => record(c))
  .get("/records/:record/disclosure", async (c) => {
    const found = await disclosure(c, "page");
    return page(c, { title: `Disclosure record of ${found.localId}`, section: "records", back: { href: `/records/${found.recordId}`, text: found.localId } }, <DisclosureView record={found} />);
  })
  .get("/records/:record/disclosure.csv", async (c) => {
    const found = await disclosure(c, "csv");
    return c.body(disclosureCsv(found), 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${disclosureFileName(found, c.get("deps").app.clock.today())}"` });
  })
  .route("/", keepPages);
