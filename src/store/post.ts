import { sql } from "kysely";
import type { Day } from "../domain/dates/day.ts";
import type { Db } from "./database.ts";

/** A message that is to be sent now, and is ours until the lease runs out. */
export interface Claimed {
  readonly message: string;
  readonly template: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
  readonly path: string;
  readonly calendar: string | null;
  /** When it was written (ISO 8601 in UTC). */
  readonly at: string;
  /** Which try this is, from 1. */
  readonly tries: number;
  /** A process took it before and never said what came of it: it may have been sent. */
  readonly again: boolean;
  /** Where it goes: null where its reader has no address. */
  readonly email: string | null;
  readonly leftOn: Day | null;
}

/** What came of a message. The fault is a kind, never an address. */
export type Outcome =
  | { readonly state: "sent"; readonly at: string }
  | { readonly state: "waiting"; readonly next: string; readonly fault: string }
  | { readonly state: "failed" | "not-sent"; readonly fault: string };

export interface QueueStanding {
  readonly counts: Readonly<Record<"waiting" | "sending" | "sent" | "failed" | "not-sent", number>>;
  /** When the oldest that is neither sent nor given up was written. */
  readonly oldestAt: string | null;
  /** Why some are not sent, most first. */
  readonly faults: readonly { readonly state: string; readonly fault: string; readonly messages: number }[];
}

/** The queue of mail, for the machine: everybody’s, in the role of maintenance. Instants are ISO 8601 in UTC. */
export interface Post {
  /** Takes the message that has waited longest, if one is due, until `until`; no two processes are given one. */
  claim(now: string, until: string): Promise<Claimed | undefined>;
  /** Says what came of a message; of one that was sent nothing else can be said any more. */
  note(message: string, outcome: Outcome): Promise<void>;
  /** Says of all that are due that they are not sent, where there is no way to; gives how many. */
  setAside(now: string, fault: string): Promise<number>;
  /** Tries those again that were given up; gives how many. */
  again(now: string): Promise<number>;
  /** Lets go of messages from before an instant. */
  forget(before: string): Promise<number>;
  standing(): Promise<QueueStanding>;
}

export function postOver(db: Db): Post {
  return {
    // A row is due again once its lease has run out: `next_at` says both. Rows that another is taking are passed over.
    claim: async (now, until) => {
      const { rows: [row] } = await sql<Claimed>`
        with due as (
          select message from delivery where state in ('waiting', 'sending') and next_at <= ${now} order by next_at, message limit 1 for update skip locked),
        taken as (
          update delivery set state = 'sending', claimed_at = ${now}, next_at = ${until}, tries = delivery.tries + 1
          from due where delivery.message = due.message returning delivery.message, delivery.tries, old.state = 'sending' as again)
        select taken.message, m.template, m.detail, m.path, m.calendar, m.at, taken.tries, taken.again, a.email, a.left_on as "leftOn"
        from taken join message m on m.id = taken.message join account a on a.id = m.account`.execute(db);
      return row;
    },

    note: async (message, outcome) => {
      const sentAt = outcome.state === "sent" ? outcome.at : null;
      const fault = outcome.state === "sent" ? null : outcome.fault;
      const next = outcome.state === "waiting" ? sql`${outcome.next}` : sql`next_at`;
      await sql`
        update delivery set state = ${outcome.state}, sent_at = ${sentAt}, fault = ${fault}, next_at = ${next}, claimed_at = null
        where message = ${message} and state <> 'sent'`.execute(db);
    },

    setAside: async (now, fault) => {
      const { numAffectedRows } = await sql`
        update delivery set state = 'not-sent', fault = ${fault}, claimed_at = null where state in ('waiting', 'sending') and next_at <= ${now}`.execute(db);
      return Number(numAffectedRows ?? 0n);
    },

    again: async (now) => {
      const { numAffectedRows } = await sql`update delivery set state = 'waiting', next_at = ${now}, tries = 0 where state = 'failed'`.execute(db);
      return Number(numAffectedRows ?? 0n);
    },

    forget: async (before) => {
      const { rows: [row] } = await sql<{ n: number }>`
        with old as (delete from delivery where message in (select id from message where at < ${before}) returning message),
        gone as (delete from message where id in (select message from old) returning id)
        select count(*)::int as n from gone`.execute(db);
      return row?.n ?? 0;
    },

    standing: async () => {
      const { rows } = await sql<{ state: keyof QueueStanding["counts"]; fault: string | null; n: number; oldest: string | null }>`
        select state, fault, count(*)::int as n, min(m.at) filter (where state in ('waiting', 'sending')) as oldest
        from delivery join message m on m.id = delivery.message group by state, fault order by n desc, state, fault`.execute(db);
      const counts = { waiting: 0, sending: 0, sent: 0, failed: 0, "not-sent": 0 };
      for (const { state, n } of rows) counts[state] += n;
      return {
        counts,
        oldestAt: rows.flatMap(({ oldest }) => oldest ?? []).sort()[0] ?? null,
        faults: rows.flatMap(({ state, fault, n }) => (fault === null ? [] : [{ state, fault, messages: n }])),
      };
    },
  };
}
