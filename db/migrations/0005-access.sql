-- Who sees and writes what. The viewer is in settings local to the transaction (src/store/scope.ts);
-- where they are empty, nothing is seen and nothing can be written.
--
--   viewer.account           who it is
--   viewer.authorities       authorities seen in full
--   viewer.agency            the regional agency whose agreements show children
--   viewer.allocated_in      the authority in which children allocated to the viewer are seen
--   viewer.workers           the names under which they are allocated
--   viewer.writes            authorities written in full
--   viewer.writes_allocated  'on' where the children allocated may be written
--   viewer.imports           authorities into which returns may be imported
--   viewer.operator          'on' for the operator of the machine
--   viewer.projecting        records just written: who has them allocated is seen in full, so that what has ended can go
--   viewer.sign_in           the account being looked up before there is a viewer, or '*' in the demonstration
--
-- Every policy is a comparison with arrays that are worked out once a statement: a function called per
-- row costs sixty times as much. First whole authorities, so that an index finds them; then which rows.

create function viewer_list(setting text) returns setof text language sql stable parallel safe
begin atomic select unnest(string_to_array(nullif(current_setting(setting, true), ''), ',')); end;

create function viewer_is(setting text) returns boolean language sql stable parallel safe
begin atomic select coalesce(current_setting(setting, true) = 'on', false); end;

create function viewer_account() returns text language sql stable parallel safe
begin atomic select nullif(current_setting('viewer.account', true), ''); end;

create function viewer_agreements() returns setof text language sql stable parallel safe
begin atomic select authority from agreement where agency = nullif(current_setting('viewer.agency', true), ''); end;

-- The authorities in which the viewer sees anything at all.
create function viewer_reach() returns setof text language sql stable parallel safe
begin atomic
  select viewer_list('viewer.authorities') union all select viewer_list('viewer.allocated_in') union all select viewer_agreements();
end;

create function viewer_children() returns setof uuid language sql stable parallel safe
begin atomic
  select record_id from allocation
  where authority = any (array(select viewer_list('viewer.allocated_in')))
    and worker = any (array(select viewer_list('viewer.workers')));
end;

create function viewer_written_children() returns setof uuid language sql stable parallel safe
begin atomic select c from viewer_children() as c where viewer_is('viewer.writes_allocated'); end;

-- The authority of those children.
create function viewer_written_in() returns setof text language sql stable parallel safe
begin atomic select a from viewer_list('viewer.allocated_in') as a where viewer_is('viewer.writes_allocated'); end;

-- Those allocated, and the sibling groups of the children whom the viewer sees one by one.
create function viewer_records() returns setof uuid language sql stable parallel safe
begin atomic
  select viewer_children()
  union all
  select group_id from sibling_member
  where authority = any (array(select viewer_list('viewer.allocated_in') union all select viewer_agreements()));
end;

-- An agency sees a record's entries through these: an entry cannot say for itself, because it never changes.
create function viewer_agency_records() returns setof uuid language sql stable parallel safe
begin atomic
  select id from record where agency_visible and authority = any (array(select viewer_agreements()));
end;

-- Wanted by: viewer_agency_records.
create index record_agency_visible on record (authority, id) where agency_visible;

do $$
declare t text;
begin
  foreach t in array array['organisation', 'agreement', 'account', 'record', 'chain', 'entry', 'audit', 'child_summary',
    'child_clock', 'current_period', 'allocation', 'sibling_member', 'import_run', 'import_file', 'access_log']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I to permanence_maintenance using (true) with check (true)', t);
  end loop;
end $$;

-- Organisations, agreements, accounts

create policy seen on organisation for select to permanence_app using (true);
create policy added on organisation for insert to permanence_app with check ((select viewer_is('viewer.operator')));
create policy changed on organisation for update to permanence_app using ((select viewer_is('viewer.operator')));

create policy seen on agreement for select to permanence_app using (true);
create policy added on agreement for insert to permanence_app with check (
  (select viewer_is('viewer.operator')) and authority = any (array(select viewer_list('viewer.writes'))));
create policy changed on agreement for update to permanence_app using (
  (select viewer_is('viewer.operator')) and authority = any (array(select viewer_list('viewer.writes'))));

create policy seen on account for select to permanence_app using (
  id = (select nullif(current_setting('viewer.sign_in', true), ''))
  or (select current_setting('viewer.sign_in', true)) = '*'
  or organisation = any (array(select viewer_reach()))
  or organisation = (select nullif(current_setting('viewer.agency', true), ''))
  or (select viewer_is('viewer.operator')));
create policy added on account for insert to permanence_app with check ((select viewer_is('viewer.operator')));
create policy changed on account for update to permanence_app using ((select viewer_is('viewer.operator')));

-- Records and the chronology

create policy seen on record for select to permanence_app using (
  authority = any (array(select viewer_reach())) and (
    authority = any (array(select viewer_list('viewer.authorities')))
    or agency_visible and authority = any (array(select viewer_agreements()))
    or id = any (array(select viewer_records()))));
create policy added on record for insert to permanence_app with check (
  authority = any (array(select viewer_list('viewer.writes'))));
create policy changed on record for update to permanence_app using (
  authority = any (array(select viewer_list('viewer.writes')))
  or authority = any (array(select viewer_written_in())) and id = any (array(select viewer_written_children())));

create policy seen on entry for select to permanence_app using (
  authority = any (array(select viewer_reach())) and (
    authority = any (array(select viewer_list('viewer.authorities')))
    or record_id = any (array(select viewer_records()))
    or record_id = any (array(select viewer_agency_records()))));
create policy added on entry for insert to permanence_app with check (
  (authority = any (array(select viewer_list('viewer.writes')))
    or authority = any (array(select viewer_written_in())) and record_id = any (array(select viewer_written_children())))
  and (recorded_by = (select viewer_account()) or (select viewer_is('viewer.operator'))));

create policy seen on audit for select to permanence_app using (
  authority = any (array(select viewer_list('viewer.authorities'))));
create policy added on audit for insert to permanence_app with check (
  (authority = any (array(select viewer_list('viewer.writes')))
    or authority = any (array(select viewer_written_in())) and record_id = any (array(select viewer_written_children())))
  and actor = (select viewer_account()));

create policy seen on chain for select to permanence_app using (
  authority = any (array(select viewer_list('viewer.writes')))
  or authority = any (array(select viewer_written_in())));
create policy added on chain for insert to permanence_app with check (
  authority = any (array(select viewer_list('viewer.writes')))
  or authority = any (array(select viewer_written_in())));
create policy changed on chain for update to permanence_app using (
  authority = any (array(select viewer_list('viewer.writes')))
  or authority = any (array(select viewer_written_in())));

-- Projections. Those of a child carry whether its agency sees it, so that a list needs no second look.

do $$
declare
  t text;
  seen constant text := 'authority = any (array(select viewer_reach())) and (
    authority = any (array(select viewer_list(''viewer.authorities'')))
    or agency_visible and authority = any (array(select viewer_agreements()))
    or %1$I = any (array(select viewer_children())))';
  written constant text := 'authority = any (array(select viewer_list(''viewer.writes'')))
    or authority = any (array(select viewer_written_in())) and %1$I = any (array(select viewer_written_children()))';
  child text;
begin
  foreach t in array array['child_summary', 'child_clock', 'sibling_member', 'current_period'] loop
    child := case t when 'sibling_member' then 'child_id' else 'record_id' end;
    if t <> 'current_period' then
      execute format('create policy seen on %I for select to permanence_app using (' || format(seen, child) || ')', t);
    else
      execute format('create policy seen on %I for select to permanence_app using (' || format(written, child) || ')', t);
    end if;
    execute format('create policy added on %I for insert to permanence_app with check (' || format(written, child) || ')', t);
    execute format('create policy changed on %I for update to permanence_app using (' || format(written, child) || ')', t);
    execute format('create policy removed on %I for delete to permanence_app using (' || format(written, child) || ')', t);
  end loop;
end $$;

-- The policies above ask this table, so this one asks none of them.
create policy seen on allocation for select to permanence_app using (
  authority = any (array(select viewer_list('viewer.authorities')))
  or authority = any (array(select viewer_list('viewer.allocated_in')))
    and (worker = any (array(select viewer_list('viewer.workers')))
      or record_id::text = any (array(select viewer_list('viewer.projecting')))));
create policy added on allocation for insert to permanence_app with check (
  authority = any (array(select viewer_list('viewer.writes')))
  or authority = any (array(select viewer_written_in())) and record_id = any (array(select viewer_written_children())));
create policy removed on allocation for delete to permanence_app using (
  authority = any (array(select viewer_list('viewer.writes')))
  or authority = any (array(select viewer_written_in())) and record_id = any (array(select viewer_written_children())));

-- Imports and the log of access

create policy seen on import_run for select to permanence_app using (authority = any (array(select viewer_list('viewer.imports'))));
create policy added on import_run for insert to permanence_app with check (
  authority = any (array(select viewer_list('viewer.imports'))) and started_by = (select viewer_account()));
create policy changed on import_run for update to permanence_app using (authority = any (array(select viewer_list('viewer.imports'))));

create policy seen on import_file for select to permanence_app using (authority = any (array(select viewer_list('viewer.imports'))));
create policy added on import_file for insert to permanence_app with check (authority = any (array(select viewer_list('viewer.imports'))));
create policy changed on import_file for update to permanence_app using (authority = any (array(select viewer_list('viewer.imports'))));

create policy added on access_log for insert to permanence_app with check (account = (select viewer_account()));

-- What each role may do at all. Nobody but the owner may change or remove an entry, an audit row or a line
-- of the log of access; maintenance may erase what an entry or an audit row says.

grant select on all tables in schema public to permanence_app, permanence_maintenance;
revoke select on access_log from permanence_app;

grant insert on organisation, agreement, account, record, chain, entry, audit, child_summary, child_clock, current_period,
  allocation, sibling_member, import_run, import_file, access_log to permanence_app;
grant update on agreement, child_summary, child_clock to permanence_app;
grant update (name, type) on organisation to permanence_app;
grant update (organisation, name, role, worker) on account to permanence_app;
grant update (agency_visible) on record, sibling_member to permanence_app;
grant update (number, hash) on chain to permanence_app;
grant update (state, progress, preview, failure, changed_at) on import_run to permanence_app;
grant update (bytes) on import_file to permanence_app;
grant delete on child_clock, current_period, allocation, sibling_member to permanence_app;

grant insert, update, delete on child_summary, child_clock, current_period, allocation, sibling_member to permanence_maintenance;
grant update (agency_visible) on record to permanence_maintenance;
-- To lock a chain's head a role must be able to change it. With the number alone it can only be spoilt, and verify would say so.
grant update (number) on chain to permanence_maintenance;
grant update (kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by, supersedes, cause, reason, salt,
  erased_at) on entry to permanence_maintenance;
grant update (at, actor, command, input, first_entry, last_entry, salt, erased_at) on audit to permanence_maintenance;
