import type { NamedChange, PackLine, StandardPage, StandardsPage } from "../../../../app/standards/views.ts";
import { OWNERS } from "../../../../domain/access/role.ts";
import { isPeriodKind, isSiblingGroupKind, KIND_CODES, KINDS } from "../../../../domain/chronology/kinds.ts";
import { TIERS } from "../../../../domain/standards/standard.ts";
import { DateInput, ErrorSummary, type FieldError, readParts } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { rowsOf } from "../standard-rows.ts";
import { EDITED, type FormName, FORMS, isDated, type Typed } from "./asked.ts";
import { ChangedSince } from "./since.tsx";

export interface FormProps {
  readonly form: FormName;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly book: StandardsPage;
  /** The standard, or the pack, that it is about. */
  readonly standard: StandardPage | undefined;
  readonly pack: PackLine | undefined;
  readonly since: readonly NamedChange[];
  readonly back: string;
}

/** One change of the standards, to be looked at before it is saved. */
export function ChangeFormView({ form, typed, errors, book, standard, pack, since, back }: FormProps): Html {
  const error = (id: string) => {
    const own = errors.filter((e) => e.id === id).map(({ text }) => text);
    return own.length === 0 ? undefined : own.join(". ");
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <ChangedSince since={since} book={book} />
      <span class="govuk-caption-l">{standard !== undefined ? `${standard.line.id} ${standard.line.now.standard.title}` : pack?.pack.title ?? book.organisation.name}</span>
      <h1 class="govuk-heading-l">{FORMS[form]}</h1>
      <form method="post" action="/standards/change" novalidate autocomplete="off">
        <input type="hidden" name="form" value={form} />
        {standard === undefined ? null : <input type="hidden" name="id" value={standard.line.id} />}
        {pack === undefined ? null : <input type="hidden" name="pack" value={pack.pack.id} />}
        <input type="hidden" name="basedOn" value={String(book.revision)} />
        {form === "edit" ? <EditFields typed={typed} error={error} standard={standard!} /> : null}
        {form === "new" ? <NewFields typed={typed} error={error} /> : null}
        {form === "text" || form === "new-text" ? <TextField typed={typed} error={error} /> : null}
        <Told form={form} book={book} standard={standard} pack={pack} />
        {isDated(form) ? <DateInput id="from" legend={LEGENDS[form] ?? "From which day does the change hold?"} hint={`${form === "new" || form === "adopt" ? "Clocks that start on that day or later run by it" : "Clocks that started before that day go on as they are"}. For example, 27 3 2026`} value={readParts(typed, "from")} error={error("from-day")} /> : null}
        {component("govukTextarea", { id: "reason", name: "reason", value: typed["reason"] ?? "", rows: "2", label: { text: "Why?", classes: "govuk-label--m" }, hint: { text: "Whoever reads the standards later sees this" }, ...wrong(error("reason")) })}
        <p class="govuk-body">Nothing is saved yet: the next page says what it would change{form === "publish" ? "" : ", and for which children"}.</p>
        <div class="govuk-button-group">
          {component("govukButton", { text: "See what will change", name: "step", value: "look", preventDoubleClick: true })}
          <a class="govuk-link" href={back}>Cancel</a>
        </div>
      </form>
      {form === "new" ? <p class="govuk-body">Another shape of standard, such as a chain or a limit, is <a class="govuk-link" href="/standards/change?form=new-text">added as text</a>.</p> : null}
    </>
  );
}

const LEGENDS: Readonly<Partial<Record<FormName, string>>> = {
  new: "From which day does it hold?", "new-text": "From which day does it hold?", adopt: "From which day is it adopted?", leave: "From which day is it left?", end: "From which day does it end?",
};

/** What whoever is about to decide should know or read first. */
function Told({ form, book, standard, pack }: Pick<FormProps, "form" | "book" | "standard" | "pack">): Html | null {
  if (form === "publish") return <p class="govuk-body">The region’s authorities will see that you published it. Each adopts it or not.</p>;
  if (form === "confirm") {
    return (
      <>
        <p class="govuk-body">You say that this text is right as it stands. From then on a clock of it that runs late makes a child late.</p>
        {component("govukSummaryList", { classes: "pt-summary", rows: rowsOf(standard!.line.now.standard, null).map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
      </>
    );
  }
  if (form !== "leave") return null;
  const own = book.standards.filter(({ id, now }) => now.origin.from === "own" && now.standard.effect.until === null && pack!.pack.standards.some((s) => s.id === id));
  return own.length === 0 ? null : (
    <p class="govuk-body">What {book.organisation.name} made its own of this pack stays until you end it on its page: {own.map(({ id }, i) => <>{i === 0 ? "" : ", "}<a class="govuk-link" href={`/standards/${id}`}>{id}</a></>)}.</p>
  );
}

type ErrorAt = (id: string) => string | undefined;
interface FieldsProps {
  readonly typed: Typed;
  readonly error: ErrorAt;
}

const wrong = (text: string | undefined) => (text === undefined ? {} : { errorMessage: { text } });

const Line = ({ id, label, hint, typed, error, width }: FieldsProps & { readonly id: string; readonly label: string; readonly hint?: string; readonly width?: number }): Html =>
  component("govukInput", {
    id, name: id, value: typed[id] ?? "", label: { text: label, classes: "govuk-label--m" },
    ...(hint === undefined ? {} : { hint: { text: hint } }), ...(width === undefined ? {} : { classes: `govuk-input--width-${width}` }), ...wrong(error(id)),
  });

const Choice = ({ id, label, items, typed, error, hint }: FieldsProps & { readonly id: string; readonly label: string; readonly hint?: string; readonly items: readonly { readonly value: string; readonly text: string }[] }): Html =>
  component("govukSelect", {
    id, name: id, label: { text: label, classes: "govuk-label--m" }, ...(hint === undefined ? {} : { hint: { text: hint } }), ...wrong(error(id)),
    items: items.map((item) => ({ ...item, selected: item.value === (typed[id] ?? "") })),
  });

const choicesOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, text]) => ({ value, text }));

function EditFields({ typed, error, standard }: FieldsProps & { readonly standard: StandardPage }): Html {
  const { fields, protectedBy } = standard;
  const of = { typed, error };
  return (
    <>
      {protectedBy === null ? null : component("govukInsetText", { text: `The force of this standard is “${protectedBy}”: it may be made stricter here, and not looser.` })}
      {EDITED.map((name) => <input type="hidden" name={`was-${name}`} value={fields[name]} />)}
      <Line id="title" label="What must happen" {...(fields.within === "" ? {} : { hint: "If it names a length of time, change it here too" })} {...of} />
      {fields.within === "" ? <p class="govuk-body-s">It has no one length of time: its rule is changed in <a class="govuk-link" href={`/standards/change?form=text&id=${standard.line.id}`}>its whole text</a>.</p> : <Line id="within" label="Within" hint="For example, 5 working days, 2 weeks or 3 months" width={10} {...of} />}
      <Choice id="owner" label="Owner" items={choicesOf(OWNERS)} {...of} />
      <Choice id="tier" label="Tier" hint="A checklist says what is still to be done, and never makes a child late" items={choicesOf(TIERS)} {...of} />
      <Line id="warnDays" label="Days of warning" hint="A clock is “due soon” for this many days before it is due" width={3} {...of} />
      <Line id="evidence" label="Where the proof should be" {...of} />
      <Line id="provision" label="Where in its source" hint={`The source is ${standard.line.now.standard.citation.source}`} {...of} />
      {fields.lost === "" ? <input type="hidden" name="lost" value="" /> : component("govukTextarea", {
        id: "lost", name: "lost", value: typed["lost"] ?? "", rows: "3", label: { text: "What of its source is lost or guessed", classes: "govuk-label--m" },
        hint: { text: "Empty this when you have the words of the source, and nothing is guessed any more" }, ...wrong(error("lost")),
      })}
      <p class="govuk-body-s">Its worked examples are worked anew by the changed rule: you see them on the next page.</p>
    </>
  );
}

const TextField = ({ typed, error }: FieldsProps): Html => component("govukTextarea", {
  id: "yaml", name: "yaml", value: typed["yaml"] ?? "", rows: "26", spellcheck: false, classes: "pt-standard-text",
  label: { text: "The text of one standard", classes: "govuk-label--m" },
  hint: { text: "As YAML: its id, title, shape, force, source, owner, rule and at least one worked example, which is checked before anything is saved" }, ...wrong(error("yaml")),
});

const occasions = [{ value: "", text: "Choose" }, ...KIND_CODES.flatMap((kind) => isSiblingGroupKind(kind) ? [] : [
  { value: kind as string, text: KINDS[kind].label },
  ...(isPeriodKind(kind) ? [{ value: `end of ${kind}`, text: `${KINDS[kind].label}: its end` }] : []),
])].sort((a, b) => (a.value === "" ? -1 : b.value === "" ? 1 : a.text < b.text ? -1 : 1));

function NewFields({ typed, error }: FieldsProps): Html {
  const of = { typed, error };
  return (
    <>
      <p class="govuk-body">A deadline: when one thing happens, another must follow within a length of time.</p>
      <Line id="id" label="Code" hint="Letters, a dash and a number, such as LOCAL-01" width={10} {...of} />
      <Line id="title" label="What must happen" {...of} />
      <Choice id="starts" label="The clock starts with" items={occasions} {...of} />
      <Choice id="stops" label="The clock stops with" items={occasions} {...of} />
      <Line id="within" label="Within" hint="For example, 5 working days, 2 weeks or 3 months" width={10} {...of} />
      {component("govukCheckboxes", {
        name: "ends", idPrefix: "ends", classes: "govuk-checkboxes--small",
        items: [{ value: "yes", text: "It no longer applies once the child has left care or is adopted", checked: typed["ends"] === "yes" }],
      })}
      <Choice id="owner" label="Owner" items={[{ value: "", text: "Choose" }, ...choicesOf(OWNERS)]} {...of} />
      <Choice id="tier" label="Tier" hint="A checklist says what is still to be done, and never makes a child late" items={[{ value: "tracked", text: TIERS.tracked }, { value: "checklist", text: TIERS.checklist }]} {...of} />
      <Line id="warnDays" label="Days of warning" hint="A clock is “due soon” for this many days before it is due; 14 where left empty" width={3} {...of} />
      <Line id="evidence" label="Where the proof should be" {...of} />
      <Line id="source" label="The document it comes from" {...of} />
      <Line id="provision" label="Where in the document" hint="For example, section 4.2" width={20} {...of} />
      <h2 class="govuk-heading-m">A worked example</h2>
      <p class="govuk-body">Say when a child’s clock should be due. The rule is checked against it before anything is saved.</p>
      <DateInput id="started" legend="If it starts on" value={readParts(typed, "started")} error={error("started-day")} small />
      <DateInput id="due" legend="it is due on" hint="" value={readParts(typed, "due")} error={error("due-day")} small />
    </>
  );
}
