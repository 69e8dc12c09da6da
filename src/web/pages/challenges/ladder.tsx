import { type Challenge, LADDER, type Rung, standingRung } from "../../../domain/challenges/challenges.ts";
import { CHALLENGE_LEVELS, type ChallengeLevel } from "../../../domain/chronology/codes.ts";
import { type Day, daysBetween, dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { recorderInWords } from "../child/words.ts";

interface Props {
  readonly challenge: Challenge;
  readonly today: Day;
  readonly names: ReadonlyMap<string, string>;
}

/** The rungs as steps that go up, each with how it stands in words; below them the same as a table, with what was said. */
export const Ladder = ({ challenge, today, names }: Props): Html => (
  <>
    <div class="pt-ladder" aria-hidden="true">
      {LADDER.map((level, i) => {
        const { tone, words } = stepOf(challenge, level, today);
        return (
          <div class={`pt-ladder__step pt-ladder__step--${i + 1} pt-ladder__step--${tone}`}>
            <span class="pt-ladder__level">{CHALLENGE_LEVELS[level]}</span>
            <span>{words}</span>
          </div>
        );
      })}
    </div>
    <StackedTable
      caption={`The ladder of challenge ${challenge.number}`} heads={["Put to", "On", "Answer by", "Why further", "Answer"]}
      rows={challenge.rungs.map((rung) => [CHALLENGE_LEVELS[rung.level], dayInWords(rung.put.happenedOn), dayInWords(rung.answerBy), rung.why ?? "–", answerInWords(challenge, rung, today, names)])}
    />
  </>
);

function answerInWords(challenge: Challenge, rung: Rung, today: Day, names: Props["names"]): string {
  const { answer } = rung;
  if (answer !== null) return `${String(answer.detail["answer"])} (${recorderInWords(answer.recordedBy, names)}, ${dayInWords(answer.happenedOn)})`;
  if (challenge.resolved !== null || rung !== standingRung(challenge)) return "None";
  return waitingInWords(rung, today);
}

/** “Answer due by 8 June 2026”; “No answer, 3 days late”. */
export function waitingInWords({ answerBy }: Pick<Rung, "answerBy">, today: Day): string {
  const late = daysBetween(answerBy, today);
  return late > 0 ? `No answer, ${late} ${late === 1 ? "day" : "days"} late` : `Answer due by ${dayInWords(answerBy)}`;
}

type Tone = "answered" | "waiting" | "late" | "silent" | "ahead";

function stepOf(challenge: Challenge, level: ChallengeLevel, today: Day): { readonly tone: Tone; readonly words: string } {
  const rung = challenge.rungs.find((r) => r.level === level);
  if (rung === undefined) return { tone: "ahead", words: LADDER.indexOf(level) < LADDER.indexOf(standingRung(challenge).level) ? "Not asked" : "Not reached" };
  if (rung.answer !== null) return { tone: "answered", words: `Answered ${dayInWords(rung.answer.happenedOn)}` };
  if (challenge.resolved !== null || rung !== standingRung(challenge)) return { tone: "silent", words: "No answer" };
  return { tone: rung.answerBy < today ? "late" : "waiting", words: waitingInWords(rung, today) };
}
