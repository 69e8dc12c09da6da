import type { ScrutinyPage } from "../../../../app/scrutiny/open-scrutiny.ts";
import { londonDay } from "../../../../app/london-time.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { type BoxName, BOXES, CATEGORIES, COVER_BOXES, type Fault, ITEM_TYPES, SECTION_BOXES, type Typed } from "../../../../domain/documents/scrutiny/typed.ts";
import { GROUP_KINDS } from "../../../../domain/scorecard/published/published.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

export const PATH = "/reports/scrutiny";
export const withYear = (path: string, yearEnding: number): string => `${path}?year-ending=${yearEnding}`;

interface Props {
  readonly page: ScrutinyPage;
  readonly faults: readonly Fault[];
  /** What somebody else kept meanwhile, to be looked at before theirs is kept over it. */
  readonly theirs?: Typed;
  readonly revision: number;
}

/** What only people can say of a report, box by box; what comes of the record stands in it by itself. */
export function ScrutinyForm({ page, faults, theirs, revision }: Props): Html {
  const { authority, yearEnding, yearEndings, typed, kept } = page;
  return (
    <>
      <span class="govuk-caption-l">{authority.name}</span>
      <h1 class="govuk-heading-l">Scrutiny report</h1>
      <p class="govuk-body pt-measure">Figures, comparisons, charts and the action plan come into the report by themselves, with small numbers left out. You write what only people can say. No child is to be named or described: a committee’s papers are public.</p>
      <form class="pt-filters" method="get" action={PATH} aria-label="Years">
        {component("govukSelect", {
          id: "year-ending", name: "year-ending", label: { text: "Three years ending in March", classes: "govuk-label--s pt-filters__label" }, formGroup: { classes: "pt-filters__field" },
          items: yearEndings.map((year) => ({ value: year, text: `${year} (${windowName({ yearEnding: year, years: 3 })})`, selected: year === yearEnding })),
        })}
        {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
      </form>
      <p class="govuk-body">{kept === null ? "Nothing is written for this year yet." : `Last kept by ${kept.by} on ${dayInWords(londonDay(kept.at))}.`} <a class="govuk-link" href={withYear(`${PATH}/preview`, yearEnding)}>Read the report as it stands</a></p>
      <form class="pt-report-form" method="post" action={withYear(PATH, yearEnding)} novalidate autocomplete="off">
        <input type="hidden" name="revision" value={revision} />
        <h2 class="govuk-heading-m">Cover sheet</h2>
        {(Object.keys(COVER_BOXES) as BoxName[]).map((name) => <Box name={name} typed={typed} faults={faults} theirs={theirs} />)}
        {component("govukRadios", {
          idPrefix: "itemType", name: "itemType", classes: "govuk-radios--small", fieldset: { legend: { text: "Type of item", classes: "govuk-fieldset__legend--s" } },
          items: Object.entries(ITEM_TYPES).map(([value, text]) => ({ value, text, checked: typed.itemType === value })),
        })}
        {component("govukRadios", {
          idPrefix: "category", name: "category", classes: "govuk-radios--small", fieldset: { legend: { text: "Category of report", classes: "govuk-fieldset__legend--s" } },
          items: Object.entries(CATEGORIES).map(([value, text]) => ({ value, text, checked: typed.category === value })),
        })}
        <Comparing page={page} />
        <h2 class="govuk-heading-m">Sections</h2>
        {(Object.keys(SECTION_BOXES) as BoxName[]).map((name) => <Box name={name} typed={typed} faults={faults} theirs={theirs} />)}
        {component("govukButton", { text: "Keep and read the report", preventDoubleClick: true })}
      </form>
    </>
  );
}

/** Whom the authority is set beside. */
function Comparing({ page: { sources, groups, typed } }: { readonly page: ScrutinyPage }): Html {
  if (sources.length === 0) return component("govukInsetText", { text: "No published figures of other authorities were brought in, so the report compares with nobody. An analyst brings them in." });
  return (
    <>
      <h2 class="govuk-heading-m">Compared with</h2>
      {component("govukSelect", {
        id: "source", name: "source", label: { text: "Published figures of", classes: "govuk-label--s" },
        items: [{ value: "", text: "Whichever was brought in last", selected: typed.source === "" }, ...sources.map((source) => ({ value: source, text: source, selected: source === typed.source }))],
      })}
      {groups.length === 0 ? null : <input type="hidden" name="offered" value="groups" />}
      {groups.length === 0 ? null : component("govukCheckboxes", {
        idPrefix: "group", name: "group", classes: "govuk-checkboxes--small", fieldset: { legend: { text: "Groups", classes: "govuk-fieldset__legend--s" } },
        items: groups.map(({ id, name, kind }) => ({ value: id, text: name, hint: { text: GROUP_KINDS[kind] }, checked: typed.groups === null || typed.groups.includes(id) })),
      })}
    </>
  );
}

function Box({ name, typed, faults, theirs }: { readonly name: BoxName; readonly typed: Typed; readonly faults: readonly Fault[]; readonly theirs: Typed | undefined }): Html {
  const { label, hint, rows, needed } = BOXES[name];
  const fault = faults.find(({ box }) => box === name)?.message;
  const common = {
    id: name, name, value: typed.words[name], label: { text: label, classes: "govuk-label--s" }, hint: { text: `${hint}${needed === true ? ". Needed before it is published" : ""}` },
    ...(fault === undefined ? {} : { errorMessage: { text: fault } }),
  };
  const other = theirs?.words[name];
  return (
    <>
      {rows === undefined ? component("govukInput", common) : component("govukTextarea", { ...common, rows: String(rows) })}
      {other === undefined || other === typed.words[name] ? null : component("govukInsetText", { html: <><strong>Kept by somebody else meanwhile:</strong><br />{other === "" ? "Nothing" : other}</> })}
    </>
  );
}
