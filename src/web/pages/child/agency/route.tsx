import { type Context, Hono } from "hono";
import { noteForAgencyOf, recordAgencyDateOf, settleDifferenceOf, withdrawAgencyEntryOf } from "../../../../app/agency/change.ts";
import { sideOf } from "../../../../app/agency/side.ts";
import type { ChildPage, Outcome } from "../../../../app/views.ts";
import { may } from "../../../../domain/access/policy.ts";
import { differencesOf, isDated } from "../../../../domain/agency/differences.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn, errorsOf } from "../entry-form/form.ts";
import { childOf } from "../open/route.tsx";
import { WithdrawView } from "../withdraw/view.tsx";
import { agencyErrors, readDate, readSettling, type TypedAgency, typedDate } from "./form.ts";
import { AgencyView } from "./view.tsx";

type Ctx = Context<WebEnv>;
interface Shown {
  readonly typed?: TypedAgency;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

async function show(c: Ctx, child: ChildPage, { typed, errors = [], since = [] }: Shown = {}) {
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  const { role } = c.get("person");
  return page(
    c, { title: `Agency and authority, ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}`, text: child.localId }, error: status !== 200, status },
    <>
      <Notice text={status === 200 ? await takeNotice(c) : undefined} />
      <AgencyView
        child={child} differences={differencesOf(child.case)} side={sideOf(c.get("person"))} typed={typed} errors={errors} since={since}
        may={{ keep: may(role, "keep-agency-record").allowed, settle: may(role, "settle-differences").allowed }}
      />
    </>,
  );
}

/** Back to the page with what was done; or with what is wrong, and all that was typed. */
async function answer(c: Ctx, child: ChildPage, outcome: Outcome, said: string, wrong: (refusals: readonly Refusal[]) => Shown) {
  switch (outcome.outcome) {
    case "done": {
      const path = `/children/${child.recordId}/agency`;
      await keepNotice(c, path, said);
      return c.redirect(path, 303);
    }
    case "refused": return show(c, child, wrong(outcome.refusals));
    case "overtaken": return show(c, await childOf(c), { ...wrong([]), since: outcome.since });
    case "forbidden": throw new Forbidden(outcome.reason);
    case "not-found": throw new NotFound();
  }
}

/** The agency’s own entry that an address names. */
function ownEntry(c: Ctx, child: ChildPage): Entry {
  const entry = child.case.entries.find((e) => String(e.number) === c.req.param("entry"));
  if (entry === undefined || (entry.kind !== "agency-date" && entry.kind !== "agency-note")) throw new NotFound();
  return entry;
}

const showWithdrawal = (c: Ctx, child: ChildPage, entry: Entry, change = { cause: "", reason: "" }, errors: readonly FieldError[] = [], since: readonly Entry[] = []) => page(
  c, { title: `Withdraw: ${KINDS[entry.kind].label}, ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}/agency` }, error: errors.length + since.length > 0, status: since.length > 0 ? 409 : errors.length > 0 ? 422 : 200, narrow: true },
  <WithdrawView child={child} entry={entry} change={change} errors={errors} since={since} at={`/children/${child.recordId}/agency/entries/${entry.number}/withdraw`} cancel={`/children/${child.recordId}/agency`} />,
);

/** One record of two agencies: the regional agency’s own dates and notes, and where they differ from the authority’s. */
export const agencyPages = new Hono<WebEnv>()
  .use("/children/:child/agency", requirePermission("open-child"))
  .use("/children/:child/agency/dates", requirePermission("keep-agency-record"))
  .use("/children/:child/agency/notes", requirePermission("keep-agency-record"))
  .use("/children/:child/agency/entries/*", requirePermission("keep-agency-record"))
  .use("/children/:child/agency/differences/*", requirePermission("settle-differences"))
  .get("/children/:child/agency", async (c) => {
    const child = await childOf(c);
    const of = c.req.query("of") ?? "";
    return show(c, child, isDated(of) ? { typed: typedDate(of, differencesOf(child.case).find(({ kind }) => kind === of)) } : {});
  })
  .post("/children/:child/agency/dates", async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const { typed, input, unreadable } = readDate(body);
    const outcome = await recordAgencyDateOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), input);
    return answer(c, child, outcome, "The agency’s date is put down.", (refusals) => ({ typed, errors: agencyErrors(typed, refusals, unreadable) }));
  })
  .post("/children/:child/agency/notes", async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const typed: TypedAgency = { doing: "note", note: (body["note"] ?? "").replaceAll("\r\n", "\n") };
    const outcome = await noteForAgencyOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), typed.note);
    return answer(c, child, outcome, "The agency’s note is saved.", (refusals) => ({ typed, errors: agencyErrors(typed, refusals) }));
  })
  .post("/children/:child/agency/differences/:kind", async (c) => {
    const [child, body, kind] = [await childOf(c), await readBody(c), c.req.param("kind")];
    if (!isDated(kind)) throw new NotFound();
    const { typed, input } = readSettling(kind, body);
    const outcome = await settleDifferenceOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), input);
    const proposed = outcome.outcome === "done" && outcome.entries.some((e) => e.detail["proposed"] === true);
    return answer(c, child, outcome, proposed ? `${KINDS[kind].label}: proposed. The other side is asked.` : `${KINDS[kind].label}: settled.`, (refusals) => ({ typed, errors: agencyErrors(typed, refusals) }));
  })
  .get("/children/:child/agency/entries/:entry/withdraw", async (c) => {
    const child = await childOf(c);
    return showWithdrawal(c, child, ownEntry(c, child));
  })
  .post("/children/:child/agency/entries/:entry/withdraw", async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const entry = ownEntry(c, child);
    const change = { cause: body["cause"] ?? "", reason: (body["reason"] ?? "").replaceAll("\r\n", "\n") };
    const outcome = await withdrawAgencyEntryOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), { number: entry.number, ...change });
    if (outcome.outcome === "refused") return showWithdrawal(c, child, entry, change, errorsOf(entry.kind, outcome.refusals));
    if (outcome.outcome === "overtaken") return showWithdrawal(c, await childOf(c), entry, change, [], outcome.since);
    return answer(c, child, outcome, "Withdrawn.", () => ({}));
  });
