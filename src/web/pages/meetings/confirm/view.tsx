import { type ConfirmPage, TOO_FEW } from "../../../../app/meetings/conclude.ts";
import type { Draft, Entry } from "../../../../domain/chronology/entry.ts";
import { isWithdrawal } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { noQuorum } from "../../../../domain/meetings/attendance.ts";
import { boxInWords } from "../../../../domain/meetings/outcome.ts";
import { postInWords } from "../../../../domain/post/in-words.ts";
import { counted } from "../../../../domain/words.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Overtaken } from "../../child/entry-form/overtaken.tsx";
import { detailsInWords, whenInWords } from "../../child/words.ts";

interface Props {
  readonly page: ConfirmPage;
  readonly since: readonly Entry[];
  /** It was sent without saying that too few members were there. */
  readonly fewMissing?: boolean;
}

/** Before a child is confirmed: what is missing at its box, or what will be written, what of it takes effect, and who is told. */
export function ConfirmView({ page, since, fewMissing = false }: Props): Html {
  const { localId, meeting, series, conclusion, whyNot, item } = page;
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={page.names} /> : null}
      {fewMissing ? <ErrorSummary errors={[{ id: "few", text: TOO_FEW }]} /> : null}
      {conclusion.accepted ? null : <Missing page={page} />}
      <span class="govuk-caption-l">{series.definition.name}, {dayInWords(meeting.heldOn)}</span>
      <h1 class="govuk-heading-l">What the meeting comes to for {localId}</h1>
      {whyNot === undefined ? null : component("govukInsetText", { text: `${whyNot}.` })}
      {item.concludedAt === null || whyNot !== undefined ? null : <p class="govuk-body">This child was confirmed before. What has changed since takes the place of what it was.</p>}
      {conclusion.accepted ? <Comes page={page} written={conclusion.drafts} notes={conclusion.notes} fewMissing={fewMissing} /> : (
        <p class="govuk-body">Nothing is written until this is put right. <a class="govuk-link" href={`/meetings/${meeting.id}/room/${item.id}`}>Go back to the boxes</a>; everything typed there is kept.</p>
      )}
    </>
  );
}

function Missing({ page: { conclusion, meeting, item } }: { readonly page: ConfirmPage }): Html | null {
  return conclusion.accepted ? null : component("govukErrorSummary", {
    titleText: "This cannot be confirmed yet",
    errorList: conclusion.refusals.map(({ field, message }) => ({ html: <><strong>{boxInWords(field)}</strong>: {message}</>, href: `/meetings/${meeting.id}/room/${item.id}#${field.replaceAll("/", "-")}` })),
  });
}

function Comes({ page, written, notes, fewMissing }: { readonly page: ConfirmPage; readonly fewMissing: boolean; readonly written: readonly Draft[]; readonly notes: readonly string[] }): Html {
  const { told, names, version, item, whyNot } = page;
  const few = noQuorum(page.series.definition, page.meeting.detail);
  return (
    <>
      <h2 class="govuk-heading-m">Written on the child’s record</h2>
      {written.length === 0 ? <p class="govuk-body">Nothing new: it stands on the record as it is typed.</p> : (
        <StackedTable caption="What is written" heads={["What", "When", "What it says"]} rows={written.map((draft) => [howCalled(draft), whenInWords(asEntry(draft)), <Said draft={draft} names={names} />])} />
      )}
      {notes.map((note) => component("govukInsetText", { text: `${note}.` }))}
      <h2 class="govuk-heading-m">Who is told</h2>
      {told.length === 0 ? <p class="govuk-body">{item.concludedAt === null ? "Nobody: there is no action of anybody with an account, and nothing for others to decide." : "Nobody anew: those whom it concerns were told when it was confirmed before."}</p> : (
        <ul class="govuk-list govuk-list--bullet">{told.map(({ account, template, detail }) => <li>{names.get(account) ?? account}: {postInWords(template, detail).subject}</li>)}</ul>
      )}
      {whyNot !== undefined || (written.length === 0 && item.concludedAt !== null) ? null : (
        <form method="post" action={`/meetings/items/${item.id}/confirm`} novalidate>
          <input type="hidden" name="basedOn" value={String(version)} />
          {few === undefined ? null : component("govukCheckboxes", {
            idPrefix: "few", name: "few", classes: "govuk-checkboxes--small", fieldset: { legend: { text: "Too few members were there", classes: "govuk-fieldset__legend--s" } }, hint: { text: few },
            items: [{ value: "yes", text: "Confirm it all the same. The record and the minutes say that there were too few" }], ...(fewMissing ? { errorMessage: { text: TOO_FEW } } : {}),
          })}
          {component("govukButton", { text: `Confirm, and write ${counted(written.length, "entry", "entries")}`, preventDoubleClick: true })}
        </form>
      )}
    </>
  );
}

const asEntry = (draft: Draft): Entry => ({ ...draft, number: 0, recordedAt: "", recordedBy: "" });

/** “Action agreed”, or what becomes of an earlier one. */
function howCalled({ kind, cause }: Draft): Html {
  const more = isWithdrawal(cause) ? "Taken out" : cause === "corrected" ? "Changed" : cause === undefined ? undefined : "In place of what was planned";
  return <>{KINDS[kind].label}{more === undefined ? null : <><br /><span class="pt-quiet">{more}</span></>}</>;
}

function Said({ draft, names }: { readonly draft: Draft; readonly names: ReadonlyMap<string, string> }): Html {
  const lines = detailsInWords(asEntry(draft)).filter(([label]) => !OF_THE_MEETING.has(label));
  return <dl class="pt-said">{lines.map(([label, text]) => <><dt>{label}</dt><dd>{names.get(text) ?? text}</dd></>)}</dl>;
}

/** It stands above the page already. */
const OF_THE_MEETING: ReadonlySet<string> = new Set(["Meetings called", "Held by", "Meeting"]);
