import { OFFICES } from "../access/office.ts";
import { type Owner, OWNERS, type Role } from "../access/role.ts";
import {
  ACTION_ENDS, ACTION_SAYS, BARRIERS, CHALLENGE_LEVELS, DECISION_OUTCOMES, END_OF_CARE, FORM_END_REASONS, INVOLVEMENTS, LEGAL_STATUSES, MEETING_DECISIONS, PERMANENCE_CLASSIFICATIONS, PERMANENCE_PLANS, PLACEMENT_TYPES, PRIORITISATION_COMERS, PROFILE_STATES,
  PROFILE_VISIBILITY, REVERSAL_REASONS, REVIEW_PARTICIPATION, SETTLED_BY, SEXES, TOGETHER_OR_APART,
} from "./codes.ts";

/** Where on the line a kind belongs: the headings under which forms and pages list it. */
export const CHAPTERS = {
  child: "The child",
  care: "In care",
  planning: "Planning",
  court: "Court",
  "family-finding": "Family finding",
  matching: "Matching",
  "moving-in": "Moving in",
  "after-placement": "After moving in",
  "after-order": "After the adoption order",
  tracking: "Tracking",
  records: "Access and records",
} as const;
export type Chapter = keyof typeof CHAPTERS;

/** Periods on one track cannot overlap. */
export const TRACKS = {
  care: "Looked after",
  "legal-status": "Legal status",
  placement: "Placement",
  "primary-plan": "Plan",
  "contingency-plan": "Contingency plan",
  "parallel-plan": "Parallel plan",
  "allocated-worker": "Allocated worker",
  "family-finder": "Family finder",
  "responsible-team": "Responsible team",
} as const;
export type Track = keyof typeof TRACKS;

/** The tables of the 903 that can carry an entry. */
export type ReturnTable = "Header" | "Episodes" | "Reviews" | "AD1" | "PlacedAdoption" | "PrevPerm" | "Missing" | "SWEpisodes" | "DoLo";

export interface DetailField {
  readonly label: string;
  readonly type: "text" | "code" | "count" | "yes-no" | "day";
  readonly codes?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  /** It says who the adopters are: only for whoever may know them. */
  readonly adopters?: boolean;
}

export interface KindRow {
  readonly label: string;
  readonly shape: "point" | "period";
  readonly chapter: Chapter;
  /** Whose question it is. */
  readonly asks: Owner;
  readonly track?: Track;
  /** May the same thing happen to a child more than once? */
  readonly repeats?: boolean;
  /** Written by a command of its own alone: why it is not recorded by hand, and what to do instead. */
  readonly notByHand?: string;
  /** A decision of somebody’s own: that role alone, or a named deputy, says that it was made. Others record it as provisional, to be confirmed. */
  readonly decidedBy?: Role;
  /** May it be entered ahead of the day, as planned or provisional? */
  readonly ahead?: boolean;
  /** Of a placement that broke down: the milestones form asks it of the adoption service alone, in a section of its own. */
  readonly breakdown?: boolean;
  /** How the 903 says it, where it does. */
  readonly ssda903?: { readonly table: ReturnTable; readonly meaning: string };
  /** Words people search for or use in its place. */
  readonly alsoCalled?: readonly string[];
  readonly detail?: Readonly<Record<string, DetailField>>;
}

type Extra = Omit<KindRow, "label" | "shape" | "chapter" | "asks">;

/** The chapters that a milestones form asks about. What it asks can be answered ahead of its day, but for what nobody plans. */
export const FORM_CHAPTERS = ["planning", "court", "family-finding", "matching", "moving-in", "after-placement", "after-order"] as const satisfies readonly Chapter[];
export type FormChapter = (typeof FORM_CHAPTERS)[number];
export const isFormChapter = (chapter: Chapter): chapter is FormChapter => (FORM_CHAPTERS as readonly Chapter[]).includes(chapter);

const point = (chapter: Chapter, asks: Owner, label: string, extra: Extra = {}): KindRow =>
  ({ label, shape: "point", chapter, asks, ...(isFormChapter(chapter) ? ahead : {}), ...extra });
const period = (chapter: Chapter, asks: Owner, label: string, extra: Extra = {}): KindRow =>
  ({ label, shape: "period", chapter, asks, repeats: true, ...extra });

const ASKED_FOR = "An extension is asked for on the child’s clocks and signed off by those whose agreement it needs. It is not recorded by hand";
const CHALLENGED = "A challenge goes up its ladder on the child’s challenges page. It is not recorded by hand";
const FORM_OPENED = "A milestones form is opened and closed on its own pages by adoption business support. It is not recorded by hand";
const KEPT_APART = "It is said on a page of its own: who may open this record, the agency’s own dates, or the keeping of records. It is not recorded by hand";
const AT_MEETING = "It comes of a tracking meeting, and is written on the meeting’s own pages. It is not recorded by hand";
const repeats = { repeats: true } as const;
const ahead = { ahead: true } as const;
/** It comes as it comes: somebody else does it, or nobody means it to happen. */
const unplanned = { ahead: false } as const;
const broken = { breakdown: true } as const;
const text = (label: string, required = false): DetailField => ({ label, type: "text", required });
const count = (label: string): DetailField => ({ label, type: "count" });
const yesNo = (label: string): DetailField => ({ label, type: "yes-no" });
const code = (label: string, codes: Readonly<Record<string, string>>, required = false): DetailField =>
  ({ label, type: "code", codes, required });

const outcome = code("Outcome", DECISION_OUTCOMES);
const note = text("Note");
/** What the note of a decision-maker’s decision is: no decision of theirs goes without. */
export const REASONS = "Reasons";
const reasons = text(REASONS);
const family: DetailField = { label: "Family reference", type: "text", adopters: true };
const outsidePanel = { dateAgreedBy: text("Where the date is outside panel, who agreed to it") };
const plan = code("Plan", PERMANENCE_PLANS, true);
/** Of which meeting a thing came: its id, the series it belongs to, and the organisation that held it. */
const ofMeeting = { meeting: text("Meeting", true), series: text("Meetings called", true), organisation: text("Held by", true) } as const;
const numbered = (label: string): DetailField => ({ label: `${label} (number of the entry)`, type: "count", required: true });

/**
 * Everything that can happen on a child's line. Forms, imports, standards and exports all
 * read this one table; adding a milestone is adding a row. Two kinds belong to a sibling
 * group's own record (`sibling-membership`, `together-or-apart`).
 */
export const KIND_TABLE = {
  // The child
  "birth": point("child", "social-worker", "Birth", { ...ahead, ssda903: { table: "Header", meaning: "DOB" }, alsoCalled: ["DOB", "EDD", "expected date of delivery"] }),
  "particulars": point("child", "social-worker", "Name and particulars", { detail: { givenName: text("Given name"), familyName: text("Family name"), sex: code("Sex", SEXES), ethnicity: text("Ethnicity"), disability: yesNo("Disability") }, ssda903: { table: "Header", meaning: "SEX, ETHNIC" } }),
  "wishes-and-feelings": point("child", "social-worker", "Child’s wishes and feelings", { ...repeats, detail: { note } }),
  "sibling-membership": period("child", "social-worker", "In the sibling group", { detail: { child: text("Child", true) } }),
  "together-or-apart": point("child", "social-worker", "Decision to place siblings together or apart", { ...repeats, detail: { decision: code("Decision", TOGETHER_OR_APART, true), subgroups: text("Who with whom"), note } }),

  // In care
  "looked-after": period("care", "social-worker", "Looked after", { track: "care", ssda903: { table: "Episodes", meaning: "RNE S to a REC other than X1" }, alsoCalled: ["period of care", "coming into care", "BLA"], detail: { endReason: code("How it ended", END_OF_CARE), startUnknown: yesNo("Began before the earliest file"), categoryOfNeed: text("Category of need") } }),
  "legal-status": period("care", "social-worker", "Legal status", { track: "legal-status", ssda903: { table: "Episodes", meaning: "LS" }, detail: { status: code("Legal status", LEGAL_STATUSES, true), startUnknown: yesNo("Began before the earliest file") } }),
  "placement": period("care", "social-worker", "Placement", { track: "placement", ssda903: { table: "Episodes", meaning: "PLACE, PLACE_PROVIDER, URN" }, detail: { type: code("Type", PLACEMENT_TYPES, true), provider: text("Provider"), urn: text("Provider’s number"), carer: text("Carer reference"), sameCarer: yesNo("Same carer as before"), reasonForChange: text("Reason for the change"), startUnknown: yesNo("Began before the earliest file") } }),
  "placed-before-assessment": period("care", "social-worker", "Placed before the assessment is complete", { detail: { regulation: code("Regulation", { 19: "Regulation 19, with parents", 24: "Regulation 24, connected person" }, true) } }),
  "allocated-worker": period("care", "team-manager", "Allocated social worker", { track: "allocated-worker", ssda903: { table: "SWEpisodes", meaning: "SW_ID, SW_DECOM, SW_DEC" }, detail: { worker: text("Worker", true), reason: text("Reason for the change") } }),
  "family-finder": period("family-finding", "team-manager", "Family finder allocated", { track: "family-finder", alsoCalled: ["PSW allocated"], detail: { worker: text("Worker", true), reason: text("Reason for the change") } }),
  "responsible-team": period("care", "team-manager", "Responsible team", { track: "responsible-team", detail: { team: text("Team", true) } }),
  "reviewing-officer-appointed": point("care", "reviewing-officer", "Independent reviewing officer appointed", { ...repeats, detail: { officer: text("Reviewing officer") } }),
  "review": point("care", "reviewing-officer", "Looked-after review", { ...repeats, ...ahead, alsoCalled: ["LAC review", "CLA review", "CiC review"], ssda903: { table: "Reviews", meaning: "REVIEW, REVIEW_CODE" }, detail: { participation: code("The child’s part in it", REVIEW_PARTICIPATION), note } }),
  "review-decisions-circulated": point("care", "reviewing-officer", "Review decisions circulated", repeats),
  "review-record-completed": point("care", "reviewing-officer", "Record of the review completed", repeats),
  "review-record-distributed": point("care", "reviewing-officer", "Record of the review distributed", repeats),
  "visit": point("care", "social-worker", "Social worker’s visit", { ...repeats, ...ahead, detail: { seenAlone: yesNo("Child seen alone"), note } }),
  "missing": period("care", "social-worker", "Missing or away", { ssda903: { table: "Missing", meaning: "MIS_START, MIS_END" }, detail: { type: code("Type", { M: "Missing", A: "Away without authorisation" }) } }),
  "deprivation-of-liberty": period("care", "social-worker", "Deprivation of liberty order", { ssda903: { table: "DoLo", meaning: "DOLO_START, DOLO_END" } }),
  "previous-permanence": point("care", "social-worker", "Previous permanence arrangement", { ...repeats, ssda903: { table: "PrevPerm", meaning: "PREV_PERM, LA_PERM, DATE_PERM" }, detail: { type: code("Type", { P1: "Adoption", P2: "Special guardianship", P3: "Child arrangements order", P4: "Unknown", Z1: "None" }, true), authority: text("Authority"), date: text("Date as returned") } }),

  // Planning
  "early-alert": point("planning", "social-worker", "Early alert", { ...repeats, ...unplanned, detail: { note } }),
  "primary-plan": period("planning", "social-worker", "Permanence plan", { track: "primary-plan", ...ahead, alsoCalled: ["permanency classification"], detail: { plan } }),
  "contingency-plan": period("planning", "social-worker", "Contingency plan", { track: "contingency-plan", ...ahead, detail: { plan } }),
  "parallel-plan": period("planning", "social-worker", "Parallel plan", { track: "parallel-plan", ...ahead, alsoCalled: ["twin track"], detail: { plan } }),
  "family-group-conference": point("planning", "social-worker", "Family group conference", { ...repeats, ...ahead, detail: { note } }),
  "permanence-planning-meeting": point("planning", "social-worker", "Permanence planning meeting", { ...repeats, ...ahead, detail: { note } }),
  "permanence-assessment": point("planning", "social-worker", "Permanence assessment", { ...repeats, detail: { outcomes: text("Outcomes sought for the child"), stability: text("Long-term support and contact"), earlier: text("Earlier assessments it follows from"), criteria: text("Why this plan, and not another"), note } }),
  "adoption-became-plan": point("planning", "social-worker", "Review identified adoption as the plan", { ...repeats, alsoCalled: ["adoption became the plan"] }),
  "adoption-case-record-opened": point("planning", "business-support", "Adoption case record opened", repeats),
  "adoption-pack-sent": point("planning", "business-support", "Initial adoption pack sent", repeats),
  "adoption-pack-received": point("planning", "business-support", "Completed adoption pack received", repeats),
  "adoption-not-the-route": point("planning", "social-worker", "Decided that adoption is not the route", { ...repeats, ...unplanned, detail: { note } }),
  "milestones-form": period("planning", "business-support", "Milestones form open", { notByHand: FORM_OPENED, detail: { endReason: code("Why it was closed", FORM_END_REASONS), note } }),
  "prioritisation-meeting": point("planning", "business-support", "Prioritisation meeting decided to proceed", { ...repeats, ...ahead, detail: { cameForFieldwork: code("Who came for fieldwork", PRIORITISATION_COMERS) } }),
  "adoption-medical": point("planning", "medical-adviser", "Adoption medical", { ...repeats, ...ahead }),
  "permanence-report": point("planning", "social-worker", "Child’s permanence report completed", { ...repeats, alsoCalled: ["CPR"] }),
  "permanence-report-updated": point("planning", "social-worker", "Child’s permanence report updated", { ...repeats, alsoCalled: ["CPR updated"] }),
  "early-permanence-considered": point("planning", "social-worker", "Early permanence placement considered", { ...repeats, alsoCalled: ["FfA considered"], detail: { note } }),
  "early-permanence-decision": point("planning", "decision-maker", "Decision on an early permanence placement", { ...repeats, decidedBy: "decision-maker", ...ahead, alsoCalled: ["FfA decision"], detail: { outcome, note: reasons } }),
  "legal-advice": point("planning", "legal", "Legal advice on early family finding", { ...repeats, detail: { note } }),
  "plan-panel": point("planning", "panel", "Panel considered the plan", { ...repeats, ...ahead, detail: { note } }),
  "plan-panel-minutes": point("planning", "panel", "Panel’s final minutes received, on the plan", repeats),
  "plan-decision": point("planning", "decision-maker", "Decision that the child should be placed for adoption", { ...repeats, decidedBy: "decision-maker", ...ahead, alsoCalled: ["SHOBPA", "SHOPBA", "BID", "best interest decision", "ADM decision", "DATE_PLACED", "DATE_INT"], ssda903: { table: "PlacedAdoption", meaning: "DATE_PLACED, and DATE_INT" }, detail: { outcome, note: reasons, ...outsidePanel } }),
  "plan-decision-told": point("planning", "social-worker", "Parents told of the decision", repeats),
  "plan-decision-written": point("planning", "social-worker", "Parents sent the decision in writing", repeats),
  "plan-decision-reversed": point("planning", "decision-maker", "Decision reversed: child should no longer be placed", { ...repeats, ...ahead, decidedBy: "decision-maker", ssda903: { table: "PlacedAdoption", meaning: "DATE_PLACED_CEASED, REASON_PLACED_CEASED" }, detail: { reason: code("Reason", REVERSAL_REASONS, true), note: reasons } }),
  "register-referral": point("planning", "family-finder", "Referred to the Adoption Register", repeats),

  // Court
  "proceedings-issued": point("court", "legal", "Care proceedings issued", { ...repeats, ...ahead }),
  "proceedings-extended": point("court", "legal", "Care proceedings extended", { ...repeats, detail: { to: { label: "Extended to", type: "day", required: true }, note } }),
  "proceedings-concluded": point("court", "legal", "Care proceedings concluded", repeats),
  "final-hearing": point("court", "legal", "Final hearing", { ...repeats, ...ahead }),
  "placement-order-application": point("court", "legal", "Placement order applied for", { ...repeats, ...ahead }),
  "placement-order": point("court", "legal", "Placement order", { ...repeats, ...ahead, alsoCalled: ["PO", "PO granted"], ssda903: { table: "Episodes", meaning: "first E1 of the period of care" }, detail: { outcome, startUnknown: yesNo("Made before the earliest file") } }),
  "placement-order-revoked": point("court", "legal", "Placement order ended or revoked", { ...repeats, ssda903: { table: "Episodes", meaning: "E1 followed by another legal status" } }),
  "appeal-lodged": point("court", "legal", "Appeal lodged", { ...repeats, ...unplanned, detail: { note } }),
  "appeal-determined": point("court", "legal", "Appeal determined", { ...repeats, ...ahead, detail: { note } }),
  "consent-given": point("court", "social-worker", "Parent consented to placement", { ...repeats, alsoCalled: ["section 19 consent"] }),
  "consent-withdrawn": point("court", "social-worker", "Parent withdrew consent", { ...repeats, ...unplanned }),
  "placement-agreement": point("court", "social-worker", "Parent agreed in writing to a placement before six weeks", repeats),
  "return-requested": point("court", "social-worker", "Parent asked for the child’s return", { ...repeats, ...unplanned }),
  "child-returned": point("court", "social-worker", "Child returned by the adopters", { ...repeats, ...broken, ...unplanned }),
  "adoption-application": point("court", "business-support", "Adoption application made", { ...repeats, ...ahead, alsoCalled: ["AO application"] }),
  "adoption-application-issued": point("court", "court", "Adoption application issued by the court", repeats),
  "annex-a-requested": point("court", "court", "Court report (Annex A) ordered", { ...repeats, detail: { by: { label: "To be filed by", type: "day" } } }),
  "annex-a-filed": point("court", "social-worker", "Court report (Annex A) filed", repeats),
  "court-memo-copied": point("court", "legal", "Court memo on the decision-maker’s dates copied to business support and the panel adviser", { ...repeats, detail: { note } }),
  "directions-hearing": point("court", "court", "First directions hearing", { ...repeats, ...ahead }),
  "adoption-order": point("court", "court", "Adoption order", { ...ahead, alsoCalled: ["AO"], ssda903: { table: "Episodes", meaning: "DEC with REC E11 or E12" }, detail: { outcome, adoptedByCarer: yesNo("Adopted by the carer they lived with") } }),

  // Family finding
  "family-finding-started": point("family-finding", "family-finder", "Family finding started", { ...repeats, ...ahead, detail: { note } }),
  "family-finding-plan": point("family-finding", "team-manager", "Family-finding plan recorded", repeats),
  "carer-pack-shared": point("family-finding", "family-finder", "Adoption and profiling pack given to the foster carer", repeats),
  "profiling-visit": point("family-finding", "family-finder", "Profiling visit to the child", { ...repeats, ...ahead }),
  "profile-completed": point("family-finding", "family-finder", "Profile completed and visible", { ...repeats, ...ahead, detail: { visibility: code("Who can see it", PROFILE_VISIBILITY) } }),
  "profile-sent-to-carer": point("family-finding", "family-finder", "Copy of the profile sent to the foster carer", repeats),
  "profile-discussed": point("family-finding", "family-finder", "Profile discussed at the family-finding meeting", { ...repeats, ...ahead, detail: { actions: text("Actions agreed") } }),
  "profile-updated": point("family-finding", "family-finder", "Profile updated with photographs and video", repeats),
  "photographs-shared": point("family-finding", "foster-carer", "Photographs or video shared by the foster carer", repeats),
  "case-responsibility-moved": point("family-finding", "team-manager", "Case responsibility moved to the permanence team", repeats),
  "own-region-search-ended": point("family-finding", "family-finder", "Nobody found in our own region", { ...repeats, ...unplanned }),
  "interagency-discussed": point("family-finding", "team-manager", "Interagency search discussed", repeats),
  "interagency-decision": point("family-finding", "service-manager", "Decision on an interagency search", { ...repeats, ...ahead, decidedBy: "service-manager", detail: { outcome, note } }),
  "profile-opened-nationally": point("family-finding", "family-finder", "Profile made visible to all approved adopters", repeats),
  "discovery-event-prepared": point("family-finding", "family-finder", "Child and foster carer prepared for an event", { ...repeats, detail: { recordings: yesNo("Voice recordings made"), guidance: yesNo("Guidance given to the foster carer") } }),
  "discovery-event": point("family-finding", "family-finder", "Discovery event or activity day", { ...repeats, ...ahead }),
  "expression-of-interest": point("family-finding", "family-finder", "Expression of interest", { ...repeats, ...unplanned, detail: { family } }),
  "adopter-report-received": point("family-finding", "family-finder", "Prospective adopter’s report received", { ...repeats, alsoCalled: ["PAR"], detail: { family } }),
  "adopter-report-decision": point("family-finding", "social-worker", "Decided whether to go on with the family", { ...repeats, detail: { outcome, family } }),
  "adopters-visited": point("family-finding", "social-worker", "Visit to prospective adopters", { ...repeats, ...ahead, detail: { family } }),
  "shortlist": point("family-finding", "family-finder", "Families shortlisted", { ...repeats, detail: { families: count("How many families") } }),
  "permanence-report-shared": point("family-finding", "family-finder", "Permanence report and medical information shared with families", { ...repeats, alsoCalled: ["CPR shared"] }),
  "adopter-reports-sent": point("family-finding", "family-finder", "Shortlisted families’ reports sent to the child’s previous worker", repeats),

  // Matching
  "link": point("matching", "family-finder", "Linked with a family", { ...repeats, alsoCalled: ["Linked?", "linking"], detail: { family } }),
  "link-ended": point("matching", "family-finder", "Link ended", { ...repeats, ...unplanned, detail: { family, note } }),
  "linking-meeting": point("matching", "family-finder", "Linking meeting", { ...repeats, ...ahead }),
  "matching-meeting": point("matching", "team-manager", "Matching meeting", { ...repeats, ...ahead, detail: { note } }),
  "matching-outcome-told": point("matching", "family-finder", "Outcome of the matching meeting told to workers and foster carer", repeats),
  "validation-visit": point("matching", "family-finder", "Matching validation visit", { ...repeats, ...ahead, alsoCalled: ["MVV"], detail: { family } }),
  "proceed-decision": point("matching", "team-manager", "Decision whether to go on with the match", { ...repeats, ...ahead, decidedBy: "team-manager", detail: { outcome, family, inHouse: yesNo("Our own adopters") } }),
  "meet-and-greet": point("matching", "business-support", "Adopters and foster carers met", { ...repeats, ...ahead }),
  "messaging-agreed": point("matching", "family-finder", "Messaging group and its boundaries agreed", repeats),
  "medical-consultation": point("matching", "medical-adviser", "Medical consultation with the adopters", { ...repeats, ...ahead }),
  "permanence-report-to-adviser": point("matching", "family-finder", "Updated permanence report sent to the medical adviser", repeats),
  "chemistry-meeting": point("matching", "family-finder", "Bump-into (chemistry) meeting", { ...repeats, ...ahead }),
  "life-story-referral": point("matching", "family-finder", "Referred for life story support", repeats),
  "life-story-meeting": point("matching", "family-finder", "Life story meeting with the adopters", { ...repeats, ...ahead }),
  "health-visitor-contacted": point("matching", "family-finder", "Health visiting service near the adopters contacted", { ...repeats, detail: { visitOn: { label: "Their visit arranged for", type: "day" } } }),
  "network-meeting": point("matching", "adopters-social-worker", "Family network meeting", { ...repeats, ...ahead }),
  "support-planning-meeting": point("matching", "family-finder", "Adoption support planning meeting", { ...repeats, ...ahead }),
  "support-plan": point("matching", "family-finder", "Adoption support plan completed", { ...repeats, alsoCalled: ["ASP"] }),
  "placement-report": point("matching", "adopters-social-worker", "Adoption placement report completed", { ...repeats, alsoCalled: ["APR"] }),
  "papers-checked": point("matching", "team-manager", "Papers for panel checked by the team manager", { ...repeats, ...ahead, decidedBy: "team-manager", detail: { note } }),
  "papers-to-manager": point("matching", "family-finder", "Papers for panel sent to the team manager for checking", repeats),
  "panel-papers": point("matching", "family-finder", "Papers sent to panel", { ...repeats, ...ahead }),
  "matching-panel": point("matching", "panel", "Matching panel", { ...repeats, ...ahead, detail: { inPerson: yesNo("Match presented in person, with the adopters and their worker there"), note } }),
  "matching-panel-minutes": point("matching", "panel", "Panel’s final minutes received, on the match", repeats),
  "carer-told-outcome": point("matching", "family-finder", "Foster carer told the outcome of panel", repeats),
  "match-decision": point("matching", "decision-maker", "Match decision", { ...repeats, decidedBy: "decision-maker", ...ahead, alsoCalled: ["matched", "ADM ratification", "DATE_MATCH"], ssda903: { table: "AD1", meaning: "DATE_MATCH" }, detail: { outcome, family, adoptedByCarer: yesNo("Adopted by the carer they lived with"), note: reasons, ...outsidePanel } }),
  "match-told": point("matching", "family-finder", "Adopters told of the match decision", repeats),
  "carer-told-match": point("matching", "family-finder", "Foster carer told of the match decision", repeats),
  "match-written": point("matching", "family-finder", "Adopters sent the match decision in writing", repeats),

  // Moving in
  "placement-plan-sent": point("moving-in", "family-finder", "Adoption placement plan sent", repeats),
  "placement-notified": point("moving-in", "family-finder", "Health, education and authority notified of the placement", repeats),
  "draft-introduction-plan": point("moving-in", "family-finder", "Draft introduction plan shared", { ...repeats, detail: { note } }),
  "introduction-planning-meeting": point("moving-in", "family-finder", "Introduction planning meeting", { ...repeats, ...ahead }),
  "final-introduction-plan": point("moving-in", "family-finder", "Final introduction plan sent to all", repeats),
  "accommodation-offered": point("moving-in", "family-finder", "Accommodation offered for introductions", { ...repeats, detail: { needed: yesNo("Needed") } }),
  "moving-on-training": point("moving-in", "foster-carer", "Foster carer’s moving-on training", repeats),
  "birth-parent-risk-assessment": point("moving-in", "family-finder", "Risk of the birth parents’ meeting assessed", repeats),
  "birth-parent-meeting": point("moving-in", "family-finder", "Birth parents met the adopters", { ...repeats, ...ahead, detail: { appropriate: yesNo("Appropriate"), note } }),
  "child-prepared": point("moving-in", "family-finder", "Child prepared for introductions", repeats),
  "play-date": point("moving-in", "family-finder", "Informal play date", { ...repeats, ...ahead }),
  "introductions-start": point("moving-in", "family-finder", "Introductions start", { ...repeats, ...ahead }),
  "introductions-support": point("moving-in", "family-finder", "Daily support during introductions", repeats),
  "pause-and-plan": point("moving-in", "family-finder", "Pause-and-plan meeting", { ...repeats, ...ahead, detail: { moveConfirmed: yesNo("Day of the move confirmed"), datesSet: yesNo("Dates set for support visits and the first review"), note } }),
  "placed-for-adoption": point("moving-in", "family-finder", "Moved in with the adoptive family", { ...repeats, ...ahead, alsoCalled: ["placed", "placement day", "placed for adoption"], ssda903: { table: "Episodes", meaning: "first day of an unbroken run of A3 to A6" }, detail: { withCurrentCarer: yesNo("With the current foster carer"), startUnknown: yesNo("Began before the earliest file"), family } }),
  "placement-notice": point("moving-in", "social-worker", "Written notice of the date placed for adoption", repeats),

  // After moving in
  "carer-contacted": point("after-placement", "social-worker", "Foster carer contacted by their own worker", repeats),
  "carer-virtual-contact": point("after-placement", "foster-carer", "Foster carer’s virtual contact with the child", repeats),
  "adoption-visit": point("after-placement", "social-worker", "Visit to the child and adopters", { ...repeats, ...ahead, alsoCalled: ["72-hour visit"], detail: { note } }),
  "support-notified": point("after-placement", "social-worker", "Post-adoption support worker notified", repeats),
  "support-visit": point("after-placement", "adopters-social-worker", "Support visit", { ...repeats, ...ahead }),
  "post-adoption-support-visit": point("after-placement", "adopters-social-worker", "Post-adoption support worker’s visit", { ...repeats, ...ahead, alsoCalled: ["six-week visit"], detail: { signsOfSafety: yesNo("Written up in the Signs of Safety form") } }),
  "support-groups-invited": point("after-placement", "adopters-social-worker", "Invited to support groups", repeats),
  "letterbox-agreement": point("after-placement", "social-worker", "Letterbox agreement made", repeats),
  "letterbox-agreement-sent": point("after-placement", "social-worker", "Letterbox agreement sent to the co-ordinator", repeats),
  "settling-in-letter": point("after-placement", "social-worker", "Settling-in letter", repeats),
  "adoption-review": point("after-placement", "reviewing-officer", "Adoption review", { ...repeats, ...ahead, alsoCalled: ["ROA", "28 day ROA"], detail: { carerContact: yesNo("Contact with the foster carer considered"), note } }),
  "application-timing-agreed": point("after-placement", "reviewing-officer", "Timing of the application agreed", repeats),
  "annex-a-completed": point("after-placement", "social-worker", "Court report (Annex A) completed", repeats),
  "adoption-application-prepared": point("after-placement", "business-support", "Adoption application sent to the adopters to complete", repeats),
  "disruption": point("after-placement", "social-worker", "Adoptive placement ended before the order", { ...repeats, ...broken, ...unplanned, ssda903: { table: "Episodes", meaning: "a run of A3 to A6 that ended without an order" }, detail: { note } }),
  "disruption-meeting": point("after-placement", "service-manager", "Disruption meeting", { ...repeats, ...broken, ...ahead }),

  // After the order
  "celebration-hearing": point("after-order", "social-worker", "Celebration hearing", { ...ahead }),
  "new-record-opened": point("after-order", "family-finder", "New record opened in the adoptive name", { ...repeats, detail: { noted: yesNo("Order and adopters noted there, under adoption information") } }),
  "life-story-completed": point("after-order", "social-worker", "Life story work completed", repeats),
  "life-story-book-given": point("after-order", "social-worker", "Life story book given", { ...repeats, detail: { note } }),
  "later-life-letter-completed": point("after-order", "social-worker", "Later-life letter completed", repeats),
  "later-life-letter-given": point("after-order", "social-worker", "Later-life letter given", repeats),
  "support-plan-reviewed": point("after-order", "family-finder", "Support plan reviewed with the family", repeats),
  "closure-summary": point("after-order", "family-finder", "Closure summary signed off", { ...repeats, ...ahead, decidedBy: "team-manager" }),

  // Tracking
  "tracking-meeting": point("tracking", "tracking-administrator", "Considered at a tracking meeting", { ...repeats, ...ahead, detail: { note } }),
  "agency-meeting": point("tracking", "agency-lead", "Considered at the regional agency’s tracking meeting", { ...repeats, notByHand: AT_MEETING, detail: { note } }),
  "meeting-outcome": point("tracking", "tracking-administrator", "Outcome of the tracking meeting", { ...repeats, notByHand: AT_MEETING, detail: {
    ...ofMeeting, part: text("Part of the meeting"), why: text("Why on the agenda"),
    steps: text("Additional steps to find a family"), reportChanges: text("Changes for the permanence report"), reportUpdated: yesNo("Permanence report updated"), reportNote: text("About the report"),
    planRight: yesNo("Adoption is still the plan"), planNote: text("About the plan"), decisionRight: yesNo("The decision is still right"), decisionNote: text("About the decision"),
    orderRight: yesNo("The placement order is still right"), orderNote: text("About the placement order"), other: text("Other relevant information"),
    tellBusinessSupport: yesNo("Adoption business support told"),
    plan: code("Care plan confirmed", PERMANENCE_PLANS), legalStatus: code("Legal status confirmed", LEGAL_STATUSES), classification: code("Permanence classification", PERMANENCE_CLASSIFICATIONS),
    timescales: text("Timescales"), securing: text("What is being done to secure permanence"), drift: text("Drift, there or to come"),
    findingFrom: { label: "Family finding to begin", type: "day" }, fosteringForAdoption: yesNo("Fostering for adoption to be sought"), legalAdvice: text("Legal advice given"),
    returnOn: { label: "Comes back to the meeting by", type: "day" }, revisit: yesNo("The plan is to be revisited"), absent: text("Who was missed"), chairsAction: yesNo("Chair’s action between meetings"),
  } }),
  "meeting-decision": point("tracking", "tracking-chair", "Decision of the tracking meeting", { ...repeats, notByHand: AT_MEETING, detail: {
    ...ofMeeting, sort: code("What it is", MEETING_DECISIONS, true), what: text("What", true), why: text("Why", true),
  } }),
  "meeting-decision-answered": point("tracking", "reviewing-officer", "Answer to the tracking meeting", { ...repeats, notByHand: AT_MEETING, detail: {
    decision: numbered("Decision"), agreed: yesNo("Followed"), answer: text("Answer", true),
  } }),
  "action-agreed": point("tracking", "tracking-administrator", "Action agreed", { ...repeats, notByHand: AT_MEETING, detail: {
    ...ofMeeting, what: text("What", true), who: text("Account"), whoElse: text("Who, where they have no account"), dueOn: { label: "By", type: "day", required: true }, shownBy: text("How we will know", true),
    decision: { label: "Decision (number of the entry)", type: "count" }, passedOnFrom: { label: "Passed on from (number of the entry)", type: "count" },
  } }),
  "action-done": point("tracking", "social-worker", "Action ended", { ...repeats, notByHand: AT_MEETING, detail: { action: numbered("Action"), how: code("How", ACTION_ENDS, true), done: text("What was done", true), evidenceSystem: text("Evidence kept in"), evidencePlace: text("Where in it") } }),
  "action-escalated": point("tracking", "tracking-administrator", "Late action taken further", { ...repeats, notByHand: AT_MEETING, detail: { action: numbered("Action"), to: text("Account") } }),
  "action-said": point("tracking", "social-worker", "Said of an open action", { ...repeats, notByHand: AT_MEETING, detail: { action: numbered("Action"), about: code("About", ACTION_SAYS, true), said: text("What was said", true) } }),
  "tracking-record-uploaded": point("tracking", "tracking-administrator", "Record of the tracking meeting put on the case record", repeats),
  "care-plan-submitted": point("tracking", "social-worker", "Care plan and chronology submitted", repeats),
  "extension-requested": point("tracking", "social-worker", "Extension asked for", { ...repeats, notByHand: ASKED_FOR, detail: {
    standard: text("Standard", true), occurrence: { label: "Which time it runs", type: "count", required: true }, dueOn: { label: "New date asked for", type: "day", required: true },
    why: text("Why", true), adoptersNotReady: yesNo("The adopters are not ready"), support: text("Support proposed"),
    reportSystem: text("Report kept in"), reportPlace: text("Where in it"), reportOn: { label: "Date of the report", type: "day" }, reportBy: text("Report written by"),
  } }),
  "extension-signed-off": point("tracking", "service-manager", "Extension signed off", { ...repeats, notByHand: ASKED_FOR, detail: {
    request: { label: "Request (number of the entry)", type: "count", required: true }, office: code("Signed as", OFFICES, true), agreed: { label: "Agreed", type: "yes-no", required: true }, note,
  } }),
  "extension": point("tracking", "service-manager", "Extension agreed", { ...repeats, notByHand: ASKED_FOR, detail: {
    standard: text("Standard", true), dueOn: { label: "New date", type: "day", required: true }, agreedBy: text("Agreed by", true),
    request: { label: "Request (number of the entry)", type: "count" }, occurrence: { label: "Which time it runs", type: "count" }, note,
  } }),
  "declined": point("tracking", "social-worker", "Not appropriate for this child", { ...repeats, notByHand: "Say it beside the standard it is about: on the child’s clocks, a checklist or your own work", detail: {
    standard: text("Standard", true), occurrence: { label: "Which time it runs", type: "count", required: true }, why: text("Why", true),
  } }),
  "challenge-raised": point("tracking", "reviewing-officer", "Challenge raised", { ...repeats, notByHand: CHALLENGED, detail: {
    about: text("What is challenged", true), wanted: text("What should happen", true), level: code("Put to", CHALLENGE_LEVELS, true), answerBy: { label: "Answer by", type: "day", required: true },
  } }),
  "challenge-answered": point("tracking", "team-manager", "Challenge answered", { ...repeats, notByHand: CHALLENGED, detail: {
    challenge: { label: "Challenge (number of the entry)", type: "count", required: true }, answer: text("Answer", true),
  } }),
  "challenge-escalated": point("tracking", "reviewing-officer", "Challenge taken further", { ...repeats, notByHand: CHALLENGED, detail: {
    challenge: { label: "Challenge (number of the entry)", type: "count", required: true }, level: code("Put to", CHALLENGE_LEVELS, true), why: text("Why", true), answerBy: { label: "Answer by", type: "day", required: true },
  } }),
  "challenge-resolved": point("tracking", "reviewing-officer", "Challenge resolved", { ...repeats, notByHand: CHALLENGED, detail: {
    challenge: { label: "Challenge (number of the entry)", type: "count", required: true }, how: text("How it was resolved", true),
  } }),
  "decision-feedback": point("tracking", "decision-maker", "Agency decision-maker’s feedback", { ...repeats, decidedBy: "decision-maker", detail: { feedback: text("Feedback", true) } }),
  "reviewing-service-told": point("tracking", "service-manager", "Reviewing service told that the adopters are not ready to apply", { ...repeats, detail: { note } }),
  "supervision": point("tracking", "team-manager", "Timescales gone through in supervision", { ...repeats, ...ahead, detail: { actions: text("Actions and decisions") } }),
  "individual-target": point("tracking", "tracking-administrator", "Individual target set", { ...repeats, detail: { standard: text("Standard", true), dueOn: { label: "Target", type: "day", required: true }, note: text("Why", true) } }),
  "barrier": period("tracking", "social-worker", "Barrier to permanence", { alsoCalled: ["reason for delay"], detail: { barrier: code("Barrier", BARRIERS, true), note } }),
  "tracking-closed": point("tracking", "business-support", "Tracking closed", { ...repeats, detail: { reason: text("Reason", true) } }),
  "agency-date": point("tracking", "agency-home-finder", "Date by the regional agency", { ...repeats, ahead: true, notByHand: KEPT_APART, detail: { of: text("What of", true), agency: text("Agency", true), note } }),
  "agency-note": point("tracking", "agency-home-finder", "Note by the regional agency", { ...repeats, notByHand: KEPT_APART, detail: { agency: text("Agency", true), note: text("Note", true) } }),
  "difference-settled": point("tracking", "tracking-administrator", "Difference between agency and authority settled", { ...repeats, notByHand: KEPT_APART, detail: { of: text("What of", true), how: code("Which date holds", SETTLED_BY, true), proposed: yesNo("Proposed: it is the other’s to put right"), why: text("Why", true) } }),

  // Access and records
  "profile-moved": point("records", "family-finder", "Who may see the profile changed", { ...repeats, notByHand: KEPT_APART, detail: { to: code("Now", PROFILE_STATES, true), why: text("Why"), profileSystem: text("Profile kept in"), profilePlace: text("Where in it"), profileOn: { label: "Version of", type: "day" } } }),
  "restriction": period("records", "service-manager", "Record restricted", { notByHand: KEPT_APART, detail: { why: text("Why", true) } }),
  "involvement": period("records", "team-manager", "Works with the child", { notByHand: KEPT_APART, detail: { account: text("Account", true), as: code("As", INVOLVEMENTS, true), why: text("Why") } }),
  "record-sealed": point("records", "adoption-records", "Record sealed", { ...repeats, notByHand: KEPT_APART, detail: { note } }),
  "seal-undone": point("records", "adoption-records", "Seal undone", { ...repeats, notByHand: KEPT_APART, detail: { why: text("Why", true), agreedBy: text("Agreed by", true) } }),
  "moved-authority": point("records", "team-manager", "Child moved to another authority", { ...repeats, notByHand: KEPT_APART, detail: { to: text("Authority", true), why: text("Why", true) } }),
  "came-from-authority": point("records", "team-manager", "Child came from another authority", { ...repeats, notByHand: KEPT_APART, detail: { from: text("Authority", true) } }),
  "document-released": point("records", "social-worker", "Released to the birth family", { ...repeats, notByHand: KEPT_APART, detail: { what: text("What", true), to: text("To whom", true), agreedBy: text("Agreed by", true), hash: text("SHA-256 of its text"), length: count("Characters") } }),
  "legal-hold": period("records", "data-protection-officer", "Legal hold", { notByHand: KEPT_APART, detail: { why: text("Why", true) } }),
} as const satisfies Record<string, KindRow>;

/**
 * What any entry made by hand may also say: where the proof is (a reference, never a copy of the
 * file), and for whom somebody else answered.
 */
export const COMMON_DETAIL = {
  evidenceSystem: text("Evidence kept in"),
  evidencePlace: text("Where in it"),
  evidenceOn: { label: "Date of the evidence", type: "day" },
  evidenceBy: text("Evidence written by"),
  onBehalfOf: code("Answered on behalf of", OWNERS),
} as const satisfies Record<string, DetailField>;
