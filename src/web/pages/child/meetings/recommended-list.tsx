import type { Context } from "hono";
import { type Recommended, recommendedTo } from "../../../../app/meetings/recommended.ts";
import { deskRoles } from "../../../../app/work/open-work.ts";
import type { Role } from "../../../../domain/access/role.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { WebEnv } from "../../../deps.ts";
import type { Html } from "../../../govuk/html.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import type { DeskSection } from "../../work/sections.tsx";

/** What meetings put to a role that whoever looks acts in; nothing where nothing waits, or they do not. */
export async function recommendedList(c: Context<WebEnv>, only: Role): Promise<Html | null> {
  const { app } = c.get("deps");
  const roles = (await deskRoles(app, c.get("person"))).filter((role) => role === only);
  return shown(await recommendedTo(app, c.get("person"), roles));
}

const shown = (list: readonly Recommended[]): Html | null => (list.length === 0 ? null : <RecommendedList list={list} />);

const RecommendedList = ({ list }: { readonly list: readonly Recommended[] }): Html => (
  <section class="pt-decisions" aria-labelledby="recommended">
    <h2 class="govuk-heading-m" id="recommended">Recommended by meetings: {list.length}</h2>
    <p class="govuk-body">Each waits for your answer, which the meeting is told.</p>
    <StackedTable
      caption="Recommended by meetings, the oldest first" heads={["Child", "What", "Meeting"]}
      rows={list.map(({ recordId, localId, decision: { number, what, why, of, entry } }) => [
        <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}/meeting-decisions/${number}`}>{localId}<span class="govuk-visually-hidden">: {what}</span></a>,
        <>{what}{why === null ? null : <><br /><span class="pt-quiet">{why}</span></>}</>,
        `${of.series}, ${dayInWords(entry.happenedOn)}`,
      ])}
    />
  </section>
);

/** On the desks of those who answer what meetings recommend or raise. */
export const recommendedSection: DeskSection = { roles: ["reviewing-officer", "decision-maker", "service-manager"], open: async (_c, asks) => shown(await asks.recommended()) };
