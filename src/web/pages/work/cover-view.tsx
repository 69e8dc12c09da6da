import type { CoverPage, CoverView as Cover } from "../../../app/work/cover.ts";
import { ROLES } from "../../../domain/access/role.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import type { TypedCover } from "./cover-form.ts";

interface Props {
  readonly cover: CoverPage;
  readonly typed: TypedCover;
  readonly errors: readonly FieldError[];
  readonly saved: "arranged" | "ended" | undefined;
}

/** Who does whose work while somebody is away, and arranging it. */
export function CoverView({ cover, typed, errors, saved }: Props): Html {
  const { own, given, others, people, colleagues } = cover;
  return (
    <>
      <ErrorSummary errors={errors} />
      {saved === undefined ? null : component("govukNotificationBanner", { type: "success", text: saved === "arranged" ? "Cover is arranged." : "Cover has ended." })}
      <h1 class="govuk-heading-l">When somebody is away</h1>
      <p class="govuk-body pt-measure">Whoever covers sees the other’s children and work from the first day until the last, marked as theirs, and may answer it; what they record is in their own name. Whoever covers for a decision-maker is their named deputy and may decide. Nothing has to be given back: on the day after, it is gone from their desk.</p>
      <h2 class="govuk-heading-m">Your own work</h2>
      {own.length === 0 ? <p class="govuk-body">Nobody covers for you. Before you go away, say below who does.</p> : <Arrangements list={own} caption="Who has your work" who={({ coveredByName }) => coveredByName} />}
      <h2 class="govuk-heading-m">Work you cover</h2>
      {given.length === 0 ? <p class="govuk-body">You cover for nobody.</p> : <Arrangements list={given} caption="Whose work you have" who={({ name }) => name} />}
      {others.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Others for whom you may arrange it</h2>
          <Arrangements list={others} caption="Others" who={({ name, coveredByName }) => `${name}, by ${coveredByName}`} />
        </>
      )}
      <h2 class="govuk-heading-m" id="arrange">Arrange cover</h2>
      <form method="post" action="/work/cover" novalidate>
        {people.length < 2 ? null : select("account", "Whose work?", typed.account, people.map((one, i) => ({ value: one.account, text: i === 0 ? `${one.name} (you)` : described(one) })), errors)}
        {select("coveredBy", "Who does it?", typed.coveredBy, [{ value: "", text: "Choose a colleague" }, ...colleagues.filter(({ account }) => people.length > 1 || account !== people[0]?.account).map((one) => ({ value: one.account, text: described(one) }))], errors)}
        <DateInput id="fromOn" legend="First day" value={typed.fromOn} error={errorAt(errors, "fromOn-day")} small />
        <DateInput id="untilOn" legend="Last day" hint="" value={typed.untilOn} error={errorAt(errors, "untilOn-day")} small />
        {component("govukButton", { text: "Arrange cover", preventDoubleClick: true })}
      </form>
    </>
  );
}

const described = ({ name, role, team }: CoverPage["people"][number]): string => [name, ROLES[role].toLowerCase(), team].filter((part) => part !== null).join(", ");
const errorAt = (errors: readonly FieldError[], id: string): string | undefined => errors.find((error) => error.id === id)?.text;

function select(id: string, label: string, value: string, items: readonly { readonly value: string; readonly text: string }[], errors: readonly FieldError[]): Html {
  const error = errorAt(errors, id);
  return component("govukSelect", {
    id, name: id, label: { text: label, classes: "govuk-label--s" }, items: items.map((item) => ({ ...item, selected: item.value === value })),
    ...(error === undefined ? {} : { errorMessage: { text: error } }),
  });
}

interface ArrangementsProps {
  readonly list: readonly Cover[];
  readonly caption: string;
  readonly who: (cover: Cover) => string;
}

const Arrangements = ({ list, caption, who }: ArrangementsProps): Html => (
  <table class="govuk-table pt-table pt-states">
    <caption class="govuk-visually-hidden">{caption}</caption>
    <thead><tr><th scope="col">Who</th><th scope="col">Days</th><th scope="col"><span class="govuk-visually-hidden">End it</span></th></tr></thead>
    <tbody>
      {list.map((cover) => (
        <tr>
          <td>{who(cover)}</td>
          <td>{dayInWords(cover.fromOn)} to {dayInWords(cover.untilOn)}{cover.isNow ? " (now)" : ""}</td>
          <td>{!cover.mayEnd ? null : (
            <form method="post" action={`/work/cover/${cover.id}/end`}>
              <button class="pt-link-button" type="submit">End it now<span class="govuk-visually-hidden">: {who(cover)}</span></button>
            </form>
          )}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
