import { FEW } from "../suppression.ts";
import type { Linked } from "./apart.ts";
import type { Form } from "./forms.ts";
import { move, type Row } from "./simplex.ts";

/** How all unknowns might be: whole numbers, none less than nought. */
export type World = readonly number[];

export type States = readonly Form["state"][];

export const inWorld = (world: World, { over }: Pick<Form, "over">): number => {
  let sum = 0;
  for (const i of over) sum += world[i]!;
  return sum;
};

/** That the form at `about` may be `value`, for all that somebody can know; whether that is a reader, or an insider. */
export interface Demand {
  readonly about: number;
  readonly value: number;
  readonly insider: boolean;
}

/**
 * What is known of a form by whoever wants to know the one at `about`. A reader knows what is told, and that an x may be any
 * number. An insider knows more than the page says, namely whether an x is a few or is hidden for the sake of one; save of what has
 * a part in common with `about`, for how many that is hangs on what they want to know.
 */
export function knownOf(of: number, { about, insider }: Demand, { forms, meets, mayBeNought }: Linked, states: States): readonly [least: number, most: number] {
  const { value } = forms[of]!;
  if (states[of] === "known" || states[of] === "open") return [value, value];
  if (!insider || states[of] === "between" || meets[of]![about]!) return [0, Infinity];
  return value > FEW ? [FEW + 1, Infinity] : [mayBeNought[of]! ? 0 : 1, FEW];
}

/** Whether a world can be the true one for all that is known, and is as demanded. */
export function isPossible(world: World, demand: Demand, all: Linked, states: States): boolean {
  if (world.some((n) => !Number.isInteger(n) || n < 0) || inWorld(world, all.forms[demand.about]!) !== demand.value) return false;
  return all.forms.every((form, j) => {
    const [least, most] = knownOf(j, demand, all, states);
    const n = inWorld(world, form);
    return least <= n && n <= most;
  });
}

/** A world as demanded; nothing where none is found. */
export function worldWith(demand: Demand, all: Linked, states: States): World | undefined {
  const world = towards(demand, all, states, () => undefined);
  return isPossible(world, demand, all, states) ? world : undefined;
}

/** Which of the open forms to hide for a world as demanded: those that would have to be others; each costs its price. */
export function toHide(demand: Demand, all: Linked, states: States, price: (form: Form) => number): readonly number[] {
  const world = towards(demand, all, states, price);
  return all.forms.flatMap((form, j) => (states[j] === "open" && inWorld(world, form) !== form.value ? [j] : []));
}

function towards(demand: Demand, all: Linked, states: States, price: (form: Form) => number | undefined): World {
  const { about, value, insider } = demand;
  const rows: Row[] = [];
  let at = -1;
  all.forms.forEach((form, j) => {
    if (j === about) {
      at = rows.push({ over: [...form.over], up: 0, down: 0, cost: 0 }) - 1;
      return;
    }
    const asked = states[j] === "open" ? price(form) : undefined;
    const [least, most] = asked === undefined ? knownOf(j, demand, all, states) : [insider && !all.meets[j]![about]! ? 6 : 0, Infinity];
    if (least > 0 || most < Infinity || asked !== undefined) rows.push({ over: [...form.over], up: most - form.value, down: form.value - least, cost: asked ?? 0 });
  });
  const moved = move(all.sizes, rows, at, value - all.forms[about]!.value);
  return all.sizes.map((size, i) => size + Math.round(moved[i]!));
}
