import type { Person } from "../../domain/access/viewer.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { AgendaRule } from "../../domain/meetings/agenda-rule.ts";
import { loadAgendaRules } from "../../reference/agenda.ts";
import type { App } from "../app.ts";
import { openMeeting } from "./agenda.ts";
import type { MeetingItem, MeetingPage } from "./agenda-views.ts";

/** One reason with its rule and the entries that it rests on, those of them that are still in force. */
export interface WhyReason {
  readonly reason: MeetingItem["reasons"][number];
  readonly rule: AgendaRule | undefined;
  readonly entries: readonly Entry[];
}

export interface WhyPage {
  readonly page: MeetingPage;
  readonly item: MeetingItem;
  readonly reasons: readonly WhyReason[];
}

/** Why an item is on the agenda of its meeting; nothing where the viewer may not open the child, or the item was taken off. */
export async function whyOn(app: App, viewer: Person, itemId: string): Promise<WhyPage | undefined> {
  const found = await app.store.reader(viewer).meetings.item(itemId);
  const page = found === undefined ? undefined : await openMeeting(app, viewer, found.meeting);
  const item = page === undefined ? undefined : [...page.parts.flatMap(({ items }) => items), ...page.deferred, ...page.removed].find(({ id }) => id === itemId);
  if (page === undefined || item === undefined) return undefined;
  const c = item.child === null ? undefined : fold(await app.store.reader(viewer).entriesOf(item.child));
  if (item.child !== null) await app.store.accessLog(viewer).opened(item.child, "meeting-why");
  return {
    page, item,
    reasons: item.reasons.map((reason) => ({ reason, rule: loadAgendaRules().find(({ id }) => id === reason.rule), entries: c?.entries.filter(({ number }) => reason.entries.includes(number)) ?? [] })),
  };
}
