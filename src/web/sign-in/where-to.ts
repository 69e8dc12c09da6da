import { keptForms } from "../../app/kept-forms.ts";
import type { App } from "../../app/app.ts";
import type { Person } from "../../domain/access/viewer.ts";

/** Where somebody goes who has just signed in: to the page they asked for, by way of the forms that were kept for them. */
export async function whereTo(app: App, person: Person, then: string): Promise<string> {
  if ((await keptForms(app, person)).length === 0) return then;
  return `/kept${then === "/" ? "" : `?${new URLSearchParams({ then })}`}`;
}
