import { may, type Permission } from "../../src/domain/access/policy.ts";
import type { Role } from "../../src/domain/access/role.ts";
import type { Answer, Params } from "./asking.ts";
import { type ChildKind, CHILDREN } from "./region.ts";
import { OF_THE_AGENCY, VISIBLE } from "./visible.ts";

/** What is expected of a route, whoever asks it about whichever child. */
export interface Expectation {
  /** What it takes; nothing where anybody who is signed in may ask, `nobody` where nobody need be. */
  readonly permission?: Permission | "nobody";
  /** Of those whom the permission lets in, only these; the others are told that it is not theirs. */
  readonly only?: readonly Role[];
  /**
   * About the child of the address, or the sibling group that `own` is in: who does not see it does not find it. `record`: whoever
   * keeps the authority’s records or looks after its people finds each of its children, walled or not, and no other’s.
   */
  readonly about?: "child" | "group" | "record";
  /** What it takes besides, of somebody who has found the child. */
  readonly then?: Permission;
  /** An agency’s people may too, once they have found the child, where the authority has given the agency the function. Here it has given none. */
  readonly given?: true;
  /** An agency’s people do not find it, though they see the child: what it takes of functions given, they have not here. */
  readonly needsGiven?: true;
  /** Children with whom it cannot be done, which is said to whoever has found them. */
  readonly stops?: readonly ChildKind[];
  /** Children of whom this much is behind the wall, so that even whoever sees their record does not find it. */
  readonly hides?: readonly ChildKind[];
  /** There is no such thing here as the address names: nobody finds it, whoever may ask. */
  readonly missing?: true;
  /** It leads to the page of signing in, whoever asks. */
  readonly signsIn?: true;
  readonly params?: Params;
}

const child = (permission: Permission, params: Params = {}, more: Expectation = {}): Expectation => ({ permission, params, about: "child", ...more });
const group = (permission: Permission, params: Params = {}): Expectation => ({ permission, params, about: "group", only: SEES_GROUPS });
const record = (permission: Permission, params: Params = {}, more: Expectation = {}): Expectation => ({ permission, params, about: "record", ...more });
const page = (permission: Permission, more: Expectation = {}): Expectation => ({ permission, ...more });
/** Who may ask at all is tried; the thing itself is not there. */
const nothing = (permission: Permission, more: Expectation = {}): Expectation => ({ permission, missing: true, ...more });
const anybody: Expectation = { permission: "nobody" };
const signedIn: Expectation = {};

/** To whom the meetings answer, and their chairs. */
const REPORT_READERS: readonly Role[] = ["service-manager", "assistant-director", "tracking-chair", "agency-lead"];
/** Who see the scorecard or make reports for publication; anybody else sees the action plan once an action of it is theirs. */
const SEES_PLAN: readonly Role[] = ["tracking-administrator", "business-support", "team-manager", "service-manager", "assistant-director", "reviewing-officer", "decision-maker", "performance-analyst", "practice-lead"];
const CLOCK: Params = { standard: "TC-09a", occurrence: "1" };
const MANAGERS: readonly Role[] = ["tracking-administrator", "team-manager", "service-manager", "assistant-director"];
const CHALLENGED: readonly Role[] = ["team-manager", "service-manager", "assistant-director", "reviewing-officer"];
/** A sibling group is changed by whoever may write to all its children. */
const SEES_GROUPS: readonly Role[] = ["tracking-administrator", "business-support", "team-manager", "service-manager", "reviewing-officer", "decision-maker"];

const RELEASES: readonly Role[] = ["social-worker", "family-finder", "business-support", "team-manager", "service-manager", "adoption-records"];
/** Of those who may know the adopters, whoever writes on the record. */
const WRITES_ADOPTERS: readonly Role[] = ["tracking-administrator", "social-worker", "family-finder", "business-support", "team-manager", "service-manager", "reviewing-officer", "decision-maker", "adoption-records"];
/** Whoever has to do with what is behind the wall, or agrees that it is opened. */
const BEHIND_THE_WALL: readonly Role[] = ["service-manager", "assistant-director", "adoption-records"];
const OF_AUTHORITY: ReadonlySet<ChildKind> = new Set(CHILDREN.filter((kind) => kind !== "other" && kind !== "none"));

/**
 * Every route of the product. What is not here fails the build: whoever adds a page says here who may ask for it.
 */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  // For anybody
  "GET /accessibility": anybody,
  "GET /assets/:version/:name": { permission: "nobody", missing: true },
  "GET /health": anybody,
  "GET /session": anybody,
  "POST /session": anybody,
  "GET /sign-in": anybody,
  "POST /sign-in": { permission: "nobody", signsIn: true },
  "POST /sign-out": { permission: "nobody", signsIn: true },

  // One’s own
  "GET /": signedIn,
  "GET /kept": signedIn,
  "GET /inbox": signedIn,
  "POST /inbox": signedIn,
  "POST /kept/:id/throw-away": { missing: true },
  "GET /work": page("see-tracker"),
  "GET /work/week": page("see-tracker"),
  "POST /work/seen": page("see-tracker"),
  "GET /work/cover": page("see-tracker"),
  "POST /work/cover": page("see-tracker"),
  "POST /work/cover/:id/end": nothing("see-tracker"),

  // What meetings agreed, and what became of it
  "GET /actions": page("follow-meetings"),
  "GET /children/:child/actions/:entry": nothing("open-child", { params: { entry: "1" } }),
  "POST /children/:child/actions/:entry": nothing("answer-meeting", { params: { entry: "1" } }),
  "POST /children/:child/actions/:entry/say": nothing("answer-meeting", { params: { entry: "1" } }),
  "GET /children/:child/meetings": child("follow-meetings"),
  "GET /children/:child/meeting-decisions/:entry": nothing("follow-meetings", { params: { entry: "1" } }),
  "POST /children/:child/meeting-decisions/:entry": nothing("answer-meeting", { params: { entry: "1" } }),
  "GET /children/:child/chairs-action": child("hold-meetings"),
  "POST /children/:child/chairs-action": child("hold-meetings"),
  "GET /meetings/items/:item/confirm": nothing("follow-meetings"),
  "POST /meetings/items/:item/confirm": nothing("hold-meetings"),

  // Meetings and their series
  "GET /meetings": page("follow-meetings"),
  "GET /meetings/series/new": page("hold-meetings"),
  "POST /meetings/series/new": page("hold-meetings"),
  "GET /meetings/series/:series": nothing("follow-meetings"),
  "POST /meetings/series/:series": nothing("hold-meetings"),
  "GET /meetings/series/:series/change": nothing("hold-meetings"),
  "POST /meetings/series/:series/meetings": nothing("hold-meetings"),
  "GET /meetings/:meeting/arrange": nothing("follow-meetings"),
  "POST /meetings/:meeting/arrange": nothing("hold-meetings"),
  "POST /meetings/:meeting/attend": nothing("follow-meetings"),
  "GET /meetings/:meeting/calendar.ics": nothing("follow-meetings"),
  "GET /meetings/calendar": page("follow-meetings"),
  "POST /meetings/calendar": page("follow-meetings"),
  "GET /calendar/:token": { permission: "nobody", missing: true },

  // The agenda of a tracking meeting, and the rules that it goes by
  "GET /meetings/:meeting": nothing("follow-meetings"),
  "POST /meetings/:meeting/agenda": nothing("hold-meetings"),
  "POST /meetings/:meeting/send": nothing("hold-meetings"),
  "GET /meetings/:meeting/print": nothing("follow-meetings"),
  "GET /meetings/items/:item/why": nothing("follow-meetings"),
  "GET /meetings/series/:series/rules": nothing("follow-meetings"),
  "POST /meetings/series/:series/rules": nothing("hold-meetings"),

  // Minutes of tracking meetings, and what of them is filed
  "GET /meetings/:meeting/minutes": nothing("follow-meetings"),
  "POST /meetings/:meeting/minutes": nothing("hold-meetings"),
  "GET /meetings/:meeting/minutes.docx": nothing("follow-meetings"),
  "GET /meetings/:meeting/agenda.docx": nothing("follow-meetings"),
  "GET /meetings/items/:item/record.docx": nothing("follow-meetings"),
  "GET /meetings/items/:item/correct": nothing("hold-meetings"),
  "POST /meetings/items/:item/correct": nothing("hold-meetings"),

  // A child
  "GET /children/:child": child("open-child"),
  "GET /children/:child/chronology": child("open-child"),
  "GET /children/:child/clocks": child("open-child"),
  "GET /children/:child/clocks/:standard/:occurrence": child("open-child", CLOCK),
  "GET /children/:child/checklists": child("open-child"),
  "GET /children/:child/checklists/:point": child("open-child", { point: "on-the-decision" }),
  "POST /children/:child/checklists/:point": child("record", { point: "on-the-decision" }),
  "GET /children/:child/challenges": child("open-child"),
  "POST /children/:child/challenges": child("open-child", {}, { then: "challenge" }),
  "GET /children/:child/answer/:standard/:occurrence": child("record", CLOCK, { given: true }),
  "POST /children/:child/answer/:standard/:occurrence": child("record", CLOCK, { given: true }),
  "GET /children/:child/dates": child("record"),
  "POST /children/:child/dates": child("record"),
  "GET /children/:child/record": child("record", {}, { given: true }),
  "GET /children/:child/record/:kind": child("record", { kind: "visit" }, { given: true }),
  "POST /children/:child/record/:kind": child("record", { kind: "visit" }, { given: true }),
  "GET /children/:child/entries/:entry/correct": child("correct", { entry: "FIRST" }, { given: true }),
  "POST /children/:child/entries/:entry/correct": child("correct", { entry: "FIRST" }, { given: true }),
  "GET /children/:child/entries/:entry/withdraw": child("correct", { entry: "FIRST" }, { given: true }),
  "POST /children/:child/entries/:entry/withdraw": child("correct", { entry: "FIRST" }, { given: true }),
  "GET /children/:child/extensions/new": child("request-extension", { "?": "standard=TC-09a&occurrence=1" }),
  "POST /children/:child/extensions/new": child("request-extension", { body: "standard=TC-09a&occurrence=1" }),
  "GET /children/:child/extensions/:entry": child("open-child", {}, { missing: true }),
  "POST /children/:child/extensions/:entry": child("sign-off", {}, { missing: true }),
  "GET /children/:child/milestones": child("open-child"),
  "POST /children/:child/milestones": child("open-child", {}, { then: "record" }),
  "GET /children/:child/milestones/:part": child("open-child", { part: "planning" }),
  "POST /children/:child/milestones/:part": child("open-child", { part: "planning" }, { then: "record" }),
  "GET /children/:child/milestones/report": child("open-child"),
  "GET /children/:child/milestones/close": child("manage-forms"),
  "POST /children/:child/milestones/close": child("manage-forms"),
  "POST /children/:child/milestones/open": child("manage-forms"),
  "GET /children/:child/decide/:kind": child("open-child", { kind: "plan-decision" }),
  "POST /children/:child/decide/:kind": child("open-child", { kind: "plan-decision" }),
  "GET /team/papers/:child": child("record", {}, { only: MANAGERS }),
  "POST /team/papers/:child": child("record", {}, { only: MANAGERS }),
  "GET /children/new": page("add-child"),
  "POST /children/new": page("add-child"),

  // Siblings
  "GET /sibling-groups/:group": { permission: "open-child", about: "group" },
  "GET /sibling-groups/:group/add": group("record"),
  "POST /sibling-groups/:group/add": group("record"),
  "GET /sibling-groups/:group/decide": group("record"),
  "POST /sibling-groups/:group/decide": group("record"),
  "GET /sibling-groups/:group/entries/:entry{[0-9]{1,12}}/:verb": { ...group("correct", { entry: "999999", verb: "correct" }), missing: true },
  "POST /sibling-groups/:group/entries/:entry{[0-9]{1,12}}/:verb": { ...group("correct", { entry: "999999", verb: "correct" }), missing: true },
  "GET /sibling-groups/new": page("record", { only: SEES_GROUPS }),
  "POST /sibling-groups/new": page("record", { only: SEES_GROUPS }),

  // Lists
  "GET /tracker": page("see-tracker"),
  "GET /tracker/columns": page("see-tracker"),
  "GET /tracker/compare": page("see-tracker"),
  "GET /tracker/print": page("see-tracker"),
  "GET /tracker/take-away.csv": page("see-tracker"),
  "GET /tracker/take-away.xlsx": page("see-tracker"),
  "POST /tracker/names": page("see-tracker"),
  "GET /tracker/views": page("see-tracker"),
  "GET /tracker/views/new": page("see-tracker"),
  "POST /tracker/views": page("see-tracker"),
  "POST /tracker/views/:id/delete": nothing("see-tracker"),
  "POST /tracker/views/:id/first": nothing("see-tracker"),
  "POST /tracker/views/:id/rename": page("see-tracker", { params: { body: "name=" } }),
  "POST /tracker/views/:id/team": page("see-tracker", { only: [] }),
  "POST /tracker/views/:id/update": nothing("see-tracker"),
  "GET /tracker/several": nothing("record", { params: { "?": "children=CHILD" } }),
  "POST /tracker/several": page("record"),
  "GET /tracker/several/:kind": nothing("record"),
  "POST /tracker/several/:kind": nothing("record"),
  "GET /changes/:change": nothing("open-child"),
  "POST /changes/:change/undo": nothing("correct"),
  "GET /drift": page("see-tracker"),
  "GET /find": page("see-tracker"),
  "POST /find": page("see-tracker"),
  "POST /find/suggestions": page("see-tracker"),
  "GET /forms": page("manage-forms"),
  "GET /stories": page("open-child"),

  // Offices
  // The room of a meeting
  "GET /meetings/:meeting/room": nothing("follow-meetings"),
  "GET /meetings/:meeting/room/:item": nothing("follow-meetings"),
  "POST /meetings/:meeting/room/:item": nothing("follow-meetings"),
  "POST /meetings/:meeting/room/:item/beside": nothing("follow-meetings"),
  "POST /meetings/:meeting/room/:item/comment": nothing("follow-meetings"),
  "GET /meetings/:meeting/live": nothing("follow-meetings"),
  "GET /meetings/:meeting/open": nothing("hold-meetings"),
  "POST /meetings/:meeting/open": nothing("hold-meetings"),
  "GET /meetings/:meeting/attendance": nothing("hold-meetings"),
  "POST /meetings/:meeting/attendance": nothing("hold-meetings"),
  "POST /meetings/:meeting/pen": nothing("hold-meetings"),
  "GET /meetings/:meeting/close": nothing("hold-meetings"),
  "POST /meetings/:meeting/close": nothing("hold-meetings"),
  "GET /children/:child/chronology.docx": child("open-child"),
  "GET /meetings/report": page("follow-meetings", { only: REPORT_READERS }),
  "GET /meetings/report/:quarter": nothing("follow-meetings", { only: REPORT_READERS }),
  "GET /meetings/series/:series/worth": nothing("follow-meetings"),
  "GET /meetings/:meeting/updates": nothing("follow-meetings"),
  "POST /meetings/:meeting/updates": nothing("hold-meetings"),
  "GET /meetings/items/:item/update": nothing("follow-meetings"),
  "POST /meetings/items/:item/update": nothing("follow-meetings"),
  "GET /challenges": page("open-child", { only: CHALLENGED }),
  "GET /reviews": page("open-child", { only: CHALLENGED }),
  "GET /decisions": page("open-child", { only: ["decision-maker"] }),
  "POST /decisions/confirm": page("open-child", { only: ["decision-maker"] }),
  "GET /decisions/feedback": page("open-child", { only: [...CHALLENGED, "decision-maker"] }),
  "GET /service": page("sign-off"),
  "GET /sign-offs": page("sign-off"),
  "GET /team": page("see-tracker", { only: MANAGERS }),
  "GET /team/items": page("see-tracker", { only: MANAGERS }),
  "GET /team/children": page("see-tracker", { only: MANAGERS, missing: true }),
  "POST /team/children": nothing("reassign"),
  "GET /team/reassign": nothing("reassign"),
  "POST /team/reassign": nothing("reassign"),

  // Figures
  "GET /region": page("see-region"),
  "POST /region/packs": page("see-region"),
  "GET /region/downloads/:file": page("see-region", { params: { file: "region.csv" } }),
  "GET /region/operations.docx": page("see-region"),
  "GET /region/packs/:pack": nothing("see-region"),
  "GET /scorecard": page("see-scorecard"),
  "GET /scorecard/plan": page("follow-meetings", { only: SEES_PLAN }),
  "GET /scorecard/plan.docx": page("follow-meetings", { only: SEES_PLAN }),
  "GET /scorecard/plan/history": page("follow-meetings", { only: SEES_PLAN }),
  "GET /scorecard/plan/start": page("keep-action-plan"),
  "POST /scorecard/plan/start": page("keep-action-plan"),
  "GET /scorecard/plan/objectives/new": page("keep-action-plan"),
  "POST /scorecard/plan/objectives/new": page("keep-action-plan"),
  "GET /scorecard/plan/objectives/:objective": nothing("keep-action-plan"),
  "POST /scorecard/plan/objectives/:objective": nothing("keep-action-plan"),
  "GET /scorecard/plan/objectives/:objective/actions/new": nothing("keep-action-plan"),
  "POST /scorecard/plan/objectives/:objective/actions/new": nothing("keep-action-plan"),
  "GET /scorecard/plan/actions/:action": nothing("follow-meetings", { only: SEES_PLAN }),
  "GET /scorecard/plan/actions/:action/change": nothing("keep-action-plan"),
  "POST /scorecard/plan/actions/:action/change": nothing("keep-action-plan"),
  "POST /scorecard/plan/actions/:action/progress": nothing("follow-meetings", { only: SEES_PLAN }),
  "POST /scorecard/plan/actions/:action/evidence": nothing("follow-meetings", { only: SEES_PLAN }),
  "GET /scorecard/plan/take-out/:item": nothing("keep-action-plan"),
  "POST /scorecard/plan/take-out/:item": nothing("keep-action-plan"),
  "POST /scorecard/plan/put-back/:item": nothing("keep-action-plan"),
  "GET /scorecard/regular": page("see-scorecard"),
  "GET /scorecard/regular/new": page("keep-action-plan"),
  "POST /scorecard/regular/new": page("keep-action-plan"),
  "POST /scorecard/regular/start": page("keep-action-plan"),
  "GET /scorecard/regular/:report": nothing("keep-action-plan"),
  "POST /scorecard/regular/:report": nothing("keep-action-plan"),
  "GET /scorecard/regular/:report/end": nothing("keep-action-plan"),
  "POST /scorecard/regular/:report/end": nothing("keep-action-plan"),
  "POST /scorecard/regular/:report/made": nothing("see-scorecard"),
  "GET /scorecard/regular/:report/:file": nothing("see-scorecard"),
  "GET /scorecard/pipeline": page("see-scorecard"),
  "GET /scorecard/forecast": page("see-scorecard"),
  "GET /scorecard/forecast/accuracy": page("see-scorecard"),
  "POST /scorecard/forecast/assessment": page("import"),
  "GET /reports/quarterly": page("publish"),
  "POST /reports/quarterly": nothing("publish"),
  "GET /reports/published": page("publish"),
  "GET /reports/published/:publication": nothing("publish"),
  "GET /scorecard/quarterly": page("see-scorecard"),
  "GET /scorecard/quarterly.docx": page("see-scorecard"),
  "GET /scorecard/counts": page("see-scorecard"),
  "GET /scorecard/counts/:count": page("see-scorecard", { params: { count: "A15" } }),
  "GET /scorecard/comparators": page("see-scorecard"),
  "GET /scorecard/downloads/:file": page("see-scorecard", { params: { file: "counts.csv" } }),
  "GET /scorecard/printed": page("see-scorecard"),
  "GET /scorecard/entered": page("see-scorecard"),
  "GET /scorecard/equity": page("see-scorecard"),
  "POST /scorecard/readings": page("import"),
  "GET /reports": page("publish"),
  "GET /reports/scrutiny": page("publish"),
  "POST /reports/scrutiny": nothing("publish"),
  "GET /reports/scrutiny/preview": page("publish"),
  "GET /reports/scrutiny/draft.docx": page("publish"),
  "POST /reports/scrutiny/publish": nothing("publish"),
  "GET /scorecard/published": page("see-scorecard"),
  "POST /scorecard/published": page("import"),
  "GET /scorecard/published/imports/:run": nothing("import"),
  "POST /scorecard/published/imports/:run/confirm": nothing("import"),
  "POST /scorecard/published/imports/:run/cancel": nothing("import"),
  "GET /scorecard/published/remove": nothing("import"),
  "POST /scorecard/published/remove": page("import"),
  "GET /scorecard/published/thresholds": page("see-scorecard"),
  "POST /scorecard/published/thresholds": page("import"),
  "GET /scorecard/published/thresholds/:threshold/remove": nothing("import"),
  "POST /scorecard/published/thresholds/:threshold/remove": nothing("import"),
  "GET /scorecard/published/groups": page("see-scorecard"),
  "POST /scorecard/published/groups": page("import"),
  "GET /scorecard/published/groups/:group/remove": nothing("import"),
  "POST /scorecard/published/groups/:group/remove": nothing("import"),
  "GET /scorecard/stages": page("see-scorecard"),
  "GET /scorecard/:indicator": page("see-scorecard", { params: { indicator: "A1" } }),
  "GET /scorecard/charts/:indicator": page("see-scorecard", { params: { indicator: "A1.svg" } }),

  // Standards
  "GET /standards": page("see-standards"),
  "GET /standards/:standard": page("see-standards", { params: { standard: "TC-09a" } }),
  "GET /standards/changes": page("see-standards"),
  "GET /standards/packs": page("see-standards"),
  "GET /standards/packs/:pack": page("see-standards", { params: { pack: "leicestershire-2023" } }),
  "GET /standards/packs/:pack/:standard": page("see-standards", { params: { pack: "leicestershire-2023", standard: "LEIC-67" } }),
  "GET /standards/performance": page("see-standards"),
  "GET /standards/performance/:standard": page("see-standards", { params: { standard: "TC-09a" } }),
  "GET /standards/performance/months.svg": nothing("see-standards"),
  "GET /standards/recompute": page("see-standards"),
  "GET /standards/change": nothing("manage-standards"),
  "POST /standards/change": nothing("manage-standards"),
  "GET /standards/change/looks/:look": nothing("manage-standards"),
  "GET /standards/change/looks/:look/progress": page("manage-standards"),

  // Imports
  "GET /imports": page("import"),
  "GET /imports/new": page("import"),
  "POST /imports/new": page("import"),
  "GET /imports/:run": nothing("import"),
  "GET /imports/:run/progress": nothing("import"),
  "POST /imports/:run/cancel": nothing("import"),
  "POST /imports/:run/confirm": nothing("import"),
  "GET /imports/children/:localId": nothing("import"),
  "GET /imports/sheet/new": page("import"),
  "POST /imports/sheet/new": page("import"),
  "GET /imports/sheet/:run": nothing("import"),
  "GET /imports/sheet/:run/:step{sheet|columns|children|preview}": nothing("import"),
  "GET /imports/sheet/:run/progress": nothing("import"),
  "POST /imports/sheet/:run/cancel": nothing("import"),
  "POST /imports/sheet/:run/children": nothing("import"),
  "POST /imports/sheet/:run/columns": nothing("import"),
  "POST /imports/sheet/:run/confirm": nothing("import"),
  "POST /imports/sheet/:run/sheet": nothing("import"),

  // Who may open a record, and what is behind the wall
  "GET /children/:child/access": child("set-access"),
  "POST /children/:child/access": child("set-access"),
  "GET /children/:child/adopters": child("know-adopters", {}, { hides: ["sealed"], needsGiven: true }),
  "POST /children/:child/adopters": child("know-adopters", {}, { only: WRITES_ADOPTERS, hides: ["sealed"] }),
  "GET /children/:child/seal": child("seal"),
  "POST /children/:child/seal": child("seal"),
  "POST /children/:child/unseal": child("seal"),
  "POST /children/:child/disclosure": child("see-adoptive-identity"),
  "GET /children/:child/release": child("open-child", {}, { only: RELEASES }),
  "POST /children/:child/release": child("release"),
  "GET /children/:child/release/:release": child("open-child", {}, { only: RELEASES, missing: true }),
  "POST /children/:child/release/:release": child("agree-release", {}, { missing: true }),
  "GET /adoptive": page("open-child", { only: BEHIND_THE_WALL }),
  "GET /adoptive/:own": nothing("see-adoptive-identity"),
  "GET /adoptive/:own/change": nothing("see-adoptive-identity"),
  "POST /adoptive/:own/change": nothing("see-adoptive-identity"),
  "GET /adoptive/requests/:request": nothing("agree-disclosure"),
  "POST /adoptive/requests/:request": nothing("agree-disclosure"),
  "POST /adoptive/requests/:request/end": nothing("see-adoptive-identity"),
  "POST /adoptive/requests/:request/open": nothing("see-adoptive-identity"),

  // The regional agency
  "GET /children/:child/agency": child("open-child"),
  "POST /children/:child/agency/dates": child("keep-agency-record"),
  "POST /children/:child/agency/notes": child("keep-agency-record"),
  "POST /children/:child/agency/differences/:kind": child("settle-differences", { kind: "placement-order" }),
  "GET /children/:child/agency/entries/:entry/withdraw": child("keep-agency-record", {}, { missing: true }),
  "POST /children/:child/agency/entries/:entry/withdraw": child("keep-agency-record", {}, { missing: true }),

  // Profiles and moves
  "GET /children/:child/profile": child("open-child"),
  "POST /children/:child/profile": child("change-profile"),
  "GET /children/:child/profile.csv": child("change-profile", {}, { stops: CHILDREN }),
  "GET /children/:child/profile.txt": child("change-profile", {}, { stops: CHILDREN }),
  "GET /children/:child/move": child("move-child", {}, { stops: ["adopted"] }),
  "POST /children/:child/move": child("move-child", {}, { stops: ["adopted"] }),
  "GET /moves": page("move-child"),
  "GET /moves/:offer": nothing("move-child"),
  "POST /moves/:offer": nothing("move-child"),

  // People, teams and agreements
  "GET /administration": page("administer"),
  "GET /administration/agreement": page("administer"),
  "GET /administration/agreement/change": page("administer"),
  "POST /administration/agreement/change": page("administer"),
  "GET /administration/changes": page("administer"),
  "GET /administration/children": page("administer"),
  "POST /administration/children": page("administer"),
  "GET /administration/children/:id": record("administer", {}, { hides: ["restricted", "sealed"] }),
  "POST /administration/children/:id": record("administer", {}, { hides: ["restricted", "sealed"] }),
  "GET /administration/children/:id/end/:number": record("administer", { number: "999999" }, { missing: true }),
  "POST /administration/children/:id/end/:number": record("administer", { number: "999999" }, { missing: true }),
  "GET /administration/organisations": page("administer"),
  "POST /administration/organisations": page("administer"),
  "GET /administration/people": page("administer"),
  "GET /administration/people/new": page("administer"),
  "POST /administration/people/new": page("administer"),
  "GET /administration/people/:account": page("administer", { params: { account: "e09000901.social-worker" } }),
  "GET /administration/people/:account/change": page("administer", { params: { account: "e09000901.social-worker" } }),
  "POST /administration/people/:account/change": page("administer", { params: { account: "e09000901.social-worker" } }),
  "GET /administration/people/:account/leave": page("administer", { params: { account: "e09000901.social-worker" } }),
  "POST /administration/people/:account/leave": page("administer", { params: { account: "e09000901.social-worker" } }),
  "POST /administration/people/:account/return": nothing("administer"),
  "POST /administration/people/:account/sign-out": nothing("administer"),
  "GET /administration/restriction": page("administer"),
  "POST /administration/restriction": page("administer"),
  "GET /administration/teams": page("administer"),
  "GET /administration/teams/rename": nothing("administer"),
  "POST /administration/teams/rename": nothing("administer"),

  // The keeping of records, and their proof
  "GET /records": page("keep-records"),
  "POST /records/find": page("keep-records"),
  "GET /records/inquiries": page("keep-records"),
  "POST /records/inquiries": page("keep-records"),
  "GET /records/inquiries/:inquiry": nothing("keep-records"),
  "GET /records/lists/:list": nothing("keep-records"),
  "GET /records/:record": record("keep-records"),
  "GET /records/:record/archive": record("keep-records"),
  "POST /records/:record/archive": record("keep-records"),
  "GET /records/:record/disclosure": record("keep-records"),
  "GET /records/:record/disclosure.csv": record("keep-records"),
  "GET /records/:record/entries": record("keep-records"),
  "POST /records/:record/entries/:entry": record("keep-records", { entry: "FIRST" }),
  "GET /records/:record/entries/:entry/erase": record("keep-records", { entry: "FIRST" }),
  "POST /records/:record/entries/:entry/erase": record("keep-records", { entry: "FIRST" }),
  "GET /records/:record/hold": record("keep-records"),
  "POST /records/:record/hold": record("keep-records"),
  "POST /records/:record/hold/:entry/end": record("keep-records"),
  "GET /verify": page("verify"),
  "POST /verify": page("verify"),
  "GET /verify/heads.jsonl": page("verify"),
  "GET /verify/progress": page("verify"),
};

/** What comes of asking, by the tables alone: first whether they are signed in, then what their role may, then whether they see the child. */
export function expected({ permission, only, about, then, stops, hides, given, needsGiven, missing, signsIn }: Expectation, role: Role | undefined, of: ChildKind): Answer {
  if (signsIn === true) return "sign in";
  if (permission === "nobody") return missing === true ? "not found" : "let in";
  if (role === undefined) return "sign in";
  if (given === true && OF_THE_AGENCY.includes(role)) return VISIBLE[of].includes(role) ? "forbidden" : "not found";
  if (permission !== undefined && !may(role, permission).allowed) return "forbidden";
  if (only !== undefined && !only.includes(role)) return "forbidden";
  if (about === "record" && !OF_AUTHORITY.has(of)) return "not found";
  if (about === "child" && !VISIBLE[of].includes(role)) return "not found";
  // Whoever sees one child of the group alone is not told that there is a group.
  if (about === "group" && !(VISIBLE.own.includes(role) && VISIBLE.unallocated.includes(role))) return "not found";
  if (hides?.includes(of) === true || (needsGiven === true && OF_THE_AGENCY.includes(role))) return "not found";
  if (stops?.includes(of) === true) return "forbidden";
  if (then !== undefined && !may(role, then).allowed) return "forbidden";
  return missing === true ? "not found" : "let in";
}
