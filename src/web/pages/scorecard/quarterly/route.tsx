import { type Context, Hono } from "hono";
import { WORD_TYPE } from "../../../../app/meetings/word-files.ts";
import { type CountsPage, openCounts } from "../../../../app/open-counts.ts";
import { internalQuarterly, internalQuarterlyFile } from "../../../../app/publication/quarterly.ts";
import { forbids } from "../../../../app/app.ts";
import { WHAT_IS_COUNTED } from "../../../../domain/documents/quarterly.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import type { WebEnv } from "../../../deps.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { Quarterly } from "../../reports/published/table.tsx";
import { Downloads } from "../downloads/links.tsx";
import { Sections } from "../sections.tsx";
import { Sourced } from "../sourced.tsx";

const PATH = "/scorecard/quarterly";

async function opened(c: Context<WebEnv>): Promise<CountsPage> {
  const asked = c.req.query("year-ending") ?? "";
  const person = c.get("person");
  const found = await openCounts(c.get("deps").app, person, person.organisation.code, /^20\d\d$/.test(asked) ? Number(asked) : undefined);
  if (found === undefined) throw new NotFound();
  return found;
}

/** The quarterly table within the service: with the quarter that runs, and small numbers as its reader is told them. */
export const quarterlyPages = new Hono<WebEnv>()
  .get(PATH, requirePermission("see-scorecard"), async (c) => {
    const publishes = forbids(c.get("person"), "publish") === undefined;
    return page(c, { title: "Quarterly table", section: "scorecard" }, <><QuarterlyTablePage page={await opened(c)} publishes={publishes} /><Downloads c={c} of="quarterly" /></>);
  })
  .get(`${PATH}.docx`, requirePermission("see-scorecard"), async (c) => {
    const file = await internalQuarterlyFile(c.get("deps").app, c.get("person"), await opened(c));
    return c.body(Uint8Array.from(file.bytes), 200, { "content-type": WORD_TYPE, "content-disposition": `attachment; filename="${file.name}"` });
  });

function QuarterlyTablePage({ page: found, publishes }: { readonly page: CountsPage; readonly publishes: boolean }): Html {
  const { authority, yearEnding, yearEndings } = found;
  const year = windowName({ yearEnding, years: 1 });
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Quarterly table</h1>
        <p class="pt-heading__beside">{authority.name}, {year}{found.year.state === "running" ? ", so far" : ""}</p>
      </div>
      <Sections at="counts" />
      <form class="pt-filters" method="get" autocomplete="off" action={PATH} aria-label="Year">
        {component("govukSelect", {
          id: "year-ending", name: "year-ending", label: { text: "Year ending in March", classes: "govuk-label--s pt-filters__label" }, formGroup: { classes: "pt-filters__field" },
          items: [...new Set([yearEnding, ...yearEndings])].sort((a, b) => b - a).map((value) => ({ value, text: value, selected: value === yearEnding })),
        })}
        {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
      </form>
      <p class="govuk-body pt-measure">{WHAT_IS_COUNTED}</p>
      <Quarterly table={internalQuarterly(found)} caption={`${authority.name}, ${year}`} />
      <Sourced page={found} note="not for publication. Small numbers are in it, as you are told them." />
      <ul class="govuk-list">
        <li><a class="govuk-link" href={`${PATH}.docx?year-ending=${yearEnding}`}>Word document, not for publication</a></li>
        {publishes ? <li><a class="govuk-link" href={`/reports/quarterly?year-ending=${yearEnding}`}>The table for publication</a></li> : null}
      </ul>
    </>
  );
}
