import { actorOf, type Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { evaluate } from "../../domain/standards/evaluate.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { standardsFor } from "../standards-for.ts";
import { extensionsOf } from "./of-child.ts";
import type { SignOffsPage, WaitingSignOff } from "./views.ts";

/** The requests that wait on the records of these children, the nearest due day first, whoever is to sign them. */
export async function requestsWaiting(app: App, reader: Reader, viewer: Viewer, authority: string, localIds: readonly string[]): Promise<readonly WaitingSignOff[]> {
  if (localIds.length === 0) return [];
  const workers = await reader.workers();
  const { pack } = await standardsFor(reader, authority);
  const waiting: WaitingSignOff[] = [];
  for await (const batch of reader.recordsWithEntries(authority, localIds)) {
    for (const { id, localId, entries } of batch) {
      const c = fold(entries);
      const requests = extensionsOf(c, evaluate(c, pack, app.calendar), pack, viewer, workers, authority).filter(({ state }) => state === "waiting");
      waiting.push(...requests.map((request) => ({ recordId: id, localId, request })));
    }
  }
  return waiting.sort((a, b) => ((a.request.dueOn ?? "9999") < (b.request.dueOn ?? "9999") ? -1 : 1));
}

/** The requests that wait for the viewer, and those of theirs that wait for others; nothing for those who sign nothing off. */
export async function openSignOffs(app: App, viewer: Viewer): Promise<SignOffsPage | undefined> {
  if (forbids(viewer, "sign-off") !== undefined) return undefined;
  return app.store.reading(viewer, async (reader) => {
    const workers = await reader.workers();
    const open: (WaitingSignOff & { readonly involved: boolean })[] = [];
    for (const { id, localId, authority } of await reader.recordsById(await reader.childrenWithRequests())) {
      const c = fold(await reader.entriesOf(id));
      const { pack } = await standardsFor(reader, authority);
      for (const request of extensionsOf(c, evaluate(c, pack, app.calendar), pack, viewer, workers, authority)) {
        if (request.state !== "waiting") continue;
        const own = c.entries.filter((e) => e.number === request.number || e.detail["request"] === request.number);
        open.push({ recordId: id, localId, request, involved: own.some((e) => e.recordedBy === actorOf(viewer)) });
      }
    }
    const soonest = (list: typeof open): readonly WaitingSignOff[] =>
      list.toSorted((a, b) => ((a.request.dueOn ?? "9999") < (b.request.dueOn ?? "9999") ? -1 : 1)).map(({ recordId, localId, request }) => ({ recordId, localId, request }));
    return {
      today: app.clock.today(),
      waiting: soonest(open.filter(({ request }) => request.signAs !== null)),
      withOthers: soonest(open.filter(({ request, involved }) => request.signAs === null && involved)),
    };
  });
}
