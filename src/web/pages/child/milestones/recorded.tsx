import type { ChildPage } from "../../../../app/views.ts";
import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { type Answer, type Asked, movesOf } from "../../../../domain/forms/asked.ts";
import type { Html } from "../../../govuk/html.ts";
import { detailsInWords, whenInWords } from "../words.ts";

interface Props {
  readonly asked: Asked;
  readonly child: ChildPage;
  /** Where each answer may be put right; not on paper. */
  readonly links: boolean;
}

/** What the record says to a question: every answer in force with its certainty, and the days it was moved from. */
export const Recorded = ({ asked: { answers, question }, child, links }: Props): Html | null =>
  answers.length === 0 ? null : (
    <ul class="pt-question__recorded">
      {answers.map((answer) => (
        <li>
          <strong>{whenInWords(answer.entry)}</strong>{saidBeside(answer)}
          {links && child.may.correct ? <> <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.recordId}/entries/${answer.entry.number}/correct`}>Correct<span class="govuk-visually-hidden"> {question.label}, {dayInWords(answer.entry.happenedOn)}</span></a></> : null}
          <Moves answer={answer} />
        </li>
      ))}
    </ul>
  );

const saidBeside = ({ entry }: Answer): string =>
  detailsInWords(entry).map(([label, text]) => `; ${label.toLowerCase() === "outcome" ? "" : `${label}: `}${text}`).join("");

/** “Was 3 November 2026 (planned), then 10 November 2026 (planned): the report was late”. */
const Moves = ({ answer }: { readonly answer: Answer }): Html | null => {
  const moves = movesOf(answer);
  if (moves.length === 0) return null;
  const why = answer.entry.cause === "moved" ? answer.entry.reason : undefined;
  return (
    <span class="pt-question__moves">
      Moved {moves.length === 1 ? "once" : `${moves.length} times`}: was {moves.map((e) => `${dayInWords(e.happenedOn)} (${CERTAINTIES[e.certainty].toLowerCase()})`).join(", then ")}
      {why === undefined || why === "" ? "" : `. Last moved because: ${why}`}
    </span>
  );
};

/** What the record tells by itself, shown and not asked: the history of the legal status, and of the plan. */
export function Derived({ child }: { readonly child: ChildPage }): Html {
  const history = (kind: "legal-status" | "primary-plan") => child.case.of(kind);
  return (
    <section class="pt-question pt-question--derived" aria-labelledby="derived-heading">
      <h2 class="govuk-heading-s pt-question__label" id="derived-heading">Told by the record, and not asked</h2>
      {(["legal-status", "primary-plan"] as const).map((kind) => (
        <>
          <h3 class="pt-question__part">{kind === "legal-status" ? "Legal status history" : "Permanence plan history"}</h3>
          {history(kind).length === 0 ? <p class="pt-question__none">No {KINDS[kind].label.toLowerCase()} is recorded.</p> : (
            <ul class="pt-question__recorded">{history(kind).map((e) => <li><strong>{detailsInWords(e).map(([, text]) => text).join(", ")}</strong>, {whenInWords(e)}</li>)}</ul>
          )}
        </>
      ))}
    </section>
  );
}
