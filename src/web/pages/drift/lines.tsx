import type { DriftGroup, DriftLine, DriftPage } from "../../../app/open-drift.ts";
import { OWNERS } from "../../../domain/access/role.ts";
import { BARRIERS } from "../../../domain/chronology/codes.ts";
import { NOT_SHARED } from "../../../domain/agency/agreement.ts";
import { CERTAINTIES } from "../../../domain/chronology/entry.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { stateInWords } from "../../../domain/standards/clock.ts";
import { daysInWords } from "../../../domain/standards/words.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { DueLink } from "../child/why/due-link.tsx";

interface Props {
  readonly group: DriftGroup;
  readonly lines: readonly DriftLine[];
  readonly drift: DriftPage;
}

const HEADS = ["How long", "Known", "What stands in the way", "Next"] as const;

/** The children who meet one rule, the worst first. */
export function DriftTable({ group, lines, drift }: Props): Html {
  return (
    <table class="govuk-table pt-table pt-drift" role="table">
      <caption class="govuk-visually-hidden">{group.title}, the worst first</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Child</th>{HEADS.map((head) => <th role="columnheader" scope="col">{head}</th>)}</tr></thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr role="row">
            <th role="rowheader" scope="row"><Child line={line} drift={drift} /></th>
            {[<HowLong line={line} title={group.title} />, <Known line={line} />, <InTheWay line={line} drift={drift} />, <Next line={line} />].map((cell, i) => <td role="cell" data-label={HEADS[i]}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Child = ({ line: { recordId, localId, name, authority }, drift: { authorities } }: { readonly line: DriftLine; readonly drift: DriftPage }) => (
  <>
    <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}`}>{localId}</a>
    {name === null ? null : <span class="pt-drift__more">{name}</span>}
    {authorities.length < 2 ? null : <span class="pt-drift__more">{authorities.find(({ code }) => code === authority)?.name}</span>}
  </>
);

const HowLong = ({ line, title }: { readonly line: DriftLine; readonly title: string }) => (
  <>
    <span class={`pt-status pt-status--${line.standing === "past" ? "late" : "due-soon"}`}>{standingInWords(line)}</span>
    <span class="pt-drift__more">{lastedInWords(line)}</span>
    {component("govukDetails", {
      summaryHtml: <>Why<span class="govuk-visually-hidden"> {line.localId}: {title}</span></>, classes: "pt-clock__why",
      html: <p>{line.why}</p>,
    })}
  </>
);

function standingInWords({ moved, past }: DriftLine): string {
  if (moved !== null) return `Moved ${moved.times} times`;
  return past > 0 ? `${daysInWords(past)} past the limit` : past === 0 ? "At the limit today" : `Limit in ${daysInWords(-past)}`;
}

function lastedInWords({ moved, since, limitOn, lasted }: DriftLine): string {
  if (moved === null) return `${daysInWords(lasted)}, since ${dayInWords(since)}`;
  const by = lasted === 0 ? "back to that day" : `${daysInWords(Math.abs(lasted))} ${lasted > 0 ? "later" : "sooner"}`;
  return `${KINDS[moved.kind].label}: first meant for ${dayInWords(since)}, now ${dayInWords(limitOn)} (${CERTAINTIES[moved.certainty].toLowerCase()}), ${by}`;
}

const Known = ({ line: { recordedOn, listedOn } }: { readonly line: DriftLine }) => (
  <>Written down {dayInWords(recordedOn)}<span class="pt-drift__more">on this list since {dayInWords(listedOn)}</span></>
);

const InTheWay = ({ line: { authority, barriers, recordId, localId }, drift: { mayRecord, barriersHidden } }: { readonly line: DriftLine; readonly drift: DriftPage }) => (
  <>
    {barriers.length === 0 ? <span class="pt-drift__none">{barriersHidden?.has(authority) === true ? NOT_SHARED : "No barrier recorded"}</span> : (
      <ul class="pt-drift__barriers">{barriers.map(({ barrier, since }) => <li>{(BARRIERS as Readonly<Record<string, string>>)[barrier] ?? barrier}<span class="pt-drift__more">since {dayInWords(since)}</span></li>)}</ul>
    )}
    {mayRecord ? <a class="govuk-link govuk-link--no-visited-state pt-drift__record" href={`/children/${recordId}/record/barrier`}>Record a barrier<span class="govuk-visually-hidden"> for {localId}</span></a> : null}
  </>
);

const Next = ({ line: { recordId, next } }: { readonly line: DriftLine }) => (next === null ? <span class="pt-quiet">Nothing due</span> : (
  <>
    {next.title}
    <span class="pt-drift__more">{OWNERS[next.owner]} · due <DueLink recordId={recordId} clock={next} on={next.dueOn!} />{next.state === "running" ? "" : <> · <strong class={next.state === "overdue" ? "pt-drift__late" : ""}>{stateInWords(next).toLowerCase()}</strong></>}</span>
  </>
));
