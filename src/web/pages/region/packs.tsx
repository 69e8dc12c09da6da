import type { MadePack } from "../../../app/region/packs.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { daysOf, type Quarter } from "../../../domain/dates/quarter.ts";
import { packName } from "../../../domain/documents/region-pack.ts";
import { EDITION_CODES, EDITIONS } from "../../../domain/region/editions.ts";
import { lower } from "../../../domain/words.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

interface Props {
  readonly packs: readonly MadePack[];
  readonly quarter: Quarter;
  readonly made: MadePack | undefined;
  readonly missing: boolean;
}

export const NO_EDITION = "Choose for whom the pack is";

/** The governance packs: to make one, and those that were made. */
export const Packs = ({ packs, quarter, made, missing }: Props): Html => (
  <section aria-labelledby="packs">
    <h2 class="govuk-heading-m" id="packs">Governance packs</h2>
    {made === undefined ? null : component("govukNotificationBanner", {
      type: "success", titleId: "pack-made", html: <p class="govuk-notification-banner__heading">The pack is made: {packName(made.edition, made.quarter)}. <a class="govuk-notification-banner__link" href={`/region/packs/${made.id}.docx`}>Word document</a></p>,
    })}
    <p class="govuk-body pt-measure">A pack goes up to {dayInWords(daysOf(quarter).to)}, the end of the last half-year. Numbers of an authority are in it to the nearest 5, and nought to five alike; averages and shares only of more than ten children. Once made it stays as it is.</p>
    <form method="post" action="/region/packs" autocomplete="off">
      {component("govukRadios", {
        name: "edition", idPrefix: "edition", fieldset: { legend: { text: "For whom is the pack?", classes: "govuk-fieldset__legend--s" } },
        ...(missing ? { errorMessage: { text: NO_EDITION } } : {}),
        items: EDITION_CODES.filter((code) => EDITIONS[code].rounded).map((code) => ({ value: code, text: EDITIONS[code].label, hint: { text: `In it: ${EDITIONS[code].says}` } })),
      })}
      {component("govukButton", { text: "Make the pack", classes: "govuk-button--secondary" })}
    </form>
    <p class="govuk-body pt-measure"><a class="govuk-link" href="/region/operations.docx">Word document for the operations group</a>, as it is today: {lower(EDITIONS.operations.says)}. For those who work with the children alone. That you took it is written down for each child.</p>
    {packs.length === 0 ? <p class="govuk-body">No pack has been made yet.</p> : (
      <>
        <h3 class="govuk-heading-s">Made</h3>
        <ul class="govuk-list">
          {packs.map(({ id, edition, quarter: of, by, on }) => <li><a class="govuk-link" href={`/region/packs/${id}.docx`}>{packName(edition, of)}</a> · made on {dayInWords(on)} by {by}</li>)}
        </ul>
      </>
    )}
  </section>
);
