-- Imports made in the browser: state and progress are committed apart from the import itself.
create table import_run (
  authority text not null references organisation,
  id uuid not null,
  state text not null check (state in ('reading', 'ready', 'writing', 'done', 'failed', 'cancelled')),
  started_at timestamptz(3) not null default now(),
  started_by text not null,
  progress real not null default 0 check (progress between 0 and 1),
  preview jsonb,
  failure text,
  changed_at timestamptz(3) not null default now(),
  primary key (authority, id)
);

-- Wanted by: the page of one run, which has its id from the address.
create index import_run_by_id on import_run (id);

create table import_file (
  authority text not null,
  run_id uuid not null,
  position integer not null,
  name text not null,
  size bigint not null,
  sha256 bytea not null,
  -- Let go once the run is over.
  bytes bytea,
  primary key (authority, run_id, position),
  foreign key (authority, run_id) references import_run
);

-- Who opened which record, and who asked for one and was not shown it. The application adds to it and cannot read it.
create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default now(),
  account text not null,
  organisation text not null,
  outcome text not null check (outcome in ('opened', 'refused')),
  record_id uuid,
  -- What was asked for, where it was refused: never more than an id.
  asked text check (length(asked) <= 100),
  how text not null,
  check ((outcome = 'opened') = (record_id is not null))
);

-- Wanted by: answering who has opened a child's record.
create index access_log_of_record on access_log (record_id, at) where record_id is not null;
