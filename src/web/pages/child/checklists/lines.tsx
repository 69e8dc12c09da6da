import type { ChecklistLine } from "../../../../app/answers/checklists.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { OWNERS } from "../../../../domain/access/role.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { stateInWords } from "../../../../domain/standards/clock.ts";
import type { Html } from "../../../govuk/html.ts";
import { DueLink } from "../why/due-link.tsx";
import { recorderInWords, whenInWords } from "../words.ts";

interface Props {
  readonly child: ChildPage;
  readonly lines: readonly ChecklistLine[];
}

/** The standard a line is about, and how often it was done before. */
export const What = ({ line: { standard, clock, before } }: { readonly line: ChecklistLine }): Html => (
  <>
    {standard.title}{clock !== null && clock.occurrence > 1 && before === 0 ? ` (${clock.occurrence})` : ""}
    <span class="pt-check__more"><a class="govuk-link govuk-link--no-visited-state" href={`/standards/${standard.id}`}>{standard.id}</a>{before === 0 ? "" : ` · done ${before === 1 ? "once" : `${before} times`} before`}</span>
  </>
);

const Table = ({ caption, heads, children }: { readonly caption: string; readonly heads: readonly string[]; readonly children: readonly Html[] }) => (
  <table class="govuk-table pt-table pt-check">
    <caption class="govuk-visually-hidden">{caption}</caption>
    <thead><tr>{heads.map((head) => <th scope="col">{head}</th>)}</tr></thead>
    <tbody>{children}</tbody>
  </table>
);

/** What was done: when, by whom and for whom, and where the proof is. */
export const DoneLines = ({ child, lines }: Props): Html => (
  <Table caption="Done" heads={["What", "Done", "By", "Evidence"]}>
    {lines.map((line) => {
      const e = line.answeredBy;
      return (
        <tr>
          <th scope="row"><What line={line} /></th>
          <td data-label="Done">{e === null ? dayInWords(line.clock?.stoppedOn ?? child.today) : <>{KINDS[e.kind].label}, {whenInWords(e)}</>}{line.clock?.state === "met-late" && line.clock.dueOn !== null ? <span class="pt-check__more">{stateInWords(line.clock)}: it was due <DueLink recordId={child.recordId} clock={line.clock} on={line.clock.dueOn} /></span> : null}</td>
          <td data-label="By">{e === null ? "" : whoInWords(child, e)}</td>
          <td data-label="Evidence">{e === null ? "" : evidenceInWords(e)}</td>
        </tr>
      );
    })}
  </Table>
);

/** “Sam Okafor, on behalf of the foster carer” */
function whoInWords(child: ChildPage, e: Entry): string {
  const owner = e.detail["onBehalfOf"];
  const label = typeof owner === "string" && Object.hasOwn(OWNERS, owner) ? OWNERS[owner as keyof typeof OWNERS] : undefined;
  const by = e.source.type === "ssda903" ? "A 903 return" : e.source.type === "sheet" ? "A tracking sheet" : recorderInWords(e.recordedBy, child.workerNames);
  return label === undefined ? by : `${by}, on behalf of: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** “Case system: Case notes, 12 May; of 12 May 2026; by Ann Lee” */
function evidenceInWords({ detail }: Entry): string {
  const text = (name: string): string => String(detail[name] ?? "");
  const where = [text("evidenceSystem"), text("evidencePlace")].filter((part) => part !== "").join(": ");
  const on = text("evidenceOn") === "" ? "" : `of ${dayInWords(text("evidenceOn") as Entry["happenedOn"])}`;
  const by = text("evidenceBy") === "" ? "" : `by ${text("evidenceBy")}`;
  return [where, on, by].filter((part) => part !== "").join("; ") || "None given";
}

/** What was answered “not appropriate”, why, by whom and when. */
export const DeclinedLines = ({ child, lines }: Props): Html => (
  <Table caption="Not appropriate" heads={["What", "Why", "By"]}>
    {lines.map((line) => (
      <tr>
        <th scope="row"><What line={line} /></th>
        <td data-label="Why">{String(line.declinedBy?.detail["why"] ?? "")}</td>
        <td data-label="By">{line.declinedBy === null ? "" : `${recorderInWords(line.declinedBy.recordedBy, child.workerNames)}, ${dayInWords(line.declinedBy.happenedOn)}`}</td>
      </tr>
    ))}
  </Table>
);

/** What no longer applies, with why. */
export const EndedLines = ({ lines }: Props): Html => (
  <Table caption="No longer applies" heads={["What", "Why"]}>
    {lines.map((line) => <tr><th scope="row"><What line={line} /></th><td data-label="Why">{line.clock?.told.end ?? ""}</td></tr>)}
  </Table>
);

/** What has not started, and what would start it. */
export const NotStartedLines = ({ lines }: Props): Html => (
  <Table caption="Not started" heads={["What", "Whose", "Starts with"]}>
    {lines.map((line) => <tr><th scope="row"><What line={line} /></th><td data-label="Whose">{OWNERS[line.owner]}</td><td data-label="Starts with">{line.startsWith}</td></tr>)}
  </Table>
);
