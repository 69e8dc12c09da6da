import type { ReviewLine, ReviewsPage } from "../../../app/decisions/open-reviews.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { type JudgedClock, stateInWords } from "../../../domain/standards/clock.ts";
import type { Html } from "../../govuk/html.ts";
import { Pages } from "../../layout/pages.tsx";
import { DueLink } from "../child/why/due-link.tsx";
import { whenInWords } from "../child/words.ts";
import { FeedbackList } from "../decisions/feedback-view.tsx";

const address = (mine: boolean, page = 1): string => `/reviews${mine ? "" : "?whose=all"}${page === 1 ? "" : `${mine ? "?" : "&"}page=${page}`}`;

/** Each child’s next review, the earliest first: whether the plan was in place by the second, what the last one still waits for, and what is challenged. */
export const ReviewsView = ({ reviews }: { readonly reviews: ReviewsPage }): Html => {
  const { mine, page, pages, total, late, lines, feedback } = reviews;
  return (
    <>
      <h1 class="govuk-heading-l">Reviews</h1>
      <p class="govuk-body-l">{firstLine(reviews)}</p>
      <nav aria-label="Whose reviews">
        <ul class="govuk-list">
          <li>{mine ? <strong aria-current="page">Those I am reviewing officer of</strong> : <a class="govuk-link" href={address(true)}>Those I am reviewing officer of</a>}</li>
          <li>{mine ? <a class="govuk-link" href={address(false)}>All children</a> : <strong aria-current="page">All children</strong>}</li>
        </ul>
      </nav>
      <h2 class="govuk-heading-m">{total} {total === 1 ? "child" : "children"}, {late === 0 ? "no review late" : `${late} with a review late`}</h2>
      {lines.length === 0 ? <p class="govuk-body">{mine ? "No child in care names you as reviewing officer. Record it on the child as “Independent reviewing officer appointed”, or look at all children." : "No child has a review due."}</p> : <ReviewsTable lines={lines} mine={mine} mayChallenge={reviews.mayChallenge} />}
      <Pages page={page} pages={pages} address={(n) => address(mine, n)} />
      <h2 class="govuk-heading-m">Feedback from the decision-maker</h2>
      <FeedbackList lines={feedback} />
    </>
  );
};

function firstLine({ lines, late, total, page }: ReviewsPage): string {
  const [first] = lines;
  if (first === undefined || total === 0) return "No review is due.";
  if (page > 1) return "Later reviews.";
  const due = first.clock.dueOn === null ? "" : `, ${late > 0 ? "was due" : "due"} ${dayInWords(first.clock.dueOn)}`;
  return `Next: ${first.localId}${due}${first.ahead === undefined ? ", and no day is planned for it" : `, planned for ${dayInWords(first.ahead.happenedOn)}`}.`;
}

const ReviewsTable = ({ lines, mine, mayChallenge }: { readonly lines: readonly ReviewLine[]; readonly mine: boolean; readonly mayChallenge: boolean }) => (
  <div class="pt-scroll" role="region" aria-label="Reviews" tabindex={0}>
    <table class="govuk-table pt-table">
      <caption class="govuk-visually-hidden">Reviews</caption>
      <thead><tr><th scope="col">Child</th>{mine ? null : <th scope="col">Reviewing officer</th>}<th scope="col">Next due</th><th scope="col">Planned for</th><th scope="col">Last held</th><th scope="col">Plan by the second</th><th scope="col">Still to be written or sent</th><th scope="col">Challenges</th></tr></thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <td><a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${line.recordId}`}>{line.localId}</a>{line.name === null ? null : <><br />{line.name}</>}</td>
            {mine ? null : <td>{line.officer ?? <span class="pt-quiet">Nobody named</span>}</td>}
            <td>{line.clock.dueOn === null ? "No day" : <DueLink recordId={line.recordId} clock={line.clock} on={line.clock.dueOn} />}<br /><State clock={line.clock} /></td>
            <td>{line.ahead === undefined ? <span class="pt-quiet">No day planned</span> : whenInWords(line.ahead)}</td>
            <td>{line.held === undefined ? <span class="pt-quiet">None recorded</span> : <>{dayInWords(line.held.happenedOn)}<br /><span class="pt-small pt-quiet">{line.count} held</span></>}</td>
            <td>{line.plan === null ? <span class="pt-quiet">Does not apply</span> : planInWords(line.plan)}</td>
            <td>{line.toFinish.length === 0 ? <span class="pt-quiet">Nothing</span> : <ul class="govuk-list pt-small">{line.toFinish.map(({ clock, title }) => <li>{title}{clock.dueOn === null ? "" : <>, due <DueLink recordId={line.recordId} clock={clock} on={clock.dueOn} /></>}</li>)}</ul>}</td>
            <td><a class="govuk-link" href={`/children/${line.recordId}/challenges`}>{line.challenges === 0 ? (mayChallenge ? "Raise one" : "None open") : `${line.challenges} open${line.lateChallenges === 0 ? "" : `, ${line.lateChallenges} late`}`}<span class="govuk-visually-hidden">, {line.localId}</span></a></td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

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
