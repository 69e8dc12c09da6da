import { type RawBuilder, sql } from "kysely";
import { KNOWS } from "../domain/access/side.ts";
import type { Involvement } from "../domain/chronology/codes.ts";
import { LONGEST_SEARCH, plainOf } from "../domain/tracker/find.ts";
import type { Db } from "./database.ts";
import type { WorkerRow } from "./rows.ts";
import type { FoundRow } from "./tracker.ts";
import { workers } from "./worker-queries.ts";

/**
 * The children found by what somebody typed. Every word of it must be a word of one name, carer or
 * worker, the beginning of one, or near one; or all of it together, without its spaces, stand somewhere
 * in one, or in a local id. Spelling is compared once for each word there is, however many children have it.
 */
export async function findChildren(db: Db, typed: string, limit: number, only?: RawBuilder<unknown>): Promise<FoundRow[]> {
  const plain = plainOf(typed.slice(0, LONGEST_SEARCH));
  if (plain === "") return [];
  const together = plain.replaceAll(" ", "");
  const words = [...new Set(plain.split(" "))].map(soughtWord);
  const { rows } = await sql<FoundRow>`
    with ${only === undefined ? sql`` : sql`${only},`} sought as materialized (${soughtRelation(words)}),
    account_term as materialized (${accountTerms(await workers(db))}),
    term as materialized (
      select authority, record_id, null as account, case type when 'family' then 'carer' else type end as type, text, plain from finding_term
      where type <> 'family' or ${KNOWN}
      union all select authority, null, account, 'worker', text, plain from account_term),
    near as materialized (
      select q.nth, w.word, ${LIKENESS} as likeness
      from (select distinct left(word, 100) as word from term cross join lateral string_to_table(plain, ' ') as w (word) where type <> 'local-id') w
      join sought q on ${LIKENESS} > 0),
    candidate as materialized (select * from term where type <> 'local-id' and string_to_array(plain, ' ') && (select array_agg(word) from near)),
    hit as materialized (
      select authority, record_id, account, type, text, sum(likeness) / ${words.length} as likeness from (
        select authority, record_id, account, type, text, nth, max(likeness) as likeness
        from candidate cross join lateral string_to_table(plain, ' ') as w (word) join near using (word) group by 1, 2, 3, 4, 5, 6
      ) each_word group by 1, 2, 3, 4, 5 having count(*) = ${words.length}
      union all
      select authority, record_id, account, type, text, ${CONTAINED} from term
      where strpos(replace(plain, ' ', ''), ${together}) > 0 and (type = 'local-id' or length(${together}) >= 3)),
    worker_key as materialized (
      select null as authority, account as worker, text, likeness from hit where record_id is null
      union all select a.authority, a.code, h.text, h.likeness from hit h join account_term a using (account) where h.record_id is null and a.code is not null
      ${isCode(typed) ? sql`union all select null, ${typed.trim()}, ${typed.trim()}, 1` : sql``}),
    allocated as (
      select s.authority, s.record_id, lower(w.worker) as worker
      from child_summary s cross join lateral (values (s.social_worker), (s.family_finder)) as w (worker) where w.worker is not null),
    of_child as (
      select authority, record_id, type, text, case when type <> 'local-id' then 3 when replace(plainly, ' ', '') = ${together} then 0
        when starts_with(replace(plainly, ' ', ''), ${together}) then 1 else 2 end as rank, likeness
      from (select hit.*, lower(regexp_replace(text, '[^[:alnum:]]+', '', 'g')) as plainly from hit where record_id is not null) h
      union all
      select s.authority, s.record_id, 'worker', k.text, 3, k.likeness
      from worker_key k join allocated s on s.worker = lower(k.worker) and (k.authority is null or k.authority = s.authority)
      where exists (select from worker_key)),
    best as materialized (
      select distinct on (authority, record_id) * from of_child
      order by authority, record_id, rank, likeness desc, ${preference("type")}, text),
    first as materialized (
      select b.*, i.text as local_id from best b left join term i on i.authority = b.authority and i.record_id = b.record_id and i.type = 'local-id'
      order by rank, likeness desc, ${preference("b.type")}, i.text, b.record_id limit ${limit}),
    kin as (
      select distinct on (b.authority, b.child_id) b.authority, b.child_id as record_id, f.local_id as text
      from first f join sibling_member a on a.authority = f.authority and a.child_id = f.record_id
      join sibling_member b on b.authority = a.authority and b.group_id = a.group_id
      where f.type in ('local-id', 'name') and (b.authority, b.child_id) not in (select authority, record_id from best)
      order by b.authority, b.child_id, f.rank, f.likeness desc, f.local_id),
    found as (
      select authority, record_id, type, text, rank, likeness from first
      union all select authority, record_id, 'sibling', text, 4, 0 from kin)
    select s.record_id as "recordId", s.authority, s.local_id as "localId", s.name, s.stage, s.born_on as "bornOn", s.expected_on as "expectedOn",
      json_build_object('type', type, 'text', text) as by
    from found join child_summary s using (authority, record_id)
    order by rank, likeness desc, ${preference("type")}, s.local_id, s.record_id limit ${limit}
  `.execute(db);
  return rows;
}

/** As `knowsAdopters` (src/domain/access/side.ts) has it, of a family’s reference; whoever knows it until the match alone does not find by it. */
const KNOWN = sql`case current_setting('viewer.knows', true)
  when 'authority' then true when 'agreement' then record_id in (select viewer_agency_knows())
  when 'allocated' then record_id in (select viewer_allocated()) or record_id in (${namedToKnow()})
  when 'named' then record_id in (${namedToKnow()})
  else false end`;

function namedToKnow(): RawBuilder<unknown> {
  const as = (Object.keys(KNOWS) as Involvement[]).filter((code) => KNOWS[code] === "while it runs");
  return sql`select n.record_id from named_access n join entry e on e.authority = n.authority and e.number = n.entry
    where n.record_id in (select viewer_named()) and n.account = viewer_account() and e.detail->>'as' = any (${as}::text[])
      and n.from_on <= viewer_today() and (n.until_on is null or n.until_on > viewer_today())`;
}

/** Of terms that are equally like what was typed. */
const preference = (type: string): RawBuilder<unknown> => sql`array_position(array['local-id', 'name', 'carer', 'worker', 'sibling'], ${sql.ref(type)})`;
const CONTAINED = sql.lit(0.7);

/** How like a word of a term `w` is to one sought `q`, from 0 to 1: the same, its beginning, its letters swapped, or others by one or two. */
const LIKENESS = sql.raw(`(case
  when w.word = q.word then 1.0
  when starts_with(w.word, q.word) then 0.9
  when not q.may_be_near then 0
  when w.word = any (q.swapped) then 0.6
  when levenshtein_less_equal(w.word, q.word, q.apart) <= q.apart then 0.5
  when length(q.word) >= 4 and (left(w.word, length(q.word)) = any (q.swapped) or levenshtein_less_equal(left(w.word, length(q.word)), q.word, 1) <= 1) then 0.4
  else 0 end)`);

/** Workers of whom there is no account are known by their code alone. */
const isCode = (typed: string): boolean => /^\S*\d\S*$/.test(typed.trim());

interface Sought {
  readonly word: string;
  /** Words with a figure in them are references: one that is near is another. */
  readonly mayBeNear: boolean;
  /** The word with two letters beside each other the wrong way round. */
  readonly swapped: readonly string[];
  /** How many letters may be other, too many or missing. */
  readonly apart: number;
}

function soughtWord(word: string): Sought {
  const letters = [...word];
  return {
    word,
    mayBeNear: letters.length >= 3 && !/\p{N}/u.test(word),
    swapped: letters.slice(1).map((letter, i) => [...letters.slice(0, i), letter, letters[i], ...letters.slice(i + 2)].join("")),
    apart: letters.length >= 7 ? 2 : 1,
  };
}

const soughtRelation = (words: readonly Sought[]): RawBuilder<unknown> => sql`
  select * from json_to_recordset(${JSON.stringify(words.map((w, nth) => ({ nth, word: w.word, may_be_near: w.mayBeNear, swapped: w.swapped, apart: w.apart })))}::json)
    as q (nth integer, word text, may_be_near boolean, swapped text[], apart integer)`;

/** The names and the codes of the people to whom children may be allocated. */
const accountTerms = (people: readonly WorkerRow[]): RawBuilder<unknown> => sql`
  select * from json_to_recordset(${JSON.stringify(people.flatMap((p) => [p.name, ...(p.worker === null ? [] : [p.worker])].map((text) => (
    { authority: p.organisation, account: p.account, code: p.worker, text: p.name, plain: plainOf(text) }))))}::json)
    as a (authority text, account text, code text, text text, plain text)`;
