import type { BoxName } from "../meetings/boxes.ts";
import type { MemberKind } from "../meetings/meeting.ts";
import type { UpdateBoxName } from "../meetings/update.ts";

/** A series of the demonstration’s meetings: who belongs to it, what its last meetings agreed, and whether the next is prepared. */
export interface ToldSeries {
  /** The code of the organisation whose it is. */
  readonly organisation: string;
  /** The usual series that it is like, by id. */
  readonly usual: string;
  /** Meets every so many weeks, next in so many days; otherwise as the usual series does. */
  readonly weekly?: { readonly everyWeeks: number; readonly nextIn: number };
  readonly place: string;
  /** The rules that its agenda goes by, by id, each with its part; otherwise all that usually belong to its parts. */
  readonly rules?: Readonly<Record<string, string>>;
  readonly members: readonly { readonly as: MemberKind; readonly account: string }[];
  readonly prepared?: ToldPreparation;
  /** Its last meetings, the latest last. */
  readonly held: readonly ToldMeeting[];
}

/** The next meeting’s agenda is built and updates asked; one worker has answered, or begun to, for some children. */
export interface ToldPreparation {
  readonly by: string;
  /** Minutes given to parts this time, by id. With them, what is still too much is put off as the agenda proposes; without, it is left to whoever looks. */
  readonly minutes?: Readonly<Record<string, number>>;
  readonly answers: readonly { readonly child: string; readonly boxes: Readonly<Partial<Record<UpdateBoxName, string>>> }[];
}

export interface ToldMeeting {
  readonly apologies: readonly string[];
  readonly children: readonly ToldItem[];
}

/** What a meeting agreed for one child. */
export interface ToldItem {
  /** Local id. */
  readonly child: string;
  readonly part: string;
  readonly why: string;
  readonly boxes: Readonly<Partial<Record<BoxName, string>>>;
  readonly decisions: readonly ToldDecision[];
  readonly actions: readonly ToldAction[];
  readonly barriers: readonly { readonly barrier: string; readonly note: string }[];
}

export interface ToldDecision {
  readonly sort: string;
  readonly what: string;
  readonly why: string;
  /** `after`: days after the meeting. */
  readonly answer?: { readonly by: string; readonly after: number; readonly agreed: string; readonly said: string };
}

/** `within`, `after`: days after the meeting. */
export interface ToldAction {
  readonly what: string;
  readonly who: string;
  readonly within: number;
  readonly shownBy: string;
  readonly done?: { readonly after: number; readonly said: string };
}
