import type { AccessPage } from "../../../../app/access/open-access.ts";
import type { NamedPerson } from "../../../../domain/access/named.ts";
import { type Opener, OPENS_AS } from "../../../../domain/access/openers.ts";
import { ROLES } from "../../../../domain/access/role.ts";
import { INVOLVEMENTS } from "../../../../domain/chronology/codes.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { EndNaming, type FormsProps } from "./forms.tsx";
import { described, nobodyInWords } from "./words.ts";

type OfRole = Extract<Opener, { by: "role" }>;

/** Everybody who can open the record, with why: those who work with the child, those named on it, and whole roles. */
export function WhoOpens(props: FormsProps): Html {
  const { page: { openers, agency } } = props;
  const people = openers.filter((opener): opener is Exclude<Opener, { by: "role" }> => opener.by !== "role");
  const roles = openers.filter((opener): opener is OfRole => opener.by === "role");
  return (
    <>
      {people.length === 0 ? null : (
        <StackedTable caption="People who can open this record" heads={["Who", "Why", "Days", "Adopters", "End it"]} rows={people.map((opener) => rowOf(opener, props))} />
      )}
      {people.some(({ by }) => by === "social-worker" || by === "family-finder") ? <p class="govuk-body-s pt-quiet">Whoever does somebody’s work while they are away can open it too, on those days.</p> : null}
      {roles.length === 0 ? null : (
        <>
          <h3 class="govuk-heading-s">{people.length === 0 ? "By their role" : "And by their role"}</h3>
          <ul class="govuk-list govuk-list--bullet pt-measure">{roles.map((opener) => <li>{ROLES[opener.role]}: {namesOf(opener)} ({opener.knows ? "may know who the adopters are" : "may not know who the adopters are"})</li>)}</ul>
        </>
      )}
      {agency === null ? null : <p class="govuk-body-s pt-quiet">{agency.opens ? `${agency.name} sees this child under its agreement with the authority.` : `${agency.name} does not see this child.`}</p>}
    </>
  );
}

const FEW = 6;
const namesOf = ({ people }: OfRole): Html | string =>
  people.length <= FEW ? people.map(({ name }) => name).join(", ") : `${people.length} people`;

function rowOf(opener: Exclude<Opener, { by: "role" }>, props: FormsProps): readonly (string | Html | null)[] {
  if (opener.by !== "named") {
    const who = opener.people.length === 0 ? nobodyInWords(opener) : opener.people.map(described).join("; ");
    return [who, OPENS_AS[opener.by], "While it is so", "Knows who they are", ""];
  }
  const { named, person, knows } = opener;
  return [
    person === null ? nobodyInWords(opener) : described(person),
    <>{INVOLVEMENTS[named.as]}{named.why === "" ? null : <span class="pt-access__why">{named.why}</span>}</>,
    daysOf(named),
    knows ? "Knows who they are" : "Does not know them",
    props.page.wall === 3 ? "" : <EndNaming {...props} named={named} who={person?.name ?? named.account} />,
  ];
}

/** “From 2 May 2026 until 1 June 2026”. */
const daysOf = ({ from, until }: NamedPerson): string => `From ${dayInWords(from)}${until === null ? ", with no end yet" : ` until ${dayInWords(until)}`}`;

/** Those who will be able to open it, and those who could. */
export function OtherDays(props: FormsProps): Html | null {
  const { page: { later, before, names } } = props;
  const who = (one: NamedPerson): string => names.get(one.account) ?? one.account;
  return (
    <>
      {later.length === 0 ? null : (
        <>
          <h3 class="govuk-heading-s">From a day still to come</h3>
          <StackedTable caption="Named from a day still to come" heads={["Who", "As", "Days", "End it"]} rows={later.map((one) => [who(one), INVOLVEMENTS[one.as], daysOf(one), <EndNaming {...props} named={one} who={who(one)} />])} />
        </>
      )}
      {before.length === 0 ? null : component("govukDetails", {
        summaryText: `Named before (${before.length})`,
        html: <ul class="govuk-list">{before.map((one) => <li>{who(one)}: {INVOLVEMENTS[one.as]}, {daysOf(one).toLowerCase()}</li>)}</ul>,
      })}
    </>
  );
}

export type { AccessPage };
