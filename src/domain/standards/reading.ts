import { type Day, parseDay } from "../dates/day.ts";
import { type Duration, parseDuration } from "../dates/duration.ts";

/** Where in a document a thing stands: `["standards", 3, "within"]`. */
export type Path = readonly (string | number)[];

/** Thrown where a document does not say what it must; caught at the edge of each standard. */
export class Unreadable extends Error {
  override name = "Unreadable";
  readonly path: Path;
  constructor(path: Path, message: string) {
    super(message);
    this.path = path;
  }
}

/** A place in a parsed document (YAML or JSON) and what it holds. Every question answers, or throws Unreadable. */
export class Place {
  readonly value: unknown;
  readonly path: Path;

  constructor(value: unknown, path: Path = []) {
    this.value = value;
    this.path = path;
  }

  refuse(message: string): never {
    throw new Unreadable(this.path, message);
  }

  isMapping(): boolean {
    return typeof this.value === "object" && this.value !== null && !Array.isArray(this.value);
  }

  /** The keys of a mapping; refuses any that is not among those allowed. */
  keys(allowed: readonly string[] | null = null): readonly string[] {
    if (!this.isMapping()) this.refuse("Give names with their values here");
    const keys = Object.keys(this.value as object);
    const unknown = allowed === null ? undefined : keys.find((key) => !allowed.includes(key));
    if (unknown !== undefined) {
      throw new Unreadable([...this.path, unknown], `“${unknown}” means nothing here: use ${allowed!.join(", ")}`);
    }
    return keys;
  }

  maybe(key: string): Place | undefined {
    const value = this.isMapping() ? (this.value as Record<string, unknown>)[key] : undefined;
    return value === undefined || value === null ? undefined : new Place(value, [...this.path, key]);
  }

  at(key: string): Place {
    return this.maybe(key) ?? this.refuse(`“${key}” is missing`);
  }

  list(): readonly Place[] {
    if (!Array.isArray(this.value)) this.refuse("Give a list here");
    return (this.value as unknown[]).map((item, i) => new Place(item, [...this.path, i]));
  }

  /** A list, or one thing that stands for a list of one. */
  oneOrMore(): readonly Place[] {
    return Array.isArray(this.value) ? this.list() : [this];
  }

  text(): string {
    const { value } = this;
    if (typeof value !== "string" || value.trim() === "") this.refuse("Give some words here");
    return (value as string).trim().replace(/\s+/g, " ");
  }

  yesNo(): boolean {
    return typeof this.value === "boolean" ? this.value : this.refuse("Give true or false here");
  }

  count(): number {
    const { value } = this;
    return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : this.refuse(`“${String(value)}” is not a whole number`);
  }

  day(): Day {
    return parseDay(String(this.value)) ?? this.refuse(`“${String(this.value)}” is not a day: write it like 2026-03-31`);
  }

  duration(): Duration {
    return parseDuration(String(this.value))
      ?? this.refuse(`“${String(this.value)}” is not a length of time: write it like “5 working days”, “4 weeks” or “3 months”`);
  }

  /** One of the keys of a table. */
  oneOf<K extends string>(table: Readonly<Record<K, unknown>>, what: string): K {
    const { value } = this;
    if (typeof value === "string" && Object.hasOwn(table, value)) return value as K;
    return this.refuse(`“${String(value)}” is not ${what}: use ${Object.keys(table).slice(0, 24).join(", ")}`);
  }
}
