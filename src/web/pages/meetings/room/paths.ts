import { createHash, randomBytes } from "node:crypto";
import { asKept } from "../../../../domain/meetings/saving.ts";

/** How somebody has the room before them: which meeting, which item where they chose one, and in how large a type. */
export interface Looking {
  readonly meeting: string;
  /** The item they chose to look at; none where they follow the meeting. */
  readonly item?: string;
  readonly large: boolean;
}

const query = ({ large }: Looking): string => (large ? "?type=large" : "");

/** The address of the room, at an item where one is given; in the type that they look at it in. */
export const roomPath = (looking: Looking, item = looking.item): string => `/meetings/${looking.meeting}/room${item === undefined ? "" : `/${item}`}${query(looking)}`;

/** Where something of the meeting is sent: its pen, who is there, where it is, its end. Comes back to where somebody looks. */
export const meetingPath = (looking: Looking, what: "open" | "attendance" | "pen" | "close"): string =>
  `/meetings/${looking.meeting}/${what}?${new URLSearchParams({ ...(looking.item === undefined ? {} : { item: looking.item }), ...(looking.large ? { type: "large" } : {}) })}`;

export const itemPath = (looking: Looking, item: string, what: "" | "comment" | "beside" = ""): string => `/meetings/${looking.meeting}/room/${item}${what === "" ? "" : `/${what}`}${query(looking)}`;

export const livePath = (looking: Looking, item: string | undefined): string =>
  `/meetings/${looking.meeting}/live?${new URLSearchParams({ ...(item === undefined ? {} : { item }), ...(looking.item === undefined ? {} : { at: looking.item }), ...(looking.large ? { type: "large" } : {}) })}`;

/** By what a form without scripts tells whether a box was changed. */
export const markOf = (text: string): string => createHash("sha256").update(asKept(text)).digest("base64url").slice(0, 10);

/** A line of a list that nobody has yet; lines begun later sort after it. */
export const newLine = (): string => `${Date.now().toString(36)}-${randomBytes(3).toString("hex")}`;

const LONDON_TIME = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });

/** “10:32”, in England. */
export const timeOf = (instant: string): string => LONDON_TIME.format(new Date(instant));
