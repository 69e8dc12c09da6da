import type { Viewer } from "../../domain/access/viewer.ts";
import type { Draft } from "../../domain/chronology/entry.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { asPutDown, decide, type DecideInput } from "../../domain/commands/decide.ts";
import type { App } from "../app.ts";
import { changeChild } from "../change-child.ts";
import { chosenChildren } from "../several/chosen.ts";
import { orNotFound, writeSeveral } from "../several/record-several.ts";
import { decidingRoles } from "../work/deciding-roles.ts";
import type { Outcome } from "../views.ts";
import type { Confirmed, ConfirmOutcome } from "./views.ts";

/** Takes one decision, with its reasons and its feedback, in one transaction. Refused, in words, to anybody but who decides. */
export const decideForChild = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: DecideInput): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, "decide", async (writer, c) => {
    const today = app.clock.today();
    return decide(c, input, today, await decidingRoles(writer, viewer, today));
  });

/** Confirms several decisions as they were put down, all of them or none. */
export const confirmSeveral = (app: App, viewer: Viewer, all: readonly Confirmed[]): Promise<ConfirmOutcome> =>
  orNotFound(app.store.inTransaction<ConfirmOutcome>(viewer, async (writer) => {
    const ids = [...new Set(all.map(({ recordId }) => recordId))];
    const [first] = await writer.recordsById(ids);
    if (first === undefined) return { outcome: "not-found" };
    await writer.lock(first.authority);
    const children = await chosenChildren(writer, ids);
    if (children === undefined) return { outcome: "not-found" };
    const newer = children.filter(({ id, version }) => all.some((one) => one.recordId === id && version > one.basedOn));
    if (newer.length > 0) return { outcome: "overtaken", localIds: newer.map(({ localId }) => localId) };
    const today = app.clock.today();
    const roles = await decidingRoles(writer, viewer, today);
    const drafts = new Map<string, Draft[]>();
    const refused: { localId: string; refusals: readonly Refusal[] }[] = [];
    for (const { id, localId, entries } of children) {
      const c = fold(entries);
      for (const { entry } of all.filter(({ recordId }) => recordId === id)) {
        const put = c.entries.find((e) => e.number === entry);
        const decision = put === undefined ? undefined : decide(c, asPutDown(put), today, roles);
        if (decision?.accepted === true) drafts.set(id, [...drafts.get(id) ?? [], ...decision.drafts]);
        else refused.push({ localId, refusals: decision?.refusals ?? [{ field: "entry", message: "It has been corrected or withdrawn since" }] });
      }
    }
    if (refused.length > 0) return { outcome: "refused", children: refused };
    const count = [...drafts.values()].flat().length;
    await writeSeveral(app, writer, first.authority, children, drafts, { command: "decide", input: { count, records: [...drafts.keys()] } });
    return { outcome: "done", count };
  }));
