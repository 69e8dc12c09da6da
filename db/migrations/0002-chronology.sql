-- The chronology and the audit: added to, never changed. Every key begins with the authority, so that
-- the tables can be partitioned or distributed by it.

create table record (
  authority text not null references organisation,
  id uuid not null,
  type text not null check (type in ('child', 'sibling-group')),
  -- The authority's own id. For a sibling group, one that the authority gives it.
  local_id text not null check (local_id <> ''),
  -- Whether the authority's regional agency sees the child: written with the projections.
  agency_visible boolean not null default false,
  primary key (authority, id),
  unique (authority, type, local_id)
);

-- Wanted by: getRecord and entriesOf, which have a record's id from an address and nothing else.
create index record_by_id on record (id);

-- One head for each authority and book: where its chain has got to. Locked by whoever adds to it.
create table chain (
  authority text not null references organisation,
  book text not null check (book in ('entry', 'audit')),
  number bigint not null check (number >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (authority, book)
);

-- `number` is the entry's place in its authority's chain. `hash` covers the hash before it and
-- `payload_hash`; `payload_hash` covers the salt and everything from record_id to reason
-- (src/store/chain.ts). So what an entry says can be erased where the law asks it (erased_at, and
-- nothing in the columns between), and the chain still holds.
create table entry (
  authority text not null,
  number bigint not null check (number > 0),
  record_id uuid not null,
  kind text,
  happened_on date,
  until date,
  certainty text check (certainty in ('planned', 'provisional', 'actual')),
  detail jsonb,
  source jsonb,
  recorded_at timestamptz(3),
  recorded_by text,
  supersedes bigint,
  cause text,
  reason text,
  salt bytea,
  payload_hash bytea not null check (length(payload_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  erased_at timestamptz(3),
  primary key (authority, number),
  foreign key (authority, record_id) references record,
  constraint entry_whole_or_erased check (
    case when erased_at is null
      then num_nulls(kind, happened_on, certainty, detail, source, recorded_at, recorded_by, salt) = 0
      else num_nonnulls(kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by,
                        supersedes, cause, reason, salt) = 0
    end)
);

-- Wanted by: entriesOf (a record's entries in order) and the version of a record (its last number).
create index entry_of_record on entry (authority, record_id, number);

-- Wanted by: appending. Of two people who would put an entry in the place of the same one, the second is refused.
create unique index entry_superseded_once on entry (authority, supersedes) where supersedes is not null;

-- The accepted commands. Their input holds ids, codes and counts, and no names.
create table audit (
  authority text not null references organisation,
  number bigint not null check (number > 0),
  record_id uuid,
  at timestamptz(3),
  actor text,
  command text,
  input jsonb,
  -- The entries that the command added are numbered without a gap: the chain was locked.
  first_entry bigint,
  last_entry bigint,
  salt bytea,
  payload_hash bytea not null check (length(payload_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  erased_at timestamptz(3),
  primary key (authority, number),
  foreign key (authority, record_id) references record,
  constraint audit_whole_or_erased check (
    case when erased_at is null
      then num_nulls(at, actor, command, input, salt) = 0
      else num_nonnulls(at, actor, command, input, first_entry, last_entry, salt) = 0
    end)
);
