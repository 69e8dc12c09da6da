import type { Form, Forms } from "./forms.ts";
import { move, type Row } from "./simplex.ts";
import { isFew } from "./tables.ts";

/** How all unknowns might be: whole numbers, none less than nought. */
export type World = readonly number[];

export type States = readonly Form["state"][];

export const inWorld = (world: World, { over }: Pick<Form, "over">): number => {
  let sum = 0;
  for (const i of over) sum += world[i]!;
  return sum;
};

/**
 * What whoever wants to know the form `about` is taken to know of another: what is told, exactly; and more than the page says of
 * what is hidden, namely whether it is a few or is hidden for the sake of one. Of what has a part in common with `about`, nothing:
 * how many that is hangs on what they want to know.
 */
export function knownOf(of: number, about: number, { forms }: Forms, states: States): readonly [least: number, most: number] {
  const form = forms[of]!;
  if (states[of] === "known" || states[of] === "open") return [form.value, form.value];
  if (states[of] === "between" || !form.over.isDisjointFrom(forms[about]!.over)) return [0, Infinity];
  if (form.value > 5) return [6, Infinity];
  const mayBeNought = form.value === 0 || forms.some((sum, j) => states[j] === "hidden" && isFew(sum.value) && sum !== form && form.over.isSubsetOf(sum.over));
  return [mayBeNought ? 0 : 1, 5];
}

/** Whether a world can be the true one for all that is known by whoever wants to know `about`, and has it at `value`. */
export function isPossible(world: World, about: number, value: number, all: Forms, states: States): boolean {
  if (world.some((n) => !Number.isInteger(n) || n < 0) || inWorld(world, all.forms[about]!) !== value) return false;
  return all.forms.every((form, j) => {
    const [least, most] = knownOf(j, about, all, states);
    const n = inWorld(world, form);
    return least <= n && n <= most;
  });
}

/** A world in which the form `about` is `value`, for all that is known; nothing where none is found. */
export function worldWith(about: number, value: number, all: Forms, states: States): World | undefined {
  const { world } = towards(about, value, all, states, () => undefined);
  return world !== undefined && isPossible(world, about, value, all, states) ? world : undefined;
}

/** Which of the open forms to hide, that the form `about` may be `value`: those that would have to be others; each costs its price. */
export function toHide(about: number, value: number, all: Forms, states: States, price: (form: Form) => number): readonly number[] {
  const { world } = towards(about, value, all, states, price);
  return all.forms.flatMap((form, j) => (states[j] === "open" && (j === about || inWorld(world, form) !== form.value) ? [j] : []));
}

function towards(about: number, value: number, all: Forms, states: States, price: (form: Form) => number | undefined): { readonly world: World } {
  const target = all.forms[about]!;
  const rows: Row[] = [];
  let at = -1;
  all.forms.forEach((form, j) => {
    if (j === about) {
      at = rows.push({ over: [...form.over], up: 0, down: 0, cost: 0 }) - 1;
      return;
    }
    const asked = states[j] === "open" ? price(form) : undefined;
    const [least, most] = asked === undefined ? knownOf(j, about, all, states) : [form.over.isDisjointFrom(target.over) ? 6 : 0, Infinity];
    if (least > 0 || most < Infinity || asked !== undefined) rows.push({ over: [...form.over], up: most - form.value, down: form.value - least, cost: asked ?? 0 });
  });
  const moved = move(all.sizes, rows, at, value - target.value);
  return { world: all.sizes.map((size, i) => size + Math.round(moved[i]!)) };
}
