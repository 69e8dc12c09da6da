import type { Person, Viewer } from "../../domain/access/viewer.ts";
import { ROLES, type Role } from "../../domain/access/role.ts";
import { may } from "../../domain/access/policy.ts";
import { rolesOf } from "../../domain/administration/account.ts";
import { EXPOSED, refuseSharing, sharingChange } from "../../domain/administration/sharing.ts";
import { type Agreement, notAgreed, readTerms } from "../../domain/agency/agreement.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { isStage } from "../../domain/permanence/stage.ts";
import { bookOf } from "../../domain/standards/book.ts";
import type { Decided, StandardsChange } from "../../domain/standards/change.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { Reader } from "../../store/reader.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { library } from "../standards/laws.ts";
import { recompute } from "../standards/recompute.ts";
import { looking, versionOf } from "./administering.ts";
import type { AgreementPreview, Made, OwnerMoved } from "./views.ts";

/** An agreement as it was typed. */
export interface AgreementTyped {
  readonly agency: string;
  readonly fromStage: string;
  readonly fields: readonly string[];
  readonly functions: readonly string[];
}

export type AgreementLook = { readonly outcome: "preview"; readonly preview: AgreementPreview } | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] };

/** Which children an agreement would show or hide, and which standards would be another’s, of the administrator’s own authority. Writes nothing but a refusal. */
export async function previewAgreement(app: App, person: Person, typed: AgreementTyped): Promise<AgreementLook> {
  const look = await looking(app, person, (reader) => lookAt(app, reader, person.organisation.code, typed));
  await noteRefusal(app, person, typed, look);
  return look;
}

/** Makes it the agreement. `basedOn`: the version of the preview that whoever asks saw; nothing for an operator, who sees it on the command line. */
export async function saveAgreement(app: App, viewer: Viewer, typed: AgreementTyped, basedOn: string | undefined): Promise<Made<AgreementPreview>> {
  const authority = viewer.type === "operator" ? viewer.authority : viewer.organisation.code;
  const made = await app.store.inTransaction<Made<AgreementPreview>>(viewer, async (writer) => {
    await writer.lock(authority);
    const looked = await lookAt(app, writer, authority, typed);
    if (looked.outcome === "refused") return looked;
    if (basedOn !== undefined && looked.preview.version !== basedOn) return { outcome: "overtaken" };
    await write(app, writer, looked.preview);
    return { outcome: "done", done: looked.preview };
  }, "agreement").catch((error: unknown): Made<AgreementPreview> => {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  });
  await noteRefusal(app, viewer, typed, made);
  if (made.outcome === "done" && functionsChange(made.done)) void recompute(app, authority);
  return made;
}

/** As the operator sees it before saving. */
export const previewAsOperator = (app: App, authority: string, typed: AgreementTyped): Promise<AgreementLook> =>
  app.store.reading({ type: "operator", authority }, (reader) => lookAt(app, reader, authority, typed), "agreement");

const functionsChange = ({ before, after }: AgreementPreview): boolean => (before?.functions ?? []).join() !== after.functions.join() || (after.functions.length > 0 && before?.agency !== after.agency);

async function lookAt(app: App, reader: Reader, authority: string, typed: AgreementTyped): Promise<AgreementLook> {
  const organisations = await app.store.directory.organisations();
  const agency = organisations.find(({ code, type }) => code === typed.agency && type === "regional-agency");
  const refusals: Refusal[] = [];
  if (organisations.find(({ code }) => code === authority)?.type !== "local-authority") refusals.push({ field: "agency", message: "An agreement about children is their authority’s to make and change" });
  if (agency === undefined) refusals.push({ field: "agency", message: "Choose the regional agency that children are shared with" });
  const notOne = notAgreed(typed);
  if (notOne !== undefined) refusals.push(notOne);
  if (refusals.length > 0 || agency === undefined || !isStage(typed.fromStage)) return { outcome: "refused", refusals };
  const after: Agreement = { authority, agency: agency.code, fromStage: typed.fromStage, ...readTerms(typed.fields, typed.functions) };
  const before = await reader.agreementOf(authority);
  if (before !== undefined && versionOf(wordsOf(before)) === versionOf(wordsOf(after))) return { outcome: "refused", refusals: [{ field: "fromStage", message: "Nothing is changed yet: this is what is agreed already" }] };
  const { roles } = await reader.restrictionRule(authority);
  // What is restricted of itself is opened by the agency’s people whom the rule admits: where it admits none, it is not shared.
  const admits = roles.some((role) => may(role, "open-child").allowed && OF_AGENCY.has(role));
  const change = sharingChange(before, after, (await reader.shareableChildren(authority)).filter(({ wall }) => wall !== 1 || admits));
  const refusal = refuseSharing(change);
  if (refusal !== undefined) return { outcome: "refused", refusals: [refusal] };
  const decided = await reader.decided(authority);
  return {
    outcome: "preview",
    preview: {
      before, after, agency, agencyBefore: organisations.find(({ code }) => code === before?.agency), change, owners: ownersMoved(decided, after), people: await peopleOf(app, agency.code),
      // Who would appear is part of what was looked at: a child who was restricted or decided on since is looked at again.
      version: versionOf([before === undefined ? null : wordsOf(before), change.appear.map(({ localId }) => localId), change.vanish.map(({ localId }) => localId), decided.revision]),
    },
  };
}

const OF_AGENCY: ReadonlySet<Role> = new Set<Role>(rolesOf("regional-agency"));

const wordsOf = ({ agency, fromStage, fields, functions }: Agreement): readonly unknown[] => [agency, fromStage, fields, functions];

const given = ({ agency, functions }: Agreement): StandardsChange => ({ type: "give-functions", agency, functions });

/** The standards that become another’s to see to. */
function ownersMoved(decided: Decided, after: Agreement): readonly OwnerMoved[] {
  const next = { number: decided.revision + 1, at: "", by: "", reason: "", change: given(after) };
  const [was, is] = [bookOf(library, decided), bookOf(library, { ...decided, revision: next.number, changes: [...decided.changes, next] })];
  const owners = new Map(was.standards.map((standard) => [standard.id, standard.owner]));
  return [...new Map(is.standards.map((standard) => [standard.id, standard])).values()].flatMap(({ id, title, owner }) => {
    const from = owners.get(id);
    return from === undefined || from === owner ? [] : [{ id, title, from, to: owner }];
  });
}

async function peopleOf(app: App, agency: string): Promise<AgreementPreview["people"]> {
  const people = (await app.store.directory.people()).filter(({ organisation }) => organisation.code === agency);
  return (Object.keys(ROLES) as Role[]).map((role) => ({ role, number: people.filter((one) => one.role === role).length })).filter(({ number }) => number > 0);
}

async function write(app: App, writer: Writer, preview: AgreementPreview): Promise<void> {
  const { before, after, change } = preview;
  const at = app.clock.now();
  await writer.agree(after.agency, after.authority, after.fromStage, { fields: after.fields, functions: after.functions });
  if (functionsChange(preview)) await writer.addStandardsChange(after.authority, { at, reason: "By the sharing agreement", change: given(after) });
  await writer.appendAudit(after.authority, {
    command: "set-agreement",
    input: {
      agency: after.agency, from: after.fromStage, fields: [...after.fields], functions: [...after.functions],
      ...(before === undefined ? {} : { was: { agency: before.agency, from: before.fromStage, fields: [...before.fields], functions: [...before.functions] } }),
      appear: change.appear.length, vanish: change.vanish.length,
    },
  }, at);
}

/** One that would expose a record restricted by hand is written down, whoever tried. */
async function noteRefusal(app: App, viewer: Viewer, { agency, fromStage }: AgreementTyped, made: { readonly outcome: string; readonly refusals?: readonly Refusal[] }): Promise<void> {
  if (made.outcome !== "refused" || made.refusals?.some(({ field }) => field === EXPOSED) !== true) return;
  await app.store.accessLog(viewer).refused(`an agreement with ${agency} from ${fromStage}`, "set-agreement");
}
