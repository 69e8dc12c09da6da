import type { NamedChange, StandardsPage } from "../../../app/standards/views.ts";
import { standardOf } from "../../../domain/standards/change.ts";
import type { Version } from "../../../domain/standards/version.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { differences } from "./differences.ts";
import { Recomputing } from "./recompute.tsx";
import { SavedBanner } from "./saved.tsx";
import { changeInWords } from "./words.ts";

interface Props {
  readonly book: StandardsPage;
  /** This page’s own. */
  readonly address: string;
  /** An address about the standards of this organisation. */
  readonly at: (path: string) => string;
  /** The number of the change just saved, from the address. */
  readonly saved: string | undefined;
}

/** All that the organisation decided about its standards, the latest first. */
export const ChangesView = ({ book, address, at, saved }: Props): Html => (
  <>
    <SavedBanner book={book} saved={saved} />
    <span class="govuk-caption-l">{book.organisation.name}</span>
    <h1 class="govuk-heading-l">Changes to the standards</h1>
    <Recomputing run={book.recompute} of={book.organisation.code} then={address} />
    {book.changes.length === 0
      ? <p class="govuk-body pt-measure">Nothing was changed yet: the standards are as they were published. Each change is listed here with who made it, when and why.</p>
      : <ChangesTable changes={book.changes} book={book} at={at} />}
  </>
);

interface TableProps {
  readonly changes: readonly NamedChange[];
  readonly book: StandardsPage;
  /** Given where each change leads to what it was about. */
  readonly at?: (path: string) => string;
  /** Every version of the one standard they are about, in the order of their days: what each made different is then told. */
  readonly versions?: readonly Version[];
}

export const ChangesTable = ({ changes, book, at, versions }: TableProps): Html => (
  <table class="govuk-table pt-table pt-several-table">
    <caption class="govuk-visually-hidden">Changes, the latest first</caption>
    <thead><tr><th scope="col">What</th><th scope="col">Why</th><th scope="col">By</th><th scope="col">When</th></tr></thead>
    <tbody>
      {changes.map((made) => (
        <tr>
          <th scope="row"><What made={made} book={book} at={at} />{versions === undefined ? null : <Different made={made} versions={versions} book={book} />}</th>
          <td data-label="Why">{made.reason}</td>
          <td data-label="By">{made.byName}</td>
          <td data-label="When">{instantInWords(made.at)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function What({ made: { change, number }, book, at }: { readonly made: NamedChange; readonly book: StandardsPage; readonly at: TableProps["at"] }): Html {
  const words = changeInWords(change, book, number);
  const id = standardOf(change);
  const standard = book.standards.find((line) => line.id === id)?.now.standard;
  if (at === undefined || (!("pack" in change) && standard === undefined)) return <>{words}</>;
  return (
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={at("pack" in change ? `/standards/packs/${change.pack}` : `/standards/${id}`)}>{words}</a>
      {standard === undefined ? null : <div class="pt-small pt-standard-more">{standard.title}</div>}
    </>
  );
}

function Different({ made: { change, number }, versions, book }: { readonly made: NamedChange; readonly versions: readonly Version[]; readonly book: StandardsPage }): Html | null {
  const at = versions.findIndex(({ origin }) => origin.from === "own" && origin.change === number);
  // Where it was changed from the very day on which it came with its pack, the pack still says what it was.
  const before = versions[at - 1]?.standard ?? book.packs.flatMap(({ pack }) => pack.standards).find(({ id }) => id === standardOf(change));
  const after = versions[at]?.standard;
  if (before === undefined || after === undefined) return null;
  return <>{differences(before, after).map(({ label, was, is }) => <div class="pt-small pt-standard-more">{label}: {is ?? "no longer said"}{was === undefined ? "" : <>; was: {was}</>}</div>)}</>;
}
