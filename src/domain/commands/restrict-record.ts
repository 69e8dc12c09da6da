import { namedOn, type NamedPerson, restrictionOf, whyNotNamed } from "../access/named.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";
import { naming, type Nameable } from "./involve.ts";

export interface RestrictInput {
  readonly why: string;
  /** Accounts of those to be named, beside those who are named already. */
  readonly people: readonly string[];
  /** `no` where whoever restricts does not mean to stay: they are no longer named either. */
  readonly stay: string;
}

/** Restricts a record by hand: from now on only the people named on it open it. `by`: who restricts, and stays named unless they say otherwise. */
export function restrictRecord(c: Case, input: RestrictInput, by: string, among: Nameable, today: Day): Decision {
  const had = restrictionOf(c);
  if (had !== undefined) return refuse({ field: "why", message: `This record is restricted already, since ${dayInWords(had.happenedOn)}` });
  const refusals: Refusal[] = [];
  const why = input.why.trim();
  if (why === "") refusals.push({ field: "why", message: "Say why the record is restricted. Only those who may open it can read this" });
  const asked = [...new Set([...input.people, ...(input.stay === "no" ? [] : [by])])];
  for (const account of asked) {
    const whyNot = whyNotNamed(among.people.find((person) => person.account === account), among.authority, among.agency, today);
    if (whyNot !== undefined) refusals.push({ field: "people", message: whyNot });
  }
  const leaves = (n: NamedPerson): boolean => input.stay === "no" && n.account === by && n.as === "named";
  const before = namedOn(c, today);
  const named = before.filter((n) => !leaves(n));
  const here = named.filter(({ account }) => whyNotNamed(among.people.find((person) => person.account === account), among.authority, among.agency, today) === undefined);
  if (asked.length === 0 && here.length === 0) refusals.push({ field: "people", message: "Choose at least one person: a record that nobody may open cannot be worked on" });
  if (refusals.length > 0) return refuse(...refusals);
  const missing = asked.filter((account) => !named.some((n) => n.account === account && n.until === null));
  return accept(
    { kind: "restriction", happenedOn: today, certainty: "actual", detail: { why }, source: { type: "person" } },
    ...missing.map((account) => naming(account, "named", why, today)),
    ...before.filter(leaves).map((n) => ({ ...naming(by, "named", n.why, n.from, today), supersedes: n.number, cause: "ended" as const, reason: why })),
  );
}
