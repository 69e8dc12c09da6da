import { type Saved, saveBox } from "../../../../app/meetings/room.ts";
import type { App } from "../../../../app/app.ts";
import type { Person } from "../../../../domain/access/viewer.ts";
import { boxNamed } from "../../../../domain/meetings/boxes.ts";
import { asStored } from "./as-shown.ts";
import { markOf } from "./paths.ts";

export interface FormSaved {
  /** What was sent, by box, where some of it could not be kept. */
  readonly typed: ReadonlyMap<string, string>;
  readonly wrong: ReadonlyMap<string, string>;
  /** How many boxes were kept beside what somebody else typed, or as suggestions. */
  readonly beside: number;
  /** There is no such item for them. */
  readonly gone: boolean;
}

const revisionOf = (text: string | undefined): number => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0);

/** Keeps every box of a form that was changed on it: `text:<box>`, with what it said (`was:<box>`) and as which revision (`on:<box>`). */
export async function saveForm(app: App, person: Person, item: string, form: Readonly<Record<string, string>>): Promise<FormSaved> {
  const [typed, wrong] = [new Map<string, string>(), new Map<string, string>()];
  let beside = 0;
  for (const [field, text] of Object.entries(form)) {
    const name = field.startsWith("text:") ? field.slice("text:".length) : undefined;
    if (name === undefined || boxNamed(name) === undefined || markOf(text) === form[`was:${name}`]) continue;
    const saved: Saved | undefined = await saveBox(app, person, item, name, asStored(name, text), revisionOf(form[`on:${name}`]));
    if (saved === undefined) return { typed, wrong, beside, gone: true };
    if (saved.outcome === "refused") {
      typed.set(name, text);
      wrong.set(name, saved.message);
    } else if (saved.outcome === "beside") beside++;
  }
  return { typed, wrong, beside, gone: false };
}
