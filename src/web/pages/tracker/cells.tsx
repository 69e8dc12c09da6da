import type { TrackerLine, TrackerPage } from "../../../app/views.ts";
import { OWNERS } from "../../../domain/access/role.ts";
import { NOT_SHARED } from "../../../domain/agency/agreement.ts";
import { BARRIERS, LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../../../domain/chronology/codes.ts";
import { CERTAINTIES } from "../../../domain/chronology/entry.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { ShownDate } from "../../../domain/permanence/summary.ts";
import { ageInWords } from "../../../domain/permanence/standing.ts";
import { ENDED_STAGES, STAGES } from "../../../domain/permanence/stage.ts";
import { overInShort } from "../../../domain/scorecard/counted-so-far.ts";
import { agencyKindOf, type Column, type FixedColumn, kindOf } from "../../../domain/tracker/columns.ts";
import { asAtQuery } from "../../as-at/as-at.ts";
import type { Html } from "../../govuk/html.ts";
import { DueLink } from "../child/why/due-link.tsx";
import { CountedCell } from "./counted.tsx";
import { ProfileCell } from "./profile-cell.tsx";
import { SmallLine } from "./small-line.tsx";

type Cell = (line: TrackerLine, tracker: TrackerPage) => Html | string;

const Quiet = ({ children }: { readonly children?: string | Html }) => <span class="pt-tracker__quiet">{children}</span>;
const none = (what = "None recorded"): Html => <Quiet>{what}</Quiet>;
const code = (codes: Readonly<Record<string, string>>, value: string): string => codes[value] ?? value;

/** What stands in each of the fixed columns but the child’s own. */
const CELLS: Readonly<Record<Exclude<FixedColumn, "child">, Cell>> = {
  "where": (line) => <><span class="pt-tracker__first">{STAGES[line.stage]}</span><Quiet>{planAndStatus(line)}</Quiet></>,
  "line": ({ bands, marks, status, next, late }, { today }) =>
    <SmallLine today={today} bands={bands} marks={marks} late={status === "late" && next !== null ? { title: next.title, dueOn: next.dueOn, more: late - 1 } : null} />,
  "a10": ({ counted }) => <CountedCell counted={counted} indicator="A10" />,
  "a2": ({ counted }) => <CountedCell counted={counted} indicator="A2" />,
  "next": ({ recordId, next }, { asAt, today }) => (next === null ? none("Nothing due") : (
    <><span class="pt-tracker__first">{next.title}</span><Quiet><>{OWNERS[next.owner]} · due <DueLink recordId={recordId} clock={next} on={next.dueOn} asAt={asAtQuery(asAt)} /></></Quiet>{next.target === null ? null : <Quiet>{`target for this child ${dayInWords(next.target)}${next.target < today ? ", which has passed" : ""}`}</Quiet>}</>
  )),
  "status": (line) => <Status line={line} />,
  "born": ({ bornOn, expectedOn, ageInstead }) => (ageInstead ?? (bornOn !== null ? dayInWords(bornOn) : expectedOn !== null ? <>{dayInWords(expectedOn)}<Quiet>(expected)</Quiet></> : none())),
  "placement": ({ placementType }) => (placementType === null ? none() : code(PLACEMENT_TYPES, placementType)),
  "social-worker": ({ socialWorker }, tracker) => workerName(socialWorker, tracker),
  "family-finder": ({ familyFinder }, tracker) => workerName(familyFinder, tracker),
  "team": ({ team }) => team ?? none(),
  "siblings": ({ siblings }, { asAt }) => (siblings.length === 0 ? none("No group recorded") : <>{siblings.map((s, i) => <>{i > 0 ? ", " : ""}<a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${s.recordId}${asAtQuery(asAt)}`}>{s.localId}</a></>)}</>),
  "barriers": ({ barriers, barriersHidden }) => (barriers.length === 0 ? none(barriersHidden === true ? NOT_SHARED : undefined) : <ul class="pt-tracker__list">{barriers.map((b) => <li>{code(BARRIERS, b)}</li>)}</ul>),
  "profile": ({ recordId, profile }) => <ProfileCell recordId={recordId} profile={profile} />,
  "early-permanence": ({ earlyPermanence }) => (earlyPermanence ? "Yes" : "No"),
  "care-started": ({ careStartedOn }) => (careStartedOn === null ? none() : dayInWords(careStartedOn)),
  "days-since-order": ({ daysSinceOrder }) => (daysSinceOrder === null ? none("No order in force") : <span class="pt-days">{daysSinceOrder} days</span>),
  "authority": ({ authority }, { authorities }) => authorities.find((a) => a.code === authority)?.name ?? authority,
};

/** What stands in a column of a line; a date always with whether it is planned, provisional or actual. */
export function Cell({ column, line, tracker }: { readonly column: Exclude<Column, "child">; readonly line: TrackerLine; readonly tracker: TrackerPage }): Html {
  const [kind, agency] = [kindOf(column), agencyKindOf(column)];
  if (agency !== undefined) return dateOf(line.agencyDates[agency]);
  return <>{kind === undefined ? CELLS[column as Exclude<FixedColumn, "child">](line, tracker) : dateOf(line.dates[kind])}</>;
}

function dateOf(shown: ShownDate | undefined): Html {
  return shown === undefined ? <Quiet>–</Quiet> : <>{dayInWords(shown.on)}<Quiet>{`(${CERTAINTIES[shown.certainty].toLowerCase()})`}</Quiet></>;
}

const workerName = (worker: string | null, { workerNames }: TrackerPage): Html | string =>
  worker === null ? none() : workerNames.get(worker) ?? worker;

function Status({ line }: { readonly line: TrackerLine }) {
  const { status, statusInWords } = line;
  return (
    <>
      <span class={`pt-status pt-status--${status}`}>{statusInWords}</span>
      {besideStatus(line).map((said) => <Quiet>{said}</Quiet>)}
      {line.differs.length === 0 ? null : <a class="govuk-link govuk-link--no-visited-state pt-tracker__quiet" href={`/children/${line.recordId}/agency`}>dates differ from the agency’s<span class="govuk-visually-hidden">: {line.localId}</span></a>}
    </>
  );
}

function besideStatus({ status, late, counted, careStartedOn, plan }: TrackerLine): readonly string[] {
  if (status === "late") return late > 1 ? [`and ${late - 1} more late`] : [];
  if (status === "on-track") return [overInShort(counted)].filter((said) => said !== "");
  if (status !== "not-recorded") return [];
  return [careStartedOn !== null || plan !== null ? "its source cannot say" : "nothing to judge by is recorded"];
}

/** “2 years 1 month”, or when the child is expected. */
export function ageOf({ bornOn, expectedOn, ageInstead }: TrackerLine, { today }: TrackerPage): string {
  if (ageInstead !== undefined) return ageInstead;
  const birth = bornOn !== null ? { on: bornOn, expected: false } : expectedOn !== null ? { on: expectedOn, expected: true } : undefined;
  return ageInWords(birth, today);
}

function planAndStatus(line: TrackerLine): string {
  const { plan, legalStatus, stage } = line;
  if (ENDED_STAGES.includes(stage)) return endInWords(line);
  const saysItself = stage === "placement-order" && legalStatus === "E1";
  const parts = [plan === null ? undefined : code(PERMANENCE_PLANS, plan), legalStatus === null || saysItself ? undefined : code(LEGAL_STATUSES, legalStatus)];
  const said = parts.filter((part) => part !== undefined).join(" · ");
  return said !== "" || saysItself ? said : "No plan or legal status recorded";
}

/** Nothing runs any more for a child who has left: when that was says most. */
function endInWords({ bands, marks }: TrackerLine): string {
  const order = marks.findLast((m) => m.kind === "adoption-order");
  const on = order?.on ?? bands.at(-1)?.until ?? null;
  return on === null ? "" : `on ${dayInWords(on)} (actual)`;
}
