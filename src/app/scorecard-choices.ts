import type { Person } from "../domain/access/viewer.ts";
import { COMMANDS, type Refusal } from "../domain/commands/command.ts";
import { byOrder, type Choices, readChoices, USUAL } from "../domain/scorecard/choices.ts";
import type { Reader } from "../store/reader.ts";
import type { JourneyRow } from "../store/rows.ts";
import { type App, forbids } from "./app.ts";

/** How an authority reads the definitions of its figures: as is usual here, until it chooses. */
export const choicesOf = async (reader: Reader, authority: string): Promise<Choices> => (await reader.scorecardReadings(authority))?.choices ?? USUAL;

/** Every child’s journey, with the placement order that the authority counts from. */
export const journeysByChoice = async (reader: Reader, authority: string): Promise<readonly JourneyRow[]> => byOrder(await reader.journeys(authority), await choicesOf(reader, authority));

/** Settles for an authority what the published definitions leave open; what is wrong with it, where anything is. */
export async function chooseReadings(app: App, person: Person, given: Readonly<Record<string, string | undefined>>): Promise<{ readonly chosen: Choices } | { readonly forbidden: string } | { readonly refusals: readonly Refusal[] }> {
  const forbidden = forbids(person, COMMANDS["choose-readings"].permission);
  if (forbidden !== undefined) return { forbidden };
  const chosen = readChoices(given);
  if (chosen === undefined) return { refusals: [{ field: "order", message: "Choose one of the readings for each of the three points" }] };
  const { code } = person.organisation;
  await app.store.inTransaction(person, async (writer) => {
    await writer.lock(code);
    await writer.chooseScorecardReadings(code, chosen, app.clock.now());
    await writer.appendAudit(code, { command: "choose-readings", input: { ...chosen } }, app.clock.now());
  });
  return { chosen };
}
