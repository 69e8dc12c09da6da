import type { RecordLists } from "../../../app/records/views.ts";
import { RETENTION, RETENTION_LISTS, type RetentionList, UNKNOWN } from "../../../domain/records/retention.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { Pages } from "../../layout/pages.tsx";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { RecordsTable } from "./home-view.tsx";

export const LIST_PAGE = 100;

interface Props {
  readonly lists: RecordLists;
  readonly list: RetentionList;
  readonly page: number;
}

/** One list of records, a page of it. */
export function RecordListView({ lists, list, page }: Props): Html {
  const all = lists.rows[list];
  const rows = all.slice((page - 1) * LIST_PAGE, page * LIST_PAGE);
  const title = RETENTION_LISTS[list];
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{all.length === 0 ? "No record is on this list." : `${all.length.toLocaleString("en-GB")} ${all.length === 1 ? "record" : "records"}, by ${list === "unknown" ? "local id" : "the day each is kept until"}.`}</p>
      {all.length === 0 ? null : list === "held" ? (
        <StackedTable caption={title} heads={["Child", "On hold since", "Why", "Its period, once the hold ends"]} rows={rows.map(({ recordId, localId, retention }) => [
          <a class="govuk-link" href={`/records/${recordId}`}>{localId}</a>,
          <Lines of={retention.holds.map((hold) => dayInWords(hold.happenedOn))} />, <Lines of={retention.holds.map((hold) => String(hold.detail["why"]))} />,
          retention.class === null || retention.keepUntil === null ? "Not known" : `${RETENTION[retention.class].label}: until ${dayInWords(retention.keepUntil)}`,
        ])} />
      ) : list === "unknown" ? (
        <StackedTable caption={title} heads={["Child", "Why it is not known"]} rows={rows.map(({ recordId, localId, retention }) => [
          <a class="govuk-link" href={`/records/${recordId}`}>{localId}</a>, retention.unknown === null ? null : UNKNOWN[retention.unknown],
        ])} />
      ) : <RecordsTable caption={title} rows={rows} />}
      <Pages page={page} pages={Math.ceil(all.length / LIST_PAGE)} address={(n) => `/records/lists/${list}?page=${n}`} />
    </>
  );
}

const Lines = ({ of }: { readonly of: readonly string[] }): Html => <>{of.map((line, i) => <>{i === 0 ? null : <br />}{line}</>)}</>;
