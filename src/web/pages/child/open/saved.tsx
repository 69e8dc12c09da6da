import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { counts, isOpen, stateInWords } from "../../../../domain/standards/clock.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { DueLink } from "../why/due-link.tsx";
import { causeInWords, proofInWords, whenInWords } from "../words.ts";

interface Props {
  readonly child: ChildPage;
  /** The number of the entry just written, from the address. */
  readonly saved: string | undefined;
}

/** After a change: what was written, and which clocks answered. Told from the record itself, so a made-up address says nothing. */
export function SavedBanner({ child, saved }: Props): Html | null {
  if (saved === undefined || !/^\d{1,12}$/.test(saved)) return null;
  const number = Number(saved);
  const entry = child.case.entries.find((e) => e.number === number);
  const gone = child.case.withdrawn.find((e) => e.number === number);
  const written = entry ?? gone;
  if (written === undefined) return null;
  const what = `${KINDS[written.kind].label}, ${whenInWords(written)}`;
  const verb = gone !== undefined ? "Withdrawn" : written.supersedes === undefined ? "Recorded" : "Corrected";
  const answers = entry === undefined ? [] : clocksAnswering(child, entry);
  const proof = entry === undefined ? "" : proofInWords(entry);
  return component("govukNotificationBanner", {
    type: "success", titleText: "Saved",
    html: (
      <>
        <p class="govuk-notification-banner__heading">{verb}: {what}</p>
        {gone === undefined ? null : <p>{[causeInWords(gone), gone.reason].filter((part) => part !== undefined && part !== "").join(": ")}. Every clock has been worked out again without it; it stays in the chronology, struck out.</p>}
        {proof === "" ? null : <p>Evidence: {proof}.</p>}
        {answers.length === 0 ? null : <ul class="govuk-list govuk-list--bullet">{answers.map((says) => <li>{says}</li>)}</ul>}
      </>
    ),
  });
}

/** The clocks that the entry stopped, and those it started that can run late. */
function clocksAnswering(child: ChildPage, entry: Entry): readonly (string | Html)[] {
  const [before] = child.case.history.get(entry.number) ?? [];
  return [
    ...child.clocks.filter((c) => c.stoppedBy === entry.number && c.state !== "not-recorded").map((c) => `${c.title}: ${stateInWords(c).toLowerCase()}`),
    ...child.clocks.filter((c) => c.startedBy === entry.number && isOpen(c) && counts(c) && !isAsBefore(c, entry, before)).flatMap((c) => dueInWords(child, c)),
  ];
}

function dueInWords(child: ChildPage, c: ExplainedClock): readonly Html[] {
  if (c.dueOn === null || c.state === "not-recorded") return [];
  const due = <DueLink recordId={child.recordId} clock={c} on={c.dueOn} />;
  return [c.state === "overdue" ? <>{c.title}: was due {due}, {stateInWords(c).toLowerCase()}</> : <>{c.title}: now due {due}</>];
}

/** A change of a note, or of a period’s other end, moves no clock. */
function isAsBefore({ startedOn }: ExplainedClock, entry: Entry, before: Entry | undefined): boolean {
  if (before === undefined || before.certainty !== entry.certainty || factsOf(before) !== factsOf(entry)) return false;
  return startedOn === before.happenedOn || (startedOn !== null && startedOn === before.until);
}

const factsOf = ({ detail }: Entry): string =>
  JSON.stringify(Object.entries(detail).filter(([name]) => name !== "note").sort(([a], [b]) => (a < b ? -1 : 1)));
