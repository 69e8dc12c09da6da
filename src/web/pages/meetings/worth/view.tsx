import type { WorthPage } from "../../../../app/meetings/worth.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { durationInWords } from "../../../../domain/dates/duration.ts";
import { quarterInWords } from "../../../../domain/dates/quarter.ts";
import { FEW, type InTime, isFew, type Median, type Worth } from "../../../../domain/meetings/worth.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";

/** What a series came to over four quarters: seen in time, done in time, and until when. */
export function WorthView({ page }: { readonly page: WorthPage }): Html {
  const { series: { definition }, from, year, firstWithin, today } = page;
  return (
    <>
      <span class="govuk-caption-l">{definition.name}</span>
      <h1 class="govuk-heading-l">Was it worth it?</h1>
      <p class="govuk-body-l">{worthInWords(year, `Since ${dayInWords(from)}`)}</p>
      <p class="govuk-body pt-measure">Worked out from the records of the children whom you may open, as they stand on {dayInWords(today)}. What is not due yet is in no count. Each action counts once, by the day it was first to be done, however often it was passed on. Of fewer than {FEW} there are numbers and no bar: so few say little about a meeting.</p>
      <Rows
        page={page} caption="Children seen in time by this series" heads={[`Within ${durationInWords(firstWithin)} of coming into care`, "Between the first review and the second", "At the next meeting after the decision"]}
        cells={({ first, review, decided }) => [first, review, decided].map((share) => <InTimeCell share={share} />)}
      />
      <Rows
        page={page} caption="Meetings, decisions and actions agreed" heads={["Meetings held", "Children considered", "Decisions", "Of them for others to decide", "Actions agreed"]}
        cells={({ meetings, seen, decisions, recommended, answered, actions }) => [String(meetings), String(seen), String(decisions), recommended === 0 ? "0" : `${recommended}, ${answered} answered`, String(actions.agreed)]}
      />
      <Rows
        page={page} caption="What became of the actions" heads={["Done in time", "Done late", "No longer needed", "To be done", "Past their day", "Median days to done"]}
        cells={actionCells}
      />
      <Rows page={page} caption="Children tracked until" heads={["A match", "An adoption order", "The plan was to be revisited"]} cells={({ until }) => [until.match, until.order, until.revisited].map(untilInWords)} />
    </>
  );
}

/** “Since 1 January 2026: 9 meetings considered 31 children. 12 of 15 children who came into care were seen in time. …” */
export function worthInWords(worth: Worth, since: string): string {
  const { meetings, seen, first, actions, done } = worth;
  if (meetings === 0) return `${since} no meeting of this series has been held, so there is nothing to say of it yet.`;
  return [
    `${since}, ${counted(meetings, "meeting")} considered ${counted(seen, "child", "children")}.`,
    first.inTime + first.not === 0 ? "" : `${first.inTime} of ${counted(first.inTime + first.not, "child", "children")} who came into care ${first.inTime === 1 ? "was" : "were"} seen in time by this series.`,
    actions.agreed === 0 ? "No action was agreed." : `Of ${counted(actions.agreed, "action")} agreed, ${actions.inTime} ${actions.inTime === 1 ? "was" : "were"} done in time and ${actions.overdue} ${actions.overdue === 1 ? "is" : "are"} past ${actions.overdue === 1 ? "its" : "their"} day.`,
    done.days === null ? "" : `Half of those done were done within ${counted(done.days, "day")}.`,
  ].filter((text) => text !== "").join(" ");
}

const daysOf = ({ of, days }: Median): string => (days === null ? "None done" : `${counted(days, "day")}, of ${of}`);
const untilInWords = ({ of, days }: Median): string => (days === null ? "None" : `${of}, after ${counted(days, "day")}${of === 1 ? "" : " in the middle"}`);

const actionCells = ({ actions, done }: Worth): readonly (Html | string)[] => [
  <InTimeCell share={{ inTime: actions.inTime, not: actions.late + actions.overdue }} />, String(actions.late), String(actions.dropped), String(actions.open),
  `${actions.overdue}${actions.escalated === 0 ? "" : `, ${actions.escalated} taken further`}`, daysOf(done),
];

interface RowsProps {
  readonly page: WorthPage;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly cells: (worth: Worth) => readonly (Html | string)[];
}

/** A row for each quarter and one for all of them. */
const Rows = ({ page: { quarters, year }, caption, heads, cells }: RowsProps): Html => (
  <section class="pt-worth">
    <h2 class="govuk-heading-m">{caption}</h2>
    <div class="pt-scroll" role="region" aria-label={caption} tabindex={0}>
      <table class="govuk-table pt-table pt-stacked">
        <caption class="govuk-visually-hidden">{caption}, by quarter</caption>
        <thead><tr><th scope="col">Quarter</th>{heads.map((head) => <th scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {quarters.map(({ quarter, worth }) => <tr><th scope="row">{quarterInWords(quarter)}</th>{cells(worth).map((cell, i) => <td data-label={heads[i]}>{cell}</td>)}</tr>)}
          <tr class="pt-worth__all"><th scope="row">All four</th>{cells(year).map((cell, i) => <td data-label={heads[i]}>{cell}</td>)}</tr>
        </tbody>
      </table>
    </div>
  </section>
);

const WIDTH = 110;
const HEIGHT = 14;

/** “12 of 15”, with a bar beside it where there are enough to say anything by one. */
export function InTimeCell({ share }: { readonly share: InTime }): Html {
  const { inTime, not } = share;
  if (inTime + not === 0) return <span class="pt-quiet">None due</span>;
  return (
    <span class="pt-share">
      {isFew(share) ? null : (
        <svg class="pt-share__bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
          <rect class="pt-share__whole" x="0.75" y="0.75" width={WIDTH - 1.5} height={HEIGHT - 1.5} />
          <rect class="pt-share__part" x="0.75" y="0.75" width={Math.round((inTime / (inTime + not)) * (WIDTH - 1.5))} height={HEIGHT - 1.5} />
        </svg>
      )}
      <span>{inTime} of {inTime + not}</span>
    </span>
  );
}
