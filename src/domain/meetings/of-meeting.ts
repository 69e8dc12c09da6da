import type { Entry } from "../chronology/entry.ts";

/** Of which meeting a thing comes, as entries say it: for people to read, but for the id. */
export interface OfMeeting {
  /** Its id; `CHAIRS_ACTION` between meetings. */
  readonly meeting: string;
  /** What the series is called. */
  readonly series: string;
  /** The name of the organisation that held it. */
  readonly organisation: string;
}

/** In the place of a meeting’s id: decided by the chair between two meetings. */
export const CHAIRS_ACTION = "chairs-action";

/** Of which meeting an entry that a meeting wrote comes. */
export const ofMeeting = ({ detail }: Pick<Entry, "detail">): OfMeeting => ({ meeting: String(detail["meeting"] ?? ""), series: String(detail["series"] ?? ""), organisation: String(detail["organisation"] ?? "") });
