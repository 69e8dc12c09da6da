import { type Cause, type Draft, type Entry, isWithdrawal } from "../../chronology/entry.ts";
import { fold } from "../../chronology/fold.ts";
import { type Kind, KINDS } from "../../chronology/kinds.ts";
import type { Day } from "../../dates/day.ts";
import { isFromReturn, saidByHand } from "./by-hand.ts";
import { yearTelling } from "./coverage.ts";
import { OF_THE_END, isBeginningOf, isFollowedBy, settleEnd, settleStarts, spokenUpTo } from "./edges.ts";
import { pair } from "./pairing.ts";
import { identical, inWords } from "./same-thing.ts";
import type { ReturnYear } from "./tables.ts";
import { fitTracks } from "./tracks.ts";

export interface ReconcileContext {
  readonly years: readonly ReturnYear[];
  /** Withdraw what these files used to say and say no more. Only a person may ask for it. */
  readonly withdrawVanished?: boolean;
}

/** The file says one thing and an entry that it may not touch says another. Nothing is written until a person settles it. */
export interface Conflict {
  readonly kind: Kind;
  /** The number of the entry in the record. */
  readonly entry: number;
  readonly recordSays: string;
  readonly fileSays: string;
  readonly fileOn: Day;
  readonly file: string;
  readonly row: number;
}

export interface Reconciled {
  /** New entries, those that supersede (`supersedes` and `cause`), and withdrawals. */
  readonly add: readonly Draft[];
  readonly conflicts: readonly Conflict[];
  /** In force, from an earlier import, within what these files cover, and no longer in them. Withdrawn only if asked. */
  readonly vanished: readonly Entry[];
  readonly unchanged: number;
}

/** What must be written so that the record says what the files say, and no more than that. */
export function reconcile(current: readonly Entry[], wanted: readonly Draft[], context: ReconcileContext): Reconciled {
  if (current.length === 0) return { add: wanted, conflicts: [], vanished: [], unchanged: 0 };
  const { years, withdrawVanished = false } = context;
  const c = fold(current);
  const hand = saidByHand(c, years);
  const told = (e: Entry): boolean => yearTelling(e, c, years) !== undefined;
  const fromReturn = c.entries.filter(isFromReturn);
  const conflicts: Conflict[] = [];
  const add: Draft[] = [];
  const vanished = new Set<Entry>();
  let unchanged = 0;

  const settled = settleStarts(wanted, c);
  for (const kind of new Set([...settled, ...fromReturn].map((e) => e.kind))) {
    const rest = settled.filter((w) => w.kind === kind).filter((w) => {
      if (hand.agrees(w) !== undefined) return void unchanged++;
      const undone = hand.undid(w);
      if (undone !== undefined) conflicts.push(conflict(w, undone));
      return undone === undefined;
    });
    const { pairs, wanted: fresh, before: gone } = pair(rest, fromReturn.filter((e) => e.kind === kind), {
      told, begins: (w, e) => isBeginningOf(w, e, settled), follows: (w, e) => isFollowedBy(e, w, years),
    });
    for (const [w, e] of pairs) {
      const now = settleEnd(w, e, years);
      if (identical(now, e) || isOlderTelling(now, e, years)) unchanged++;
      else add.push({ ...now, supersedes: e.number, cause: causeOf(now, e) });
    }
    for (const e of gone) if (told(e)) vanished.add(e);
    for (const w of fresh) {
      const otherwise = hand.contradicts(w);
      if (otherwise === undefined) add.push(w);
      else conflicts.push(conflict(w, otherwise));
    }
  }

  const { drafts, clashes, replaced } = fitTracks(add, c.entries, vanished, years);
  const superseded = new Set(drafts.map((d) => d.supersedes));
  for (const e of vanished) if (replaced.includes(e) || superseded.has(e.number)) vanished.delete(e);
  const withdrawn = [...replaced, ...(withdrawVanished ? vanished : [])].map((e) => withdrawal(e, yearTelling(e, c, years)));
  return {
    add: [...withdrawn, ...drafts],
    conflicts: [...conflicts, ...clashes.map(([draft, entry]) => conflict(draft, entry))],
    vanished: [...vanished],
    unchanged,
  };
}

/** What an absent child’s entries from earlier imports should have been told again by these years, were they still so. */
export function vanishedWith(current: readonly Entry[], { years, withdrawVanished = false }: ReconcileContext): Reconciled {
  const c = fold(current);
  const vanished = c.entries.filter((e) => isFromReturn(e) && yearTelling(e, c, years) !== undefined);
  const add = withdrawVanished ? vanished.map((e) => withdrawal(e, yearTelling(e, c, years))) : [];
  return { add, conflicts: [], vanished, unchanged: 0 };
}

/** The Header says how a child is now: an older year’s does not undo what a later one said. */
const isOlderTelling = (w: Draft, e: Entry, years: readonly ReturnYear[]): boolean =>
  KINDS[w.kind].ssda903?.table === "Header" && e.source.type === "ssda903" && e.source.upTo > (spokenUpTo(w.kind, years) ?? e.source.upTo);

function causeOf(w: Draft, e: Entry): Cause {
  const onlyDay = identical({ ...w, happenedOn: e.happenedOn }, e);
  if (onlyDay) return "moved";
  const before = Object.fromEntries(Object.entries(w.detail).filter(([name]) => !OF_THE_END.includes(name) || e.detail[name] !== undefined));
  const { until, ...open } = w;
  return until !== undefined && e.until === undefined && identical({ ...open, detail: before }, e) ? "ended" : "corrected";
}

/** Withdraws an entry in the name of the file that should have told of it. Its row is gone, so it is said of the header’s. */
function withdrawal(e: Entry, year: ReturnYear | undefined): Draft {
  const file = year?.files.find((f) => f.table === KINDS[e.kind].ssda903?.table)?.name;
  return {
    kind: e.kind,
    happenedOn: e.happenedOn,
    ...(e.until === undefined ? {} : { until: e.until }),
    certainty: e.certainty,
    detail: e.detail,
    source: year === undefined || file === undefined ? e.source : { type: "ssda903", file, row: 1, tables: year.tables, upTo: year.knownUpTo },
    supersedes: e.number,
    cause: "gone-from-source",
  };
}

function conflict(w: Draft, e: Entry): Conflict {
  const { source } = w;
  return {
    kind: w.kind,
    entry: e.number,
    recordSays: e.cause !== undefined && isWithdrawal(e.cause) ? `withdrawn, ${inWords(e)}` : inWords(e),
    fileSays: inWords(w),
    fileOn: w.happenedOn,
    file: source.type === "ssda903" ? source.file : "",
    row: source.type === "ssda903" ? source.row : 0,
  };
}
