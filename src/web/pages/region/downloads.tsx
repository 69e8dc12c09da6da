import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

/** The region’s tables that can be taken away, by the names they have in an address. */
const TABLES = { waits: "Who waits where", quarters: "What happened, by quarter", figures: "Figures", families: "Families" } as const;

/** The page’s tables as files, of the year that it shows. */
export const RegionDownloads = ({ yearEnding }: { readonly yearEnding: number }): Html => component("govukDetails", {
  summaryText: "Download these figures", classes: "pt-downloads",
  html: (
    <>
      <p class="govuk-body-s">Told as they are told to you here, with the day, and your name as who took them.</p>
      <ul class="govuk-list">
        <li><a class="govuk-link" href={`/region/downloads/region.xlsx?year-ending=${yearEnding}`} download>All tables, for Excel</a></li>
        {Object.entries(TABLES).map(([key, name]) => <li><a class="govuk-link" href={`/region/downloads/region.csv?year-ending=${yearEnding}&table=${key}`} download>{name}, CSV</a></li>)}
      </ul>
    </>
  ),
});
