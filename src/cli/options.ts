import { type Day, parseDay } from "../domain/dates/day.ts";
import { type Call, WrongUsage } from "./command.ts";

/** An option’s text. Throws WrongUsage where it is missing or empty. */
export function required(call: Call, name: string, what: string): string {
  const value = call.options[name];
  if (typeof value !== "string" || value.trim() === "") throw new WrongUsage(`--${name} is missing: ${what}`);
  return value;
}

export function optional(call: Call, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === "string" ? value : undefined;
}

export const flag = (call: Call, name: string): boolean => call.options[name] === true;

/** Every value of an option that may be given more than once. */
export function list(call: Call, name: string): readonly string[] {
  const value = call.options[name];
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === "string") : [];
}

export function wholeNumber(text: string, name: string, least: number, most: number): number {
  const n = Number(text);
  if (!/^\d+$/.test(text) || n < least || n > most) {
    throw new WrongUsage(`--${name} is “${text}”, and should be a whole number from ${least} to ${most}`);
  }
  return n;
}

export function dayOption(text: string, name: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new WrongUsage(`--${name} is “${text}”, and should be a day written like 2026-03-31`);
  return day;
}

/** The words of a command, exactly as many as it takes. */
export function words(call: Call, names: readonly string[]): readonly string[] {
  if (call.words.length < names.length) throw new WrongUsage(`${names[call.words.length]} is missing`);
  const extra = call.words[names.length];
  if (extra !== undefined) throw new WrongUsage(`“${extra}” is one word too many`);
  return call.words;
}
