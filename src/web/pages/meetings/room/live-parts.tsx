import type { Context } from "hono";
import type { LiveChange } from "../../../../app/meetings/room-live.ts";
import type { ItemNow } from "../../../../app/meetings/room.ts";
import { boxNamed } from "../../../../domain/meetings/boxes.ts";
import type { Day } from "../../../../domain/dates/day.ts";
import type { WebEnv } from "../../../deps.ts";
import { withPageTags } from "../../../layout/page-tag.ts";
import { asShown } from "./as-shown.ts";
import { besidePart } from "./boxes.tsx";
import { missingPart } from "./lists.tsx";
import { commentsPart, type PartName, PARTS } from "./parts.tsx";
import { itemPath, type Looking } from "./paths.ts";

const lineOf = (box: string): string | undefined => /^actions\/([^/]+)\//.exec(box)?.[1];

/** What each of these action lines wants, as the page shows it. */
export const missingIn = (texts: ItemNow["texts"], boxes: Iterable<string>, heldOn: Day): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set([...boxes].flatMap((box) => lineOf(box) ?? []))].map((line) => [line, String(missingPart({ texts, line, heldOn }) ?? "")]));

/** What stands beside each box that has something beside it. */
export const besideIn = (shown: ItemNow, holds: boolean, looking: Looking): Readonly<Record<string, string>> =>
  Object.fromEntries([...Map.groupBy(shown.beside, ({ box }) => box)].map(([box, rows]) =>
    [box, String(besidePart({ rows, holds, words: boxNamed(box)?.type === "words", action: itemPath(looking, shown.item.id, "beside") }) ?? "")]));

/** A change as the script of the page reads it: texts by box, and parts of the page as they now are. `whole`: what is not among it is not there. */
export function changeInJson(c: Context<WebEnv>, { room, item, beside, holds, heldOn }: LiveChange, looking: Looking, whole: boolean): string {
  const tagged = (html: unknown): string => withPageTags(String(html ?? ""), c.get("deps").sessionKey, c.get("person").account);
  const parts = room === undefined ? {} : Object.fromEntries((Object.keys(PARTS) as PartName[]).map((name) => [name, tagged(PARTS[name]({ room, looking, item: item?.item.id ?? looking.item }))]));
  return JSON.stringify({
    whole,
    ...(room === undefined ? {} : { current: room.meeting.currentItem }),
    ...(item === null ? { gone: true } : item === undefined ? {} : {
      texts: Object.fromEntries([...item.texts].map(([box, text]) => [box, { ...text, text: asShown(box, text.text) }])), missing: missingIn(item.texts, item.texts.keys(), heldOn), ...(beside ? { beside: besideIn(item, holds, looking) } : {}),
    }),
    parts: { ...parts, ...(item == null || !beside ? {} : { comments: String(commentsPart({ shown: item })) }) },
  });
}
