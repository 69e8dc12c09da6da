-- What an agreement says beside from when (src/domain/agency/agreement.ts): which fields of a shared child the agency's
-- people see, and which kinds they record themselves, those of the functions given.

alter table agreement add column fields text[] not null default '{names,workers,notes,barriers}';
alter table agreement add column kinds text[] not null default '{}';

-- The agency's own dates, as lists show them, and whose it is to settle where one differs from the authority's.
alter table child_summary add column agency_dates jsonb not null default '{}';
alter table child_summary add column differs text[] not null default '{}';

-- Wanted by: the desks of those who settle them, which ask only for children with one.
create index child_summary_differs on child_summary (authority, record_id) where differs <> '{}';

-- The authorities that share children with the viewer's agency and not this field of them.
create function viewer_not_shared(field text) returns setof text language sql stable parallel safe
begin atomic
  select authority from agreement where agency = nullif(current_setting('viewer.agency', true), '') and field <> all (fields);
end;

create policy shared_names on finding_term as restrictive for select to permanence_app using (
  type <> 'name' or authority <> all (array(select viewer_not_shared('names'))) or record_id in (select viewer_projecting()));

-- The agency's people write its own dates and notes, and what belongs to the functions given to it.
create function viewer_agency_kinds() returns table (authority text, kind text) language sql stable parallel safe
begin atomic
  select authority, unnest(kinds || '{agency-date,agency-note,difference-settled}') from agreement
  where agency = nullif(current_setting('viewer.agency', true), '');
end;

drop policy added on entry;
create policy added on entry for insert to permanence_app with check (
  (authority = any (array(select viewer_list('viewer.writes'))) and record_id not in (select viewer_unwritable())
    or authority = any (array(select viewer_written_in())) and (
      record_id = any (array(select viewer_written_children()))
      or (authority, kind) in (select authority, kind from viewer_agency_kinds()) and record_id = any (array(select viewer_agency_written()))))
  and (recorded_by = (select viewer_account()) or (select viewer_is('viewer.operator'))));

-- Functions are given with the agreement, by whoever makes that.
alter table standards_change drop constraint standards_change_change_check;
alter table standards_change add constraint standards_change_change_check check (
  change ->> 'type' in ('adopt-pack', 'leave-pack', 'set-standard', 'end-standard', 'confirm-standard', 'publish-pack', 'give-functions'));
drop policy added on standards_change;
create policy added on standards_change for insert to permanence_app with check (
  by = (select viewer_account())
  and case change ->> 'type'
    when 'give-functions' then authority = any (array(select viewer_list('viewer.writes')))
      and (authority = (select viewer_administers()) or (select viewer_is('viewer.operator')))
      and authority in (select code from organisation where type = 'local-authority')
    else authority = any (array(select viewer_list('viewer.standards')))
      and (change ->> 'type' = 'publish-pack') = (authority in (select code from organisation where type = 'regional-agency'))
  end);
