import type { Person } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { Case } from "../../domain/chronology/fold.ts";
import { COMMANDS, type Decision } from "../../domain/commands/command.ts";
import { type CloseInput, closeForm, openForm } from "../../domain/forms/open-close.ts";
import { evaluate } from "../../domain/standards/evaluate.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { write, writing } from "../run-command.ts";
import { standardsFor } from "../standards-for.ts";
import type { Outcome } from "../views.ts";

/** Opens a child’s milestones form from today, or opens it again. */
export const openMilestonesForm = (app: App, person: Person, recordId: string, basedOn: number): Promise<Outcome> =>
  managing(app, person, recordId, basedOn, "open-milestones-form", (_, __, c) => Promise.resolve(openForm(c, app.clock.today())));

/** Closes it with its end reason; refused where standards still run that it would answer. */
export const closeMilestonesForm = (app: App, person: Person, recordId: string, basedOn: number, input: CloseInput): Promise<Outcome> =>
  managing(app, person, recordId, basedOn, "close-milestones-form", async (writer, authority, c) => {
    const { pack } = await standardsFor(writer, authority);
    return closeForm(c, input, evaluate(c, pack, app.calendar), pack, app.clock.today());
  });

type Decide = (writer: Writer, authority: string, c: Case) => Promise<Decision>;

async function managing(app: App, person: Person, recordId: string, basedOn: number, name: "open-milestones-form" | "close-milestones-form", decide: Decide): Promise<Outcome> {
  const reason = forbids(person, COMMANDS[name].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return writing(app, person, async (writer) => {
    const record = await writer.getRecord(recordId);
    if (record === undefined || record.type !== "child") return { outcome: "not-found" };
    await writer.lock(record.authority);
    const entries = await writer.entriesOf(recordId);
    const version = entries.reduce((latest, e) => Math.max(latest, e.number), 0);
    if (version > basedOn) return { outcome: "overtaken", version, since: entries.filter((e) => e.number > basedOn) };
    const decision = await decide(writer, record.authority, fold(entries));
    if (!decision.accepted) return { outcome: "refused", refusals: decision.refusals };
    return write(app, writer, record, entries, decision.drafts, name);
  });
}
