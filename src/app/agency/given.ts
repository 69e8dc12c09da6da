import type { Viewer } from "../../domain/access/viewer.ts";
import { kindsGiven } from "../../domain/agency/functions.ts";
import { isWrittenByAgency } from "../../domain/agency/shown.ts";
import type { Draft } from "../../domain/chronology/entry.ts";
import { type Kind, KINDS } from "../../domain/chronology/kinds.ts";
import type { CommandName } from "../../domain/commands/command.ts";
import type { Reader } from "../../store/reader.ts";
import { sideOf } from "./side.ts";

/** What an agency's person does in the place of a command that they have no permission for, where the function is given to the agency. */
const GIVEN: Readonly<Partial<Record<CommandName, CommandName>>> = {
  "record-entry": "record-given", "record-entries": "record-given", "correct-entry": "correct-given", "withdraw-entry": "withdraw-given",
};

/** The command under which somebody does this: an agency's people record, correct and withdraw what belongs to the functions given. */
export const commandFor = (viewer: Viewer, name: CommandName): CommandName => (sideOf(viewer) === "agency" ? GIVEN[name] ?? name : name);

/** What an agency's person may record of an authority's children; nothing where they are not limited so. */
export async function kindsFor(viewer: Viewer, reader: Pick<Reader, "agreementOf">, authority: string): Promise<readonly Kind[] | undefined> {
  if (sideOf(viewer) !== "agency" || viewer.type !== "person") return undefined;
  const agreement = await reader.agreementOf(authority);
  return agreement?.agency === viewer.organisation.code ? kindsGiven(agreement.functions) : [];
}

/** Why an agency's person may not write these; nothing where they may. */
export async function notGiven(viewer: Viewer, reader: Pick<Reader, "agreementOf">, authority: string, drafts: readonly Draft[]): Promise<string | undefined> {
  const kinds = await kindsFor(viewer, reader, authority);
  const outside = kinds === undefined ? undefined : drafts.find(({ kind }) => !isWrittenByAgency(kind) && !kinds.includes(kind));
  return outside === undefined ? undefined : functionNotGiven(outside.kind);
}

export const functionNotGiven = (kind: Kind): string =>
  `${KINDS[kind].label}: the authority has not given your agency the adoption function that this belongs to. You can put down the agency’s own date of it instead`;
