import type { Person } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";
import { type Changed, changingAgenda, itemsOf, partsOf, refused } from "./build-agenda.ts";
import { namesOf } from "./in-room.ts";
import { askedToCome } from "./invitations.ts";

export type Sent =
  | { readonly outcome: "sent"; readonly to: number }
  /** Somebody else sent it since: by whom, and the instant. Nobody is told twice. */
  | { readonly outcome: "already"; readonly by: string; readonly at: string }
  /** Parts with more than their time, and by how many minutes: it did not go. Whoever sends it is asked once more. */
  | { readonly outcome: "does-not-fit"; readonly parts: readonly { readonly name: string; readonly over: number }[] }
  | Exclude<Changed, { outcome: "done" }>;

/**
 * Sends the agenda to everybody who is asked to come: a message with a link, and no child in it. `seenSentAt`: when it was last sent, as
 * whoever sends it has it before them; where it went out since, they are told by whom, and it does not go again. `asItIs`: although it does not fit.
 */
export async function sendAgenda(app: App, viewer: Person, meetingId: string, seenSentAt: string | null, asItIs = false): Promise<Sent> {
  let unfit: { readonly name: string; readonly over: number }[] = [];
  let sent: { readonly to: number } | undefined;
  let already: { readonly by: string; readonly at: string } | undefined;
  const outcome = await changingAgenda(app, viewer, meetingId, async (writer, { meeting, series }) => {
    if (meeting.agendaSentAt !== null && meeting.agendaSentAt !== seenSentAt) {
      already = { by: meeting.agendaSentBy ?? "", at: meeting.agendaSentAt };
      return { outcome: "done" };
    }
    if (meeting.state === "open") return refused("agenda", "The meeting is in session: there is no need to send its agenda");
    await writer.lock(meeting.organisation);
    const parts = partsOf(series.definition, meeting);
    const { items } = await itemsOf(writer, meeting, parts);
    const on = items.filter(({ mode }) => mode !== "removed");
    if (on.length === 0) return refused("agenda", "There is nothing on the agenda yet. Build it, or add what is to be discussed");
    const minutesIn = (part: string): number => on.filter((item) => item.part === part && item.mode === "discuss").reduce((sum, { minutes }) => sum + minutes, 0);
    unfit = parts.map(({ id, name, minutes }) => ({ name, over: minutesIn(id) - minutes })).filter(({ over }) => over > 0);
    if (unfit.length > 0 && !asItIs) return { outcome: "done" };
    const walled = new Set((await writer.agendaLines(on.flatMap(({ child }) => child ?? []))).flatMap(({ recordId, walled: is }) => (is ? [recordId] : [])));
    const at = app.clock.now();
    const to = [...askedToCome(series.definition, meeting.detail).keys()];
    await writer.addMessages(to.map((account) => ({
      account, template: "agenda-sent", path: `/meetings/${meeting.id}`, key: `agenda-sent/${meeting.id}/${at}`,
      detail: { title: series.definition.neutralTitle, heldOn: meeting.heldOn, startsAt: meeting.detail.startsAt ?? series.definition.startsAt },
    })), at);
    await writer.appendAudit(meeting.organisation, { command: "send-agenda", input: { meeting: meeting.id, items: on.length, to: to.length } }, at);
    sent = { to: to.length };
    return {
      state: "agenda-sent", agendaSentAt: at, agendaSentBy: viewer.account,
      detail: { ...meeting.detail, sentItems: on.filter(({ child }) => child === null || !walled.has(child)).map(({ id }) => id) },
    };
  });
  if (outcome.outcome !== "done") return outcome;
  if (already !== undefined) return { outcome: "already", at: already.at, by: (await namesOf(app, [already.by])).get(already.by) ?? already.by };
  if (sent === undefined && unfit.length > 0) return { outcome: "does-not-fit", parts: unfit };
  return sent === undefined ? { outcome: "not-found" } : { outcome: "sent", ...sent };
}
