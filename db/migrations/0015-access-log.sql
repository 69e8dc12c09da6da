-- Proof: the log of access chained in batches and read by whoever answers for it, when the heads of the chains were
-- given away, and the proofs that were asked for in the browser.
--
--   viewer.reads_access_log   the organisation whose log of access the viewer may read
--   viewer.verifies           the organisation whose chains the viewer may prove

alter table access_log
  -- As what the person acted: roles change, and this must not.
  add column role text,
  -- The authority of the record that was opened, or whose id was asked for. Of a refusal it is known once the line is chained.
  add column authority text,
  -- The batch of its organisation that the line is in; null until it is chained.
  add column batch bigint;

-- Lines of the log, chained by maintenance some seconds after they were written, so that nobody waits for it:
-- `payload_hash` covers the salt and every line of the batch (src/store/access-batches.ts), `hash` as in entry. The
-- organisation is that of the person; a line of sign-in may name one that was never added.
create table access_batch (
  organisation text not null,
  number bigint not null check (number > 0),
  lines integer not null check (lines > 0),
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  salt bytea not null,
  payload_hash bytea not null check (length(payload_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (organisation, number)
);

-- Wanted by: chaining, which asks every few seconds whether there is anything.
create index access_log_unchained on access_log (organisation, id) where batch is null;
-- Wanted by: verify, a batch at a time.
create index access_log_of_batch on access_log (organisation, batch) where batch is not null;
-- Wanted by: who was refused a record, and what one person opened (src/store/access-queries.ts).
create index access_log_asked on access_log (asked) where outcome = 'refused';
create index access_log_of_account on access_log (account, at);

alter table chain drop constraint chain_book_check, add constraint chain_book_check check (book in ('entry', 'audit', 'access'));
alter table chain drop constraint chain_authority_fkey;

-- A day on which the heads of all chains were written to where the operator keeps them.
create table heads_published (
  published_on date primary key,
  at timestamptz(3) not null,
  heads integer not null
);

-- A proof of an authority's chains and lists, asked for in the browser and made in the background.
create table proof_run (
  authority text not null references organisation,
  id uuid not null,
  started_by text not null,
  started_at timestamptz(3) not null default now(),
  -- Moved on while it runs: one that has not been for a while was cut short.
  seen_at timestamptz(3) not null default now(),
  done bigint not null default 0,
  total bigint not null default 0,
  -- Published heads to compare with, as they were given.
  heads jsonb not null default '[]',
  result jsonb,
  failure text,
  finished_at timestamptz(3),
  primary key (authority, id)
);
create unique index proof_run_one_at_a_time on proof_run (authority) where finished_at is null;

do $$
declare t text;
begin
  foreach t in array array['access_batch', 'heads_published', 'proof_run'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I to permanence_maintenance using (true) with check (true)', t);
  end loop;
end $$;

-- Of their own organisation's people, and of everybody who opened a record of theirs or asked for one.
create policy seen on access_log for select to permanence_app using (
  organisation = (select nullif(current_setting('viewer.reads_access_log', true), ''))
  or authority = (select nullif(current_setting('viewer.reads_access_log', true), '')));
grant select on access_log to permanence_app;

-- Whoever reads the log reads who they were: of their own organisation, and of the agency that acts for it.
create policy named_in_log on account for select to permanence_app using (
  organisation = (select nullif(current_setting('viewer.reads_access_log', true), ''))
  or organisation in (select agency from agreement where authority = (select nullif(current_setting('viewer.reads_access_log', true), ''))));

-- Maintenance puts a line into a batch once, and touches it no more.
drop policy maintenance on access_log;
create policy maintenance on access_log for select to permanence_maintenance using (true);
create policy chained on access_log for update to permanence_maintenance using (batch is null) with check (batch is not null);
grant update (authority, batch) on access_log to permanence_maintenance;

-- It moves the heads of the log's chains alone; the others it only locks.
drop policy maintenance on chain;
create policy maintenance on chain for select to permanence_maintenance using (true);
create policy added_by_maintenance on chain for insert to permanence_maintenance with check (book = 'access');
create policy changed_by_maintenance on chain for update to permanence_maintenance using (true) with check (book = 'access');
grant insert, update (hash) on chain to permanence_maintenance;

create policy seen on access_batch for select to permanence_app using (
  organisation = (select nullif(current_setting('viewer.verifies', true), '')));
create policy seen_for_proof on chain for select to permanence_app using (
  authority = (select nullif(current_setting('viewer.verifies', true), '')));
create policy seen on heads_published for select to permanence_app using (
  (select nullif(current_setting('viewer.verifies', true), '')) is not null);
create policy seen on proof_run for select to permanence_app using (
  authority = (select nullif(current_setting('viewer.verifies', true), '')));
create policy added on proof_run for insert to permanence_app with check (
  authority = (select nullif(current_setting('viewer.verifies', true), '')) and started_by = (select viewer_account())
  and result is null and failure is null and finished_at is null);

grant select on access_batch, heads_published, proof_run to permanence_app, permanence_maintenance;
grant insert on access_batch, heads_published to permanence_maintenance;
grant insert (authority, id, started_by, heads) on proof_run to permanence_app;
grant update (seen_at, done, total, result, failure, finished_at) on proof_run to permanence_maintenance;
