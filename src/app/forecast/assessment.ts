import type { Person } from "../../domain/access/viewer.ts";
import { COMMANDS, type Refusal } from "../../domain/commands/command.ts";
import { type App, forbids } from "../app.ts";

/** In characters. */
const LONGEST = 200;

/** Puts down the reference of the data protection impact assessment of forecasts; what is wrong with it, where anything is. */
export async function sayAssessment(app: App, person: Person, text: string): Promise<{ readonly said: true } | { readonly forbidden: string } | { readonly refusals: readonly Refusal[] }> {
  const forbidden = forbids(person, COMMANDS["say-assessment"].permission);
  if (forbidden !== undefined) return { forbidden };
  const reference = text.trim();
  if (reference === "") return { refusals: [{ field: "reference", message: "Give the reference of the assessment, as your records have it" }] };
  if (reference.length > LONGEST) return { refusals: [{ field: "reference", message: `Write the reference in ${LONGEST} characters or fewer` }] };
  const { code } = person.organisation;
  await app.store.inTransaction(person, async (writer) => {
    await writer.lock(code);
    await writer.sayForecastAssessment(code, reference, app.clock.now());
    await writer.appendAudit(code, { command: "say-assessment", input: {} }, app.clock.now());
  });
  return { said: true };
}
