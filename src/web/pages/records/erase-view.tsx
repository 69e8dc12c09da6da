import type { ErasePage } from "../../../app/records/views.ts";
import { ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { errorAt } from "./record-view.tsx";

export interface TypedErase {
  readonly why: string;
  readonly authority: string;
  readonly askedOf: string;
  readonly again: string;
}

interface Props {
  readonly page: ErasePage;
  readonly typed: TypedErase;
  readonly errors: readonly FieldError[];
}

const numbers = (of: readonly { readonly number: number }[]): string => of.map((e) => e.number).join(", ");

/** Stops whoever is about to erase: what it does, what stays, that it is not undone. Nothing of the entry’s words is here. */
export function EraseView({ page, typed, errors }: Props): Html {
  const { recordId, localId, erasing: { entry, together, speakOfIt, ended }, cannot, colleagues } = page;
  const others = together.filter((e) => e.number !== entry.number);
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{localId}</span>
      <h1 class="govuk-heading-l">Erase entry {entry.number}?</h1>
      {component("govukWarningText", { text: "This cannot be undone. Nobody can bring the words back, whoever they ask.", iconFallbackText: "Warning" })}
      <h2 class="govuk-heading-m">What it does</h2>
      <ul class="govuk-list govuk-list--bullet pt-measure">
        <li>The words of entry {entry.number} are taken out of the database, with its day, its source and who wrote it down.</li>
        {others.length === 0 ? null : <li>So are those of {others.length === 1 ? "entry" : "entries"} {numbers(others)}, which it replaced, which replaced it, or which say the very same. What of them was right for this child must be recorded again.</li>}
        <li>Lines of the audit that tell of nothing else, previews of imports, and forms that somebody has begun lose the same words.</li>
        <li>Lists, clocks and figures are made anew as if it had never been entered.</li>
      </ul>
      <h2 class="govuk-heading-m">What stays</h2>
      <ul class="govuk-list govuk-list--bullet pt-measure">
        <li>The entry’s place in the chain and its hash, so that the record can still be proved. Without the words nobody can guess them from it.</li>
        <li>“Erased by law” and the day, on the chronology.</li>
        <li>A new line of the audit: that you erased it, when, why, on whose authority and whom you asked.</li>
        {speakOfIt.length === 0 ? null : <li>{speakOfIt.length === 1 ? "Entry" : "Entries"} {numbers(speakOfIt)}, which {speakOfIt.length === 1 ? "speaks" : "speak"} of it by its number. Look at {speakOfIt.length === 1 ? "it" : "each"}, and erase {speakOfIt.length === 1 ? "it" : "them"} too where needed.</li>}
        {ended.length === 0 ? null : <li>{ended.length === 1 ? "Entry" : "Entries"} {numbers(ended)}, {ended.length === 1 ? "an earlier period that" : "earlier periods that"} it ended, still {ended.length === 1 ? "ends" : "end"} on its day. Have {ended.length === 1 ? "that" : "each"} corrected on the child’s page.</li>}
        <li>Back-ups made until now, until they run out. Whoever runs the database must be told, so that what is restored from them is erased again.</li>
        <li>What was taken away in files or on paper: the disclosure record says by whom.</li>
      </ul>
      {cannot !== null ? component("govukInsetText", { text: `It cannot be erased. ${cannot}.` }) : (
        <form method="post" action={`/records/${recordId}/entries/${entry.number}/erase`} class="pt-confirm" novalidate>
          {component("govukTextarea", { id: "why", name: "why", rows: "2", value: typed.why, label: { text: "Why is it erased?", classes: "govuk-label--m" }, hint: { text: "For the line of the audit that stays. Do not repeat what the entry says, and name no child" }, ...errorAt(errors, "why") })}
          {component("govukInput", { id: "authority", name: "authority", value: typed.authority, label: { text: "On whose authority?", classes: "govuk-label--m" }, hint: { text: "An office and the day they decided, such as Head of legal services, 20 November 2026" }, ...errorAt(errors, "authority") })}
          {component("govukSelect", { id: "askedOf", name: "askedOf", label: { text: "Whom did you ask?", classes: "govuk-label--m" }, hint: { text: "A manager or the adoption records officer, who agreed. It is kept as your word: the program does not ask them" }, items: [{ value: "", text: "Choose" }, ...colleagues.map(({ account, text }) => ({ value: account, text, selected: account === typed.askedOf }))], ...errorAt(errors, "askedOf") })}
          {component("govukInput", { id: "again", name: "again", value: typed.again, inputmode: "numeric", autocomplete: "off", classes: "govuk-input--width-5", label: { text: `Type the number of the entry again: ${entry.number}`, classes: "govuk-label--m" }, ...errorAt(errors, "again") })}
          <div class="govuk-button-group">
            {component("govukButton", { text: "Erase it for good", classes: "govuk-button--warning", preventDoubleClick: true })}
            <a class="govuk-link" href={`/records/${recordId}/entries`}>Do not erase it</a>
          </div>
        </form>
      )}
    </>
  );
}
