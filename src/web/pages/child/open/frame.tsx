import type { ChildPage } from "../../../../app/views.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { asAtQuery } from "../../../as-at/as-at.ts";
import { AsAtNotice } from "../../../as-at/notice.tsx";
import { Identity } from "./identity.tsx";

export type Tab = "line" | "clocks" | "chronology" | "checklists";

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
      {child.wall === 0 ? null : <p class="govuk-body"><strong class="pt-restricted">{child.wall === 3 ? "Sealed" : "Restricted"}</strong> This record is {child.wall === 3 ? "sealed: it is only read" : "restricted: few people can open it"}.</p>}
      {component("mojSubNavigation", {
        label: "This child", classes: "pt-tabs",
        items: [
          { text: "The line", href: `${base}${as}`, active: tab === "line" },
          { text: `Clocks (${child.clocks.length})`, href: `${base}/clocks${as}`, active: tab === "clocks" },
          { text: `Chronology (${child.case.entries.length})`, href: `${base}/chronology${as}`, active: tab === "chronology" },
          { text: "Checklists", href: `${base}/checklists`, active: tab === "checklists" },
          { text: "Milestones form", href: `${base}/milestones` },
          ...(child.may.setAccess ? [{ text: "Who may open it", href: `${base}/access` }] : []),
        ],
      })}
      <AsAtNotice asAt={child.asAt} now={`/children/${child.recordId}`} />
      {children}
    </>
  );
}
