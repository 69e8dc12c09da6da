import type { StandardLine, StandardsPage } from "../../../app/standards/views.ts";
import { OWNERS } from "../../../domain/access/role.ts";
import type { Viewer } from "../../../domain/access/viewer.ts";
import { addDays, dayInWords } from "../../../domain/dates/day.ts";
import { LEGAL_FORCES, SHAPES, TIERS } from "../../../domain/standards/standard.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Recomputing } from "./recompute.tsx";
import { UnreadableStandards } from "./unreadable.tsx";
import { dueInWords } from "./rule-words.ts";
import { addressOf, comesFrom, originInWords } from "./words.ts";

interface Props {
  readonly book: StandardsPage;
  readonly viewer: Viewer;
  readonly find: string;
  /** `national`, `own` or a pack’s id; empty: all. */
  readonly from: string;
}

/** Every standard of the authority, with where it comes from and whether its text is confirmed. */
export function StandardsView({ book, viewer, find, from }: Props): Html {
  const words = find.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const shown = book.standards.filter((line) => (from === "" || originOf(line) === from) && words.every((word) => wordsOf(line, book).includes(word)));
  const { standards, organisation } = book;
  const advisory = standards.filter(({ now }) => !now.standard.confirmed).length;
  const isAgency = organisation.type === "regional-agency";
  const at = (path: string, more?: Readonly<Record<string, string>>): string => addressOf(path, organisation, viewer, more);
  return (
    <>
      <h1 class="govuk-heading-l">Standards</h1>
      <Recomputing run={book.recompute} of={organisation.code} then={at("/standards")} />
      <p class="govuk-body pt-measure">
        The {standards.length} practice standards that {isAgency ? "clocks run by everywhere, before an authority adopts packs or adds its own" : `clocks run by in ${organisation.name}`}. {advisory === 0 ? "" : `${advisory} of them ${advisory === 1 ? "is" : "are"} advisory: the text is not yet confirmed by the authority’s lead, so they are shown and never counted as late.`}
      </p>
      <UnreadableStandards book={book} />
      <ReviewOverdue book={book} at={at} />
      <p class="govuk-body">
        <a class="govuk-link" href={at("/standards/packs")}>Packs of standards</a>
        {" · "}<a class="govuk-link" href={at("/standards/changes")}>Changes to the standards</a>
        {isAgency ? null : <>{" · "}<a class="govuk-link" href="/standards/performance">How are we doing against our standards</a></>}
        {book.may.manage ? <>{" · "}<a class="govuk-link" href="/standards/change?form=new">Add a standard of our own</a></> : null}
      </p>
      <form class="pt-filters" method="get" autocomplete="off" action="/standards" role="search" aria-label="Standards">
        {book.authorities.length < 2 ? null : component("govukSelect", {
          id: "authority", name: "authority", label: { text: "Authority", classes: "govuk-label--s pt-filters__label" }, formGroup: { classes: "pt-filters__field" },
          items: [...(isAgency || viewer.type !== "person" ? [organisation] : [viewer.organisation]), ...book.authorities].filter(({ code }, i, all) => all.findIndex((o) => o.code === code) === i)
            .map(({ code, name, type }) => ({ value: code, text: type === "regional-agency" ? "Everywhere" : name, selected: code === organisation.code })),
        })}
        {component("govukInput", {
          id: "find", name: "find", value: find, type: "search", label: { text: "Find by words, owner or source", classes: "govuk-label--s pt-filters__label" },
          classes: "govuk-input--width-20", autocomplete: "off", formGroup: { classes: "pt-filters__field" },
        })}
        {component("govukSelect", {
          id: "from", name: "from", classes: "pt-standards-from", label: { text: "Comes from", classes: "govuk-label--s pt-filters__label" }, formGroup: { classes: "pt-filters__field" },
          items: [{ value: "", text: "All" }, ...[...new Set(standards.map(originOf))].map((origin) => ({ value: origin, text: originInWords(standards.find((line) => originOf(line) === origin)!.now.origin, book.packs), selected: origin === from }))],
        })}
        {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
      </form>
      <p class="govuk-body-s" role="status">{shown.length === standards.length ? "" : shown.length === 0 ? words.length === 0 ? "No standard comes from there." : "No standard has all of these words. Try fewer." : `${shown.length} of ${standards.length} standards`}</p>
      {shown.length === 0 ? null : (
        <div class="pt-scroll" role="region" aria-label="Standards" tabindex={0}>
          <table class="govuk-table pt-table pt-several-table pt-standards">
            <caption class="govuk-visually-hidden">Standards</caption>
            <thead><tr><th scope="col">Code</th><th scope="col">Standard</th><th scope="col">Due</th><th scope="col">Owner</th><th scope="col">Tier</th><th scope="col">Warns</th><th scope="col">Source</th><th scope="col">Text</th></tr></thead>
            <tbody>{shown.map((line) => <Row line={line} book={book} href={at(`/standards/${line.id}`)} />)}</tbody>
          </table>
        </div>
      )}
    </>
  );
}

const originOf = ({ now: { origin } }: StandardLine): string => (origin.from === "pack" ? origin.pack : origin.from);

function Row({ line, book, href }: { readonly line: StandardLine; readonly book: StandardsPage; readonly href: string }): Html {
  const { now: { standard: s, origin }, inForce } = line;
  return (
    <tr>
      <td class="pt-nowrap"><a class="govuk-link govuk-link--no-visited-state" href={href}>{line.id}</a></td>
      <td>{s.title}{inForce ? null : <span class="pt-small pt-quiet"> ({notInForce(line, book)})</span>}</td>
      <td data-label="Due">{dueInWords(s)}</td>
      <td data-label="Owner">{OWNERS[s.owner]}</td>
      <td data-label="Tier">{TIERS[s.tier]}</td>
      <td data-label="Warns" class="pt-nowrap">{s.shape === "duty" ? "–" : <>{s.warnDays} {s.warnDays === 1 ? "day" : "days"}</>}</td>
      <td data-label="Source" class="pt-small">{LEGAL_FORCES[s.legalForce]}: {s.citation.provision}<div class="pt-quiet">{comesFrom(origin, line.id, book)}</div></td>
      <td data-label="Text">{s.confirmed ? "Confirmed" : "Advisory"}{s.lost === null ? null : <div class="pt-small pt-quiet">Partly lost or guessed</div>}</td>
    </tr>
  );
}

const notInForce = ({ now: { standard: { effect } } }: StandardLine, { today }: StandardsPage): string =>
  effect.from !== null && effect.from > today ? `from ${dayInWords(effect.from)}` : effect.until === null ? "not in force" : `ended ${dayInWords(addDays(effect.until, -1))}`;

/** The adopted packs whose review was due before today. */
function ReviewOverdue({ book, at }: { readonly book: StandardsPage; readonly at: (path: string) => string }): Html | null {
  const late = book.packs.filter(({ isAdopted, isReviewOverdue }) => isAdopted && isReviewOverdue);
  return late.length === 0 ? null : component("govukWarningText", {
    iconFallbackText: "Warning",
    html: <>{late.map(({ pack }) => <>The review of <a class="govuk-link" href={at(`/standards/packs/${pack.id}`)}>{pack.title}</a> was due on {dayInWords(pack.reviewDueOn!)}. </>)}</>,
  });
}

const wordsOf = ({ now: { standard: s, origin } }: StandardLine, book: StandardsPage): string =>
  [s.id, s.title, OWNERS[s.owner], SHAPES[s.shape], TIERS[s.tier], s.citation.provision, s.citation.source, originInWords(origin, book.packs), dueInWords(s), s.confirmed ? "confirmed" : "advisory", s.lost === null ? "" : "lost guessed"].join(" ").toLowerCase();
