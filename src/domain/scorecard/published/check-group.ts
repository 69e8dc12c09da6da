import type { Refusal } from "../../commands/command.ts";
import { editDistance } from "../../sheets/wording.ts";
import { listed } from "../../words.ts";
import { type ComparatorGroup, GROUP_KINDS, type GroupKind, type PublishedFigure } from "./published.ts";
import { isArea, type OwnName, plainArea, plainOrSpelt } from "./same-area.ts";

export type GroupDraft = Omit<ComparatorGroup, "id">;
/** What a form gave, as it was typed: members one to a line. */
export type TypedGroup = Readonly<Record<"name" | "kind" | "members", string>>;

const LONGEST_NAME = 120;
const MOST_MEMBERS = 200;
const NEAR = 3;

/** The authorities that published figures name, by name. */
export const knownAuthorities = (figures: readonly PublishedFigure[]): readonly string[] =>
  [...new Set(figures.filter(({ level }) => level === "authority").map(({ area }) => area))].sort((a, b) => a.localeCompare(b, "en-GB"));

/** Reads a group from a form; or all that is wrong with it. `others`: the groups kept, without the one that is changed. `own`: the authority that is to be compared with it. */
export function readGroup(typed: TypedGroup, others: readonly ComparatorGroup[], figures: readonly PublishedFigure[], own: OwnName): { readonly group: GroupDraft } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const name = typed.name.trim().replaceAll(/\s+/g, " ");
  if (name === "") refusals.push({ field: "name", message: "Give the group a name" });
  else if (name.length > LONGEST_NAME) refusals.push({ field: "name", message: `Shorten the name to ${LONGEST_NAME} letters` });
  else if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) refusals.push({ field: "name", message: `There is a group called ${name} already. Change that one, or choose another name` });
  const kind = (Object.keys(GROUP_KINDS) as GroupKind[]).find((known) => known === typed.kind);
  if (kind === undefined) refusals.push({ field: "kind", message: "Choose what kind of group it is" });
  const { members, fault } = readMembers(typed.members, knownAuthorities(figures));
  if (fault === undefined && members.every((area) => isArea({ area, code: null }, own))) refusals.push({ field: "members", message: `Write at least one authority besides ${own.name}: with itself alone there is nothing to compare` });
  if (fault !== undefined) refusals.push({ field: "members", message: fault });
  return kind === undefined || refusals.length > 0 ? { refusals } : { group: { name, kind, members } };
}

/** Members as the published figures spell them, each once. */
function readMembers(text: string, known: readonly string[]): { readonly members: readonly string[]; readonly fault?: string } {
  const typed = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  if (known.length === 0) return { members: [], fault: "Import published figures first: a group is made of the authorities that they name" };
  if (typed.length === 0) return { members: [], fault: "Write the authorities of the group, one to a line" };
  if (typed.length > MOST_MEMBERS) return { members: [], fault: `A group has no more than ${MOST_MEMBERS} authorities` };
  const byPlain = new Map(known.map((area) => [plainOrSpelt(area), area]));
  const unknown = typed.filter((line) => !byPlain.has(plainOrSpelt(line)));
  if (unknown.length > 0) {
    const named = unknown.map((line) => {
      const near = nearest(line, known);
      return `“${line}”${near === undefined ? "" : ` (perhaps ${near})`}`;
    });
    return { members: [], fault: `The published figures do not name ${listed(named)}. Spell every authority as they do` };
  }
  return { members: [...new Set(typed.map((line) => byPlain.get(plainOrSpelt(line))!))] };
}

function nearest(line: string, known: readonly string[]): string | undefined {
  const plain = plainArea(line);
  let [found, least]: [string | undefined, number] = [undefined, Math.min(NEAR, Math.floor(plain.length / 3)) + 1];
  for (const area of known) {
    const distance = editDistance(plain, plainArea(area), least);
    if (distance < least) [found, least] = [area, distance];
  }
  return found;
}
