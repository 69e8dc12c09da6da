import type { Role } from "../access/role.ts";
import type { Detail } from "../chronology/entry.ts";
import { nearWord, sameName, wordsOf } from "./recognise-names.ts";

/** Somebody to whom children may be allocated. */
export interface KnownWorker {
  readonly account: string;
  /** The code by which children are allocated, where there is one. */
  readonly worker: string | null;
  readonly name: string;
  readonly role: Role;
}

/** Whom a sheet means by what it writes of a worker. */
export interface WorkerMeant {
  /** What an entry says: the worker’s code or account, or the sheet’s own words where nobody is known by them. */
  readonly value: string;
  /** Known for certain, likely by a near spelling, one of several, or nobody. */
  readonly how: "known" | "likely" | "several" | "nobody";
  readonly name?: string;
  /** Whether an entry that says this already means the same person. */
  readonly isSaid: (value: string) => boolean;
}

export type RecogniseWorker = (said: string, role: Role) => WorkerMeant;

/** A worker as a record holds one, by name where it is somebody known here. */
export function workerNamer(workers: readonly KnownWorker[]): (value: string) => string {
  const names = new Map(workers.flatMap((w) => [[w.account, w.name] as const, ...(w.worker === null ? [] : [[w.worker, w.name] as const])]));
  return (value) => names.get(value) ?? value;
}

/** Six letters for why a worker changed, as a return gives it: there is no wording of these codes to show. */
const REASON_CODE = /^[A-Z]{6}$/;

/** An entry’s detail for people: a worker by name, and without the codes that have no words. */
export function detailByName(detail: Detail, nameOf: (worker: string) => string): Detail {
  const { worker, reason, ...rest } = detail;
  return {
    ...(typeof worker === "string" ? { worker: nameOf(worker) } : {}),
    ...rest,
    ...(reason === undefined || (typeof worker === "string" && REASON_CODE.test(String(reason))) ? {} : { reason }),
  };
}

/** Finds workers by account, code or name: “Hart, Jo”, “J Hart” and one letter wrong are forgiven where only one can be meant. */
export function workerRecogniser(workers: readonly KnownWorker[]): RecogniseWorker {
  const met = new Map<string, WorkerMeant>();
  return (said, role) => {
    const key = `${role}\n${said}`;
    const before = met.get(key);
    if (before !== undefined) return before;
    const meant = whoIsMeant(workers, said.trim().replace(/\s+/g, " "), role);
    met.set(key, meant);
    return meant;
  };
}

function whoIsMeant(workers: readonly KnownWorker[], said: string, role: Role): WorkerMeant {
  const plain = said.toLowerCase();
  const isText = (value: string): boolean => value.toLowerCase() === plain || sameName(value, said);
  for (const [how, fits] of WAYS) {
    const all = workers.filter((w) => fits(w, said));
    const own = all.filter((w) => w.role === role);
    const found = own.length > 0 ? own : all;
    if (found.length === 0) continue;
    const [first] = found as [KnownWorker];
    const isSaid = (value: string): boolean => isText(value) || found.some((w) => value === w.account || value === w.worker);
    return found.length === 1 ? { value: first.worker ?? first.account, how, name: first.name, isSaid } : { value: said, how: "several", isSaid };
  }
  return { value: said, how: "nobody", isSaid: isText };
}

type Way = readonly [how: "known" | "likely", fits: (worker: KnownWorker, said: string) => boolean];
const WAYS: readonly Way[] = [
  ["known", (w, said) => [w.account, w.worker].some((id) => id?.toLowerCase() === said.toLowerCase())],
  ["known", (w, said) => sameName(w.name, said)],
  ["likely", (w, said) => initialled(wordsOf(w.name), wordsOf(said))],
  ["likely", (w, said) => nearlyNamed(wordsOf(w.name), wordsOf(said))],
];

/** “J Hart” or “Hart J” for Jo Hart. */
function initialled(name: readonly string[], said: readonly string[]): boolean {
  const [given, family] = [name[0], name.at(-1)];
  if (given === undefined || family === undefined || name.length < 2 || said.length !== 2 || !said.includes(family)) return false;
  const other = said.find((word) => word !== family);
  return other?.length === 1 && given.startsWith(other);
}

/** As many words, one of them a letter or two wrong. */
function nearlyNamed(name: readonly string[], said: readonly string[]): boolean {
  if (name.length < 2 || name.length !== said.length) return false;
  const odd = said.filter((word) => !name.includes(word));
  const left = name.filter((word) => !said.includes(word));
  return odd.length === 1 && left.length === 1 && nearWord(odd[0]!, left[0]!);
}
