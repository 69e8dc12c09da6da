import type { PackLine, StandardLine, StandardsPage } from "../../../app/standards/views.ts";
import type { Viewer } from "../../../domain/access/viewer.ts";
import { addDays, dayInWords } from "../../../domain/dates/day.ts";
import { SHAPES, type Standard } from "../../../domain/standards/standard.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Recomputing } from "./recompute.tsx";
import { SavedBanner } from "./saved.tsx";
import { OneVersion } from "./standard-view.tsx";
import { addressOf } from "./words.ts";

interface Props {
  readonly book: StandardsPage;
  readonly viewer: Viewer;
}

/** The packs there are, and which of them the authority holds to. */
export const PacksView = ({ book, viewer }: Props): Html => (
  <>
    <span class="govuk-caption-l">{book.organisation.name}</span>
    <h1 class="govuk-heading-l">Packs of standards</h1>
    <p class="govuk-body pt-measure">A pack is a published set of practice standards. An authority adopts one from a day, and its clocks run from then on beside the national standards.</p>
    <table class="govuk-table pt-table pt-several-table">
      <caption class="govuk-visually-hidden">Packs</caption>
      <thead><tr><th scope="col">Pack</th><th scope="col">Here</th><th scope="col">Standards</th><th scope="col">Review was or is due</th></tr></thead>
      <tbody>
        {book.packs.map((line) => (
          <tr>
            <th scope="row"><a class="govuk-link govuk-link--no-visited-state" href={addressOf(`/standards/packs/${line.pack.id}`, book.organisation, viewer)}>{line.pack.title}</a></th>
            <td data-label="Here">{standingOf(line, book)}{line.published === null || isAgency(book) ? null : <><br /><span class="pt-small">{publishedBy(book)}</span></>}</td>
            <td data-label="Standards">{line.pack.standards.length}</td>
            <td data-label="Review due">{reviewInWords(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);

const isAgency = ({ organisation }: StandardsPage): boolean => organisation.type === "regional-agency";
const publishedBy = ({ publisher }: StandardsPage): string => `Published by ${publisher?.name ?? "the regional agency"}`;

function standingOf({ adoptions, isAdopted, published }: PackLine, book: StandardsPage): string {
  if (isAgency(book)) return published === null ? "Not published" : `Published on ${instantInWords(published.at)}`;
  const last = adoptions.at(-1);
  if (last === undefined) return "Not adopted";
  if (isAdopted) return `Adopted from ${dayInWords(last.from)}${last.until === null ? "" : ` to ${dayInWords(addDays(last.until, -1))}`}`;
  return last.from > book.today ? `Will be adopted from ${dayInWords(last.from)}` : `Left on ${dayInWords(last.until!)}`;
}

function adoptedBy({ adoptedBy: by }: PackLine, { authorities }: StandardsPage): string {
  const named = (some: StandardsPage["authorities"]): string => some.map(({ name }) => name).join(", ");
  const others = authorities.filter(({ code }) => !by.some((one) => one.code === code));
  return by.length === 0 ? "No authority yet" : others.length === 0 ? `${named(by)}: every authority` : `${named(by)}; not by ${named(others)}`;
}

const reviewInWords = ({ pack: { reviewDueOn }, isReviewOverdue }: PackLine): string =>
  reviewDueOn === null ? "Not known" : `${dayInWords(reviewDueOn)}${isReviewOverdue ? " (passed)" : ""}`;

/** One pack: who approved it, when its review was due, and all that is in it. */
export function PackView({ book, viewer, line, saved }: Props & { readonly line: PackLine; readonly saved: string | undefined }): Html {
  const { pack, adoptions, published } = line;
  const held = new Map(book.standards.map((s): [string, StandardLine] => [s.id, s]));
  const runs = adoptions.some(({ until }) => until === null || until > book.today);
  return (
    <>
      <SavedBanner book={book} saved={saved} />
      <span class="govuk-caption-l">Pack of standards</span>
      <h1 class="govuk-heading-l">{pack.title}</h1>
      <Recomputing run={book.recompute} of={book.organisation.code} then={addressOf(`/standards/packs/${pack.id}`, book.organisation, viewer, saved === undefined ? {} : { saved })} />
      {line.isReviewOverdue ? component("govukWarningText", { text: `Its review was due on ${dayInWords(pack.reviewDueOn!)} and that has passed. Ask whether it still stands as it is.`, iconFallbackText: "Warning" }) : null}
      {component("govukSummaryList", {
        classes: "pt-summary",
        rows: [
          ["Here", standingOf(line, book)],
          ...(published === null || isAgency(book) ? [] : [["Published", `${publishedBy(book)} on ${instantInWords(published.at)}: ${published.reason}`] as const]),
          ...(isAgency(book) ? [["Adopted by", adoptedBy(line, book)] as const] : []),
          ["Source", pack.source],
          ["Approved by", pack.approvedBy === null ? "The source does not say" : `${pack.approvedBy}${pack.approvedOn === null ? "" : `, ${dayInWords(pack.approvedOn)}`}`],
          ["Responsible", pack.responsible ?? "The source does not say"],
          ["Review due", reviewInWords(line)],
        ].map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
      })}
      <Ways line={line} book={book} runs={runs} />
      <h2 class="govuk-heading-m">Its {pack.standards.length} standards</h2>
      <ul class="govuk-list pt-measure">
        {pack.standards.map((s) => (
          <li>
            <a class="govuk-link govuk-link--no-visited-state" href={addressOf(`/standards/${held.has(s.id) ? "" : `packs/${pack.id}/`}${s.id}`, book.organisation, viewer)}>{s.id}</a> {s.title}
            {s.confirmed ? "" : " (advisory)"}{s.lost === null ? null : <><br /><span class="pt-small pt-quiet">Lost or guessed: {s.lost}</span></>}
          </li>
        ))}
      </ul>
      {pack.rows.length + pack.sameAs.length === 0 ? null : component("govukDetails", {
        summaryText: `${pack.rows.length + pack.sameAs.length} rows of the source that are no clocks of their own`,
        html: (
          <ul class="govuk-list">
            {pack.rows.map((row) => <li>{row.id} {row.says}: {row.where.charAt(0).toLowerCase()}{row.where.slice(1)}</li>)}
            {pack.sameAs.map((row) => <li>{row.id} {row.says}: said already by {row.standards.join(", ")}</li>)}
          </ul>
        ),
      })}
    </>
  );
}

/** A standard of a pack as the pack has it, for whoever thinks of adopting it. */
export const PackStandardView = ({ standard, line: { pack } }: { readonly standard: Standard; readonly line: PackLine }): Html => (
  <>
    <span class="govuk-caption-l">{standard.id} · {SHAPES[standard.shape]}</span>
    <h1 class="govuk-heading-l">{standard.title}</h1>
    <p class="govuk-body">As the pack has it, whether it is in force here or not.</p>
    <OneVersion standard={standard} origin={pack.title} />
  </>
);

function Ways({ line: { pack, published }, book: { may }, runs }: { readonly line: PackLine; readonly book: StandardsPage; readonly runs: boolean }): Html | null {
  const to = (form: string): string => `/standards/change?form=${form}&pack=${pack.id}`;
  const button = (text: string, href: string, quiet = false): Html => component("govukButton", { text, href, ...(quiet ? { classes: "govuk-button--secondary" } : {}) });
  if (may.publish) return published === null ? button("Publish to the region’s authorities", to("publish")) : null;
  if (!may.manage) return null;
  return runs ? button("Leave this pack", to("leave"), true) : button("Adopt this pack", to("adopt"));
}
