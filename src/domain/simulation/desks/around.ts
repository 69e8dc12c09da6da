import { KINDS, isFormChapter } from "../../chronology/kinds.ts";
import { addDays, daysBetween, latest } from "../../dates/day.ts";
import { daysAgo, type Desk, happenedAt, lastAt, running, weekdayBefore, writeDown } from "./desk.ts";

const EVIDENCED = 0.35;
const EVIDENCE_OF_DAYS = 270;
const EVIDENCE = [
  { evidenceSystem: "Case record", evidencePlace: "Documents, planning and permanence", evidenceBy: "The child’s social worker" },
  { evidenceSystem: "Case record", evidencePlace: "Meetings and minutes", evidenceBy: "Business support" },
  { evidenceSystem: "Shared drive", evidencePlace: "Adoption panel, papers", evidenceBy: "The panel adviser" },
] as const;

/** Says of a share of what was done lately where the proof of it is. */
export function proveIt(desk: Desk): void {
  const luck = desk.luck.fork("evidence");
  const since = addDays(desk.to, -EVIDENCE_OF_DAYS);
  const replaced = new Set(desk.written.map((w) => w.replaces));
  for (const [i, w] of desk.written.entries()) {
    const { kind, certainty, happenedOn, detail, cause } = w.draft;
    const row = KINDS[kind];
    if (certainty !== "actual" || happenedOn < since || row.shape !== "point" || !isFormChapter(row.chapter) || row.notByHand !== undefined || cause !== undefined) continue;
    if (replaced.has(w) || !luck.chance(EVIDENCED)) continue;
    const proved = { ...w, draft: { ...w.draft, detail: { ...detail, ...luck.pick(EVIDENCE), evidenceOn: happenedOn } } };
    desk.written[i] = proved;
  }
}

/** The worker and their manager go through the timescales of a child now and then. */
export function supervise(desk: Desk): void {
  const luck = desk.luck.fork("supervision");
  const worker = running(desk, "allocated-worker");
  if (worker === undefined || !luck.chance(0.45)) return;
  const on = weekdayBefore(addDays(desk.to, -luck.whole(3, 40)));
  if (on <= worker.draft.happenedOn) return;
  writeDown(desk, "supervision", on, { actions: luck.pick(ACTIONS) }, { by: "team-manager" });
}

const ACTIONS = [
  "All dates gone through; the next visit and the review are booked",
  "The report is to be finished this week. The manager reads it before it goes",
  "Chase the school’s report; ask for a date for the medical",
  "Family finding to be discussed with the adoption service before the next tracking meeting",
] as const;

/** Nobody found for a long time: an interagency search was talked about, and nobody has decided yet. */
export function talkOfInteragency(desk: Desk): void {
  const luck = desk.luck.fork("interagency");
  const orderedOn = lastAt(desk, "placement-order");
  const done = ["interagency-discussed", "matching-meeting", "placed-for-adoption", "placement-order-revoked"] as const;
  if (orderedOn === undefined || daysBetween(orderedOn, desk.to) < 45 || done.some((kind) => happenedAt(desk, kind).length > 0) || !luck.chance(0.5)) return;
  writeDown(desk, "interagency-discussed", latest(orderedOn, daysAgo({ ...desk, luck }, 2, 12)), {}, { by: "team-manager" });
}
