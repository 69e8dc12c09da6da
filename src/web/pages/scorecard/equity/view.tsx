import { EQUITY_YEARS, type EquityPage } from "../../../../app/open-equity.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { TOO_FEW, type ToldCharacteristic, type ToldEquity, type ToldGroup } from "../../../../domain/scorecard/equity/told.ts";
import type { Middle } from "../../../../domain/scorecard/equity/waits.ts";
import { counted, listed } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { SUPPRESSED } from "../../../../app/scorecard-words.ts";
import { Sections } from "../sections.tsx";
import { Dot } from "./dot.tsx";
import { comparedInWords, middleInWords, rangeInWords } from "../../../../domain/scorecard/equity/in-words.ts";

interface Props {
  readonly page: EquityPage;
}

/** Do some children wait longer? Each characteristic with its groups, of the whole authority together. */
export function EquityView({ page }: Props): Html {
  const { authority, from, to, told } = page;
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Do some children wait longer?</h1>
        <p class="pt-heading__beside">{authority.name}, decisions from {dayInWords(from)} to {dayInWords(to)}</p>
      </div>
      <Sections at="equity" />
      <p class="govuk-body pt-measure">The wait is from the decision that a child should be placed for adoption to moving in with the adoptive family. Every child of the authority decided for in those {EQUITY_YEARS} years is counted. Those who still wait count too: of them it is known that the wait lasts so long at least.</p>
      {component("govukInsetText", { text: "This is about all children together. It says nothing of any one child, is no part of a forecast, and does not say why a group waits longer: age, brothers and sisters and health go together with much else." })}
      {told === null || page.middle === null ? <p class="govuk-body">{`There are ${TOO_FEW} such children or fewer: too few to tell of.`}</p> : <Told page={page} told={told} middle={page.middle} />}
      <section aria-labelledby="how">
        <h2 class="govuk-heading-m" id="how">How it is worked out</h2>
        <ul class="govuk-list govuk-list--bullet pt-measure">
          <li>Half had moved in by: the middle wait by Kaplan and Meier’s estimate, to the nearest 10 days. The range holds it nineteen times of twenty.</li>
          <li>A wait ends with the first day of the placement for adoption. A child whose plan changed, or who left care otherwise, is counted as waiting until then. A child fostered by the family that adopts waits until the placement became adoptive.</li>
          <li>Each group is compared with all the others of whom the same is recorded (log-rank test). A difference is called so only where chance would make one as large less than once in 20 times, divided by how many comparisons there are.</li>
          <li>Waits are taken as they were at the end of the last quarter, by all that is known now.</li>
          <li>{`An ${SUPPRESSED} stands for 1 to 5 children, or for a number from which so few could be worked out, and may stand for nought; of ${TOO_FEW} children or fewer no wait is told. This is so for everybody, whichever records they may open.`}</li>
        </ul>
      </section>
      <p class="govuk-body-s pt-quiet">Source: the record of {authority.name}, waits followed until {dayInWords(to)}.</p>
    </>
  );
}

function Told({ page: { children, waiting, unknown }, told, middle }: Props & { readonly told: ToldEquity; readonly middle: Middle }): Html {
  const most = Math.ceil(Math.max(200, ...[middle, ...told.characteristics.flatMap(({ groups }) => groups.flatMap((group) => group.middle ?? []))].flatMap(({ days, low, high }) => [days ?? 0, low ?? 0, high ?? 0])) / 100) * 100;
  return (
    <>
      <p class="govuk-body-l pt-measure">{summaryOf(told)}</p>
      {component("govukSummaryList", { classes: "pt-report__facts", rows: ([
        ["Children", children ?? SUPPRESSED], ["Still waiting", waiting ?? SUPPRESSED], ["Half had moved in by", `${middleInWords(middle)} (range ${rangeInWords(middle)})`],
        ...(unknown === "0" ? [] : [["Adopted, and not known when they moved in", unknown] as const]),
      ] as const).map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
      {told.characteristics.map((one) => <Characteristic one={one} all={middle.days} most={most} />)}
    </>
  );
}

/** What differs, or that nothing does, in a sentence or two. */
export function summaryOf({ characteristics, comparisons }: ToldEquity): string {
  if (comparisons === 0) return "Every group is too small to be compared with the others.";
  const found = (sure: "clear" | "perhaps"): readonly string[] =>
    characteristics.flatMap(({ label, groups }) => groups.flatMap((group) => (group.compared?.sure === sure ? [`${group.label} (${label.toLowerCase()}) ${group.compared.waits}`] : [])));
  const [clear, perhaps] = [found("clear"), found("perhaps")];
  const among = `Among ${counted(comparisons, "comparison", "comparisons")}`;
  if (clear.length === 0 && perhaps.length === 0) return `${among} no group waits longer or shorter than the others by more than chance would easily make. That does not show that all wait alike.`;
  return [
    clear.length === 0 ? `${among} none is clear.` : `${among}, these wait longer or shorter than the others: ${listed(clear)}.`,
    ...(perhaps.length === 0 ? [] : [`Perhaps also: ${listed(perhaps)}.`]),
  ].join(" ");
}

function Characteristic({ one: { code, label, note, groups, notRecorded }, all, most }: { readonly one: ToldCharacteristic; readonly all: number | null; readonly most: number }): Html {
  return (
    <section aria-labelledby={code}>
      <h2 class="govuk-heading-m" id={code}>{label}</h2>
      <div class="pt-scroll" role="region" aria-label={`${label}: table`} tabindex={0}>
        <table class="govuk-table pt-table pt-stacked pt-equity">
          <caption class="govuk-visually-hidden">From the decision to moving in, by {label.toLowerCase()}</caption>
          <thead><tr><th scope="col">Group</th><th scope="col" class="pt-figures">Children</th><th scope="col">Half had moved in by</th><th scope="col">Range, days</th><td class="pt-equity__picture" aria-hidden="true">0 to {most} days</td><th scope="col">Beside the others</th></tr></thead>
          <tbody>{groups.map((group) => <GroupRow group={group} all={all} most={most} />)}</tbody>
        </table>
      </div>
      <p class="govuk-body-s pt-quiet">{notRecorded === "0" ? "Recorded of every child" : `Not recorded of ${notRecorded ?? SUPPRESSED} children`}, {note}.{all === null ? "" : ` The dashed line is all children together, about ${all} days. A diamond differs from the others, clearly or perhaps; an arrow is a range without an end yet.`}</p>
    </section>
  );
}

const none = ({ children }: ToldGroup): string => (children === "0" ? "–" : SUPPRESSED);

const GroupRow = ({ group, all, most }: { readonly group: ToldGroup; readonly all: number | null; readonly most: number }): Html => (
  <tr>
    <th scope="row">{group.label}</th>
    <td data-label="Children" class="pt-figures">{group.children ?? SUPPRESSED}</td>
    <td data-label="Half had moved in by">{group.middle === null ? none(group) : middleInWords(group.middle)}</td>
    <td data-label="Range, days">{group.middle === null ? none(group) : rangeInWords(group.middle)}</td>
    <td data-label={`0 to ${most} days`} class="pt-equity__picture" aria-hidden="true">{group.middle === null ? null : <Dot middle={group.middle} all={all} differs={group.compared !== null && group.compared.sure !== "none"} most={most} />}</td>
    <td data-label="Beside the others" class="pt-equity__words">{comparedInWords(group)}</td>
  </tr>
);
