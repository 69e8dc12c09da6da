import { may } from "../domain/access/policy.ts";
import type { Person } from "../domain/access/viewer.ts";
import type { Params } from "../domain/tracker/view.ts";
import type { SavedViews } from "../store/saved-views.ts";
import type { App } from "./app.ts";
import type { SavedView } from "./views.ts";

/** The views that somebody may open: their own by name, then their team's. */
export interface ViewsOf {
  readonly views: readonly SavedView[];
  /** Where the authority has said which team they work in. */
  readonly team: string | null;
  /** Why they may not change how their team sees the tracker; null where they may. */
  readonly teamRefusal: string | null;
}

export type ViewOutcome =
  | { readonly outcome: "done"; readonly id: string }
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "not-found" };

export const LONGEST_VIEW_NAME = 80;

export async function savedViewsOf(app: App, person: Person): Promise<ViewsOf> {
  const { team, views } = await app.store.savedViews(person).list();
  return { team, views, teamRefusal: teamRefusal(person, team) };
}

/** What opens at the tracker's bare address: the person's own first view, or else their team's; nothing where neither chose one. */
export const firstView = ({ views }: ViewsOf): SavedView | undefined =>
  views.find((v) => v.opensFirst && v.team === null) ?? views.find((v) => v.opensFirst);

/** Keeps a view under a name, for this person alone. */
export async function saveView(app: App, person: Person, name: string, params: Params): Promise<ViewOutcome> {
  const refusal = await nameRefusal(app, person, name);
  return refusal === undefined
    ? { outcome: "done", id: await app.store.savedViews(person).add(name.trim(), params) }
    : { outcome: "refused", reason: refusal };
}

export async function renameView(app: App, person: Person, id: string, name: string): Promise<ViewOutcome> {
  const refusal = await nameRefusal(app, person, name, id);
  return refusal === undefined ? onView(app, person, id, (views) => views.change(id, { name: name.trim() })) : { outcome: "refused", reason: refusal };
}

/** Makes a saved view what the tracker shows now. */
export const updateView = (app: App, person: Person, id: string, params: Params): Promise<ViewOutcome> =>
  onView(app, person, id, (views) => views.change(id, { params }));

export const deleteView = (app: App, person: Person, id: string): Promise<ViewOutcome> =>
  onView(app, person, id, (views) => views.remove(id));

/** Chooses what opens first for its owner: the person, or the team. */
export const openViewFirst = (app: App, person: Person, id: string, first: boolean): Promise<ViewOutcome> =>
  onView(app, person, id, (views) => views.openFirst(id, first));

/** Gives one's own view to one's team, for everybody in it to open. */
export async function giveViewToTeam(app: App, person: Person, id: string): Promise<ViewOutcome> {
  const { teamRefusal: refusal } = await savedViewsOf(app, person);
  return refusal === null ? onView(app, person, id, (views) => views.giveToTeam(id)) : { outcome: "refused", reason: refusal };
}

/** A view of one's own may be changed; one of the team's by those who choose how the team sees the tracker. */
async function onView(app: App, person: Person, id: string, change: (views: SavedViews) => Promise<boolean>): Promise<ViewOutcome> {
  const store = app.store.savedViews(person);
  const { views, team } = await store.list();
  const view = views.find((v) => v.id === id);
  const refusal = view === undefined || view.team === null ? null : teamRefusal(person, team);
  if (refusal !== null) return { outcome: "refused", reason: refusal };
  return view !== undefined && await change(store) ? { outcome: "done", id } : { outcome: "not-found" };
}

function teamRefusal(person: Person, team: string | null): string | null {
  const answer = may(person.role, "set-team-view");
  if (!answer.allowed) return answer.reason;
  return team === null ? "Your account does not say which team you work in. Ask whoever looks after accounts in your organisation to add it" : null;
}

async function nameRefusal(app: App, person: Person, typed: string, but?: string): Promise<string | undefined> {
  const name = typed.trim();
  if (name === "") return "Enter a name for the view";
  if (name.length > LONGEST_VIEW_NAME) return `The name must be ${LONGEST_VIEW_NAME} characters or fewer; this one has ${name.length}`;
  const { views } = await savedViewsOf(app, person);
  const same = views.find((v) => v.id !== but && v.team === null && v.name.toLowerCase() === name.toLowerCase());
  return same === undefined ? undefined : `You already have a view called “${same.name}”. Enter another name`;
}
