-- What each authority, or a regional agency for its members, decides about practice standards: changes that are
-- added and never altered. What is in force is worked out from them (src/domain/standards/book.ts).
--
--   viewer.standards   the organisation whose standards may be changed

create table standards_change (
  authority text not null references organisation,
  number integer not null check (number > 0),
  -- Tells apart two changes that had the same number, one of which was never kept.
  id uuid not null unique default gen_random_uuid(),
  at timestamptz(3) not null,
  by text not null,
  change jsonb not null check (change ->> 'type' in ('adopt-pack', 'leave-pack', 'set-standard', 'end-standard', 'confirm-standard', 'publish-pack')),
  reason text not null check (length(reason) between 1 and 2000),
  primary key (authority, number)
);

-- Which of its authority’s changes a child’s projections were made by; those before the last are behind.
alter table child_summary add column revision integer not null default 0;

-- How far an authority’s projections have come in being made anew after a change.
create table recompute_run (
  authority text primary key references organisation,
  revision integer not null,
  done integer not null,
  children integer not null,
  started_at timestamptz(3) not null,
  finished_at timestamptz(3),
  failure text
);

alter table standards_change enable row level security;
alter table standards_change force row level security;
alter table recompute_run enable row level security;
alter table recompute_run force row level security;
create policy maintenance on standards_change to permanence_maintenance using (true) with check (true);
create policy maintenance on recompute_run to permanence_maintenance using (true) with check (true);

-- Seen by everybody who sees any of the authority’s children, as these are judged by them; an agency’s by its own
-- people and those of the authorities it acts for.
create policy seen on standards_change for select to permanence_app using (
  authority = any (array(select viewer_reach()))
  or authority = any (array(select viewer_list('viewer.standards')))
  or authority = (select nullif(current_setting('viewer.agency', true), ''))
  or authority = any (array(select agency from agreement where authority = any (array(select viewer_reach())))));
create policy added on standards_change for insert to permanence_app with check (
  authority = any (array(select viewer_list('viewer.standards')))
  and by = (select viewer_account())
  and (change ->> 'type' = 'publish-pack') = (authority in (select code from organisation where type = 'regional-agency')));
create policy seen on recompute_run for select to permanence_app using (authority = any (array(select viewer_reach())));

-- A change of standards is a command: it is in the audit, in its organisation’s chain.
create policy added_for_standards on audit for insert to permanence_app with check (
  authority = any (array(select viewer_list('viewer.standards')))
  and actor = (select viewer_account())
  and record_id is null
  and command in ('adopt-pack', 'leave-pack', 'set-standard', 'end-standard', 'confirm-standard', 'publish-pack'));
create policy seen_for_standards on chain for select to permanence_app using (authority = any (array(select viewer_list('viewer.standards'))));
create policy added_for_standards on chain for insert to permanence_app with check (authority = any (array(select viewer_list('viewer.standards'))));
create policy changed_for_standards on chain for update to permanence_app using (authority = any (array(select viewer_list('viewer.standards'))));

grant select on standards_change, recompute_run to permanence_app, permanence_maintenance;
grant insert on standards_change to permanence_app;
grant insert, update on recompute_run to permanence_maintenance;
