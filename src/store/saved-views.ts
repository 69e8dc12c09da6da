import type { Params } from "../domain/tracker/view.ts";

export interface SavedViewRow {
  readonly id: string;
  readonly name: string;
  /** The team whose view it is; null: the viewer's alone. */
  readonly team: string | null;
  readonly opensFirst: boolean;
  readonly params: Params;
}

/** What people keep of their own beside the record: ways of looking at the tracker, and whether they see names. One person's and their team's are all there are. */
export interface SavedViews {
  /** The viewer's own by name, then their team's; and the team, where they have one. */
  list(): Promise<{ readonly team: string | null; readonly views: readonly SavedViewRow[] }>;
  /** A view of the viewer's own; its id. */
  add(name: string, params: Params): Promise<string>;
  /** Whether there was such a view to change. */
  change(id: string, change: { readonly name?: string; readonly params?: Params }): Promise<boolean>;
  /** From the viewer's own to their team's; false too where they have none. */
  giveToTeam(id: string): Promise<boolean>;
  /** Makes it the one that its owner, or the team, sees first; or none of theirs. */
  openFirst(id: string, first: boolean): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** Whether lists show children's names to the viewer from now on. */
  showNames(shows: boolean): Promise<void>;
  /** The viewer has seen their work, at an ISO 8601 instant: what comes after is new. */
  workSeen(at: string): Promise<void>;
}
