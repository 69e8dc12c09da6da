import type { Organisation } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { DecidedChange, StandardsChange } from "../../domain/standards/change.ts";
import type { Pack } from "../../domain/standards/pack.ts";
import type { Example, Standard } from "../../domain/standards/standard.ts";
import type { Adoption, Unreadable, Version } from "../../domain/standards/version.ts";
import type { StateCount, WhatIfClock } from "../../domain/standards/what-if.ts";

/** One standard as a list of them shows it. */
export interface StandardLine {
  readonly id: string;
  /** The version in force today; where none is, the next to come, or else the last there was. */
  readonly now: Version;
  readonly inForce: boolean;
  /** Every version of it in the authority, in the order of their days. */
  readonly versions: readonly Version[];
}

export interface PackLine {
  readonly pack: Pack;
  /** The stretches in which the authority held or will hold to it. Empty: never adopted. */
  readonly adoptions: readonly Adoption[];
  readonly isAdopted: boolean;
  /** The regional agency’s change that offered it to its authorities. */
  readonly published: DecidedChange | null;
  readonly isReviewOverdue: boolean;
  /** Of a regional agency’s packs: the authorities it acts for that hold to it today. Empty for an authority. */
  readonly adoptedBy: readonly Organisation[];
}

/** A change and the name of who made it. */
export interface NamedChange extends DecidedChange {
  readonly byName: string;
}

/** The writing anew of an authority’s lists after a change. */
export interface Recompute {
  readonly revision: number;
  readonly done: number;
  readonly children: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** What went wrong, where it stopped for that. It is taken up again at the next change or start. */
  readonly failure: string | null;
}

/** What the viewer may do to the standards of this organisation. */
export interface MayChange {
  /** Adopt, leave, set, end, confirm: an authority’s practice lead. */
  readonly manage: boolean;
  /** Publish a pack: a regional agency’s lead. */
  readonly publish: boolean;
}

export interface StandardsPage {
  readonly today: Day;
  /** Whose standards these are: an authority; or a regional agency, which has the national ones and what it publishes. */
  readonly organisation: Organisation;
  /** Among which the viewer may choose. */
  readonly authorities: readonly Organisation[];
  readonly may: MayChange;
  /** To be handed back as `basedOn` of a change. */
  readonly revision: number;
  readonly standards: readonly StandardLine[];
  readonly packs: readonly PackLine[];
  /** The regional agency that publishes packs to it; itself, where it is one; null: none acts for it. */
  readonly publisher: Organisation | null;
  /** What the authority set and this program does not understand: in its place holds what there was before. */
  readonly unreadable: readonly Unreadable[];
  /** What the organisation decided, the latest first. */
  readonly changes: readonly NamedChange[];
  readonly recompute: Recompute | null;
}

export interface StandardPage {
  readonly today: Day;
  readonly organisation: Organisation;
  readonly may: MayChange;
  readonly revision: number;
  readonly line: StandardLine;
  /** The changes that were about it, or about a pack it is in, the latest first. */
  readonly changes: readonly NamedChange[];
  /** The version `now` as YAML, to be edited; `fields` the same by field, for a form. */
  readonly yaml: string;
  readonly fields: Readonly<Record<keyof StandardFields, string>>;
  /** Why it may not be loosened, ended or made a checklist; null for a local standard. */
  readonly protectedBy: string | null;
}

/** What a form changes of a standard; the rest is as it was. Text as it was typed; empty: as it was. */
export interface StandardFields {
  readonly title: string;
  readonly owner: string;
  readonly tier: string;
  readonly warnDays: string;
  /** “5 working days”; empty where the rule has no one length of time. */
  readonly within: string;
  readonly evidence: string;
  /** Where in its source it is laid down. */
  readonly provision?: string | undefined;
  /** What of its source is lost or guessed. Not given: as it was; empty: nothing is any more. */
  readonly lost?: string | undefined;
}

/** What somebody asks for, as typed. Days are “2026-12-01”. */
export type AskedChange =
  | { readonly type: "adopt-pack" | "leave-pack"; readonly pack: string; readonly from: string }
  | { readonly type: "set-standard"; readonly yaml: string; readonly from: string }
  | { readonly type: "edit-standard"; readonly id: string; readonly fields: StandardFields; readonly from: string }
  | { readonly type: "end-standard"; readonly id: string; readonly from: string }
  | { readonly type: "confirm-standard"; readonly id: string }
  | { readonly type: "publish-pack"; readonly pack: string };

/** A child some of whose clocks would change state. */
export interface WhatIfChild {
  readonly recordId: string;
  readonly localId: string;
  /** Only where the viewer has chosen to see names. */
  readonly name: string | null;
  readonly clocks: readonly WhatIfClock[];
}

export type ChangePreview =
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  | {
    readonly outcome: "preview";
    readonly change: StandardsChange;
    /** Of a standard set: as it would be, its version before (in force on the day it is set from), and its worked examples. */
    readonly standard: { readonly after: Standard; readonly before: Standard | null; readonly examples: readonly Example[] } | null;
    readonly revision: number;
    /** Children looked at. */
    readonly children: number;
    /** Those of them with a clock that would change state, by local id. */
    readonly changed: readonly WhatIfChild[];
    /** Clocks of the standards concerned by state, before and after. */
    readonly states: readonly StateCount[];
    readonly today: Day;
    /** Asked for by its text on the form: what `makeChange` is given is what was previewed. */
    readonly asked: AskedChange;
  };

export type ChangeOutcome =
  | { readonly outcome: "done"; readonly change: DecidedChange }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" }
  /** Field: `pack`, `from`, `reason`, `id`, or of a standard its own (`within`, `effect`, `examples` …), with the line in its YAML. */
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  /** Somebody else changed the standards since `basedOn`: what they did. Nothing was changed. */
  | { readonly outcome: "overtaken"; readonly revision: number; readonly since: readonly NamedChange[] };
