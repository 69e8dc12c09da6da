import { actorOf, type Viewer } from "../../domain/access/viewer.ts";
import { endInvolvement, type EndInvolvementInput } from "../../domain/commands/end-involvement.ts";
import { endRestriction, type EndRestrictionInput } from "../../domain/commands/end-restriction.ts";
import { involve, type InvolveInput } from "../../domain/commands/involve.ts";
import { restrictRecord, type RestrictInput } from "../../domain/commands/restrict-record.ts";
import type { App } from "../app.ts";
import { changeChild } from "../change-child.ts";
import type { Outcome } from "../views.ts";
import { nameableIn } from "./open-access.ts";

/** One thing to be done about who may open a record. */
export type AccessCommand =
  | { readonly name: "restrict-record"; readonly input: RestrictInput }
  | { readonly name: "end-restriction"; readonly input: EndRestrictionInput }
  | { readonly name: "involve"; readonly input: InvolveInput }
  | { readonly name: "end-involvement"; readonly input: EndInvolvementInput };

/** Restricts a record or names somebody on it, or ends either. `by` stays named on what they restrict, unless they say otherwise. */
export const changeAccess = (app: App, viewer: Viewer, recordId: string, basedOn: number, command: AccessCommand): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, command.name, async (writer, c, { authority }) => {
    const today = app.clock.today();
    switch (command.name) {
      case "restrict-record": return restrictRecord(c, command.input, actorOf(viewer), await nameableIn(writer, authority), today);
      case "end-restriction": return endRestriction(c, command.input, today);
      case "involve": return involve(c, command.input, await nameableIn(writer, authority), today);
      case "end-involvement": return endInvolvement(c, command.input, await nameableIn(writer, authority), today);
    }
  });
