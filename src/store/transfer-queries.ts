import { type RawBuilder, sql } from "kysely";
import type { Person } from "../domain/access/viewer.ts";
import type { Db, Run } from "./database.ts";
import type { Reader } from "./reader.ts";
import { set, settle } from "./scope.ts";
import type { OfferAnswer, OfferDraft, TransferRow, Transfers } from "./transfers.ts";
import { isUuid } from "./uuid.ts";

const COLUMNS = sql`
  id, authority, record_id as "recordId", local_id as "localId", to_authority as "toAuthority", moves_on as "movesOn", why, state, offered_at as "offeredAt",
  offered_by as "offeredBy", answered_at as "answeredAt", answered_by as "answeredBy", answer, to_record as "toRecord"`;

/** More than wait at one time, and than anybody looks back on. */
const MOST = 200;

/** `readerOf`: a reader of the transaction, as the viewer’s own. */
export function transfersOver(run: Run, person: Person, readerOf: (db: Db) => Reader): Transfers {
  const found = async (db: Db, where: RawBuilder<unknown>): Promise<TransferRow[]> => (await sql<TransferRow>`select ${COLUMNS} from transfer ${where}`.execute(db)).rows;
  return {
    list: () => run((db) => found(db, sql`order by state = 'offered' desc, coalesce(answered_at, offered_at) desc, id limit ${MOST}`)),
    find: (id) => (isUuid(id) ? run(async (db) => (await found(db, sql`where id = ${id}`))[0]) : Promise.resolve(undefined)),
    standingFor: (recordId) => (isUuid(recordId) ? run(async (db) => (await found(db, sql`where record_id = ${recordId} and state = 'offered'`))[0]) : Promise.resolve(undefined)),
    reading: (id, work) =>
      run(async (db) => {
        const offer = await offeredTo(db, id, person.organisation.code);
        if (offer === undefined) return undefined;
        await set(db, { offered: offer.recordId, offered_in: offer.authority });
        await settle(db);
        return work(readerOf(db), offer);
      }),
  };
}

/** The offer with this id that stands, and was made to an authority. */
export async function offeredTo(db: Db, id: string, toAuthority: string): Promise<TransferRow | undefined> {
  if (!isUuid(id)) return undefined;
  return (await sql<TransferRow>`select ${COLUMNS} from transfer where id = ${id} and to_authority = ${toAuthority} and state = 'offered'`.execute(db)).rows[0];
}

export async function addOffer(db: Db, offeredBy: string, { authority, recordId, localId, toAuthority, movesOn, why, offeredAt }: OfferDraft): Promise<void> {
  await sql`
    insert into transfer (authority, record_id, local_id, to_authority, moves_on, why, offered_at, offered_by)
    values (${authority}, ${recordId}, ${localId}, ${toAuthority}, ${movesOn}, ${why}, ${offeredAt}, ${offeredBy})`.execute(db);
}

/** Ends an offer that stands; false where it stands no longer. */
export async function answerOffer(db: Db, id: string, answeredBy: string, { state, answeredAt, answer, toRecord }: OfferAnswer): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update transfer set state = ${state}, answered_at = ${answeredAt}, answered_by = ${answeredBy}, answer = ${answer ?? null}, to_record = ${toRecord ?? null}
    where id = ${id} and state = 'offered'`.execute(db);
  return numAffectedRows === 1n;
}
