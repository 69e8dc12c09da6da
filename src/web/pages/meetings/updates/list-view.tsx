import type { AnsweredLine, AnsweredPage } from "../../../../app/meetings/answered.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { PAPERS } from "../../../../domain/meetings/papers.ts";
import { ASKED_BECAUSE } from "../../../../domain/meetings/whom.ts";
import { counted, listed, lower } from "../../../../domain/words.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { updatePath } from "./paths.ts";

/** Who has answered before a meeting, who has not, and which papers are missing. */
export function UpdatesView({ page }: { readonly page: AnsweredPage }): Html {
  const { meeting, series, lines, mayAsk } = page;
  const waiting = lines.some(({ update, missing }) => update !== null && (update.answeredAt === null || missing.length > 0));
  return (
    <>
      <span class="govuk-caption-l">{series.definition.name}, {dayInWords(meeting.heldOn)}</span>
      <h1 class="govuk-heading-l">Updates and papers</h1>
      <p class="govuk-body-l">{updatesInWords(page)}</p>
      {mayAsk && lines.length > 0 ? (
        <form method="post" action={`/meetings/${meeting.id}/updates`} class="govuk-button-group">
          {lines.some(({ update, nowBy }) => update === null || nowBy !== null) ? component("govukButton", { text: "Ask for updates now", name: "do", value: "ask", preventDoubleClick: true }) : null}
          {waiting ? component("govukButton", { text: "Remind everybody who is waited for", name: "do", value: "remind", classes: "govuk-button--secondary", preventDoubleClick: true }) : null}
        </form>
      ) : null}
      {lines.length === 0 ? <p class="govuk-body">No child whom you may open is on this agenda yet. Updates are asked for once it is built.</p> : (
        <StackedTable
          caption="Each child, who was asked, and what has come" heads={["Child", "Asked", "Update", "Care plan and chronology", "Reminded"]}
          rows={lines.map((line) => [
            <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={updatePath(line.item)}>{line.localId}<span class="govuk-visually-hidden">: its update</span></a>,
            <Whom line={line} />, <How line={line} due={page.dueOn < page.today} />,
            line.missing.length === 0 ? "Received" : <span class={page.dueOn < page.today ? "pt-status pt-status--late" : ""}>Missing: {listed(line.missing.map((name) => lower(PAPERS[name])))}</span>,
            remindedInWords(line),
          ])}
        />
      )}
    </>
  );
}

/** “2 of 4 children have been answered for. Papers are missing for 3. Both are due by 24 November 2026.” */
export function updatesInWords({ lines, dueOn, today }: Pick<AnsweredPage, "lines" | "dueOn" | "today">): string {
  if (lines.length === 0) return "Nobody has been asked for anything.";
  const [answered, unasked, missing] = [lines.filter(({ update }) => update?.answeredAt != null).length, lines.filter(({ update }) => update === null).length, lines.filter((line) => line.missing.length > 0).length];
  return [
    `${answered} of ${counted(lines.length, "child", "children")} ${answered === 1 ? "has" : "have"} been answered for.`,
    ...(unasked === 0 ? [] : [`${counted(unasked, "child", "children")} ${unasked === 1 ? "has" : "have"} not been asked about yet.`]),
    missing === 0 ? "All papers are in." : `Papers are missing for ${missing}.`,
    dueOn < today ? `Both were due by ${dayInWords(dueOn)}.` : `Both are due by ${dayInWords(dueOn)}.`,
  ].join(" ");
}

function Whom({ line: { asked, because, nowBy } }: { readonly line: AnsweredLine }): Html {
  if (asked === null) return <>{because === null ? "Nobody to ask: nobody has the child and no team manager is here" : "Not yet"}</>;
  return <>{asked}{because === null || because === "worker" ? null : <span class="pt-quiet pt-small">. {ASKED_BECAUSE[because]}</span>}{nowBy === null ? null : <span class="pt-quiet pt-small">. Now {nowBy} would be asked</span>}</>;
}

function How({ line: { update, answeredBy }, due }: { readonly line: AnsweredLine; readonly due: boolean }): Html {
  if (update === null) return <>Not asked yet</>;
  if (update.answeredAt !== null) return <>Sent on {instantInWords(update.answeredAt)} by {answeredBy}</>;
  return <><span class={due ? "pt-status pt-status--late" : ""}>{due ? "Late" : "Not sent"}</span>{update.savedAt === null ? "" : `, begun on ${instantInWords(update.savedAt)}`}</>;
}

const remindedInWords = ({ update }: AnsweredLine): string => {
  const last = update?.remindedAt.at(-1);
  return update === null || last === undefined ? "No" : `${update.remindedAt.length === 1 ? "Once" : `${update.remindedAt.length} times`}, last on ${instantInWords(last)}`;
};
