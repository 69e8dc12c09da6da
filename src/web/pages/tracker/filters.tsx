import type { TrackerPage } from "../../../app/views.ts";
import { NONE } from "../../../domain/tracker/view.ts";
import type { Html } from "../../govuk/html.ts";
import type { FieldError } from "../../forms/fields.tsx";
import { component } from "../../govuk/macros.ts";
import { chosenFilters, LIST_FILTERS, type ListFilter, optionsOf } from "./filter-words.ts";
import type { TypedDays } from "./days-asked.ts";
import { Pick } from "./pick.tsx";
import { addressParams, trackerAddress } from "./query.ts";

interface Props {
  readonly tracker: TrackerPage;
}

interface FiltersProps extends Props {
  /** Days since the order that cannot be used, as typed. */
  readonly days?: TypedDays | undefined;
}

const IN_SIGHT: readonly ListFilter[] = ["status", "worker", "team", "plan"];
const FURTHER: readonly ListFilter[] = ["legal", "placement", "barrier"];
/** What fields of this form set; everything else of the view goes along unseen. */
const FIELDS: ReadonlySet<string> = new Set([...IN_SIGHT, ...FURTHER, "authority", "group", "early", "differs", "profile", "order-from", "order-to"]);

/** Filters: a plain form that puts the view in the address. Going back shows what the address says, not what was last chosen. */
export function Filters({ tracker, days }: FiltersProps): Html {
  const { query, authorities } = tracker;
  const { filters } = query.view;
  const lists = (names: readonly ListFilter[]) => names.map((name) => (
    <Pick name={name} label={LIST_FILTERS[name].label} options={optionsOf(tracker, name)} chosen={filters[name]} sendsNone={query.saved !== undefined} />
  ));
  const further = days !== undefined || FURTHER.some((name) => filters[name].length > 0) || filters.group !== undefined || filters.early !== undefined || filters.differs !== undefined || filters.profile !== undefined || filters.orderFrom !== undefined || filters.orderTo !== undefined;
  const set = chosenFilters(tracker).length;
  return (
    <form class="pt-filter" method="get" autocomplete="off" action="/tracker" aria-label="Filters">
      {addressParams({ ...query, page: 1 }).filter(([name]) => !FIELDS.has(name)).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <details class="pt-filter__all" open={days !== undefined}>
        <summary class="pt-filter__open">Filters{set === 0 ? "" : ` (${set} set)`}</summary>
        <div class="pt-filter__row">
          {lists(IN_SIGHT)}
          {authorities.length < 2 ? null : <Pick name="authority" label="Authority" single any="All" chosen={filters.authority === undefined ? [] : [filters.authority]} options={authorities.map(({ code, name }) => ({ value: code, text: name }))} />}
          <details class="pt-filter__more" open={further}>
            <summary class="pt-filter__open">More filters</summary>
            <div class="pt-filter__row">
              {lists(FURTHER)}
              <Pick name="group" label="Siblings" single chosen={filters.group === undefined ? [] : [filters.group]} options={groupOptions(filters.group)} />
              <Pick name="early" label="Early permanence" single chosen={filters.early === undefined ? [] : [filters.early]} options={[{ value: "yes", text: "Yes" }, { value: "no", text: "No" }]} />
              <Pick name="differs" label="Agency’s dates" single chosen={filters.differs === undefined ? [] : [filters.differs]} options={[{ value: "yes", text: "Differ" }]} />
              <Pick name="profile" label="Profile" single chosen={filters.profile === undefined ? [] : [filters.profile]} options={[{ value: "too-far", text: "Shown further than it may be" }]} />
              <Days from={days?.from ?? filters.orderFrom} to={days?.to ?? filters.orderTo} error={days?.error} />
            </div>
          </details>
          {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filter__button", preventDoubleClick: false })}
        </div>
      </details>
    </form>
  );
}

const groupOptions = (group: string | undefined) => [
  { value: "any", text: "In a sibling group" }, { value: NONE, text: "In no sibling group" },
  ...(group === undefined || group === "any" || group === NONE ? [] : [{ value: group, text: "One sibling group" }]),
];

interface DaysProps {
  readonly from: string | number | undefined;
  readonly to: string | number | undefined;
  readonly error: FieldError | undefined;
}

const Days = ({ from, to, error }: DaysProps) => (
  <fieldset class={`pt-filter__days${error === undefined ? "" : " pt-filter__days--wrong"}`}>
    <legend class="pt-pick__label">Days since placement order</legend>
    {error === undefined ? null : <p class="govuk-error-message" id="order-error"><span class="govuk-visually-hidden">Error:</span> {error.text}</p>}
    <label class="govuk-visually-hidden" for="order-from">At least, in days</label>
    <input class="govuk-input" id="order-from" name="order-from" inputmode="numeric" value={from ?? ""} {...saying(error)} />
    <span aria-hidden="true"> to </span>
    <label class="govuk-visually-hidden" for="order-to">At most, in days</label>
    <input class="govuk-input" id="order-to" name="order-to" inputmode="numeric" value={to ?? ""} {...saying(error)} />
  </fieldset>
);

const saying = (error: FieldError | undefined) => (error === undefined ? {} : { "aria-describedby": "order-error" });

/** What the list is narrowed by, each a link that takes it away. */
export function ChosenFilters({ tracker }: Props): Html | null {
  const chosen = chosenFilters(tracker);
  if (chosen.length === 0) return null;
  return (
    <div class="pt-chosen">
      <h2 class="govuk-visually-hidden">Filters set</h2>
      <ul class="pt-chosen__tags">
        {chosen.map(({ filter, text, without }) => (
          <li><a class="moj-filter__tag" href={trackerAddress(tracker.query, { filters: without })}><span class="govuk-visually-hidden">Take away </span>{filter}: {text}</a></li>
        ))}
      </ul>
      <a class="govuk-link govuk-link--no-visited-state pt-chosen__clear" href={trackerAddress(tracker.query, { filters: NOTHING_SET })}>Clear filters</a>
    </div>
  );
}

const NOTHING_SET = {
  stage: [], status: [], worker: [], team: [], plan: [], legal: [], placement: [], barrier: [],
  authority: undefined, group: undefined, early: undefined, differs: undefined, profile: undefined, drift: undefined, orderFrom: undefined, orderTo: undefined,
} as const;
