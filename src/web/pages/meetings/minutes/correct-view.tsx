import type { ReadItem, ReadMinutes } from "../../../../app/meetings/minutes-read.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { boxNamed, BOXES } from "../../../../domain/meetings/boxes.ts";
import { type Correction, placeOf, saidIn } from "../../../../domain/meetings/written.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

export interface TypedCorrection {
  readonly box: string;
  readonly text: string;
  readonly why: string;
  /** What waits and is made a correction; empty: a new one. */
  readonly waiting: string;
}

interface Props {
  readonly minutes: ReadMinutes;
  readonly item: ReadItem;
  readonly typed: TypedCorrection;
  readonly errors: readonly FieldError[];
}

/** Corrects what was written of one item: what, to what, and why; the original stays. */
export function CorrectView({ minutes: { meeting, names }, item, typed, errors }: Props): Html {
  const { row, called, written, waiting } = item;
  const error = (id: string) => { const text = errors.find((each) => each.id === id)?.text; return text === undefined ? {} : { errorMessage: { text } }; };
  const boxes = [...new Set([...written.typed.keys(), ...Object.keys(BOXES).filter((name) => written.ofChild || name === "discussion" || name === "other"), ...(typed.box === "" ? [] : [typed.box])])].filter((box) => boxNamed(box) !== undefined);
  const stands = (box: string): string => saidIn(boxNamed(box), (written.typed.get(box) ?? "").trim(), names);
  const actionOrDecision = /^(actions|decisions)\//.test(typed.box) || [...written.typed.keys()].some((box) => /^(actions|decisions)\//.test(box));
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{called}, {dayInWords(meeting.heldOn)}</span>
      <h1 class="govuk-heading-l">Correct the minutes</h1>
      <p class="govuk-body pt-measure">What was written stays as it was. The correction stands beside it on every page and in every Word file, with your name, the day and why.</p>
      {waiting.length === 0 ? null : (
        <section class="pt-minutes__next" aria-labelledby="waiting">
          <h2 class="govuk-heading-m" id="waiting">Typed after it was locked</h2>
          {waiting.map((one) => (
            <div class="pt-minutes__item">
              <h3 class="govuk-heading-s">{placeOf(one.box)}, by {names.person(one.typedBy)}</h3>
              <p class="pt-minutes__stands">{saidIn(boxNamed(one.box), one.text, names)}</p>
              <div class="pt-minutes__do">
                <a class="govuk-link" href={`/meetings/items/${row.id}/correct?waiting=${one.id}`}>Make it a correction<span class="govuk-visually-hidden"> of {placeOf(one.box)}</span></a>
                <form method="post" action={`/meetings/items/${row.id}/correct`}>
                  <input type="hidden" name="what" value="leave" /><input type="hidden" name="waiting" value={one.id} />
                  {component("govukButton", { html: <>Leave it out<span class="govuk-visually-hidden"> of {placeOf(one.box)}</span></>, classes: "govuk-button--secondary" })}
                </form>
              </div>
            </div>
          ))}
        </section>
      )}
      {lastOfEach(written.corrections).length === 0 ? null : (
        <section class="pt-minutes__next" aria-labelledby="made">
          <h2 class="govuk-heading-m" id="made">Corrected already</h2>
          {lastOfEach(written.corrections).map((one) => (
            <div class="pt-minutes__item">
              <h3 class="govuk-heading-s">{placeOf(one.box)}, by {one.by} on {dayInWords(one.on)}</h3>
              <p class="pt-minutes__stands">{one.text.trim() === "" ? "Nothing" : saidIn(boxNamed(one.box), one.text, names)}</p>
              <div class="pt-minutes__do"><a class="govuk-link" href={`/meetings/items/${row.id}/correct?${new URLSearchParams({ back: one.box }).toString()}#text`}>Take it back<span class="govuk-visually-hidden">: the correction of {placeOf(one.box)}</span></a></div>
            </div>
          ))}
        </section>
      )}
      <form method="post" action={`/meetings/items/${row.id}/correct`} novalidate>
        <input type="hidden" name="waiting" value={typed.waiting} />
        {component("govukSelect", {
          id: "box", name: "box", label: { text: "What is wrong?", classes: "govuk-label--s" }, value: typed.box, ...error("box"),
          items: [{ value: "", text: "Choose" }, ...boxes.map((box) => ({ value: box, text: `${placeOf(box)}: ${shortened(stands(box))}`, selected: box === typed.box }))],
        })}
        {typed.box === "" ? null : <><p class="govuk-body govuk-!-margin-bottom-1">The minutes say:</p><p class="pt-minutes__stands">{stands(typed.box) === "" ? "Nothing" : stands(typed.box)}</p></>}
        {component("govukTextarea", { id: "text", name: "text", rows: "5", value: typed.text, label: { text: "What should they say?", classes: "govuk-label--s" }, ...error("text") })}
        {component("govukTextarea", { id: "why", name: "why", rows: "2", value: typed.why, label: { text: "Why is it corrected?", classes: "govuk-label--s" }, hint: { text: "Such as who noticed, and what shows it" }, ...error("why") })}
        {!actionOrDecision || row.recordId === null ? null : component("govukWarningText", {
          iconFallbackText: "Warning", html: <>A correction changes what the minutes are understood to say. An action or a decision on the child’s record is changed there: <a class="govuk-link" href={`/children/${row.recordId}/meetings`}>what was decided for {called}</a>.</>,
        })}
        {component("govukButton", { text: "Put the correction beside the minutes" })}
      </form>
    </>
  );
}

const lastOfEach = (corrections: readonly Correction[]): readonly Correction[] => [...new Map(corrections.map((one) => [one.box, one])).values()];

const shortened = (text: string): string => (text === "" ? "nothing" : text.length > 60 ? `${text.slice(0, 57).replaceAll("\n", " ")}…` : text.replaceAll("\n", " "));
