import type { SiblingGroupPage } from "../../../../app/views.ts";
import { TOGETHER_OR_APART } from "../../../../domain/chronology/codes.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { decisionOf } from "../../../../domain/siblings/group.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { whenInWords } from "../../child/words.ts";
import { addressOf, titleOf } from "../group-of.ts";
import { Homes } from "../homes.tsx";
import { History } from "./history.tsx";
import { Members } from "./members.tsx";

interface Props {
  readonly group: SiblingGroupPage;
  /** The number of the entry just written, from the address. */
  readonly saved: string | undefined;
}

export const GroupView = ({ group, saved }: Props): Html => (
  <>
    <Saved group={group} saved={saved} />
    <span class="govuk-caption-l">{group.authority.name}</span>
    <h1 class="govuk-heading-l">{titleOf(group)}</h1>
    <Decision group={group} />
    <Members group={group} />
    <History group={group} />
  </>
);

/** Told from the record itself, so a made-up address says nothing. */
function Saved({ group: { case: { entries, withdrawn } }, saved }: Props): Html | null {
  const isIt = (e: Entry): boolean => String(e.number) === saved;
  const gone = withdrawn.find(isIt);
  const written = entries.find(isIt) ?? gone;
  if (written === undefined) return null;
  const verb = gone !== undefined ? "Withdrawn" : written.supersedes === undefined ? "Recorded" : written.cause === "ended" ? "Ended" : "Corrected";
  const whose = written.kind === "sibling-membership" ? ` (${String(written.detail["child"])})` : "";
  return component("govukNotificationBanner", {
    type: "success", titleText: "Saved",
    html: <p class="govuk-notification-banner__heading">{verb}: {KINDS[written.kind].label}{whose}, {whenInWords(written)}</p>,
  });
}

function Decision({ group }: { readonly group: SiblingGroupPage }) {
  const decision = decisionOf(group.case);
  return (
    <section aria-labelledby="decision-heading" class="pt-section">
      <div class="pt-heading">
        <h2 class="govuk-heading-m pt-heading__title" id="decision-heading">Together or apart</h2>
        {group.may.record ? <p class="pt-heading__action">{component("govukButton", { text: "Record a decision", href: addressOf(group, "/decide"), classes: "pt-button--small" })}</p> : null}
      </div>
      {decision === undefined ? <p class="govuk-body">Not yet decided whether they are to be placed together or apart.</p> : (
        <>
          <p class="govuk-body"><strong>{inWords(decision)}</strong>, decided {whenInWords(decision)}</p>
          <Homes group={group} decision={decision} />
          {decision.detail["note"] === undefined ? null : <p class="govuk-body pt-measure">{String(decision.detail["note"])}</p>}
          {group.notDecided.length === 0 ? null : component("govukInsetText", {
            text: `${group.notDecided.map((m) => m.localId).join(", ")} joined after this decision, which does not say where they are to live.`,
          })}
        </>
      )}
    </section>
  );
}

function inWords({ detail: { decision } }: Entry): string {
  const labels: Readonly<Record<string, string>> = TOGETHER_OR_APART;
  return labels[String(decision)] ?? String(decision);
}
