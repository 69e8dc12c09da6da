import type { ChildRecord } from "../../../../app/meetings/word-files.ts";
import { keyOf, type Mention } from "../../../../domain/meetings/others.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

interface Props {
  readonly record: ChildRecord;
  readonly mayHold: boolean;
  readonly mayChange: boolean;
  /** By the place of the words in the form. */
  readonly errors?: Readonly<Record<number, string>>;
}

const NONE: Readonly<Record<number, string>> = {};

/** Each words once, with the headings they stand under. */
const words = (mentions: readonly Mention[]): readonly { readonly said: string; readonly places: readonly string[] }[] =>
  [...Map.groupBy(mentions, (mention) => keyOf(mention.words)).values()].map((same) => ({ said: same[0]!.words, places: [...new Set(same.map(({ where }) => where))] }));

const Where = ({ mentions }: { readonly mentions: readonly Mention[] }): Html => (
  <ul class="govuk-list govuk-list--bullet">{words(mentions).map(({ said, places }) => <li>“{said}”, under {places.join(", ")}</li>)}</ul>
);

/** The record of a child is not given while it may name another: where, and what to do. */
export const MentionsView = ({ record: { localId, mentions, item: { row }, minutes: { meeting } }, mayHold, mayChange, errors = NONE }: Props): Html => (
  <>
    <ErrorSummary errors={Object.entries(errors).map(([i, text]) => ({ id: `how-${i}`, text }))} />
    <span class="govuk-caption-l">{localId}</span>
    <h1 class="govuk-heading-l">This record may name another child</h1>
    <p class="govuk-body pt-measure">It goes on one child’s record, and may hold nothing of another child of the meeting. Somebody has to look at these words before it can be filed.</p>
    {!mayHold ? <><Where mentions={mentions} /><p class="govuk-body">Ask the minute taker to look at them.</p></> : (
      <form method="post" action={`/meetings/${meeting.id}/minutes`} novalidate>
        <input type="hidden" name="what" value="told-apart" /><input type="hidden" name="item" value={row.id} />
        {words(mentions).map(({ said, places }, i) => (
          <>
            <input type="hidden" name={`words-${i}`} value={said} />
            {component("govukRadios", {
              name: `how-${i}`, idPrefix: `how-${i}`, classes: "govuk-radios--small", ...(errors[i] === undefined ? {} : { errorMessage: { text: errors[i] } }),
              fieldset: { legend: { text: `“${said}”`, classes: "govuk-fieldset__legend--s" } }, hint: { text: `Under: ${places.join(", ")}` },
              items: [
                { value: "left-out", text: "Another child. Leave it out of this record: it says “[another child]” there, and the minutes stay as they are" },
                { value: "belongs", text: "It belongs in this child’s record: a colleague, a street, or a brother or sister" },
              ],
            })}
          </>
        ))}
        <p class="govuk-body pt-measure">Who looked is written down.{mayChange ? <> Before the minutes are locked you can change the words instead, <a class="govuk-link" href={`/meetings/${meeting.id}/room?item=${row.id}`}>in the room</a>.</> : null}</p>
        {component("govukButton", { text: "I have looked" })}
      </form>
    )}
  </>
);
