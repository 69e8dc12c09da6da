import type { Answer, ManyInput } from "../../domain/commands/record-many.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import type { Refusal } from "../../domain/commands/command.ts";

/** What pages about several children at once show. */

export interface NamedChild {
  readonly recordId: string;
  readonly localId: string;
}

/** A child in a preview: what would come of recording this, and the version of the record that it was worked out from. */
export interface PreviewedChild extends NamedChild {
  readonly version: number;
  readonly answer: Answer;
  /** What others wrote in the record after the version that the form was made from. */
  readonly since: readonly Entry[];
}

export interface SeveralPreview {
  readonly input: ManyInput;
  readonly children: readonly PreviewedChild[];
  /** Nobody refuses, and at least one changes. */
  readonly ready: boolean;
}

/** A child whom somebody ticked, and the version of the record that they had before them when they confirmed. */
export interface Ticked {
  readonly recordId: string;
  readonly basedOn: number;
}

export type SeveralOutcome =
  | { readonly outcome: "done"; readonly change: number }
  /** One refuses, or none changes: nothing was written. */
  | { readonly outcome: "refused"; readonly preview: SeveralPreview }
  /** Somebody saved first in at least one record: nothing was written, and this is how it looks now. */
  | { readonly outcome: "overtaken"; readonly preview: SeveralPreview }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

/** A child in a change that was made: what it wrote, with what that replaced. */
export interface ChangedChild extends NamedChild {
  readonly wrote: readonly { readonly entry: Entry; readonly replaced: Entry | null }[];
  /** All that the change wrote is still in force. */
  readonly stands: boolean;
}

export interface ChangePage {
  readonly number: number;
  readonly type: "recorded" | "undone";
  readonly kind: Kind;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly by: string;
  /** Those of its children whom the viewer may see, by local id; and how many others there are. */
  readonly children: readonly ChangedChild[];
  readonly hidden: number;
  /** The change that this undid, and that which undid this. */
  readonly undoes: number | null;
  readonly undoneBy: number | null;
  readonly mayUndo: boolean;
}

export type UndoOutcome =
  | { readonly outcome: "done"; readonly change: number }
  /** By child, why it cannot be undone. Nothing was written. */
  | { readonly outcome: "refused"; readonly children: readonly (NamedChild & { readonly refusals: readonly Refusal[] })[] }
  /** It was undone before, or some of its children are no longer the viewer’s. */
  | { readonly outcome: "cannot"; readonly message: string }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };
