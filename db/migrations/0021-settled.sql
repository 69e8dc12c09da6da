-- Who sees what, worked out once a transaction and not once a statement. `viewer_settle` asks the tables that say so (the
-- agreements, who is named, who has which child, the walls) and puts what they say into settings of the transaction;
-- policies only compare with those. Set by it:
--
--   viewer.agreements   authorities that share children with the viewer's agency
--   viewer.named_on     records on which the viewer is named today, or that are offered to them; viewer.named_in: where
--   viewer.reach        the authorities in which the viewer sees anything at all
--   viewer.workers      the names under which children are allocated to them, and to those whose work they do today
--   viewer.team         the team they work in
--   viewer.passed       records behind a wall that they pass
--   viewer.walled       those of the authority they see, or have children in, that they do not; viewer.unwritable: or only read
--   viewer.allocated    the children allocated to them
--
-- Asked again once an authority is locked for writing (src/store/write.ts): what is then read is as others have left it.

create function viewer_array(setting text) returns text[] language sql stable parallel safe
return string_to_array(nullif(current_setting(setting, true), ''), ',');

create function viewer_ids(setting text) returns uuid[] language sql stable parallel safe
return string_to_array(nullif(current_setting(setting, true), ''), ',')::uuid[];

create function viewer_settle() returns void language sql
begin atomic
  select set_config('viewer.agreements', coalesce((
    select string_agg(authority, ',') from agreement where agency = nullif(current_setting('viewer.agency', true), '')), ''), true);

  select set_config('viewer.named_on', concat_ws(',', string_agg(record_id::text, ','), nullif(current_setting('viewer.offered', true), '')), true),
    set_config('viewer.named_in', concat_ws(',', string_agg(distinct authority, ','), nullif(current_setting('viewer.offered_in', true), '')), true)
  from named_access
  where (select viewer_is('viewer.named')) and account = (select viewer_account())
    and from_on <= (select viewer_today()) and (until_on is null or until_on > (select viewer_today()));

  select set_config('viewer.reach', concat_ws(',', nullif(current_setting('viewer.authorities', true), ''), nullif(current_setting('viewer.allocated_in', true), ''),
    nullif(current_setting('viewer.agreements', true), ''), nullif(current_setting('viewer.named_in', true), '')), true);

  select set_config('viewer.workers', coalesce(string_agg(concat_ws(',', a.id, a.worker), ','), viewer_account()), true),
    set_config('viewer.team', coalesce(max(a.team) filter (where a.id = viewer_account()), ''), true)
  from account a
  where a.id = viewer_account() or a.id in (
    select c.account from cover c where c.covered_by = viewer_account() and c.ended_at is null and viewer_today() between c.from_on and c.until_on)
  having nullif(current_setting('viewer.workers', true), '') is not null;

  select set_config('viewer.passed', coalesce(string_agg(id, ',') filter (where passes), ''), true),
    set_config('viewer.walled', coalesce(string_agg(id, ',') filter (where own and not passes), ''), true),
    set_config('viewer.unwritable', coalesce(string_agg(id, ',') filter (where own and not projecting and (wall = 3 or not passes)), ''), true)
  from (
    select id, wall, own, projecting, projecting or coalesce(
        seen and role = 'adoption-records'
        or wall < 3 and record_id = any ((select viewer_ids('viewer.named_on'))::uuid[])
        or wall = 1 and (
          own and workers && (select viewer_array('viewer.workers'))
          or seen and (officer = any ((select viewer_array('viewer.workers'))::text[]) or role = 'team-manager' and team = (select nullif(current_setting('viewer.team', true), '')))
          or seen and admitted
          or agency_visible and admitted and authority = any (array(
            select g.authority from agreement g where g.agency = nullif(current_setting('viewer.agency', true), '') and g.functions <> '{}'))), false) as passes
    from (
      select w.*, w.record_id::text as id, (select viewer_role()) as role,
        coalesce((select viewer_role()) = any (r.roles), (select viewer_is('viewer.admitted'))) as admitted,
        w.record_id = any (coalesce((select viewer_ids('viewer.projecting')), '{}'::uuid[])) as projecting,
        w.authority = any (coalesce((select viewer_array('viewer.authorities')), '{}'::text[])) as seen,
        w.authority = any (coalesce((select viewer_array('viewer.authorities') || viewer_array('viewer.allocated_in')), '{}'::text[])) as own
      from record_wall w left join restriction_rule r using (authority)
      where w.authority is distinct from (select viewer_past_walls())
    ) w
  ) w;

  select set_config('viewer.allocated', coalesce((
    select string_agg(record_id::text, ',') from allocation
    where authority = any ((select viewer_array('viewer.allocated_in'))::text[]) and worker = any ((select viewer_array('viewer.workers'))::text[])), ''), true);
end;

-- As before, of what was settled.

create or replace function viewer_agreements() returns setof text language sql stable parallel safe
begin atomic select unnest(viewer_array('viewer.agreements')); end;

create or replace function viewer_named() returns setof uuid language sql stable parallel safe
begin atomic select unnest(viewer_ids('viewer.named_on')); end;

create or replace function viewer_named_in() returns setof text language sql stable parallel safe
begin atomic select unnest(viewer_array('viewer.named_in')); end;

create or replace function viewer_reach() returns setof text language sql stable parallel safe
begin atomic select unnest(viewer_array('viewer.reach')); end;

create or replace function viewer_allocated() returns setof uuid language sql stable parallel safe
begin atomic select unnest(viewer_ids('viewer.allocated')); end;

create or replace function viewer_children() returns setof uuid language sql stable parallel safe
begin atomic select unnest(viewer_ids('viewer.allocated') || viewer_ids('viewer.named_on')); end;

create or replace function viewer_projecting() returns setof uuid language sql stable parallel safe
begin atomic select unnest(viewer_ids('viewer.projecting')); end;

create or replace function viewer_passed() returns setof uuid language sql stable parallel safe
begin atomic select unnest(viewer_ids('viewer.passed') || viewer_ids('viewer.projecting')); end;

create or replace function viewer_walled() returns setof uuid language sql stable parallel safe
begin atomic select unnest(viewer_ids('viewer.walled')); end;

create or replace function viewer_unwritable() returns setof uuid language sql stable parallel safe
begin atomic
  select u from unnest(viewer_ids('viewer.unwritable')) as u where u <> all (coalesce(viewer_ids('viewer.projecting'), '{}'::uuid[]));
end;

-- The sibling groups of the children whom the viewer sees one by one.
create function viewer_groups() returns setof uuid language sql stable parallel safe
begin atomic
  select group_id from sibling_member
  where authority = any ((select viewer_array('viewer.allocated_in') || viewer_array('viewer.agreements') || viewer_array('viewer.named_in'))::text[]);
end;

create or replace function viewer_records() returns setof uuid language sql stable parallel safe
begin atomic select viewer_children() union all select viewer_groups(); end;

-- What the agency writes follows from an entry of its own, on a record that it sees.
create or replace function viewer_agency_written() returns setof uuid language sql stable parallel safe
begin atomic select c from viewer_agency_records() as c where viewer_is('viewer.writes_agency'); end;

create or replace function viewer_projected_children() returns setof uuid language sql stable parallel safe
begin atomic
  select viewer_written_children()
  union all
  select p from viewer_projecting() as p where viewer_is('viewer.writes_agency');
end;

-- The policies that every page asks

do $$
declare
  t text;
  child text;
  seen constant text := 'authority = any ((select viewer_array(''viewer.reach''))::text[]) and (
    wall = 0 and (authority = any ((select viewer_array(''viewer.authorities''))::text[])
      or agency_visible and authority = any ((select viewer_array(''viewer.agreements''))::text[])
      or %1$I = any ((select viewer_ids(''viewer.allocated'') || viewer_ids(''viewer.named_on''))::uuid[])%2$s)
    or authority = (select viewer_past_walls())
    or %1$I = any ((select viewer_ids(''viewer.passed'') || viewer_ids(''viewer.projecting''))::uuid[]))';
begin
  foreach t in array array['record', 'child_summary', 'child_clock', 'finding_term', 'sibling_member'] loop
    child := case t when 'record' then 'id' when 'sibling_member' then 'child_id' else 'record_id' end;
    execute format('drop policy seen on %I', t);
    execute format('create policy seen on %I for select to permanence_app using (' || format(seen, child,
      case t when 'record' then ' or type = ''sibling-group'' and id = any (array(select viewer_groups()))' else '' end) || ')', t);
  end loop;
end $$;

drop policy seen on record_wall;
create policy seen on record_wall for select to permanence_app using (authority = any ((select viewer_array('viewer.reach'))::text[]));

-- Whoever asks whether a record is walled asks this one: it is an authority’s own choice, and about no child.
drop policy seen on restriction_rule;
create policy seen on restriction_rule for select to permanence_app using (true);

drop policy seen on allocation;
create policy seen on allocation for select to permanence_app using (
  (authority = any ((select viewer_array('viewer.authorities'))::text[])
      or authority = any ((select viewer_array('viewer.allocated_in'))::text[]) and worker = any ((select viewer_array('viewer.workers'))::text[]))
    and record_id not in (select w from viewer_walled() as w)
  or authority = any ((select viewer_array('viewer.reach'))::text[]) and record_id in (select p from viewer_projecting() as p));

-- Whoever sees an authority sees its entries but for those behind a wall; anybody else those of the records they see.
drop policy seen on entry;
create policy seen on entry for select to permanence_app using (
  authority = any ((select viewer_array('viewer.reach'))::text[]) and (
    authority = any ((select viewer_array('viewer.authorities'))::text[]) and record_id not in (select w from viewer_walled() as w)
    or exists (select from record r where r.authority = entry.authority and r.id = entry.record_id)));

drop policy seen on audit;
create policy seen on audit for select to permanence_app using (
  authority = any ((select viewer_array('viewer.authorities'))::text[]) and (record_id is null or record_id not in (select w from viewer_walled() as w)));
