import type { ChildPage } from "../app/views.ts";
import { CERTAINTIES, type Entry } from "../domain/chronology/entry.ts";
import { KINDS } from "../domain/chronology/kinds.ts";
import { dayInWords } from "../domain/dates/day.ts";
import { STAGES } from "../domain/permanence/stage.ts";
import { CLOCK_FLAGS, isOpen, stateInWords } from "../domain/standards/clock.ts";
import { columns } from "./columns.ts";
import { wrapped } from "./wrapped.ts";

/** A child’s line and clocks for a person to read; clocks that are open, with why. */
export function childTable({ localId, authority, stage, today, asAt, case: c, clocks }: ChildPage): string {
  const known = asAt.knownOn === undefined ? "" : `, as it was known on ${dayInWords(asAt.knownOn)}`;
  return [
    `${localId}, ${authority.name}: ${STAGES[stage]}. Judged on ${dayInWords(today)}${known}`,
    "The line:",
    columns(c.entries.map(entryRow)),
    "Clocks:",
    columns(clocks.map((k) => [
      k.standard, k.title, k.dueOn === null ? "" : `due ${k.dueOn}`, [stateInWords(k), ...k.flags.map((f) => CLOCK_FLAGS[f])].join(", "),
    ])),
    ...whys(clocks),
  ].join("\n\n");
}

function whys(clocks: ChildPage["clocks"]): string[] {
  const open = clocks.filter((k) => isOpen(k) && k.state !== "not-recorded");
  return open.length === 0 ? [] : ["Why, of each clock that is open:", open.map((k) => `  ${k.standard}  ${k.title}\n${wrapped(k.why, 96, "    ")}`).join("\n")];
}

function entryRow({ kind, happenedOn, until, certainty, detail, source }: Entry): string[] {
  const details = Object.entries(detail).map(([field, value]) => {
    const shape = KINDS[kind].detail?.[field];
    const said = value === true ? "yes" : value === false ? "no" : (shape?.codes?.[String(value)] ?? String(value));
    return `${shape?.label ?? field}: ${said}`;
  });
  const from = "file" in source ? `${source.file}, row ${source.row}` : source.type;
  return [until === undefined ? happenedOn : `${happenedOn} to ${until}`, CERTAINTIES[certainty], KINDS[kind].label, details.join("; "), from];
}
