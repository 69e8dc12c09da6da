import type { AccessRow } from "../../../app/records/views.ts";
import { asWhat, whoCame } from "../../../app/records/disclosure.ts";
import { howInWords, isTakenAway, stepInWords } from "../../../domain/records/how.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";

interface Props {
  readonly caption: string;
  readonly rows: readonly (AccessRow & { readonly localId?: string | null })[];
  /** Which child each was about; left out on a child’s own page. */
  readonly ofWhom?: boolean;
}

/** Who came to a record, when, as what and how it went: words, not colours alone. */
export const AccessTable = ({ caption, rows, ofWhom = false }: Props): Html => (
  <StackedTable caption={caption} heads={["When", ...(ofWhom ? ["Child"] : ["Who", "As what"]), "What they did", "Outcome"]} rows={rows.map((row) => [
    instantInWords(row.at),
    ...(ofWhom ? [<Child row={row} />] : [whoCame(row), asWhat(row)]),
    howInWords(row.how), <Outcome row={row} />,
  ])} />
);

const Child = ({ row }: { readonly row: Props["rows"][number] }): Html => (
  row.localId != null ? <>{row.recordId === null ? "Asked for " : ""}<a class="govuk-link" href={`/records/${row.recordId ?? row.asked ?? ""}`}>{row.localId}</a></>
  : row.recordId === null ? <>{row.asked === null || row.outcome !== "refused" ? "" : <>Asked for “{row.asked}”</>}</>
  : <>A record of another authority</>
);

const Outcome = ({ row: { outcome, how } }: { readonly row: AccessRow }): Html => {
  switch (outcome) {
    case "refused": return <strong class="pt-status pt-status--late">Refused</strong>;
    case "opened": return <>{stepInWords(how) ?? (isTakenAway(how) ? "Taken away" : "Shown")}</>;
    case "signed-in": return <>Signed in</>;
    case "signed-out": return <>Signed out</>;
    case "sign-in-refused":
    case "session-refused": return <strong class="pt-status pt-status--late">Not let in</strong>;
  }
};
