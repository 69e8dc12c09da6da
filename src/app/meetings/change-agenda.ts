import { randomUUID } from "node:crypto";
import type { Person } from "../../domain/access/viewer.ts";
import { type AgendaItem, type KeptOff, keptOffInWords, moveItem, stepItem, togetherWith } from "../../domain/meetings/agenda.ts";
import { addDays, dayInWords } from "../../domain/dates/day.ts";
import { fit } from "../../domain/meetings/fit.ts";
import { type ByHand, isAhead, type ItemMode, type Part } from "../../domain/meetings/meeting.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { puttingOff } from "./agenda.ts";
import { organisationOf, authoritiesOf } from "./agenda-facts.ts";
import { type Changed, changingAgenda, draftsOf, itemsOf, type Open, partsOf, refused } from "./build-agenda.ts";
import { namesOf } from "./in-room.ts";
import { askedToCome } from "./invitations.ts";

/** One thing that somebody does to an agenda by hand. Numbers are as typed. */
export type AgendaEdit =
  | { readonly op: "step"; readonly item: string; readonly way: "up" | "down" }
  /** Before the item that is at `index` of the part now, from 0; to its end where there is none. */
  | { readonly op: "move"; readonly item: string; readonly part: string; readonly index: number | null }
  | { readonly op: "minutes"; readonly item: string; readonly minutes: string }
  /** Discussed after all, noted without discussion, deferred to another meeting, or taken off for safety; the last two say why. */
  | { readonly op: "mode"; readonly item: string; readonly mode: ItemMode; readonly why: string }
  | { readonly op: "add-child"; readonly recordId: string; readonly part: string; readonly minutes: string; readonly why: string; /** Whoever adds knows that the child was taken off for safety. */ readonly knowing?: boolean }
  | { readonly op: "add-business"; readonly title: string; readonly part: string; readonly minutes: string }
  /** Takes off what was put there by hand alone. */
  | { readonly op: "drop"; readonly item: string }
  /** Everything that is proposed of a part, or of one item. */
  | { readonly op: "accept"; readonly part: string; readonly item: string | null }
  | { readonly op: "part-minutes"; readonly part: string; readonly minutes: string };

const LONGEST = 2000;
const NOT_THERE = "This item is no longer on the agenda. It may have been taken off, or moved to somebody who may see it";

/** Does one thing to an agenda; brothers and sisters move together. Nothing is lost where somebody else changed it meanwhile. */
export function editAgenda(app: App, viewer: Person, meetingId: string, edit: AgendaEdit): Promise<Changed> {
  return changingAgenda(app, viewer, meetingId, async (writer, open) => {
    const parts = partsOf(open.series.definition, open.meeting);
    if (edit.op === "part-minutes") return partMinutes(open, parts, edit);
    const { items, rows } = await itemsOf(writer, open.meeting, parts);
    const authorities = new Map([...rows.values()].flatMap(({ recordId, authority }) => (recordId === null || authority === null ? [] : [[recordId, authority] as const])));
    const edited = edit.op === "add-child" ? await addChild(app, writer, open, parts, items, edit, viewer.account, authorities) : change(open, parts, items, edit, viewer.account);
    if (!Array.isArray(edited)) return edited as Changed;
    await writer.meetings.putItems(open.meeting.organisation, open.meeting.id, draftsOf(edited as readonly AgendaItem[], authorities));
    if (edit.op === "mode" && edit.mode === "removed") {
      await tellOfRemoval(app, writer, open, edit.item);
      const item = (edited as readonly AgendaItem[]).find(({ id }) => id === edit.item);
      if (item?.child != null) await keepOffLater(app, writer, open, { child: item.child, why: item.why, changedBy: viewer.account });
    }
    return {};
  });
}

const readMinutes = (text: string): number | undefined => (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 480 ? Number(text) : undefined);
const MINUTES = "Enter the minutes as a whole number from 0 to 480";

type Edited = readonly AgendaItem[] | Changed;

function change({ meeting, series }: Open, parts: readonly Part[], items: readonly AgendaItem[], edit: Exclude<AgendaEdit, { op: "add-child" | "part-minutes" }>, by: string): Edited {
  if (edit.op === "add-business") return addBusiness(parts, items, edit, by);
  if (edit.op === "accept") {
    const proposals = fit(items, parts, series.definition.rules, meeting.heldOn, puttingOff()).flatMap((one) => (one.part === edit.part ? one.proposals : []));
    const wanted = edit.item === null ? undefined : new Set(togetherWith(items, edit.item).map(({ id }) => id));
    const to = new Map(proposals.filter(({ item }) => wanted?.has(item) !== false).map((p) => [p.item, p] as const));
    if (to.size === 0) return refused("agenda", "There is nothing to accept any more: the agenda has changed since. Look at what is proposed now");
    return items.map((item) => { const p = to.get(item.id); return p === undefined ? item : hand(item, "mode", { mode: p.to, why: `Not enough time. ${p.because}`, changedBy: by }); });
  }
  const item = items.find(({ id }) => id === edit.item);
  if (item === undefined) return refused("agenda", NOT_THERE);
  if (item.concluded) return refused("agenda", "What was agreed of this item has been confirmed: it stays as it is");
  const only = (changed: AgendaItem): readonly AgendaItem[] => items.map((one) => (one.id === changed.id ? changed : one));
  switch (edit.op) {
    case "step": return stepItem(items, item.id, edit.way, by);
    case "move": {
      if (parts.every(({ id }) => id !== edit.part)) return refused(`part-${item.id}`, "Choose a part of this meeting");
      const among = items.filter(({ part, mode }) => part === edit.part && (mode === "discuss" || mode === "note"));
      const target = edit.index === null ? undefined : among[edit.index];
      const all = items.filter(({ part }) => part === edit.part);
      return moveItem(items, item.id, { part: edit.part, index: target === undefined ? all.length : all.indexOf(target) }, by);
    }
    case "minutes": {
      const minutes = readMinutes(edit.minutes);
      return minutes === undefined ? refused(`minutes-${item.id}`, MINUTES) : only(hand(item, "minutes", { minutes, changedBy: by }));
    }
    case "mode": {
      const why = edit.why.trim();
      if (why.length > LONGEST) return refused(`why-${item.id}`, `Use ${LONGEST} characters or fewer`);
      if (why === "" && edit.mode === "deferred") return refused(`why-${item.id}`, "Say why it is put off to another meeting");
      // Nothing said of the item before is a reason to take a child off: whoever does it says their own.
      if (edit.mode === "removed" && (why === "" || (item.mode !== "removed" && why === item.why?.trim()))) return refused(`why-off-${item.id}`, "Say why it is taken off for safety, in words that tell nobody where the child is");
      return only(hand(item, "mode", { mode: edit.mode, why: why === "" ? null : why, changedBy: by }));
    }
    case "drop":
      if (item.reasons.length > 0) return refused("agenda", "The rules put this child on the agenda. Defer the child with a reason, or take them off for safety");
      return items.filter(({ id }) => id !== item.id);
  }
}

const hand = (item: AgendaItem, what: ByHand, to: Partial<AgendaItem>): AgendaItem => ({ ...item, ...to, byHand: [...new Set<ByHand>([...item.byHand, what])] });

function addBusiness(parts: readonly Part[], items: readonly AgendaItem[], { title, part, minutes }: { readonly title: string; readonly part: string; readonly minutes: string }, by: string): Edited {
  const [words, taken] = [title.trim(), readMinutes(minutes)];
  if (words === "") return refused("title", "Say what the business is");
  if (words.length > 200) return refused("title", "Use 200 characters or fewer");
  if (taken === undefined) return refused("business-minutes", MINUTES);
  if (parts.every(({ id }) => id !== part)) return refused("business-part", "Choose a part of this meeting");
  return [...items, { id: randomUUID(), child: null, localId: null, title: words, family: null, part, minutes: taken, mode: "discuss", reasons: [], presenter: null, byHand: ["added", "placed"], changedBy: by, why: null, concluded: false }];
}

async function addChild(
  app: App, writer: Writer, { meeting, series }: Open, parts: readonly Part[], items: readonly AgendaItem[],
  { recordId, part, minutes, why, knowing = false }: Extract<AgendaEdit, { op: "add-child" }>, by: string, authorities: Map<string, string>,
): Promise<Edited> {
  if (recordId === "") return refused("child", "Choose which child to add");
  const record = await writer.getRecord(recordId);
  const among = await authoritiesOf(writer, await organisationOf(app, meeting.organisation));
  if (record?.type !== "child" || !among.includes(record.authority)) return refused("find", "There is no such child here that you may put on this agenda");
  const there = items.find(({ child }) => child === recordId);
  if (there !== undefined && (there.mode === "discuss" || there.mode === "note")) return refused("find", `${record.localId} is on the agenda already`);
  if (why.trim() === "") return refused("add-why", "Say why the child is put on the agenda");
  if (why.trim().length > LONGEST) return refused("add-why", `Use ${LONGEST} characters or fewer`);
  const taken = readMinutes(minutes);
  if (taken === undefined) return refused("add-minutes", MINUTES);
  if (parts.every(({ id }) => id !== part)) return refused("add-part", "Choose a part of this meeting");
  const off = await writer.meetings.takenOff(series.id, recordId);
  if (off !== undefined && !knowing) return refused("add-knowing", await wasTakenOff(app, record.localId, off));
  authorities.set(recordId, record.authority);
  const [line] = await writer.agendaLines([recordId]);
  // With brothers and sisters who are there already: beside them, in their part.
  const sibling = line === undefined ? undefined : items.find(({ family, child }) => family !== null && child !== recordId && line.groups.includes(family));
  const item: AgendaItem = {
    ...there ?? { id: randomUUID(), child: recordId, localId: record.localId, title: null, family: line?.groups[0] ?? null, reasons: [], presenter: null, concluded: false },
    part, minutes: taken, mode: "discuss", byHand: [...new Set<ByHand>([...there?.byHand ?? [], "added", "mode", "minutes"])], changedBy: by, why: why.trim(),
  };
  const rest = items.filter(({ id }) => id !== item.id);
  if (sibling === undefined) return [...rest, item];
  const at = rest.findLastIndex(({ family }) => family === sibling.family);
  return [...rest.slice(0, at + 1), { ...item, part: sibling.part, family: sibling.family }, ...rest.slice(at + 1)];
}

/** What whoever would put a child back among those of a series is told first. */
async function wasTakenOff(app: App, localId: string, { heldOn, why, changedBy }: NonNullable<Awaited<ReturnType<Writer["meetings"]["takenOff"]>>>): Promise<string> {
  const by = changedBy === null ? undefined : (await namesOf(app, [changedBy])).get(changedBy);
  return `${localId} was taken off the meeting of ${dayInWords(heldOn)} for safety${by === undefined ? "" : ` by ${by}`}${why === null ? "" : `: “${why}”`}. Nothing was added. Everybody asked to this meeting who may open the child would see them on it. Add the child only if you know that this is safe now`;
}

function partMinutes({ meeting }: Open, parts: readonly Part[], { part, minutes }: { readonly part: string; readonly minutes: string }): Changed | { readonly detail: Open["meeting"]["detail"] } {
  const taken = readMinutes(minutes);
  if (parts.every(({ id }) => id !== part)) return refused("agenda", "There is no such part of this meeting");
  if (taken === undefined || taken === 0) return refused(`part-minutes-${part}`, "Enter the minutes of this part as a whole number from 1 to 480");
  return { detail: { ...meeting.detail, minutes: { ...meeting.detail.minutes, [part]: taken } } };
}

/** Keeps a child off the later agendas of the series that are built already, as building them would. Those who had them are told as well. */
async function keepOffLater(app: App, writer: Writer, { meeting, series }: Open, { child, why, changedBy }: { readonly child: string } & Omit<KeptOff, "heldOn">): Promise<void> {
  for (const later of await writer.meetings.meetings(addDays(meeting.heldOn, 1), addDays(meeting.heldOn, A_YEAR), series.id)) {
    if (!isAhead(later.state) || later.agendaBuiltAt === null) continue;
    const item = (await writer.meetings.items(later.id)).find(({ recordId, mode }) => recordId === child && mode !== "removed");
    if (item === undefined || item.concludedAt !== null || !(await writer.meetings.changeMeeting(later.id, later.revision, {}))) continue;
    await writer.meetings.changeItem(item.id, { mode: "removed", why: keptOffInWords({ heldOn: meeting.heldOn, why }), changedBy, byHand: [...new Set<ByHand>([...item.byHand, "mode"])] });
    await tellOfRemoval(app, writer, { meeting: later, series }, item.id);
  }
}

const A_YEAR = 400;

/** Whoever has the agenda is told that it changed, and whoever was asked for an update that none is wanted; nobody is told of which child. */
async function tellOfRemoval(app: App, writer: Writer, { meeting, series }: Open, item: string): Promise<void> {
  const { definition } = series;
  const detail = { title: definition.neutralTitle, heldOn: meeting.heldOn };
  const asked = await writer.meetings.updateOf(item);
  const told = meeting.agendaSentAt === null ? [] : [...askedToCome(definition, meeting.detail).keys()].filter((account) => account !== asked?.asked);
  await writer.addMessages([
    ...told.map((account) => ({ account, template: "agenda-changed", detail, path: `/meetings/${meeting.id}`, key: `agenda-changed/${item}` })),
    ...(asked === undefined ? [] : [{ account: asked.asked, template: "item-removed", detail, path: `/meetings/${meeting.id}`, key: `item-removed/${item}` }]),
  ], app.clock.now());
}
