import type { Context } from "hono";
import type { WebEnv } from "../../../deps.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { type Downloaded, DOWNLOADS } from "./tables.ts";

interface Props {
  readonly c: Context<WebEnv>;
  readonly of: Downloaded;
  /** Beside what the page’s address asks. */
  readonly also?: Readonly<Record<string, string>>;
}

/** The page’s tables as files, by the same choices as the page. */
export function Downloads({ c, of, also }: Props): Html {
  const asked = [...Object.entries(c.req.queries()).flatMap(([name, values]) => values.map((value) => [name, value])), ...Object.entries(also ?? {})];
  const address = (ending: string, more: readonly string[][] = []): string => {
    const search = new URLSearchParams([...asked, ...more] as [string, string][]);
    return `/scorecard/downloads/${of}.${ending}${search.size === 0 ? "" : `?${search}`}`;
  };
  return component("govukDetails", {
    summaryText: "Download these figures", classes: "pt-downloads",
    html: (
      <>
        <p class="govuk-body-s">Told as they are told to you here, with the day, and your name as who took them.</p>
        <ul class="govuk-list">
          <li><a class="govuk-link" href={address("xlsx")} download>All tables, for Excel</a></li>
          {Object.entries(DOWNLOADS[of]).map(([key, name]) => <li><a class="govuk-link" href={address("csv", [["table", key]])} download>{name}, CSV</a></li>)}
        </ul>
      </>
    ),
  });
}
