import type { ChallengesPage, ListedChallenge } from "../../../app/challenges/open.ts";
import { standingRung } from "../../../domain/challenges/challenges.ts";
import { CHALLENGE_LEVELS } from "../../../domain/chronology/codes.ts";
import { type Day, dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { waitingInWords } from "./ladder.tsx";

/** Every challenge of the authority: those not resolved, late ones first, then the last that were. */
export const ChallengesView = ({ page }: { readonly page: ChallengesPage }): Html => {
  const { today, open, resolved } = page;
  return (
    <>
      <h1 class="govuk-heading-l">Challenges</h1>
      <p class="govuk-body-l">{challengesInWords(page)}</p>
      {open.length === 0 ? null : <List list={open} caption="Not resolved" today={today} />}
      <h2 class="govuk-heading-m">Resolved: {resolved.length}</h2>
      {resolved.length === 0 ? <p class="govuk-body">None yet. A challenge is raised on the child’s own challenges page.</p> : <List list={resolved} caption="Resolved" today={today} />}
    </>
  );
};

/** “3 are open, 1 late. One waits for your answer: open it and answer.” */
export function challengesInWords(page: ChallengesPage): string {
  const [open, mine, late] = [page.open.length, page.open.filter((c) => c.mine).length, page.open.filter((c) => c.late !== undefined).length];
  if (open === 0) return "No challenge is open.";
  const waits = mine === 0 ? "" : ` ${mine === 1 ? "One waits" : `${mine} wait`} for your answer: open ${mine === 1 ? "it" : "them"} and answer.`;
  return `${open} ${open === 1 ? "is" : "are"} open, ${late === 0 ? "none late" : `${late} late`}.${waits}`;
}

const List = ({ list, caption, today }: { readonly list: readonly ListedChallenge[]; readonly caption: string; readonly today: Day }) => (
  <StackedTable
    caption={caption} heads={["Child", "What is challenged", "With", "How it stands", "Raised"]}
    rows={list.map((listed) => {
      const { recordId, localId, challenge, raisedBy, mine } = listed;
      return [
        <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}/challenges#challenge-${challenge.number}`}>{localId}<span class="govuk-visually-hidden">: {challenge.about}</span></a>,
        challenge.about,
        <>{CHALLENGE_LEVELS[standingRung(challenge).level]}{mine ? <span class="pt-quiet">, yours to answer</span> : null}</>,
        standingOf(listed, today),
        `${raisedBy}, ${dayInWords(challenge.raised.happenedOn)}`,
      ];
    })}
  />
);

function standingOf({ challenge, late }: ListedChallenge, today: Day): string | Html {
  if (challenge.resolved !== null) return `Resolved on ${dayInWords(challenge.resolved.happenedOn)}`;
  if (challenge.state === "answered") return "Answered; to be resolved or taken further";
  const said = waitingInWords(standingRung(challenge), today);
  return late === undefined ? said : <span class="pt-status pt-status--late">{said}</span>;
}
