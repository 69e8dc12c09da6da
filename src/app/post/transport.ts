/** A message as it goes out. Nothing in it names a child. */
export interface Mail {
  /** The same however often it is tried: what a way of sending knows it again by. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** An invitation, as the text of an .ics file. */
  readonly calendar: string | null;
  /** It was taken before, and nobody knows what came of that: it may have been sent. */
  readonly again: boolean;
}

/** A way of sending mail. */
export interface Transport {
  /** Settles once the other side has taken it; throws NotSent. */
  readonly send: (mail: Mail) => Promise<void>;
  /** Lets go of connections until the next is sent. */
  readonly rest: () => void;
}

/** What a fault is a fault of: of this message for good or for now, or of the way to anybody at all. */
export type Ailing = "message-for-good" | "message-for-now" | "everything-for-now";

/** Why a message was not taken. */
export class NotSent extends Error {
  override readonly name = "NotSent";
  readonly ailing: Ailing;
  /** The kind of fault: never an address, nor words that a server said. */
  readonly fault: string;
  /** How long the other side asks to be left alone, in milliseconds. */
  readonly waitMs: number;
  constructor(ailing: Ailing, fault: string, waitMs = 0) {
    super(fault);
    this.ailing = ailing;
    this.fault = fault.replaceAll(/[^\w-]+/g, " ").trim().slice(0, 60);
    this.waitMs = waitMs;
  }
}
