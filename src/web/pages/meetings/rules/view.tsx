import type { RulesPage, RulesPreview } from "../../../../app/meetings/series-rules.ts";
import { whenInWords } from "../../../../domain/chronology/in-words.ts";
import { sampleEntries } from "../../../../domain/chronology/sample.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { durationInWords } from "../../../../domain/dates/duration.ts";
import { type AgendaRule, ANY_PART, hasLimit, USUAL_PARTS } from "../../../../domain/meetings/agenda-rule.ts";
import type { RulesTyped } from "../../../../domain/meetings/series-rules.ts";
import { entryName } from "../../../../domain/standards/words.ts";
import { counted, listed } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

const NONE: Readonly<Record<string, string>> = {};

interface Props {
  readonly page: RulesPage;
  readonly typed: RulesTyped;
  readonly basedOn: number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly preview?: RulesPreview | "no-meeting" | undefined;
}

/** The rules of a series’ agenda: which it goes by, in which part, how early and for how long; and what that would change. */
export function RulesView({ page, typed, basedOn, errors = NONE, preview }: Props): Html {
  const { series, rules, mayChange } = page;
  const action = `/meetings/series/${series.id}/rules`;
  return (
    <>
      <span class="govuk-caption-l">{series.definition.name}</span>
      <h1 class="govuk-heading-l">Which children the agenda is about</h1>
      <p class="govuk-body pt-measure">A child is on the agenda where a rule finds them, and is shown with that rule’s reason in words. Priority 1 comes first and is put off last. A rule in “{USUAL_PARTS.any.toLowerCase()}” leaves the part to the child’s other reasons.</p>
      {series.definition.rules.length === 0 ? <p class="govuk-inset-text">This series goes by no rules yet. What meetings like it usually go by is ticked below: change what you like, see what it would change, and save.</p> : null}
      {preview === undefined ? null : <Preview preview={preview} rules={rules} />}
      <form method="post" action={action}>
        <input type="hidden" name="revision" value={String(basedOn)} />
        {rules.map((rule) => <RuleFields rule={rule} page={page} typed={typed} errors={errors} />)}
        {mayChange ? (
          <div class="govuk-button-group">
            {component("govukButton", { text: "See what it would change", name: "do", value: "preview", classes: "govuk-button--secondary" })}
            {component("govukButton", { text: "Save the rules", name: "do", value: "save", preventDoubleClick: true })}
          </div>
        ) : null}
      </form>
    </>
  );
}

function RuleFields({ rule, page, typed, errors }: { readonly rule: AgendaRule; readonly page: RulesPage; readonly typed: RulesTyped; readonly errors: Readonly<Record<string, string>> }): Html {
  const row = typed.get(rule.id)!;
  const error = (field: string) => (errors[`${rule.id}-${field}`] === undefined ? {} : { errorMessage: { text: errors[`${rule.id}-${field}`]! } });
  const off = page.mayChange ? {} : { disabled: true };
  const number = (field: "priority" | "minutes", label: string): Html => component("govukInput", { id: `${rule.id}-${field}`, name: `${rule.id}-${field}`, label: { html: <>{label}<span class="govuk-visually-hidden"> of {rule.title}</span></> }, value: row[field], classes: "govuk-input--width-3", inputmode: "numeric", ...off, ...error(field) });
  return (
    <section class="pt-rule">
      {component("govukCheckboxes", { idPrefix: `${rule.id}-adopted`, name: `${rule.id}-adopted`, classes: "govuk-checkboxes--small", items: [{ value: "yes", text: rule.title, checked: row.adopted, hint: { text: rule.says }, label: { classes: "pt-rule__title" }, ...off }] })}
      <div class="pt-meeting-agenda__inline pt-rule__fields">
        {component("govukSelect", { id: `${rule.id}-part`, name: `${rule.id}-part`, label: { html: <>Part<span class="govuk-visually-hidden"> of {rule.title}</span></> }, items: [...page.series.definition.parts.map(({ id, name }) => ({ value: id, text: name, selected: id === row.part })), { value: ANY_PART, text: USUAL_PARTS.any, selected: row.part === ANY_PART }], ...off, ...error("part") })}
        {number("priority", "Priority")}
        {number("minutes", "Minutes")}
        {hasLimit(rule) ? component("govukInput", { id: `${rule.id}-limit`, name: `${rule.id}-limit`, label: { html: <>Limit<span class="govuk-visually-hidden"> of {rule.title}</span></> }, hint: { text: rule.ground.by === "clock" ? `Empty: that of ${rule.ground.standard}` : `Empty: ${durationInWords(rule.limit!)}` }, value: row.limit, classes: "govuk-input--width-10", ...off, ...error("limit") }) : null}
      </div>
      {component("govukDetails", { summaryHtml: <>Source and worked examples<span class="govuk-visually-hidden"> of {rule.title}</span></>, classes: "pt-rule__more", html: <Source rule={rule} /> })}
    </section>
  );
}

const Source = ({ rule }: { readonly rule: AgendaRule }): Html => (
  <>
    <p class="govuk-body">{rule.citation.provision} ({rule.citation.source}).{rule.citation.ours === null ? null : <> Our reading: {rule.citation.ours}.</>}</p>
    {rule.must ? <p class="govuk-body">A child whom it finds is never proposed to be put off.</p> : null}
    {rule.waits ? <p class="govuk-body">It waits where a meeting has said that the child comes back by a later day.</p> : null}
    {rule.examples.map(({ says, chronology, meeting, next, reason }) => (
      <div class="pt-rule__example">
        <p><strong>{says}.</strong> Meeting on {dayInWords(meeting)}{next === null ? "" : `, the next on ${dayInWords(next)}`}: {reason === null ? "not for this" : `on the agenda${reason.startOn === null ? "" : `, going by ${dayInWords(reason.startOn)}`}${reason.limitOn === null ? "" : `, limit ${dayInWords(reason.limitOn)}`}`}.</p>
        <ul class="govuk-list">{sampleEntries(chronology.map((e) => ({ ...e, until: e.until ?? undefined }))).map((e) => <li>{entryName(e)}, {whenInWords(e)}</li>)}</ul>
      </div>
    ))}
  </>
);

function Preview({ preview, rules }: { readonly preview: RulesPreview | "no-meeting"; readonly rules: readonly AgendaRule[] }): Html {
  if (preview === "no-meeting") return <div class="govuk-inset-text" role="status">No meeting of this series is planned, so there is no agenda that it would change. Nothing has been saved yet.</div>;
  const { meeting, before, after, byRule, comes, goes } = preview;
  const some = (ids: readonly string[]): string => (ids.length <= 30 ? listed(ids) : `${ids.slice(0, 30).join(", ")} and ${ids.length - 30} more`);
  return (
    <div class="govuk-inset-text" role="status">
      <h2 class="govuk-heading-m">On the agenda of {dayInWords(meeting.heldOn)}</h2>
      <p>{counted(after, "child", "children")} instead of {before}, of those whom you may open. Nothing has been saved yet.</p>
      {comes.length === 0 ? null : <p><strong>Would come:</strong> {some(comes)}</p>}
      {goes.length === 0 ? null : <p><strong>Would go:</strong> {some(goes)}</p>}
      {byRule.size === 0 ? null : <ul class="govuk-list">{rules.filter(({ id }) => byRule.has(id)).map(({ id, title }) => <li>{title}: {counted(byRule.get(id)!, "child", "children")}</li>)}</ul>}
    </div>
  );
}
