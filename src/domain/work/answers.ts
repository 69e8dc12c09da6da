import { detailOf, isSiblingGroupKind, type Kind, KINDS } from "../chronology/kinds.ts";
import { stopsOf } from "../standards/compile.ts";
import { kindsOf, occasionInWords } from "../standards/occasions.ts";
import type { KindOccasion, Occasion, Standard, Where } from "../standards/standard.ts";
import { anyOf } from "../standards/words.ts";

/** One way to answer a clock: an entry of this kind that says these things. */
export interface AnswerWay {
  readonly kind: Kind;
  /** What it must say for it to count, as a form sends it: `{ noted: "yes" }`. */
  readonly preset: Readonly<Record<string, string>>;
  /** What it may say of a detail and still count, where that is one of several: `{ outcome: ["made", "refused"] }`. */
  readonly among: Readonly<Record<string, readonly string[]>>;
}

export interface AnswersOf {
  /** The usual one first; none for what is kept to and not done. */
  readonly ways: readonly AnswerWay[];
  /** Why there is nothing to record, in words; null where there is. */
  readonly keptTo: string | null;
}

/** By what entries a standard’s clocks are answered. Every standard has a way, or says why it is not done but kept to. */
export function answersOf(s: Standard): AnswersOf {
  const keptTo = whyKeptTo(s);
  if (keptTo !== null) return { ways: [], keptTo };
  const occasions = "also" in s ? [...stopsOf(s), ...s.also] : stopsOf(s);
  const ways = occasions.flatMap(waysOf);
  const unlike = ways.filter((way, i) => ways.findIndex((other) => JSON.stringify(other) === JSON.stringify(way)) === i);
  return { ways: unlike, keptTo: unlike.length > 0 ? null : "Nothing that is recorded by hand answers this" };
}

/** A limit ends with what it limits, and a most is never reached by doing more: neither is answered by an entry of its own. */
function whyKeptTo(s: Standard): string | null {
  if (s.shape === "rolling-sum") return `This is kept to, not done: it ends with ${anyOf(stopsOf(s).map(occasionInWords))}`;
  if (s.shape === "cap" && s.atLeast === null) return `This is kept to, not done: it ends with ${anyOf(s.by.map(occasionInWords))}`;
  if (s.shape !== "limit" || s.stops.length > 0) return null;
  return `This is kept to, not done: it ends when ${anyOf(s.starts.map(occasionInWords))} does`;
}

function waysOf(occasion: Occasion): readonly AnswerWay[] {
  const ways = "named" in occasion ? kindsOf(occasion).map((kind) => ({ kind, preset: {}, among: {} })) : occasion.edge === "end" ? [] : [wayOf(occasion)];
  return ways.filter(({ kind }) => KINDS[kind].notByHand === undefined && !isSiblingGroupKind(kind));
}

function wayOf({ kind, where, outcomes }: KindOccasion): AnswerWay {
  const asked = where.map((w) => [w.field, valuesOf(kind, w)] as const);
  if (detailOf(kind)["outcome"] !== undefined) asked.push(["outcome", outcomes ?? ["made"]]);
  const preset: Record<string, string> = {};
  const among: Record<string, readonly string[]> = {};
  for (const [field, values] of asked) {
    const [only] = values;
    if (values.length === 1 && only !== undefined) preset[field] = only;
    else if (values.length > 1) among[field] = values;
  }
  return { kind, preset, among };
}

/** The values that a detail may have, as a form sends them; none where it may be anything. */
function valuesOf(kind: Kind, { field, values, not }: Where): readonly string[] {
  const { type, codes = {} } = detailOf(kind)[field] ?? {};
  const given = values.map((value) => (value === true ? "yes" : value === false ? "no" : String(value)));
  if (!not) return given;
  const all = type === "yes-no" ? ["yes", "no"] : type === "code" ? Object.keys(codes) : [];
  return all.filter((value) => !given.includes(value));
}

/** “Match decision (outcome: Decided)”: a way as a list to choose from names it. */
export function wayInWords({ kind, preset }: AnswerWay): string {
  const fields = detailOf(kind);
  const said = Object.entries(preset).filter(([, value]) => value !== "made").map(([name, value]) => {
    const { label = name, codes, type } = fields[name] ?? {};
    return type === "yes-no" && value === "yes" ? label : `${label}: ${codes?.[value] ?? value}`;
  });
  return said.length === 0 ? KINDS[kind].label : `${KINDS[kind].label} (${said.join("; ")})`;
}
