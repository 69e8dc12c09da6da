import type { ReviewLine, ReviewsPage } from "../../../app/decisions/open-reviews.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { type JudgedClock, stateInWords } from "../../../domain/standards/clock.ts";
import type { Html } from "../../govuk/html.ts";
import { Pages } from "../../layout/pages.tsx";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { DueLink } from "../child/why/due-link.tsx";
import { whenInWords } from "../child/words.ts";
import { FeedbackList } from "../decisions/feedback-view.tsx";

const address = (mine: boolean, page = 1): string => `/reviews${mine ? "" : "?whose=all"}${page === 1 ? "" : `${mine ? "?" : "&"}page=${page}`}`;

/** Each child’s next review, the earliest first: whether the plan was in place by the second, what the last one still waits for, and what is challenged. */
export const ReviewsView = ({ reviews, recommended = null }: { readonly reviews: ReviewsPage; readonly recommended?: Html | null }): Html => {
  const { mine, page, pages, total, late, lines, feedback } = reviews;
  return (
    <>
      <h1 class="govuk-heading-l">Reviews</h1>
      <p class="pt-work__next">{firstLine(reviews)}</p>
      <nav aria-label="Whose reviews">
        <ul class="govuk-list">
          <li>{mine ? <strong aria-current="page">Those I am reviewing officer of</strong> : <a class="govuk-link" href={address(true)}>Those I am reviewing officer of</a>}</li>
          <li>{mine ? <a class="govuk-link" href={address(false)}>All children</a> : <strong aria-current="page">All children</strong>}</li>
        </ul>
      </nav>
      <h2 class="govuk-heading-m">{total} {total === 1 ? "child" : "children"}, {late === 0 ? "no review late" : `${late} with a review late`}</h2>
      {lines.length === 0 ? <p class="govuk-body">{mine ? "No child in care names you as reviewing officer. Record it on the child as “Independent reviewing officer appointed”, or look at all children." : "No child has a review due."}</p> : <ReviewsTable lines={lines} mine={mine} mayChallenge={reviews.mayChallenge} />}
      <Pages page={page} pages={pages} address={(n) => address(mine, n)} />
      {recommended}
      <h2 class="govuk-heading-m">Feedback from the decision-maker</h2>
      <FeedbackList lines={feedback} />
    </>
  );
};

/** The first line: what to do next. */
function firstLine({ lines, late, total, page }: ReviewsPage): Html | string {
  const [first] = lines;
  if (first === undefined || total === 0) return "No review is due.";
  if (page > 1) return "Later reviews.";
  const due = first.clock.dueOn === null ? "" : `, ${late > 0 ? "was due" : "due"} ${dayInWords(first.clock.dueOn)}`;
  return <>Next: <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${first.recordId}`}>{first.localId}</a>{due}{first.ahead === undefined ? ", and no day is planned for it" : `, planned for ${dayInWords(first.ahead.happenedOn)}`}.</>;
}

interface TableProps {
  readonly lines: readonly ReviewLine[];
  readonly mine: boolean;
  readonly mayChallenge: boolean;
}

const ReviewsTable = ({ lines, mine, mayChallenge }: TableProps) => (
  <StackedTable
    caption="Reviews"
    heads={["Child", ...(mine ? [] : ["Reviewing officer"]), "Next due", "Planned for", "Last held", "Plan by the second", "Still to be written or sent", "Challenges"]}
    rows={lines.map((line) => [
      <><a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${line.recordId}`}>{line.localId}</a>{line.name === null ? null : <><br />{line.name}</>}</>,
      ...(mine ? [] : [line.officer ?? "Nobody named"]),
      <>{line.clock.dueOn === null ? "No day" : <DueLink recordId={line.recordId} clock={line.clock} on={line.clock.dueOn} />}<br /><State clock={line.clock} /></>,
      line.ahead === undefined ? "No day planned" : whenInWords(line.ahead),
      line.held === undefined ? "None recorded" : <>{dayInWords(line.held.happenedOn)}<br /><span class="pt-small pt-quiet">{line.count} held</span></>,
      line.plan === null ? "Does not apply" : planInWords(line.plan),
      <ToFinish line={line} />,
      <a class="govuk-link" href={`/children/${line.recordId}/challenges`}>{challengesInWords(line, mayChallenge)}<span class="govuk-visually-hidden">, {line.localId}</span></a>,
    ])}
  />
);

const ToFinish = ({ line: { recordId, toFinish } }: { readonly line: ReviewLine }): Html =>
  toFinish.length === 0 ? <span class="pt-quiet">Nothing</span>
    : <ul class="govuk-list pt-small">{toFinish.map(({ clock, title }) => <li>{title}{clock.dueOn === null ? "" : <>, due <DueLink recordId={recordId} clock={clock} on={clock.dueOn} /></>}</li>)}</ul>;

const challengesInWords = ({ challenges, lateChallenges }: ReviewLine, mayChallenge: boolean): string =>
  challenges > 0 ? `${challenges} open${lateChallenges === 0 ? "" : `, ${lateChallenges} late`}` : mayChallenge ? "Raise one" : "None open";

const State = ({ clock }: { readonly clock: JudgedClock }): Html =>
  <span class={clock.state === "overdue" ? "pt-status pt-status--late" : clock.state === "due-soon" ? "pt-status pt-status--due-soon" : "pt-small pt-quiet"}>{stateInWords(clock)}</span>;

/** “In place 12 days before”, “Not in place, 3 days late”. */
export function planInWords(clock: JudgedClock): string {
  const { state, stoppedOn, dueOn } = clock;
  const said = stoppedOn === null ? "" : ` on ${dayInWords(stoppedOn)}`;
  switch (state) {
    case "met": return `In place${said}`;
    case "met-late": return `In place late${said}`;
    case "overdue": return `Not in place: ${stateInWords(clock).toLowerCase()}`;
    case "moot": return "No longer applies";
    case "not-recorded": return "Not recorded";
    case "due-soon":
    case "running": return `Not yet${dueOn === null ? "" : `, due ${dayInWords(dueOn)}`}`;
  }
}
