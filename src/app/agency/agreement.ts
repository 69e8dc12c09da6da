import { type Owner, type Role, ROLES } from "../../domain/access/role.ts";
import { may } from "../../domain/access/policy.ts";
import type { Organisation, Viewer } from "../../domain/access/viewer.ts";
import { type Agreement, notAgreed, readTerms, sharedUnder, type Terms } from "../../domain/agency/agreement.ts";
import { COMMANDS, type Refusal } from "../../domain/commands/command.ts";
import { readReason } from "../../domain/commands/change-standards.ts";
import { isStage, type Stage } from "../../domain/permanence/stage.ts";
import { type Decided, type StandardsChange } from "../../domain/standards/change.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { lawOf } from "../standards/laws.ts";
import { recompute } from "../standards/recompute.ts";
import { ownOrganisation } from "../standards/whose.ts";

/** An agreement as a form has it. */
export interface AskedAgreement {
  readonly agency: string;
  readonly fromStage: string;
  readonly fields: readonly string[];
  readonly functions: readonly string[];
}

/** Children whom the agency would begin, or cease, to see. */
export interface Shift {
  readonly children: readonly { readonly recordId: string; readonly localId: string; readonly stage: Stage }[];
  /** How many more there are, behind a wall. */
  readonly walled: number;
}

export interface AgreementPreview {
  readonly outcome: "preview";
  readonly authority: Organisation;
  readonly agency: Organisation;
  readonly before: Agreement | null;
  readonly after: Agreement;
  readonly appear: Shift;
  readonly vanish: Shift;
  /** How many the agency sees before and after. */
  readonly shared: { readonly before: number; readonly after: number };
  /** Who in the agency opens children: those for whom they appear; and in the agency of before, for whom they vanish. */
  readonly people: { readonly after: readonly SharedWith[]; readonly before: readonly SharedWith[] };
  /** Standards in force whose owner changes. */
  readonly owners: readonly { readonly id: string; readonly title: string; readonly from: Owner; readonly to: Owner }[];
  /** To be handed to `setAgreement`: what it is based on. */
  readonly basedOn: string;
}
export interface SharedWith {
  readonly name: string;
  readonly role: Role;
}

type Refused = { readonly outcome: "forbidden"; readonly reason: string } | { readonly outcome: "not-found" } | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] };
export type PreviewOutcome = AgreementPreview | Refused;
export type AgreementOutcome = { readonly outcome: "done"; readonly agreement: Agreement } | { readonly outcome: "overtaken"; readonly now: Agreement | null } | Refused;

/** What there is now, for a form to begin with. */
export interface AgreementNow {
  readonly authority: Organisation;
  readonly agreement: Agreement | null;
  readonly agencies: readonly Organisation[];
  readonly basedOn: string;
}

/** The agreement of the viewer’s own authority, and the agencies there are to agree with. */
export async function openAgreement(app: App, viewer: Viewer): Promise<AgreementNow | Refused> {
  const authority = await administered(app, viewer);
  if ("outcome" in authority) return authority;
  const agreement = (await app.store.reader(viewer).agreementOf(authority.code)) ?? null;
  return { authority, agreement, agencies: await app.store.directory.organisations("regional-agency"), basedOn: basisOf(agreement) };
}

/** What an agreement would change, for whom: writes nothing. */
export async function previewAgreement(app: App, viewer: Viewer, asked: AskedAgreement): Promise<PreviewOutcome> {
  const authority = await administered(app, viewer);
  if ("outcome" in authority) return authority;
  const read = await readAgreement(app, authority, asked);
  if ("refusals" in read) return { outcome: "refused", refusals: read.refusals };
  const { agreement: after, agency } = read;
  const { before, children, decided } = await app.store.reading(viewer, async (reader) => ({
    before: (await reader.agreementOf(authority.code)) ?? null, children: await reader.shareableChildren(authority.code), decided: await reader.decided(authority.code),
  }), "agreement");
  const sharedNow = before === null ? [] : children.filter((child) => sharedUnder(before, child));
  const sharedThen = children.filter((child) => sharedUnder(after, child));
  const same = before?.agency === after.agency;
  const [now, then] = [new Set(sharedNow), new Set(sharedThen)];
  return {
    outcome: "preview", authority, agency, before, after,
    appear: shiftOf(same ? sharedThen.filter((child) => !now.has(child)) : sharedThen),
    vanish: shiftOf(same ? sharedNow.filter((child) => !then.has(child)) : sharedNow),
    shared: { before: sharedNow.length, after: sharedThen.length },
    people: { after: await sharedWith(app, after.agency), before: before === null ? [] : await sharedWith(app, before.agency) },
    owners: ownersChanged(decided, after),
    basedOn: basisOf(before),
  };
}

/**
 * Makes the agreement: the agency sees the children at once, and where functions are given or taken back the authority’s
 * clocks are made anew for their new owners in the background. Refused where somebody changed it since `basedOn`.
 */
export async function setAgreement(app: App, viewer: Viewer, asked: AskedAgreement, why: string, basedOn: string): Promise<AgreementOutcome> {
  const authority = await administered(app, viewer);
  if ("outcome" in authority) return authority;
  const read = await readAgreement(app, authority, asked);
  const reason = readReason(why);
  const refusals = [...("refusals" in read ? read.refusals : []), ...(typeof reason === "string" ? [] : [reason])];
  if ("refusals" in read || typeof reason !== "string") return { outcome: "refused", refusals };
  const { agreement } = read;
  try {
    const outcome = await app.store.inTransaction<AgreementOutcome>(viewer, async (writer) => {
      await writer.lock(authority.code);
      const before = (await writer.agreementOf(authority.code)) ?? null;
      if (basisOf(before) !== basedOn) return { outcome: "overtaken", now: before };
      if (basisOf(agreement) === basedOn) return { outcome: "refused", refusals: [{ field: "fromStage", message: "Nothing is changed yet: change something, or go back" }] };
      const at = app.clock.now();
      await writer.agree(agreement.agency, authority.code, agreement.fromStage, agreement);
      const change = functionsChange(before, agreement);
      const made = change === undefined ? undefined : await writer.addStandardsChange(authority.code, { at, reason, change });
      await writer.appendAudit(authority.code, { command: "set-agreement", input: { ...auditOf(agreement), ...(made === undefined ? {} : { change: made.number }) } }, at);
      return { outcome: "done", agreement };
    }, "agreement");
    if (outcome.outcome === "done") void recompute(app, authority.code);
    return outcome;
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  }
}

/** The change of standards that goes with an agreement; none where the agency’s functions stay as they are. */
export function functionsChange(before: Pick<Agreement, "agency" | "functions"> | null, { agency, functions }: Pick<Agreement, "agency" | "functions">): StandardsChange | undefined {
  const had = before?.agency === agency ? before.functions : [];
  return had.join() === functions.join() && (before?.agency === agency || functions.length + (before?.functions.length ?? 0) === 0) ? undefined : { type: "give-functions", agency, functions };
}

const auditOf = ({ agency, fromStage, fields, functions }: Agreement) => ({ agency, fromStage, fields: [...fields], functions: [...functions] });

/** One text for all that an agreement says. */
const basisOf = (agreement: (Terms & Pick<Agreement, "agency" | "fromStage">) | null): string =>
  agreement === null ? "none" : [agreement.agency, agreement.fromStage, agreement.fields.join("+"), agreement.functions.join("+")].join(" ");

async function administered(app: App, viewer: Viewer): Promise<Organisation | Exclude<Refused, { outcome: "refused" }>> {
  const reason = forbids(viewer, COMMANDS["set-agreement"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const own = await ownOrganisation(app, viewer);
  return own?.type === "local-authority" ? own : { outcome: "not-found" };
}

async function readAgreement(app: App, { code }: Organisation, { agency, fromStage, fields, functions }: AskedAgreement): Promise<{ readonly agreement: Agreement; readonly agency: Organisation } | { readonly refusals: readonly Refusal[] }> {
  const found = await app.store.directory.organisation(agency);
  const wrong = notAgreed({ fromStage, fields, functions });
  const refusals = [...(found?.type === "regional-agency" ? [] : [{ field: "agency", message: "Choose the regional agency" }]), ...(wrong === undefined ? [] : [wrong])];
  if (found === undefined || refusals.length > 0 || !isStage(fromStage)) return { refusals };
  return { agreement: { authority: code, agency, fromStage, ...readTerms(fields, functions) }, agency: found };
}

const shiftOf = (children: Awaited<ReturnType<Reader["shareableChildren"]>>): Shift => ({
  children: children.filter(({ wall }) => wall === 0).map(({ recordId, localId, stage }) => ({ recordId, localId, stage })),
  walled: children.filter(({ wall }) => wall !== 0).length,
});

async function sharedWith(app: App, agency: string): Promise<readonly SharedWith[]> {
  const people = (await app.store.directory.people()).filter(({ organisation, role }) => organisation.code === agency && may(role, "open-child").allowed);
  return people.map(({ name, role }) => ({ name, role })).toSorted((a, b) => ROLES[a.role].localeCompare(ROLES[b.role]) || a.name.localeCompare(b.name));
}

function ownersChanged(decided: Decided, { agency, functions }: Agreement): AgreementPreview["owners"] {
  const change: StandardsChange = { type: "give-functions", agency, functions };
  const then: Decided = { ...decided, revision: decided.revision + 1, changes: [...decided.changes, { number: decided.revision + 1, at: "", by: "", reason: "", change }] };
  const [now, after] = [lawOf(decided).standards, lawOf(then).standards];
  return [...now.values()].flatMap(({ id, title, owner }) => {
    const to = after.get(id)?.owner ?? owner;
    return to === owner ? [] : [{ id, title, from: owner, to }];
  });
}
