import type { Day } from "../domain/dates/day.ts";
import type { Reader } from "./reader.ts";

/** How an offer of a child to another authority stands. */
export type TransferState = "offered" | "withdrawn" | "refused" | "taken-over";

/** A child offered to another authority, as those of either authority see it who may. */
export interface TransferRow {
  readonly id: string;
  readonly authority: string;
  readonly recordId: string;
  /** As the offering authority numbers the child. */
  readonly localId: string;
  readonly toAuthority: string;
  /** The day from which the other authority has the child. */
  readonly movesOn: Day;
  readonly why: string;
  readonly state: TransferState;
  readonly offeredAt: string;
  readonly offeredBy: string;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
  /** The record that the child has in the other authority, once taken over. */
  readonly toRecord: string | null;
}

export interface OfferDraft {
  readonly authority: string;
  readonly recordId: string;
  readonly localId: string;
  readonly toAuthority: string;
  readonly movesOn: Day;
  readonly why: string;
  readonly offeredAt: string;
}

/** What somebody of either authority sees of children who move. */
export interface Transfers {
  /** Every offer to their authority and from it, those that wait first, then the latest. */
  list(): Promise<TransferRow[]>;
  find(id: string): Promise<TransferRow | undefined>;
  /** The offer that stands for a child. */
  standingFor(recordId: string): Promise<TransferRow | undefined>;
  /** Reads the record of a child offered to the viewer’s authority, through the offer and for one transaction; nothing where no such offer stands. */
  reading<T>(id: string, work: (reader: Reader, offer: TransferRow) => Promise<T>): Promise<T | undefined>;
}

/** How an offer ends; `toRecord` where the child was taken over. */
export interface OfferAnswer {
  readonly state: Exclude<TransferState, "offered">;
  readonly answeredAt: string;
  readonly answer?: string;
  readonly toRecord?: string;
}
