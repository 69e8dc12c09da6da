import { OWNERS } from "../../../domain/access/role.ts";
import { LEGAL_FORCES, SHAPES, type Standard } from "../../../domain/standards/standard.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

interface Props {
  readonly standards: readonly Standard[];
  readonly find: string;
}

/** Every standard in use, with where it comes from and whether its text is confirmed. */
export function StandardsView({ standards, find }: Props): Html {
  const words = find.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const shown = standards.filter((s) => words.every((word) => wordsOf(s).includes(word)));
  const advisory = standards.filter((s) => !s.confirmed).length;
  return (
    <>
      <h1 class="govuk-heading-l pt-heading__title">Standards</h1>
      <p class="govuk-body pt-measure">
        The {standards.length} practice standards that clocks run by. {advisory} of them are advisory: their text is not yet confirmed by the authority’s lead, so they are shown and never counted as late.
      </p>
      <p class="govuk-body"><a class="govuk-link" href="/standards/performance">How are we doing against our standards</a></p>
      <form class="pt-filters" method="get" autocomplete="off" action="/standards" role="search" aria-label="Standards">
        {component("govukInput", {
          id: "find", name: "find", value: find, type: "search", label: { text: "Find by words, owner or source", classes: "govuk-label--s pt-filters__label" },
          classes: "govuk-input--width-20", autocomplete: "off", formGroup: { classes: "pt-filters__field" },
        })}
        {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
      </form>
      <p class="govuk-body-s" role="status">{shown.length === standards.length ? "" : shown.length === 0 ? "No standard has all of these words. Try fewer." : `${shown.length} of ${standards.length} standards`}</p>
      {shown.length === 0 ? null : (
        <div class="pt-scroll" role="region" aria-label="Standards" tabindex={0}>
          <table class="govuk-table pt-table">
            <caption class="govuk-visually-hidden">Standards</caption>
            <thead><tr><th scope="col">Code</th><th scope="col">Standard</th><th scope="col">Owner</th><th scope="col">Kind</th><th scope="col">Source</th><th scope="col">Text</th></tr></thead>
            <tbody>
              {shown.map((s) => (
                <tr>
                  <td class="pt-nowrap"><a class="govuk-link govuk-link--no-visited-state" href={`/standards/${s.id}`}>{s.id}</a></td>
                  <td>{s.title}</td>
                  <td>{OWNERS[s.owner]}</td>
                  <td class="pt-nowrap">{SHAPES[s.shape]}</td>
                  <td class="pt-small">{LEGAL_FORCES[s.legalForce]}: {s.citation.provision}</td>
                  <td>{s.confirmed ? "Confirmed" : "Advisory"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const wordsOf = (s: Standard): string => [s.id, s.title, OWNERS[s.owner], SHAPES[s.shape], s.citation.provision, s.citation.source, s.confirmed ? "confirmed" : "advisory"].join(" ").toLowerCase();
