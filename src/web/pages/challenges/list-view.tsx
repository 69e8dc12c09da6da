import type { ChallengesPage, ListedChallenge } from "../../../app/challenges/open.ts";
import { standingRung } from "../../../domain/challenges/challenges.ts";
import { CHALLENGE_LEVELS } from "../../../domain/chronology/codes.ts";
import { type Day, dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { waitingInWords } from "./ladder.tsx";

/** Every challenge of the authority: those not resolved, late ones first, then the last that were. */
export const ChallengesView = ({ page: { today, open, resolved } }: { readonly page: ChallengesPage }): Html => {
  const [mine, late] = [open.filter((c) => c.mine).length, open.filter((c) => c.late !== undefined).length];
  return (
    <>
      <h1 class="govuk-heading-l">Challenges</h1>
      <p class="govuk-body-l">{firstLine(open.length, mine, late)}</p>
      {open.length === 0 ? null : <List list={open} caption="Not resolved" today={today} />}
      <h2 class="govuk-heading-m">Resolved: {resolved.length}</h2>
      {resolved.length === 0 ? <p class="govuk-body">None yet. A challenge is raised on the child’s own challenges page.</p> : <List list={resolved} caption="Resolved" today={today} />}
    </>
  );
};

function firstLine(open: number, mine: number, late: number): string {
  if (open === 0) return "No challenge is open.";
  const waits = mine === 0 ? "" : ` ${mine === 1 ? "One waits" : `${mine} wait`} for your answer: open ${mine === 1 ? "it" : "them"} and answer.`;
  return `${open} ${open === 1 ? "is" : "are"} open, ${late === 0 ? "none late" : `${late} late`}.${waits}`;
}

const List = ({ list, caption, today }: { readonly list: readonly ListedChallenge[]; readonly caption: string; readonly today: Day }) => (
  <div class="pt-scroll" role="region" aria-label={caption} tabindex={0}>
    <table class="govuk-table pt-table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead><tr><th scope="col">Child</th><th scope="col">What is challenged</th><th scope="col">With</th><th scope="col">How it stands</th><th scope="col">Raised</th></tr></thead>
      <tbody>
        {list.map(({ recordId, localId, challenge, late, raisedBy, mine }) => (
          <tr>
            <td class="pt-nowrap"><a class="govuk-link govuk-link--no-visited-state" href={`/children/${recordId}/challenges#challenge-${challenge.number}`}>{localId}<span class="govuk-visually-hidden">: {challenge.about}</span></a></td>
            <td>{challenge.about}</td>
            <td>{CHALLENGE_LEVELS[standingRung(challenge).level]}{mine ? <span class="pt-quiet">, yours to answer</span> : null}</td>
            <td>{challenge.resolved !== null ? `Resolved on ${dayInWords(challenge.resolved.happenedOn)}` : challenge.state === "answered" ? "Answered; to be resolved or taken further" : late === undefined ? waitingInWords(standingRung(challenge), today) : <span class="pt-status pt-status--late">{waitingInWords(standingRung(challenge), today)}</span>}</td>
            <td>{raisedBy}, <span class="pt-nowrap">{dayInWords(challenge.raised.happenedOn)}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
