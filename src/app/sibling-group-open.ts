import type { Viewer } from "../domain/access/viewer.ts";
import { COMMANDS } from "../domain/commands/command.ts";
import { childrenAsked, groupLocalId, openSiblingGroup, type OpenSiblingGroupInput } from "../domain/commands/open-sibling-group.ts";
import type { Named } from "../domain/siblings/subgroups.ts";
import type { Writer } from "../store/writer.ts";
import { type App, forbids } from "./app.ts";
import { write, writing } from "./run-command.ts";
import { forbidsGroup } from "./sibling-group-access.ts";
import { childrenNamed } from "./sibling-group-family.ts";
import type { Outcome } from "./views.ts";

/** Starts a sibling group from children of one authority: its record, its memberships and the audit in one transaction. */
export async function openSiblingGroupRecord(app: App, viewer: Viewer, authority: string, input: OpenSiblingGroupInput): Promise<Outcome> {
  const reason = forbidsGroup(viewer, COMMANDS["open-sibling-group"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return writing(app, viewer, async (writer) => {
    await writer.lock(authority);
    const asked = childrenAsked(input);
    const decision = openSiblingGroup(input, await childrenNamed(writer, authority, asked), app.clock.today());
    if (!decision.accepted) return { outcome: "refused", refusals: decision.refusals };
    const record = await writer.createRecord(authority, "sibling-group", await freeLocalId(writer, authority, asked));
    return write(app, writer, record, [], decision.drafts, "open-sibling-group");
  });
}

/** The authority is locked: an id that is free now is free when it is taken. */
async function freeLocalId(writer: Writer, authority: string, children: readonly string[]): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const localId = groupLocalId(children, attempt);
    if ((await writer.findRecord(authority, localId, "sibling-group")) === undefined) return localId;
  }
}

/** The child from whose page somebody would start a group; nothing where there is none that they may see. */
export async function childToGroup(app: App, viewer: Viewer, recordId: string): Promise<Named | undefined> {
  const record = forbids(viewer, "open-child") === undefined ? await app.store.reader(viewer).getRecord(recordId) : undefined;
  if (record?.type === "child") return { recordId: record.id, localId: record.localId };
  await app.store.accessLog(viewer).refused(recordId, "sibling-group-page");
  return undefined;
}
