import type { Person } from "../../domain/access/viewer.ts";
import { type CloseInput, closeForm, openForm } from "../../domain/forms/open-close.ts";
import { evaluate } from "../../domain/standards/evaluate.ts";
import type { App } from "../app.ts";
import { changeChild } from "../change-child.ts";
import { standardsFor } from "../standards-for.ts";
import type { Outcome } from "../views.ts";

/** Opens a child’s milestones form from today, or opens it again. */
export const openMilestonesForm = (app: App, person: Person, recordId: string, basedOn: number): Promise<Outcome> =>
  changeChild(app, person, recordId, basedOn, "open-milestones-form", (_, c) => openForm(c, app.clock.today()));

/** Closes it with its end reason; refused where standards still run that it would answer. */
export const closeMilestonesForm = (app: App, person: Person, recordId: string, basedOn: number, input: CloseInput): Promise<Outcome> =>
  changeChild(app, person, recordId, basedOn, "close-milestones-form", async (writer, c, { authority }) => {
    const { pack } = await standardsFor(writer, authority);
    return closeForm(c, input, evaluate(c, pack, app.calendar), pack, app.clock.today());
  });
