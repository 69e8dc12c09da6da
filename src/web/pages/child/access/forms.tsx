import type { AccessPage } from "../../../../app/access/open-access.ts";
import type { NamedPerson } from "../../../../domain/access/named.ts";
import { KNOWING_IN_WORDS, losing } from "../../../../domain/access/openers.ts";
import { INVOLVEMENTS, type Involvement } from "../../../../domain/chronology/codes.ts";
import { DateInput, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt, partsOfDay } from "../entry-form/form.ts";
import { type Doing, idIn, STAYS, type TypedAccess } from "./form.ts";
import { described } from "./words.ts";

export interface FormsProps {
  readonly page: AccessPage;
  /** The account of whoever looks. */
  readonly viewer: string;
  readonly typed: TypedAccess | undefined;
  readonly errors: readonly FieldError[];
}

type OneProps = FormsProps & { readonly doing: Doing; readonly number?: number };

const isTyped = ({ typed, doing, number = 0 }: OneProps): boolean => typed?.doing === doing && typed.number === number;
const textOf = (props: OneProps, field: string): string => (isTyped(props) ? (props.typed?.texts[field] ?? "") : "");
const errorOf = (props: OneProps, field: string) => {
  const text = errorAt(props.errors, idIn(props.doing, field, props.number));
  return text === undefined ? {} : { errorMessage: { text } };
};

const Form = (props: OneProps & { readonly button: string; readonly warns?: boolean; readonly children?: unknown }): Html => (
  <form method="post" action={`/children/${props.page.recordId}/access`} novalidate>
    <input type="hidden" name="basedOn" value={String(props.page.version)} />
    <input type="hidden" name="do" value={props.doing} />
    {props.number === undefined ? null : <input type="hidden" name="number" value={String(props.number)} />}
    {props.children}
    {component("govukButton", { text: props.button, preventDoubleClick: true, ...(props.warns === true ? { classes: "govuk-button--warning" } : {}) })}
  </form>
);

function Why(props: OneProps & { readonly label: string; readonly hint?: string }): Html {
  const id = idIn(props.doing, "why", props.number);
  return component("govukTextarea", {
    id, name: id, rows: "2", value: textOf(props, "why"), label: { text: props.label, classes: "govuk-label--s" },
    ...(props.hint === undefined ? {} : { hint: { text: props.hint } }), ...errorOf(props, "why"),
  });
}

/** Ends one naming, with its reason. */
export function EndNaming(props: FormsProps & { readonly named: NamedPerson; readonly who: string }): Html {
  const one: OneProps = { ...props, doing: "end", number: props.named.number };
  return (
    <details class="govuk-details pt-access__end" open={isTyped(one)}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">End<span class="govuk-visually-hidden">: {props.who}, {INVOLVEMENTS[props.named.as]}</span></span></summary>
      <div class="govuk-details__text"><Form {...one} button="End it today"><Why {...one} label="Why does it end?" /></Form></div>
    </details>
  );
}

/** Names somebody who works with the child, from a day and perhaps until one. */
export function NameSomebody(props: FormsProps): Html {
  const one: OneProps = { ...props, doing: "name" };
  const { page, typed } = props;
  const account = idIn("name", "account");
  const as = idIn("name", "as");
  return (
    <section class="pt-access__form pt-measure" aria-labelledby="name-heading">
      <h2 class="govuk-heading-m" id="name-heading">Name somebody</h2>
      <p class="govuk-body">For those who work with the child and do not have them allocated. They can open this record on these days, whatever else they may see.</p>
      <Form {...one} button="Name them">
        {component("govukSelect", {
          id: account, name: account, label: { text: "Whom?", classes: "govuk-label--s" }, ...errorOf(one, "account"),
          items: [{ value: "", text: "Choose somebody" }, ...page.nameable.map((person) => ({ value: person.account, text: described(person), selected: textOf(one, "account") === person.account }))],
        })}
        {component("govukRadios", {
          idPrefix: as, name: as, classes: "govuk-radios--small", ...errorOf(one, "as"),
          fieldset: { legend: { text: "As what?", classes: "govuk-fieldset__legend--s" } },
          hint: { text: "It decides, with their role, whether they may know who the adopters are" },
          items: (Object.keys(INVOLVEMENTS) as Involvement[]).map((code) => ({ value: code, text: INVOLVEMENTS[code], hint: { text: KNOWING_IN_WORDS[code] }, checked: textOf(one, "as") === code })),
        })}
        <DateInput id={idIn("name", "from")} legend="First day" small value={isTyped(one) && typed !== undefined ? typed.from : partsOfDay(page.today)} error={errorAt(props.errors, idIn("name", "from-day"))} />
        <DateInput id={idIn("name", "until")} legend="Day it ends (optional)" hint="On that day they can no longer open it. Leave it out until you know" small value={isTyped(one) && typed !== undefined ? typed.until : partsOfDay(undefined)} error={errorAt(props.errors, idIn("name", "until-day"))} />
        <Why {...one} label="Why?" />
      </Form>
    </section>
  );
}

/** Restricts the record to those whom one names now, having said who loses it. */
export function Restrict(props: FormsProps): Html {
  const one: OneProps = { ...props, doing: "restrict" };
  const { page, typed, viewer } = props;
  const staying = new Set(page.openers.flatMap((opener) => (opener.by === "named" ? [opener.named.account] : [])));
  const lose = losing(page.openers, staying).filter(({ account }) => account !== viewer);
  const working = new Set(page.openers.flatMap((opener) => (opener.by === "role" || opener.by === "named" ? [] : opener.people.map(({ account }) => account))));
  const near = lose.filter(({ account }) => working.has(account));
  const others = lose.length - near.length;
  const people = idIn("restrict", "people");
  const other = idIn("restrict", "other");
  const stay = idIn("restrict", "stay");
  return (
    <section class="pt-access__form pt-measure" aria-labelledby="restrict-heading">
      <h2 class="govuk-heading-m" id="restrict-heading">Restrict this record</h2>
      <p class="govuk-body">Such as where somebody here knows the adopters. Only the people named on it and the adoption records officer can then open it; for everybody else it is as if it were not there. Official figures still count the child.</p>
      {component("govukWarningText", { text: `Whoever is not named loses this record at once: ${lose.length === 0 ? "nobody but you has it now" : near.length === 0 ? peopleInWords(others) : `${near.map(({ name }) => name).join(", ")}${others === 0 ? "" : `, and ${peopleInWords(others)} who ${others === 1 ? "has" : "have"} it by their role`}`}.`, iconFallbackText: "Warning" })}
      <Form {...one} button="Restrict the record" warns>
        {near.length === 0 ? null : component("govukCheckboxes", {
          idPrefix: people, name: people, classes: "govuk-checkboxes--small", ...errorOf(one, "people"),
          fieldset: { legend: { text: "Who still works with the child, and stays?", classes: "govuk-fieldset__legend--s" } },
          hint: { text: "They have the child now. Untick whoever is to lose the record" },
          items: near.map((person) => ({ name: `${STAYS}${person.account}`, value: "yes", text: described(person), checked: isTyped(one) ? typed?.people.includes(person.account) === true : true })),
        })}
        {component("govukSelect", {
          id: other, name: other, label: { text: "Somebody else (optional)", classes: "govuk-label--s" }, hint: { text: "More can be named afterwards" }, ...(near.length === 0 ? errorOf(one, "people") : {}),
          items: [{ value: "", text: "Nobody else" }, ...page.nameable.filter(({ account }) => account !== viewer).map((person) => ({ value: person.account, text: described(person), selected: textOf(one, "other") === person.account }))],
        })}
        {component("govukCheckboxes", {
          idPrefix: stay, name: stay, classes: "govuk-checkboxes--small", items: [{ value: "yes", text: "I stay named on it myself", checked: isTyped(one) ? textOf(one, "stay") === "yes" : true }],
        })}
        <Why {...one} label="Why is it restricted?" hint="Only those who can open the record can read this" />
      </Form>
    </section>
  );
}

const peopleInWords = (n: number): string => (n === 1 ? "1 other person" : `${n} other people`);

/** Ends the restriction by hand. */
export function Unrestrict(props: FormsProps): Html {
  const one: OneProps = { ...props, doing: "unrestrict" };
  return (
    <section class="pt-access__form pt-measure" aria-labelledby="unrestrict-heading">
      <h2 class="govuk-heading-m" id="unrestrict-heading">End the restriction</h2>
      <p class="govuk-body">Everybody whose role or work lets them can then open it again. Those named on it stay named until that is ended too.</p>
      <Form {...one} button="End the restriction" warns><Why {...one} label="Why does it end?" /></Form>
    </section>
  );
}
