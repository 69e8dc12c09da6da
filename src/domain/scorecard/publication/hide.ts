import type { Linked } from "./apart.ts";
import type { Form } from "./forms.ts";
import { isFew } from "./tables.ts";
import { type Demand, isPossible, type States, toHide, type World, worldWith } from "./worlds.ts";

const ALL_A_FEW = [1, 2, 3, 4, 5];
/** A total is kept rather than one of its parts, and of two parts the first. */
const price = ({ breadth }: Form): number => 1 + Math.log2(1 + breadth) / 4;

/**
 * Which forms are hidden in the end: each few, and so many others that for each few and each number from 1 to 5 a world is found
 * in which all that an insider knows is true and the few is that number; and so for each number that a form must be able to be. What was known before cannot be hidden again: where that
 * alone tells an insider more, it is so for a reader; and of what it tells a reader, nothing more is asked.
 */
export function hide(all: Linked): States {
  const states = all.forms.map(({ state }) => state);
  const everything = states.map((state) => (state === "open" ? "hidden" : state));
  const worlds = new Map<Demand, World>();
  const holds = (demand: Demand, under: States): boolean => {
    const known = worlds.get(demand);
    if (known !== undefined && isPossible(known, demand, all, under)) return true;
    const world = worldWith(demand, all, under);
    if (world !== undefined) worlds.set(demand, world);
    return world !== undefined;
  };
  const demands = all.forms.flatMap(({ value, state, mayBe }, about) => (state !== "known" && state !== "open" ? (isFew(value) ? ALL_A_FEW : mayBe ?? []).flatMap((n): readonly Demand[] => {
    const demand = [true, false].map((insider): Demand => ({ about, value: n, insider })).find((asked) => holds(asked, states) || holds(asked, everything));
    return demand === undefined ? [] : [demand];
  }) : []));
  for (const demand of demands) {
    while (!holds(demand, states)) {
      const more = toHide(demand, all, states, price);
      const hidden = more.length > 0 ? more : states.flatMap((state, j) => (state === "open" ? [j] : []));
      if (hidden.length === 0) break;
      for (const j of hidden) states[j] = "hidden";
    }
  }
  return keepFewHidden(all, states, (under) => demands.every((demand) => holds(demand, under)));
}

/** Tells again, the most costly to lose first, what turns out to have been hidden for nothing. */
function keepFewHidden({ forms }: Linked, states: Form["state"][], holdsAll: (under: States) => boolean): States {
  const extra = forms.flatMap((form, j) => (form.state === "open" && states[j] === "hidden" ? [j] : [])).sort((a, b) => price(forms[b]!) - price(forms[a]!) || a - b);
  for (const j of extra) {
    const told = states.with(j, "open");
    if (holdsAll(told)) states[j] = "open";
  }
  return states;
}
