import type { Detail, Draft, Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { isPeriodKind, type Kind } from "../chronology/kinds.ts";
import { type Day, latest } from "../dates/day.ts";

const SOURCE = { type: "person" } as const;
const REASON = "Moved to another authority";

/** What runs on when a child moves: it is of the record, and not of the child’s care. */
const RUNS_ON: ReadonlySet<Kind> = new Set<Kind>(["legal-hold", "restriction", "involvement"]);
/** What ends with the old authority’s part, in the child’s new record too. */
const OF_THE_AUTHORITY: ReadonlySet<Kind> = new Set<Kind>(["allocated-worker", "family-finder", "responsible-team", "milestones-form"]);

/** What closes the record of a child who moved: everything that runs ends, and the record says where to. Care ends as the 903 has it: taken over by another authority. */
export const closing = (c: Case, to: string, on: Day, why: string): readonly Draft[] => [
  ...running(c).filter(({ kind }) => !RUNS_ON.has(kind)).map((e) => ending(e, on)),
  { kind: "moved-authority", happenedOn: on, certainty: "actual", detail: { to, why }, source: SOURCE },
];

export interface Arriving {
  readonly from: string;
  readonly on: Day;
  /** Whoever takes the child over. */
  readonly account: string;
  /** Why the record was restricted by hand where it came from; nothing where it was not. */
  readonly restricted: string | undefined;
}

/**
 * What follows the history in the record of a child taken over: where the child came from, and the end of what was the other authority’s
 * part. A record that was restricted by hand stays so, open to whoever took it over, until they say otherwise.
 */
export function arriving(carried: Case, { from, on, account, restricted }: Arriving, today: Day): readonly Draft[] {
  const of = (kind: Kind, happenedOn: Day, detail: Detail): Draft => ({ kind, happenedOn, certainty: "actual", detail, source: SOURCE });
  return [
    ...running(carried).filter(({ kind }) => OF_THE_AUTHORITY.has(kind)).map((e) => ending(e, on)),
    of("came-from-authority", on, { from }),
    ...(restricted === undefined ? [] : [of("restriction", today, { why: `As where the child came from: ${restricted}` }), of("involvement", today, { account, as: "named", why: "Took the child over" })]),
  ];
}

/** Why a record is restricted by hand. */
export const restrictedBecause = (c: Case): string | undefined => {
  const restriction = running(c).find(({ kind }) => kind === "restriction");
  return restriction === undefined ? undefined : String(restriction.detail["why"] ?? "");
};

const running = (c: Case): readonly Entry[] => c.entries.filter((e) => isPeriodKind(e.kind) && e.certainty === "actual" && e.until === undefined);

function ending({ number, kind, happenedOn, certainty, detail }: Entry, on: Day): Draft {
  const said = kind === "looked-after" ? { endReason: "E3" } : kind === "milestones-form" ? { endReason: "moved-authority" } : {};
  return { kind, happenedOn, until: latest(on, happenedOn), certainty, detail: { ...detail, ...said }, source: SOURCE, supersedes: number, cause: "ended", reason: REASON };
}
