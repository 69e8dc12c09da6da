import type { Viewer } from "../../domain/access/viewer.ts";
import { onlyTheirOwn } from "../../domain/commands/decided-by.ts";
import { noteForAgency } from "../../domain/commands/note-for-agency.ts";
import { type AgencyDateInput, recordAgencyDate } from "../../domain/commands/record-agency-date.ts";
import { settleDifference, type SettlingInput } from "../../domain/commands/settle-difference.ts";
import { withdrawAgencyEntry } from "../../domain/commands/withdraw-agency-entry.ts";
import type { WithdrawalInput } from "../../domain/commands/withdraw-entry.ts";
import type { App } from "../app.ts";
import { changeChild } from "../change-child.ts";
import { decidingIn } from "../decisions/deciding.ts";
import type { Outcome } from "../views.ts";
import { sideOf } from "./side.ts";

/** The viewer’s agency; of whoever is in none, their authority, which keeps no agency’s record: the permission says so first. */
const agencyOf = (viewer: Viewer): string => (viewer.type === "person" ? viewer.organisation.code : viewer.authority);

export type { AgencyDateInput, SettlingInput };

/** Puts down the agency’s own date of something on a shared child. */
export const recordAgencyDateOf = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: AgencyDateInput): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, "record-agency-date", (_writer, c) => recordAgencyDate(c, input, agencyOf(viewer), app.clock.today()));

/** Puts down a note of the agency’s own on a shared child. */
export const noteForAgencyOf = (app: App, viewer: Viewer, recordId: string, basedOn: number, note: string): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, "note-for-agency", () => noteForAgency({ note }, agencyOf(viewer), app.clock.today()));

/** Takes back a date or a note of the agency’s own. */
export const withdrawAgencyEntryOf = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: WithdrawalInput): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, "withdraw-agency-entry", (_writer, c) => withdrawAgencyEntry(c, input, agencyOf(viewer)));

/** Settles a difference from the viewer’s side; where the authority’s own entry is put right by it, only by whoever may change that. */
export const settleDifferenceOf = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: SettlingInput): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, "settle-difference", async (writer, c) => {
    const decision = onlyTheirOwn(settleDifference(c, input, sideOf(viewer), app.clock.today()), c, await decidingIn(writer, viewer, app.clock.today()));
    return decision.accepted ? decision : { accepted: false, refusals: decision.refusals.map((r) => ({ ...r, field: FIELDS.has(r.field) ? r.field : "how" })) };
  });

const FIELDS: ReadonlySet<string> = new Set(["of", "how", "why"]);
