import type { EntryInput } from "./command.ts";

/** One thing that happened, and which of the inputs given said so, by their places. */
export interface Joined {
  readonly input: EntryInput;
  readonly of: readonly number[];
}

/** What several lines of a form say of one day, and do not say differently, is one thing: their details, and their evidence, together. */
export function joined(inputs: readonly EntryInput[]): readonly Joined[] {
  const all: { input: EntryInput; of: number[] }[] = [];
  for (const [i, input] of inputs.entries()) {
    const one = all.find((other) => saysTheSame(other.input, input));
    if (one === undefined) all.push({ input, of: [i] });
    else {
      one.input = { ...one.input, detail: together(one.input.detail, input.detail) };
      one.of.push(i);
    }
  }
  return all;
}

type Details = EntryInput["detail"];

const saysTheSame = (a: EntryInput, b: EntryInput): boolean =>
  a.kind === b.kind && a.happenedOn.trim() === b.happenedOn.trim() && (a.until ?? "") === (b.until ?? "") && a.certainty === b.certainty &&
  Object.keys(a.detail).every((name) => BESIDE.has(name) || b.detail[name] === undefined || b.detail[name] === a.detail[name]);

/** Where the proof is may be two places; for whom it was done, somebody’s own is nobody’s behalf. */
const EVIDENCE = ["evidenceSystem", "evidencePlace", "evidenceBy"] as const;
const BESIDE: ReadonlySet<string> = new Set<string>([...EVIDENCE, "onBehalfOf"]);

function together(a: Details, b: Details): Details {
  const both: Record<string, string> = { ...a, ...b };
  for (const name of EVIDENCE) {
    const said = [...new Set([a[name] ?? "", b[name] ?? ""].map((text) => text.trim()).filter((text) => text !== ""))];
    if (said.length > 0) both[name] = said.join("; ");
  }
  if (a["onBehalfOf"] === undefined || b["onBehalfOf"] === undefined) delete both["onBehalfOf"];
  return both;
}
