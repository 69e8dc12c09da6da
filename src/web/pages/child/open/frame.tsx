import type { ChildPage } from "../../../../app/views.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { asAtQuery } from "./as-at.ts";
import { Identity } from "./identity.tsx";

export type Tab = "line" | "clocks" | "chronology";

interface Props {
  readonly child: ChildPage;
  readonly tab: Tab;
  readonly children: Html | readonly (Html | null)[];
}

/** What stands around each page of a child: identity, which of its pages this is, and as at which day. */
export function ChildFrame({ child, tab, children }: Props): Html {
  const base = `/children/${child.recordId}`;
  const as = asAtQuery(child.asAt);
  return (
    <>
      <Identity child={child} />
      {component("mojSubNavigation", {
        label: "This child", classes: "pt-tabs",
        items: [
          { text: "The line", href: `${base}${as}`, active: tab === "line" },
          { text: `Clocks (${child.clocks.length})`, href: `${base}/clocks${as}`, active: tab === "clocks" },
          { text: `Chronology (${child.case.entries.length})`, href: `${base}/chronology${as}`, active: tab === "chronology" },
        ],
      })}
      <AsAtNotice child={child} />
      {children}
    </>
  );
}

/** Which day’s answer this is, and which of the two questions it answers. */
function AsAtNotice({ child: { asAt, recordId } }: { readonly child: ChildPage }) {
  const { knownOn, stoodOn } = asAt;
  if (knownOn === undefined && stoodOn === undefined) return null;
  const says = stoodOn === undefined
    ? `As we knew it on ${dayInWords(knownOn!)}: only what had been written down by the end of that day, judged with that day as today.`
    : `As it stood on ${dayInWords(stoodOn)}: what had happened by then from all we know now, judged with that day as today.`;
  return component("govukInsetText", {
    classes: "pt-as-at",
    html: <><strong>{says}</strong> <a class="govuk-link" href={`/children/${recordId}`}>Show it as it is now</a></>,
  });
}
