import type { ChangedChild, ChangePage, UndoOutcome } from "../../../app/several/views.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { causeInWords, recorderInWords } from "../child/words.ts";
import { childrenInWords } from "./ticked.ts";
import { entryInWords, type Names } from "./words.ts";

interface Props {
  readonly change: ChangePage;
  readonly from: string;
  readonly names: Names;
  /** It was made just now. */
  readonly fresh: boolean;
  /** Why it could not be undone, where somebody asked. */
  readonly refused?: Extract<UndoOutcome, { outcome: "refused" | "cannot" }> | undefined;
}

export function changeTitle({ type, kind, children, hidden }: ChangePage): string {
  const n = childrenInWords(children.length + hidden);
  return type === "recorded" ? `${KINDS[kind].label}: recorded for ${n}` : `${KINDS[kind].label}: undone for ${n}`;
}

/** A change that was made to several children: what it wrote for each, and the way to undo it. */
export const ChangeView = ({ change, from, names, fresh, refused }: Props): Html => {
  const why = change.type === "undone" ? undefined : change.children.flatMap((c) => c.wrote).find(({ entry }) => (entry.reason ?? "") !== "")?.entry.reason;
  return (
    <>
      {refused === undefined ? null : <NotUndone refused={refused} />}
      {fresh && refused === undefined ? component("govukNotificationBanner", { type: "success", titleText: "Saved", attributes: { "data-ticks-done": "" }, text: `${changeTitle(change)}. All of it was saved together.` }) : null}
      <span class="govuk-caption-l">Change {change.number}</span>
      <h1 class="govuk-heading-l">{changeTitle(change)}</h1>
      <p class="govuk-body">By {recorderInWords(change.by, names)}, {instantInWords(change.at)}.{why === undefined ? "" : ` Why: ${why}.`}{change.undoes === null ? null : <> It undid <a class="govuk-link" href={`/changes/${change.undoes}`}>change {change.undoes}</a>.</>}</p>
      {change.undoneBy === null ? null : component("govukInsetText", { html: <>This change has been undone, by <a class="govuk-link" href={`/changes/${change.undoneBy}`}>change {change.undoneBy}</a>. Both stay in each child’s chronology.</> })}
      <table class="govuk-table pt-table pt-several-table">
        <caption class="govuk-visually-hidden">What was written for each child</caption>
        <thead><tr><th scope="col">Child</th><th scope="col">What the record said before</th><th scope="col">What was written</th></tr></thead>
        <tbody>{change.children.map((child) => <Row child={child} names={names} undone={change.undoneBy !== null} />)}</tbody>
      </table>
      {change.hidden === 0 ? null : <p class="govuk-body">{childrenInWords(change.hidden)} of this change {change.hidden === 1 ? "is" : "are"} no longer among those you may see.</p>}
      {change.mayUndo ? <Undo change={change} from={from} /> : null}
      <p class="govuk-body"><a class="govuk-link" href={from}>{from.startsWith("/team") ? "Back to the team" : "Back to the tracker"}</a></p>
    </>
  );
};

function Row({ child: { recordId, localId, wrote, stands }, names, undone }: { readonly child: ChangedChild; readonly names: Names; readonly undone: boolean }) {
  const before = wrote.flatMap(({ replaced }) => replaced ?? []);
  return (
    <tr>
      <th scope="row" id={`child-${recordId}`} tabindex={-1}><a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}`}>{localId}</a></th>
      <td data-label="Before">{before.length === 0 ? <span class="pt-quiet">Nothing that this replaced</span> : before.map((e) => <div>{entryInWords(e, names)}</div>)}</td>
      <td data-label="Written">
        {wrote.map(({ entry }) => <div>{entry.cause === "entered-in-error" ? <><s>{entryInWords(entry, names)}</s> <span class="pt-quiet">withdrawn</span></> : entry.cause === "ended" ? <span class="pt-quiet">{causeInWords(entry)}: {entryInWords(entry, names)}</span> : entryInWords(entry, names)}</div>)}
        {stands || undone ? null : <div class="pt-quiet">Changed again since</div>}
      </td>
    </tr>
  );
}

const Undo = ({ change, from }: { readonly change: ChangePage; readonly from: string }) => (
  <form method="post" action={`/changes/${change.number}/undo`} class="pt-confirm">
    <input type="hidden" name="from" value={from} />
    <p class="govuk-body">Undoing takes out what was written, and puts back what it moved or ended, for all {childrenInWords(change.children.length + change.hidden)} or for none. What was written stays in each chronology, struck out.</p>
    {component("govukButton", { text: "Undo this change", classes: "govuk-button--secondary", preventDoubleClick: true })}
  </form>
);

function NotUndone({ refused }: { readonly refused: Extract<UndoOutcome, { outcome: "refused" | "cannot" }> }) {
  if (refused.outcome === "cannot") return component("govukErrorSummary", { titleText: "This was not undone", descriptionText: `${refused.message}.` });
  return component("govukErrorSummary", {
    titleText: "This was not undone",
    descriptionText: "Something was recorded since that stands in the way. Nothing was changed for any child.",
    errorList: refused.children.flatMap(({ recordId, localId, refusals }) => refusals.map((r) => ({ text: `${localId}: ${r.message}`, href: `#child-${recordId}` }))),
  });
}
