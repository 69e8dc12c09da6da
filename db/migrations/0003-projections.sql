-- What lists are read from, written in the transaction of the entries and rebuildable from them.
-- They say when a thing is due, never whether it is late.

create extension if not exists btree_gist;

create table child_summary (
  authority text not null,
  record_id uuid not null,
  local_id text not null,
  version bigint not null,
  agency_visible boolean not null,
  stage text not null,
  born_on date,
  expected_on date,
  care_started_on date,
  legal_status text,
  plan text,
  bands jsonb not null,
  marks jsonb not null,
  journey jsonb not null,
  primary key (authority, record_id),
  foreign key (authority, record_id) references record
);

-- Wanted by: the tracker in the order of local id, a page at a time.
create index child_summary_by_local_id on child_summary (authority, local_id);

-- The clocks that still run, for lists: a clock that stopped, is moot or is not recorded is no row. A child's
-- own page works out all of them from the chronology. No foreign key here or below: these rows are written
-- with the summary, which has one, and checking each again costs as much as writing it.
create table child_clock (
  authority text not null,
  record_id uuid not null,
  standard text not null,
  occurrence integer not null,
  started_on date,
  due_on date,
  started_by bigint,
  known_up_to date,
  flags text[] not null,
  agency_visible boolean not null,
  -- With a due day, not advisory, and not a first lawful day: it may be somebody's next thing.
  counts boolean not null generated always as (due_on is not null and not (flags && array['advisory', 'not-before'])) stored,
  -- Late once its due day has passed. Due after its source falls silent, it never is.
  can_be_late boolean not null generated always as (
    due_on is not null and not (flags && array['advisory', 'not-before']) and (known_up_to is null or due_on <= known_up_to)) stored,
  primary key (authority, record_id, standard, occurrence)
);

-- Wanted by: the tracker, for which children are late or due soon today.
create index child_clock_due on child_clock (authority, due_on) include (record_id, can_be_late) where counts;

-- The actual periods in force, so that the database too refuses two on one track sharing days. It is
-- deferred: a correction may pass through an overlap on its way. On entry itself it would refuse the correction.
create table current_period (
  authority text not null,
  record_id uuid not null,
  track text not null,
  during daterange not null,
  entry bigint not null,
  primary key (authority, record_id, entry),
  constraint current_period_apart exclude using gist (record_id with =, track with =, during with &&, authority with =)
    deferrable initially deferred
);

-- Who has the child allocated to them now: a worker code or an account.
create table allocation (
  authority text not null,
  record_id uuid not null,
  worker text not null,
  primary key (authority, record_id, worker)
);

-- Wanted by: the policies, for the children of one worker.
create index allocation_of_worker on allocation (authority, worker);

-- Who is in a sibling group now. Whoever sees a child sees the groups it is in, and of their members those they may see.
create table sibling_member (
  authority text not null,
  group_id uuid not null,
  child_id uuid not null,
  agency_visible boolean not null,
  primary key (authority, group_id, child_id),
  foreign key (authority, group_id) references record,
  foreign key (authority, child_id) references record
);

-- Wanted by: siblingGroupsOf, and the policies.
create index sibling_member_by_child on sibling_member (authority, child_id);
