-- Afterwards: rebuild
-- Walls (src/domain/access/wall.ts): records that are restricted or sealed are opened by few, and by everybody else not
-- found. As in 0005-access.sql the viewer is in settings of the transaction (src/store/scope.ts); these are new:
--
--   viewer.role           the role acted in
--   viewer.today          the day on which somebody is named on a record or not; without it, the day in England
--   viewer.named          'on' where being named on a record opens it
--   viewer.admitted       'on' where the rule of an authority that has made none admits the role
--   viewer.past_walls     the authority whose walls do not hold: for a purpose (src/domain/access/purpose.ts), and for the operator
--   viewer.writes_agency  'on' where the agency's own dates and notes may be written on the children shared
--   viewer.administers    the organisation whose people, and whose agreement and rule, may be changed
--
-- `viewer.workers` now holds for whoever sees an authority in full too, and `viewer.projecting` are records that the
-- viewer could see when the transaction began to write their projections: their walls may rise while it does.
--
-- A policy asks `wall = 0` where the table has the column, and otherwise whether the record is among those walled off;
-- `not in (select …)` is hashed, once a statement.

-- The authority has given the agency functions of an adoption agency; in which, src/domain/agency says.
alter table agreement add column functions text[] not null default '{}';

-- When an authority's records are restricted of themselves, and whom that admits. Without a row: DEFAULT_RESTRICTION.
create table restriction_rule (
  authority text primary key references organisation (code),
  from_stage text not null,
  roles text[] not null
);

alter table record add column wall smallint not null default 0 check (wall between 0 and 3);
alter table child_summary add column wall smallint not null default 0;
alter table child_clock add column wall smallint not null default 0;
alter table finding_term add column wall smallint not null default 0;
alter table sibling_member add column wall smallint not null default 0;

-- The records behind a wall, with what opens those that are restricted of themselves. All who see anything of the
-- authority can read it, for it is what the policies ask; it says no more than that there are such records.
create table record_wall (
  authority text not null,
  record_id uuid not null,
  wall smallint not null check (wall between 1 and 3),
  team text,
  officer text,
  workers text[] not null,
  agency_visible boolean not null,
  primary key (authority, record_id)
);

-- Who is named on a record, from a day until the first day that it is over. Nobody is on one that is sealed.
create table named_access (
  authority text not null,
  record_id uuid not null,
  account text not null,
  from_on date not null,
  until_on date,
  entry bigint not null,
  primary key (authority, record_id, entry)
);
-- Wanted by: viewer_named.
create index named_access_of_account on named_access (account);

-- Lists read these without the table, wall and all.
drop index child_clock_due;
create index child_clock_due on child_clock (authority, due_on) include (record_id, can_be_late, agency_visible, warn_days, wall) where counts;
alter table finding_term drop constraint finding_term_pkey, add primary key (authority, record_id, type, plain) include (text, agency_visible, wall);

-- Who the viewer is

create function viewer_role() returns text language sql stable parallel safe
begin atomic select nullif(current_setting('viewer.role', true), ''); end;

create function viewer_past_walls() returns text language sql stable parallel safe
begin atomic select nullif(current_setting('viewer.past_walls', true), ''); end;

create function viewer_administers() returns text language sql stable parallel safe
begin atomic select nullif(current_setting('viewer.administers', true), ''); end;

create function viewer_today() returns date language sql stable parallel safe
begin atomic
  select coalesce(nullif(current_setting('viewer.today', true), '')::date, (now() at time zone 'Europe/London')::date);
end;

create function viewer_projecting() returns setof uuid language sql stable parallel safe
begin atomic select p::uuid from viewer_list('viewer.projecting') as p; end;

-- The records on which the viewer is named today, and where.
create function viewer_named() returns setof uuid language sql stable parallel safe
begin atomic
  select record_id from named_access
  where viewer_is('viewer.named') and account = viewer_account() and from_on <= viewer_today() and (until_on is null or until_on > viewer_today());
end;

create function viewer_named_in() returns setof text language sql stable parallel safe
begin atomic
  select distinct authority from named_access
  where viewer_is('viewer.named') and account = viewer_account() and from_on <= viewer_today() and (until_on is null or until_on > viewer_today());
end;

create or replace function viewer_reach() returns setof text language sql stable parallel safe
begin atomic
  select viewer_list('viewer.authorities') union all select viewer_list('viewer.allocated_in') union all select viewer_agreements()
  union all select viewer_named_in();
end;

create function viewer_allocated() returns setof uuid language sql stable parallel safe
begin atomic
  select record_id from allocation
  where authority = any (array(select viewer_list('viewer.allocated_in')))
    and worker = any (array(select viewer_list('viewer.workers')));
end;

-- The children whom the viewer sees one by one.
create or replace function viewer_children() returns setof uuid language sql stable parallel safe
begin atomic select viewer_allocated() union all select viewer_named(); end;

create or replace function viewer_records() returns setof uuid language sql stable parallel safe
begin atomic
  select viewer_children()
  union all
  select group_id from sibling_member
  where authority = any (array(select viewer_list('viewer.allocated_in') union all select viewer_agreements() union all select viewer_named_in()));
end;

-- Past the walls

-- The records whose wall the viewer passes.
create function viewer_passed() returns setof uuid language sql stable parallel safe
begin atomic
  select w.record_id from record_wall w left join restriction_rule r using (authority)
  where w.authority = any (array(select viewer_reach())) and (
    w.authority = viewer_past_walls()
    or viewer_role() = 'adoption-records' and w.authority = any (array(select viewer_list('viewer.authorities')))
    or w.wall < 3 and w.record_id = any (array(select viewer_named()))
    or w.wall = 1 and (
      w.workers && array(select viewer_list('viewer.workers'))
        and w.authority = any (array(select viewer_list('viewer.authorities') union all select viewer_list('viewer.allocated_in')))
      or w.authority = any (array(select viewer_list('viewer.authorities'))) and (
        w.officer = any (array(select viewer_list('viewer.workers')))
        or viewer_role() = 'team-manager' and w.team = viewer_team()
        or viewer_role() = any (r.roles) or r.authority is null and viewer_is('viewer.admitted'))
      or w.agency_visible
        and w.authority = any (array(select authority from agreement where agency = nullif(current_setting('viewer.agency', true), '') and functions <> '{}'))
        and (viewer_role() = any (r.roles) or r.authority is null and viewer_is('viewer.admitted'))))
  union all
  select viewer_projecting();
end;

-- Those whose wall they do not pass.
create function viewer_walled() returns setof uuid language sql stable parallel safe
begin atomic
  select record_id from record_wall
  where authority = any (array(select viewer_reach())) and record_id not in (select viewer_passed());
end;

-- Those in which they may not write: what is sealed is only read, but for a purpose.
create function viewer_unwritable() returns setof uuid language sql stable parallel safe
begin atomic
  select record_id from record_wall
  where authority = any (array(select viewer_reach())) and authority is distinct from viewer_past_walls()
    and record_id not in (select viewer_projecting()) and (wall = 3 or record_id not in (select viewer_passed()));
end;

-- Writing

create or replace function viewer_written_children() returns setof uuid language sql stable parallel safe
begin atomic
  select c from viewer_allocated() as c where viewer_is('viewer.writes_allocated') and c not in (select viewer_unwritable());
end;

-- The children shared on whom the agency keeps its own dates and notes.
create function viewer_agency_written() returns setof uuid language sql stable parallel safe
begin atomic
  select c from viewer_agency_records() as c where viewer_is('viewer.writes_agency') and c not in (select viewer_unwritable());
end;

-- What follows from an entry is written by whoever may write any.
create function viewer_projected_children() returns setof uuid language sql stable parallel safe
begin atomic select viewer_written_children() union all select viewer_agency_written(); end;

create or replace function viewer_written_in() returns setof text language sql stable parallel safe
begin atomic
  select a from viewer_list('viewer.allocated_in') as a where viewer_is('viewer.writes_allocated')
  union all
  select a from viewer_agreements() as a where viewer_is('viewer.writes_agency');
end;

-- Policies of records, the chronology and the projections

do $$
declare
  t text;
  child text;
  seen constant text := 'authority = any (array(select viewer_reach())) and (
    wall = 0 and (authority = any (array(select viewer_list(''viewer.authorities'')))
      or agency_visible and authority = any (array(select viewer_agreements()))
      or %1$I = any (array(select %2$I())))
    or authority = (select viewer_past_walls())
    or %1$I = any (array(select viewer_passed())))';
  written constant text := 'authority = any (array(select viewer_list(''viewer.writes''))) and %1$I not in (select viewer_unwritable())
    or authority = any (array(select viewer_written_in())) and %1$I = any (array(select viewer_projected_children()))';
begin
  foreach t in array array['record', 'child_summary', 'child_clock', 'finding_term', 'sibling_member', 'current_period', 'allocation', 'record_wall', 'named_access'] loop
    child := case t when 'record' then 'id' when 'sibling_member' then 'child_id' else 'record_id' end;
    if t in ('record_wall', 'named_access') then
      execute format('alter table %I enable row level security', t);
      execute format('alter table %I force row level security', t);
      execute format('create policy maintenance on %I to permanence_maintenance using (true) with check (true)', t);
      execute format('grant select, insert, update, delete on %I to permanence_app, permanence_maintenance', t);
    else
      execute format('drop policy if exists seen on %I', t);
      execute format('drop policy if exists changed on %I', t);
      if t <> 'record' then
        execute format('drop policy if exists added on %I', t);
        execute format('drop policy if exists removed on %I', t);
      end if;
    end if;
    if t in ('record', 'child_summary', 'child_clock', 'finding_term', 'sibling_member') then
      execute format('create policy seen on %I for select to permanence_app using (' || format(seen, child, case t when 'record' then 'viewer_records' else 'viewer_children' end) || ')', t);
    elsif t = 'current_period' then
      execute format('create policy seen on %I for select to permanence_app using (' || format(written, child) || ')', t);
    end if;
    execute format('create policy changed on %I for update to permanence_app using (' || format(written, child) || ')', t);
    if t <> 'record' then
      execute format('create policy added on %I for insert to permanence_app with check (' || format(written, child) || ')', t);
      execute format('create policy removed on %I for delete to permanence_app using (' || format(written, child) || ')', t);
    end if;
  end loop;
end $$;

grant update (wall) on record, sibling_member, finding_term to permanence_app;
grant update (wall) on record to permanence_maintenance;

-- The policies of other tables ask these two, so they ask none of them: who passes a wall is worked out from here.
create policy seen on record_wall for select to permanence_app using (authority = any (array(select viewer_reach())));
create policy seen on named_access for select to permanence_app using (
  (select viewer_is('viewer.named')) and account = (select viewer_account())
    and from_on <= (select viewer_today()) and (until_on is null or until_on > (select viewer_today()))
  or authority = (select viewer_past_walls()) or record_id in (select viewer_projecting()));

-- This one asks those two alone.
create policy seen on allocation for select to permanence_app using (
  (authority = any (array(select viewer_list('viewer.authorities')))
      or authority = any (array(select viewer_list('viewer.allocated_in'))) and worker = any (array(select viewer_list('viewer.workers'))))
    and record_id not in (select viewer_walled())
  or authority = any (array(select viewer_reach())) and record_id in (select viewer_projecting()));

-- An entry never changes, and so cannot say behind which wall it is now.
drop policy seen on entry;
create policy seen on entry for select to permanence_app using (
  authority = any (array(select viewer_reach())) and record_id not in (select viewer_walled()) and (
    authority = any (array(select viewer_list('viewer.authorities')))
    or record_id = any (array(select viewer_records()))
    or record_id = any (array(select viewer_agency_records()))));
drop policy added on entry;
create policy added on entry for insert to permanence_app with check (
  (authority = any (array(select viewer_list('viewer.writes'))) and record_id not in (select viewer_unwritable())
    or authority = any (array(select viewer_written_in())) and (
      record_id = any (array(select viewer_written_children()))
      or kind in ('agency-date', 'agency-note', 'difference-settled') and record_id = any (array(select viewer_agency_written()))))
  and (recorded_by = (select viewer_account()) or (select viewer_is('viewer.operator'))));

drop policy seen on audit;
create policy seen on audit for select to permanence_app using (
  authority = any (array(select viewer_list('viewer.authorities'))) and (record_id is null or record_id not in (select viewer_walled())));
drop policy added on audit;
create policy added on audit for insert to permanence_app with check (
  (authority = any (array(select viewer_list('viewer.writes'))) and (record_id is null or record_id not in (select viewer_unwritable()))
    or authority = any (array(select viewer_written_in())) and record_id = any (array(select viewer_projected_children())))
  and actor = (select viewer_account()));

-- Rules, agreements, people: the operator's, and the administrators' own

alter table restriction_rule enable row level security;
alter table restriction_rule force row level security;
create policy maintenance on restriction_rule to permanence_maintenance using (true) with check (true);
create policy seen on restriction_rule for select to permanence_app using (
  authority = any (array(select viewer_reach())) or authority = (select viewer_administers()));
create policy added on restriction_rule for insert to permanence_app with check (
  authority = (select viewer_administers()) or (select viewer_is('viewer.operator')) and authority = (select viewer_past_walls()));
create policy changed on restriction_rule for update to permanence_app using (
  authority = (select viewer_administers()) or (select viewer_is('viewer.operator')) and authority = (select viewer_past_walls()));
grant select, insert, update on restriction_rule to permanence_app;
grant select on restriction_rule to permanence_maintenance;

create policy added_by_administrator on agreement for insert to permanence_app with check (authority = (select viewer_administers()));
create policy changed_by_administrator on agreement for update to permanence_app using (authority = (select viewer_administers()));

create policy added_by_administrator on organisation for insert to permanence_app with check (code = (select viewer_administers()));
create policy changed_by_administrator on organisation for update to permanence_app using (code = (select viewer_administers()));

create policy administered on account to permanence_app
  using (organisation = (select viewer_administers())) with check (organisation = (select viewer_administers()));

create policy administered on session_end to permanence_app
  using (account in (select id from account where organisation = (select viewer_administers())))
  with check (account in (select id from account where organisation = (select viewer_administers())));
