import type { Viewer } from "../domain/access/viewer.ts";
import type { Reader } from "../store/reader.ts";
import { type App, forbids } from "./app.ts";

/** Whether somebody is told official figures whole: whoever brings in the return, or signs it off, has every child’s days before them. */
export const knowsFigures = (viewer: Viewer): boolean => forbids(viewer, "know-figures") === undefined;

/** Of which children figures are, for somebody. */
export interface CountedFor {
  /** They are official: of every child of the authority. Else of the children whom the viewer may see. */
  readonly official: boolean;
  /** Whether the viewer is told as little as one child by figures. */
  readonly knows: boolean;
  /** Whether the viewer may open a child’s record. */
  readonly opens: (recordId: string) => boolean;
  /** How many of so many children they may open. */
  readonly openOf: (children: number) => number;
}

/** Reads for figures: over every child of the authority for those who may see its figures, and over those they may see for everybody else. */
export async function forFigures<T>(app: App, viewer: Viewer, work: (reader: Reader, counted: CountedFor) => Promise<T>): Promise<T> {
  const official = viewer.type === "person" && viewer.organisation.type === "local-authority" && forbids(viewer, "see-scorecard") === undefined;
  if (!official) return app.store.reading(viewer, (reader) => work(reader, { official: false, knows: true, opens: () => true, openOf: (children) => children }));
  const open = await app.store.reader(viewer).childIds(viewer.organisation.code);
  const counted = { official, knows: knowsFigures(viewer), opens: (recordId: string) => open.has(recordId), openOf: () => open.size };
  return app.store.reading(viewer, (reader) => work(reader, counted), "figures");
}
