import type { Viewer } from "../../domain/access/viewer.ts";
import { CERTAINTIES } from "../../domain/chronology/entry.ts";
import { KINDS } from "../../domain/chronology/kinds.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import { type Day, dayInWords } from "../../domain/dates/day.ts";
import { kindStopping } from "../../domain/decisions/stopping.ts";
import { judge, stateInWords } from "../../domain/standards/clock.ts";
import { versionFor } from "../../domain/standards/compile.ts";
import type { CompiledPack } from "../../domain/standards/evaluate.ts";
import { needsOf } from "../../domain/standards/extensions.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import { DESKS } from "../../domain/work/desk.ts";
import type { Seat } from "../../domain/work/seats.ts";
import type { DeskRow, StartingEntry } from "../../store/desk.ts";
import type { Reader } from "../../store/reader.ts";
import { commandFor } from "../agency/given.ts";
import { type App, forbids } from "../app.ts";
import { standardsFor } from "../standards-for.ts";
import type { WorkItem } from "./views.ts";

/** What rows of a desk are told by. */
export interface ItemShape {
  readonly today: Day;
  readonly viewer: Viewer;
  readonly seats: readonly Seat[];
  readonly showsNames: boolean;
  /** Names by account. */
  readonly names: ReadonlyMap<string, string>;
  readonly packOf: (authority: string) => CompiledPack;
}

/** The standards of these rows’ authorities, read at the reader’s moment. */
export async function packsOf(app: App, reader: Reader, rows: readonly { readonly authority: string }[]): Promise<ItemShape["packOf"]> {
  const packs = new Map<string, CompiledPack>();
  for (const code of new Set(rows.map(({ authority }) => authority))) packs.set(code, (await standardsFor(reader, code)).pack);
  return (authority) => packs.get(authority) ?? app.pack;
}

/** A row of a desk as a page shows it. */
export function itemOf(row: DeskRow, { today, viewer, seats, showsNames, names, packOf }: ItemShape): WorkItem {
  const { clock, start } = row;
  const seat = seats[row.seat];
  const standard = versionFor(packOf(row.authority), clock);
  const judged = judge(clock, today);
  const maySay = forbids(viewer, COMMANDS[commandFor(viewer, "record-entries")].permission) === undefined;
  return {
    recordId: row.recordId, authority: row.authority, localId: row.localId, name: showsNames ? row.name : null, stage: row.stage,
    families: row.families, group: row.group, standard: clock.standard, occurrence: clock.occurrence,
    title: standard?.title ?? clock.standard, owner: clock.owner, dueOn: clock.dueOn, state: judged.state, flags: clock.flags,
    standing: stateInWords(judged),
    because: start === null ? null : becauseInWords(start, standard),
    movedFrom: start?.movedFrom ?? null,
    forWhom: seat?.forAccount == null ? null : (names.get(seat.forAccount) ?? seat.forAccount),
    chased: DESKS[clock.owner].chases === true,
    nobodyAs: nobodyAs(seat),
    decides: maySayDecided(viewer, seat) && clock.owner === "decision-maker" ? (kindStopping(clock, packOf(row.authority)) ?? null) : null,
    may: {
      answer: maySay, decline: forbids(viewer, COMMANDS["decline-standard"].permission) === undefined && standard?.mayDecline === true,
      extend: forbids(viewer, "request-extension") === undefined && clock.dueOn !== null && standard !== undefined && typeof needsOf(standard) !== "string",
    },
  };
}

/** On a seat of a role it is the viewer’s own to decide, or that of somebody whose deputy they are today; managers look at others’ seats too. */
const maySayDecided = (viewer: Viewer, seat: Seat | undefined): boolean =>
  seat?.by === "role" && viewer.type === "person" && (viewer.role === "decision-maker" || seat.forAccount !== null);

function nobodyAs(seat: Seat | undefined): WorkItem["nobodyAs"] {
  switch (seat?.by) {
    case "no-social-worker": return "social-worker";
    case "no-family-finder": return "family-finder";
    case "no-reviewing-officer": return "reviewing-officer";
    default: return null;
  }
}

function becauseInWords({ kind, happenedOn, certainty }: StartingEntry, standard: Standard | undefined): string {
  const goesBy = standard?.shape === "lead-time" || standard?.shape === "order";
  return `${goesBy ? "Goes by" : "Runs from"} ${KINDS[kind].label}, ${dayInWords(happenedOn)}${certainty === "actual" ? "" : ` (${CERTAINTIES[certainty].toLowerCase()})`}`;
}
