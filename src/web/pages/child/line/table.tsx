import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import type { LineModel } from "./model.ts";

interface Row {
  readonly on: string;
  readonly lane: string;
  readonly what: string;
  readonly when: string;
  readonly state: string;
  readonly why?: string | undefined;
}

/** Everything the picture shows, a row each, in order of date. */
export function LineTable({ model }: { readonly model: LineModel }): Html {
  const rows: Row[] = [
    ...model.lanes.flatMap(({ title, bands }) => bands.map((b): Row => ({
      on: b.from, lane: title, what: b.label,
      when: `${b.startUnknown ? "before " : ""}${dayInWords(b.from)} to ${b.until === null ? "now" : dayInWords(b.until)}`,
      state: CERTAINTIES[b.certainty],
    }))),
    ...model.marks.map((m): Row => ({
      on: m.on, lane: "Milestone", what: m.full, when: dayInWords(m.on), state: m.state === "late" ? "Late" : CERTAINTIES[m.state], why: m.why,
    })),
    ...model.thresholds.map((t): Row => ({ on: t.on, lane: "Threshold", what: t.label, when: dayInWords(t.on), state: "Scorecard" })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <div class="pt-scroll" role="region" aria-label="The line as a table" tabindex={0}>
      <table class="govuk-table pt-table">
        <caption class="govuk-table__caption govuk-visually-hidden">The child’s line, by date</caption>
        <thead>
          <tr><th scope="col">Date</th><th scope="col">What</th><th scope="col">Lane</th><th scope="col">Actual, provisional or planned</th></tr>
        </thead>
        <tbody>
          {rows.map((row) => <tr><td class="pt-nowrap pt-number">{row.why === undefined ? row.when : <a class="govuk-link govuk-link--no-visited-state" href={row.why} aria-label={`${row.when}: why`}>{row.when}</a>}</td><td>{row.what}</td><td>{row.lane}</td><td>{row.state}</td></tr>)}
        </tbody>
      </table>
    </div>
  );
}
