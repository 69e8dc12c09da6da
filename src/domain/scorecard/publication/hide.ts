import type { Form, Forms } from "./forms.ts";
import { isFew } from "./tables.ts";
import { isPossible, type States, toHide, type World, worldWith } from "./worlds.ts";

/** That the form at `about` may be `value`, for all that anybody can know. */
interface Demand {
  readonly about: number;
  readonly value: number;
}

const ALL_A_FEW = [1, 2, 3, 4, 5];
/** A total is kept rather than one of its parts, and of two parts the first. */
const price = ({ breadth }: Form): number => 1 + Math.log2(1 + breadth) / 4;

/**
 * Which forms are hidden in the end: each few, and so many others that for each few and each number from 1 to 5 a world is found
 * in which all that is told is true and the few is that number. What was known before cannot be hidden again: of what a few is
 * narrowed to by that alone, nothing more is asked.
 */
export function hide(all: Forms): States {
  const states = all.forms.map(({ state }) => state);
  const everything = states.map((state) => (state === "open" ? "hidden" : state));
  const worlds = new Map<Demand, World>();
  const demands = all.forms.flatMap(({ value, state }, about) => (isFew(value) && state !== "known" && state !== "open" ? ALL_A_FEW.map((n): Demand => ({ about, value: n })) : []))
    .filter((demand) => {
      const world = worldWith(demand.about, demand.value, all, states) ?? worldWith(demand.about, demand.value, all, everything);
      if (world !== undefined) worlds.set(demand, world);
      return world !== undefined;
    });
  const holds = (demand: Demand, under: States): boolean => {
    const { about, value } = demand;
    if (isPossible(worlds.get(demand) ?? [], about, value, all, under)) return true;
    const world = worldWith(about, value, all, under);
    if (world !== undefined) worlds.set(demand, world);
    return world !== undefined;
  };
  for (const demand of demands) {
    while (!holds(demand, states)) {
      const more = toHide(demand.about, demand.value, all, states, price);
      const hidden = more.length > 0 ? more : states.flatMap((state, j) => (state === "open" ? [j] : []));
      if (hidden.length === 0) break;
      for (const j of hidden) states[j] = "hidden";
    }
  }
  return keepFewHidden(all, states, (under) => demands.every((demand) => holds(demand, under)));
}

/** Tells again, the most costly to lose first, what turns out to have been hidden for nothing. */
function keepFewHidden({ forms }: Forms, states: Form["state"][], holdsAll: (under: States) => boolean): States {
  const extra = forms.flatMap((form, j) => (form.state === "open" && states[j] === "hidden" ? [j] : [])).sort((a, b) => price(forms[b]!) - price(forms[a]!) || a - b);
  for (const j of extra) {
    const told = states.with(j, "open");
    if (holdsAll(told)) states[j] = "open";
  }
  return states;
}
