import type { ChildRecord } from "../../../../app/meetings/word-files.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

/** The record of a child is not given while it may name another: where, and what to do. */
export const MentionsView = ({ record: { localId, mentions, item: { row }, minutes: { meeting } }, mayHold }: { readonly record: ChildRecord; readonly mayHold: boolean }): Html => (
  <>
    <span class="govuk-caption-l">{localId}</span>
    <h1 class="govuk-heading-l">This record may name another child</h1>
    <p class="govuk-body pt-measure">It goes on one child’s record, and may hold nothing of another child of the meeting. Somebody has to look at these words before it can be filed.</p>
    <table class="pt-minutes__table">
      <caption class="govuk-visually-hidden">Words that may be another child</caption>
      <thead><tr><th scope="col">Words</th><th scope="col">Where</th></tr></thead>
      <tbody>{mentions.map(({ words, where }) => <tr><th scope="row">{words}</th><td data-of="Where">{where}</td></tr>)}</tbody>
    </table>
    {!mayHold ? <p class="govuk-body">Ask the minute taker to look at them.</p> : (
      <>
        <h2 class="govuk-heading-m">If they are another child</h2>
        <p class="govuk-body pt-measure">
          {meeting.state === "confirmed" || row.concludedAt !== null
            ? <>This is locked: what it says stays in the minutes. Keep this copy off the child’s record, and file a record with the words taken out by hand. Say so in a <a class="govuk-link" href={`/meetings/items/${row.id}/correct`}>correction</a>.</>
            : <>Change them <a class="govuk-link" href={`/meetings/${meeting.id}/room?item=${row.id}`}>in the room</a>: “a brother” or “another child” says enough.</>}
        </p>
        <h2 class="govuk-heading-m">If they are not</h2>
        <form method="post" action={`/meetings/${meeting.id}/minutes`}>
          <input type="hidden" name="what" value="told-apart" /><input type="hidden" name="item" value={row.id} />
          <input type="hidden" name="words" value={[...new Set(mentions.map(({ words }) => words))].join("\n")} />
          <p class="govuk-body pt-measure">A colleague, a street, or a brother or sister who belongs in this child’s record. Who looked is written down.</p>
          {component("govukButton", { text: "I have looked: they belong in this child’s record" })}
        </form>
      </>
    )}
  </>
);
