import type { FoundChildren, FoundRow } from "../../../app/views.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import type { Html } from "../../govuk/html.ts";
import { FindBox } from "./box.tsx";
import { ageOfFound, countFound, foundBy } from "./words.ts";

interface Props {
  /** What was typed; nothing where nothing was, or it is no longer kept. */
  readonly typed: string | undefined;
  readonly found: FoundChildren | undefined;
  /** The most that are listed. */
  readonly most: number;
  /** The address asked for a search that is no longer kept. */
  readonly gone: boolean;
}

export function FindView({ typed, found, most, gone }: Props): Html {
  return (
    <>
      <h1 class="govuk-heading-l">Find a child</h1>
      {gone ? <p class="govuk-inset-text">What was searched for here is no longer kept: searches are forgotten after half an hour. Type it again.</p> : null}
      <FindBox id="find" {...(typed === undefined ? {} : { text: typed })} />
      {found === undefined || typed === undefined ? null : <Found typed={typed} found={found} most={most} />}
    </>
  );
}

function Found({ typed, found, most }: { readonly typed: string; readonly found: FoundChildren; readonly most: number }) {
  const { rows } = found;
  const namesShown = rows.some((row) => row.name !== null);
  return (
    <section aria-labelledby="found-heading">
      <h2 class="govuk-heading-m" id="found-heading">{countFound(rows.length, most)}</h2>
      {rows.length === 0 ? <NothingFound /> : (
        <table class="govuk-table pt-table pt-found" role="table">
          <caption class="govuk-visually-hidden">Children found, those that match best first</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">Child</th>{namesShown ? <th role="columnheader" scope="col">Name</th> : null}
              <th role="columnheader" scope="col">Age</th><th role="columnheader" scope="col">Stage</th><th role="columnheader" scope="col">Found</th>
            </tr>
          </thead>
          <tbody role="rowgroup">{rows.slice(0, most).map((row) => <Row row={row} typed={typed} found={found} namesShown={namesShown} />)}</tbody>
        </table>
      )}
    </section>
  );
}

interface RowProps {
  readonly row: FoundRow;
  readonly typed: string;
  readonly found: FoundChildren;
  readonly namesShown: boolean;
}

const Row = ({ row, typed, found: { today, authorities }, namesShown }: RowProps) => (
  <tr role="row">
    <td role="cell"><a class="govuk-link govuk-link--no-visited-state pt-found__id" href={`/children/${row.recordId}`}>{row.localId}</a>{authorities.length < 2 ? null : <span class="pt-quiet">, {authorities.find((a) => a.code === row.authority)?.name}</span>}</td>
    {namesShown ? <td role="cell">{row.name ?? "Not recorded"}</td> : null}
    <td role="cell">{ageOfFound(row, today)}</td>
    <td role="cell">{STAGES[row.stage]}</td>
    <td role="cell" class="pt-quiet">{foundBy(row, typed)}</td>
  </tr>
);

const NothingFound = () => (
  <div class="pt-measure">
    <p class="govuk-body">You can search by:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>the authority’s own id for the child, or part of it, such as its last figures</li>
      <li>a given or family name, of the child or of a brother or sister</li>
      <li>the name or number of a social worker or family finder: all their children are found</li>
      <li>the reference of a carer or of an adoptive family</li>
    </ul>
    <p class="govuk-body">Only children whose records you may see are found. Names are found only where they were recorded: try the local id. Or <a class="govuk-link" href="/tracker">look through the tracker</a>.</p>
  </div>
);
