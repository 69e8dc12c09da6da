import type { TrackerLine, TrackerPage } from "../../../app/views.ts";
import { OWNERS } from "../../../domain/access/role.ts";
import { LEGAL_STATUSES, PERMANENCE_PLANS } from "../../../domain/chronology/codes.ts";
import { dayInWords, type Day } from "../../../domain/dates/day.ts";
import { ageInWords } from "../../../domain/permanence/standing.ts";
import { ENDED_STAGES, STAGES } from "../../../domain/permanence/stage.ts";
import type { Html } from "../../govuk/html.ts";
import { trackerAddress } from "./query.ts";
import { SmallAxis, SmallLine } from "./small-line.tsx";

/** One line a child. The roles are said outright because on a phone the table is laid out as cards. */
export const Lines = ({ tracker }: { readonly tracker: TrackerPage }): Html => (
  <table class="pt-tracker" role="table">
    <caption class="govuk-visually-hidden">Children, {tracker.query.sort === "local-id" ? "by local id" : "the most overdue first"}</caption>
    <thead role="rowgroup">
      <tr role="row">
        <SortableHead tracker={tracker} sort="local-id" text="Child" />
        <th role="columnheader" scope="col">Stage, plan and legal status</th>
        <th role="columnheader" scope="col" class="pt-tracker__line"><span class="govuk-visually-hidden">Line</span><SmallAxis today={tracker.today} /></th>
        <th role="columnheader" scope="col">Next, and whose it is</th>
        <SortableHead tracker={tracker} sort="due" text="Status" />
      </tr>
    </thead>
    <tbody role="rowgroup">{tracker.lines.map((line) => <Line line={line} today={tracker.today} severalAuthorities={authorityName(tracker, line)} />)}</tbody>
  </table>
);

const authorityName = ({ authorities }: TrackerPage, line: TrackerLine): string | undefined =>
  authorities.length < 2 ? undefined : authorities.find((a) => a.code === line.authority)?.name;

function SortableHead({ tracker, sort, text }: { readonly tracker: TrackerPage; readonly sort: "due" | "local-id"; readonly text: string }) {
  const sorted = (tracker.query.sort ?? "due") === sort;
  return (
    <th role="columnheader" scope="col" aria-sort={sorted ? "ascending" : "none"}>
      {sorted ? <>{text} <svg class="pt-sorted" viewBox="0 0 10 6" width="10" height="6" aria-hidden="true" focusable="false"><path d="M0 0h10L5 6z" /></svg></> : <a class="govuk-link govuk-link--no-visited-state" href={trackerAddress(tracker.query, { sort })}>{text}<span class="govuk-visually-hidden">, sort by this</span></a>}
    </th>
  );
}

function Line({ line, today, severalAuthorities }: { readonly line: TrackerLine; readonly today: Day; readonly severalAuthorities: string | undefined }) {
  const birth = line.bornOn !== null ? { on: line.bornOn, expected: false } : line.expectedOn !== null ? { on: line.expectedOn, expected: true } : undefined;
  const lateOn = line.status === "late" ? line.next?.dueOn ?? null : null;
  const more = line.status === "late" ? line.late - 1 : 0;
  return (
    <tr role="row" class="pt-tracker__child">
      <td role="cell" class="pt-tracker__who">
        <a class="govuk-link govuk-link--no-visited-state pt-tracker__id" href={`/children/${line.recordId}`}>{line.localId}</a>
        <span class="pt-tracker__quiet">{ageInWords(birth, today)}</span>
        {severalAuthorities === undefined ? null : <span class="pt-tracker__quiet">{severalAuthorities}</span>}
      </td>
      <td role="cell">
        <span class="pt-tracker__first">{STAGES[line.stage]}</span>
        <span class="pt-tracker__quiet">{planAndStatus(line)}</span>
      </td>
      <td role="cell" class="pt-tracker__line"><SmallLine today={today} bands={line.bands} marks={line.marks} lateOn={lateOn} /></td>
      <td role="cell">
        {line.next === null ? <span class="pt-tracker__quiet">Nothing due</span> : (
          <>
            <span class="pt-tracker__first">{line.next.title}</span>
            <span class="pt-tracker__quiet">{OWNERS[line.next.owner]} · due {dayInWords(line.next.dueOn)}</span>
          </>
        )}
      </td>
      <td role="cell" class="pt-tracker__status">
        {hasEnded(line) ? <span class="pt-status pt-status--quiet">Ended</span> : <span class={`pt-status pt-status--${line.status}`}>{line.statusInWords}</span>}
        {more > 0 ? <span class="pt-tracker__quiet">and {more} more late</span> : null}
      </td>
    </tr>
  );
}

/** Of a child who has left, with nothing running any more, nothing is on a track. */
const hasEnded = ({ stage, status, next }: TrackerLine): boolean => status === "on-track" && next === null && ENDED_STAGES.includes(stage);

function planAndStatus(line: TrackerLine): string {
  const { plan, legalStatus, stage } = line;
  if (ENDED_STAGES.includes(stage)) return endInWords(line);
  const plans: Readonly<Record<string, string>> = PERMANENCE_PLANS;
  const statuses: Readonly<Record<string, string>> = LEGAL_STATUSES;
  const saysItself = stage === "placement-order" && legalStatus === "E1";
  const parts = [plan === null ? undefined : plans[plan] ?? plan, legalStatus === null || saysItself ? undefined : statuses[legalStatus] ?? legalStatus];
  const said = parts.filter((part) => part !== undefined).join(" · ");
  if (said !== "" || saysItself) return said;
  return "No plan or legal status recorded";
}

/** Nothing runs any more for a child who has left: when that was says most. */
function endInWords({ bands, marks }: TrackerLine): string {
  const order = marks.findLast((m) => m.kind === "adoption-order");
  const on = order?.on ?? bands.at(-1)?.until ?? null;
  return on === null ? "" : `on ${dayInWords(on)} (actual)`;
}

