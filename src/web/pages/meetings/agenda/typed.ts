import type { AgendaEdit } from "../../../../app/meetings/change-agenda.ts";
import { ITEM_MODES, type ItemMode } from "../../../../domain/meetings/meeting.ts";

type Body = Readonly<Record<string, string>>;

/** What a form of the agenda asks for; nothing where it asks for nothing that there is. */
export function readEdit(body: Body): AgendaEdit | undefined {
  const text = (name: string): string => body[name] ?? "";
  const item = text("item");
  switch (body["op"]) {
    case "step": return body["way"] === "up" || body["way"] === "down" ? { op: "step", item, way: body["way"] } : undefined;
    case "move": return { op: "move", item, part: text("part"), index: /^\d{1,4}$/.test(text("index")) ? Number(body["index"]) : null };
    case "minutes": return { op: "minutes", item, minutes: text("minutes") };
    case "mode": return Object.hasOwn(ITEM_MODES, text("mode")) ? { op: "mode", item, mode: text("mode") as ItemMode, why: text(text("mode") === "removed" ? "why-off" : "why") } : undefined;
    case "add-child": return { op: "add-child", recordId: text("child"), part: text("part"), minutes: text("minutes"), why: text("why"), knowing: text("child") !== "" && text("knowing") === text("child") };
    case "add-business": return { op: "add-business", title: text("title"), part: text("part"), minutes: text("minutes") };
    case "drop": return { op: "drop", item };
    case "accept": return { op: "accept", part: text("part"), item: item === "" ? null : item };
    case "part-minutes": return { op: "part-minutes", part: text("part"), minutes: text("minutes") };
    default: return undefined;
  }
}

/** What was done, for the notice: no child is named in it. `sent`: the agenda had gone out. */
export function saidOf(edit: AgendaEdit, sent: boolean): string {
  switch (edit.op) {
    case "step": return `Moved ${edit.way}`;
    case "move": return "Moved";
    case "minutes": case "part-minutes": return "The minutes are set";
    case "mode": return { discuss: "To be discussed", note: "To be noted without discussion", deferred: "Put off to another meeting", removed: sent ? "Taken off for safety. Whoever had the agenda is told to destroy their papers, and not why" : "Taken off for safety. The agenda had not gone to anybody" }[edit.mode];
    case "add-child": return "The child is on the agenda";
    case "add-business": return "The business is on the agenda";
    case "drop": return "Taken off the agenda";
    case "accept": return "Accepted";
  }
}
