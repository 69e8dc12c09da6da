import type { PreviewedChild, SeveralPreview } from "../../../app/several/views.ts";
import { type Kind, KINDS } from "../../../domain/chronology/kinds.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { recorderInWords } from "../child/words.ts";
import { headingOf } from "./form-view.tsx";
import { childrenInWords, inShort } from "./ticked.ts";
import { entryInWords, type Names } from "./words.ts";

interface Props {
  readonly preview: SeveralPreview;
  readonly kind: Kind;
  readonly from: string;
  /** All that the form held, to be sent again. */
  readonly sent: readonly (readonly [string, string])[];
  readonly names: Names;
  /** Where it is sent to; the tracker’s own page of the kind unless told. */
  readonly action?: string;
}

const of = (preview: SeveralPreview, answer: PreviewedChild["answer"]["answer"]): readonly PreviewedChild[] => preview.children.filter((c) => c.answer.answer === answer);

/** What would change for each child, before anything does. While one refuses, nothing can be saved. */
export function PreviewView({ preview, kind, from, sent, names, action = `/tracker/several/${kind}` }: Props): Html {
  const [changing, same, refusing] = [of(preview, "changes"), of(preview, "nothing"), of(preview, "refused")];
  return (
    <>
      <SavedFirst preview={preview} names={names} />
      <Refusing refusing={refusing} />
      <span class="govuk-caption-l">{headingOf(kind)}</span>
      <h1 class="govuk-heading-l">Check what will change</h1>
      <p class="govuk-body">{[
        changing.length === 0 ? "Nothing would change" : `${childrenInWords(changing.length)} will change`,
        ...(same.length === 0 ? [] : [`for ${inShort(same.map((c) => c.localId))} the record already says so`]),
        ...(refusing.length === 0 ? [] : [`${childrenInWords(refusing.length)} cannot be changed like this`]),
      ].join("; ")}. {preview.ready ? "Nothing is saved yet." : ""}</p>
      <form method="post" action={action} novalidate>
        {sent.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <input type="hidden" name="versions" value={preview.children.map((c) => c.version).join(",")} />
        <table class="govuk-table pt-table pt-several-table">
          <caption class="govuk-visually-hidden">What will change for each child</caption>
          <thead><tr><th scope="col">Child</th><th scope="col">What the record says now</th><th scope="col">What it will say</th></tr></thead>
          <tbody>{[...refusing, ...changing, ...same].map((child) => <Row child={child} names={names} alone={preview.children.length === 1} />)}</tbody>
        </table>
        <div class="govuk-button-group">
          {preview.ready ? component("govukButton", { text: `Save for ${childrenInWords(changing.length)}`, name: "step", value: "save", preventDoubleClick: true }) : null}
          {refusing.length > 1 && refusing.length < preview.children.length ? component("govukButton", { text: `Leave these ${refusing.length} out and look again`, name: "leave", value: refusing.map((c) => c.recordId).join(" "), classes: "govuk-button--secondary" }) : null}
          {component("govukButton", { text: "Change what you typed", name: "step", value: "edit", classes: "govuk-button--secondary" })}
          <a class="govuk-link" href={from}>Cancel, and change nothing</a>
        </div>
      </form>
    </>
  );
}

const rowId = ({ recordId }: PreviewedChild): string => `child-${recordId}`;

function Row({ child, names, alone }: { readonly child: PreviewedChild; readonly names: Names; readonly alone: boolean }) {
  const { answer, localId, recordId } = child;
  const who = <th scope="row" id={rowId(child)} tabindex={-1}><a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}`}>{localId}</a></th>;
  switch (answer.answer) {
    case "nothing": return <tr>{who}<td data-label="Now">{entryInWords(answer.because, names)}</td><td data-label="Then"><span class="pt-quiet">The same: nothing changes</span></td></tr>;
    case "refused": return (
      <tr class="pt-several-table__refused">
        {who}
        <td colspan={2}>
          <strong class="pt-several-table__why">Cannot be changed like this</strong>
          <ul class="govuk-list pt-several-table__list">{answer.refusals.map((r) => <li>{r.message}</li>)}</ul>
          {alone ? null : <button class="pt-link-button" type="submit" name="leave" value={recordId}>Leave {localId} out and look again</button>}
        </td>
      </tr>
    );
    case "changes": {
      const before = [...answer.replaces.values()];
      return (
        <tr>
          {who}
          <td data-label="Now">{before.length === 0 ? <span class="pt-quiet">Nothing that this replaces</span> : before.map((e) => <div>{entryInWords(e, names)}</div>)}</td>
          <td data-label="Then">{answer.drafts.map((draft) => <div>{draft.cause === "ended" ? <span class="pt-quiet">Ends: {entryInWords(draft, names)}</span> : entryInWords(draft, names)}</div>)}</td>
        </tr>
      );
    }
  }
}

/** Each that refuses, by name: the whole waits for it to be put right or left out. */
const Refusing = ({ refusing }: { readonly refusing: readonly PreviewedChild[] }) => (
  refusing.length === 0 ? null : component("govukErrorSummary", {
    titleText: "Nothing can be saved yet",
    descriptionText: `${inShort(refusing.map((c) => c.localId))} cannot be changed like this. Leave ${refusing.length === 1 ? "that child" : "those children"} out, or change what you typed.`,
    errorList: refusing.flatMap((child) => (child.answer.answer === "refused" ? child.answer.refusals.map((r) => ({ text: `${child.localId}: ${r.message}`, href: `#${rowId(child)}` })) : [])),
  })
);

/** What others saved in these records while this preview was being read. */
function SavedFirst({ preview, names }: { readonly preview: SeveralPreview; readonly names: Names }) {
  const moved = preview.children.filter((c) => c.since.length > 0);
  if (moved.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary" id="overtaken">
      <div role="alert">
        <h2 class="govuk-error-summary__title">Somebody saved first</h2>
        <div class="govuk-error-summary__body">
          <p>While you were reading, this was saved for {inShort(moved.map((c) => c.localId))}. What you typed is kept and nothing of it is saved yet. What would change now is worked out again below: check it, and save again.</p>
          <ul class="govuk-list govuk-list--bullet">
            {moved.flatMap((c) => c.since.map((e) => (
              <li>{c.localId}: <strong>{KINDS[e.kind].label}</strong>, {entryInWords(e, names)}<br /><span class="pt-small">By {recorderInWords(e.recordedBy, names)}, {instantInWords(e.recordedAt)}</span></li>
            )))}
          </ul>
        </div>
      </div>
    </div>
  );
}
