import { OWNERS } from "../../../domain/access/role.ts";
import { CERTAINTIES } from "../../../domain/chronology/entry.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { dayInWords, type Day } from "../../../domain/dates/day.ts";
import { type ClockState, stateInWords } from "../../../domain/standards/clock.ts";
import { type Example, type ExpectedClock, LAYERS, LEGAL_FORCES, SHAPES, type Standard } from "../../../domain/standards/standard.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { ruleInWords } from "./rule-words.ts";

/** One standard: its source, its rule in words, and the worked examples by which it is tested. Every version of it. */
export function StandardView({ versions }: { readonly versions: readonly Standard[] }): Html {
  const now = versions.at(-1)!;
  return (
    <>
      <span class="govuk-caption-l">{now.id} · {SHAPES[now.shape]}</span>
      <h1 class="govuk-heading-l">{now.title}</h1>
      {now.confirmed ? null : component("govukInsetText", {
        html: <><strong>Advisory.</strong> Only the gist of this standard is known; its text has not been confirmed. Its clocks are shown, never counted as late, until the authority’s named lead confirms it.</>,
      })}
      {versions.toReversed().map((s) => <Version s={s} several={versions.length > 1} />)}
    </>
  );
}

const Version = ({ s, several }: { readonly s: Standard; readonly several: boolean }) => (
  <>
    {several ? <h2 class="govuk-heading-m">In force {effectInWords(s)}</h2> : null}
    {component("govukSummaryList", {
      classes: "pt-summary",
      rows: [
        ["Source", `${s.citation.provision} (${s.citation.source})`],
        ["Force", `${LEGAL_FORCES[s.legalForce]}; ${LAYERS[s.layer].toLowerCase()}`],
        ["Owner", OWNERS[s.owner]],
        ["Evidence", s.evidence],
        ["In force", effectInWords(s)],
        ...ruleInWords(s),
      ].map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    })}
    <h2 class="govuk-heading-m">Worked examples</h2>
    <p class="govuk-body pt-measure">Each is run by this program’s own tests: what is shown here is what it does.</p>
    {s.examples.map((example) => <Worked example={example} />)}
  </>
);

function effectInWords({ effect: { from, until } }: Standard): string {
  if (from === null && until === null) return "Always";
  return [from === null ? "" : `from ${dayInWords(from)}`, until === null ? "" : `until ${dayInWords(until)}`].filter((part) => part !== "").join(" ");
}

const Worked = ({ example }: { readonly example: Example }) => (
  <section class="pt-example">
    <h3 class="govuk-heading-s pt-section__heading">{example.says}</h3>
    <div class="pt-example__sides">
      <div>
        <p class="pt-small pt-quiet">The record</p>
        <ul class="govuk-list pt-small">
          {example.chronology.map((e) => (
            <li>{KINDS[e.kind].label}, {dayInWords(e.on)}{e.until === null ? "" : ` to ${dayInWords(e.until)}`} ({CERTAINTIES[e.certainty].toLowerCase()}){detail(e.detail)}</li>
          ))}
        </ul>
      </div>
      <div>
        <p class="pt-small pt-quiet">Judged on {dayInWords(example.today)}</p>
        <ul class="govuk-list pt-small">{example.clocks.length === 0 ? <li>No clock runs</li> : example.clocks.map((clock) => <li>{expected(clock)}</li>)}</ul>
      </div>
    </div>
  </section>
);

const detail = (values: Example["chronology"][number]["detail"]): string => {
  const told = Object.entries(values).map(([name, value]) => `${name} ${String(value)}`);
  return told.length === 0 ? "" : `: ${told.join(", ")}`;
};

function expected({ occurrence, startedOn, dueOn, stoppedOn, mootOn, state, days }: ExpectedClock): string {
  const on = (label: string, d: Day | null | undefined): string => (d === undefined || d === null ? "" : `${label} ${dayInWords(d)}`);
  const parts = [
    state === undefined ? "" : stateSaid(state, days),
    on("started", startedOn), on("due", dueOn), on("stopped", stoppedOn), on("ended without being met", mootOn),
  ].filter((part) => part !== "");
  const which = occurrence !== undefined && occurrence > 1 ? `Clock ${occurrence}: ` : "";
  return `${which}${parts.join("; ")}`;
}

const stateSaid = (state: ClockState, days: number | null | undefined): string => stateInWords({ state, days: days ?? null });
