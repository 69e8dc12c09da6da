-- Afterwards: rebuild
-- What the whole-service tracker lists, filters and finds by; the views people save; and the columns of
-- council sheets that were matched before.

create extension if not exists fuzzystrmatch;

alter table child_summary
  add column name text,
  add column placement_type text,
  add column order_on date,
  add column social_worker text,
  add column family_finder text,
  add column team text,
  add column barriers text[] not null default '{}',
  add column early_permanence boolean not null default false,
  -- By kind: {"on", "certainty", "entry"}.
  add column dates jsonb not null default '{}',
  -- Days that A10 and A2 run from and until (null while they run; both null where the last day was not recorded);
  -- and all counts, as the domain has them.
  add column a10_from date,
  add column a10_until date,
  add column a2_from date,
  add column a2_until date,
  add column counts jsonb not null default '[]',
  -- The last day that a clock that counts is due; infinity where one runs with no due day.
  add column runs_until date,
  -- Whether something runs that is not recorded: a child for whom nothing else runs is not on track but unknown.
  add column not_recorded boolean not null default false;

-- The words a child may be found by, as people type them: lower case, no accents, single spaces
-- (src/domain/tracker/find.ts).
create table finding_term (
  authority text not null,
  record_id uuid not null,
  type text not null check (type in ('local-id', 'name', 'carer')),
  text text not null,
  plain text not null,
  agency_visible boolean not null,
  -- All of a row is in its index: finding goes through every term of an authority, and their rows lie anywhere.
  primary key (authority, record_id, type, plain) include (text, agency_visible)
);

-- A line of a checklist never makes a child late, no more than what is advisory.
drop index child_clock_due;
alter table child_clock
  alter column counts set expression as (due_on is not null and not (flags && array['advisory', 'not-before', 'checklist'])),
  alter column can_be_late set expression as (
    due_on is not null and not (flags && array['advisory', 'not-before', 'checklist']) and (known_up_to is null or due_on <= known_up_to));

-- All that lists go through of the clocks is in their index too, what the policy asks as well.
create index child_clock_due on child_clock (authority, due_on) include (record_id, can_be_late, agency_visible) where counts;

-- A person’s or a team’s way of looking at the tracker: the parameters of its address. No names of children are in them.
create table saved_view (
  id uuid primary key,
  organisation text not null references organisation,
  account text not null references account,
  -- The team whose view it is; null: its maker’s alone.
  team text check (team <> ''),
  name text not null check (length(name) between 1 and 80),
  params jsonb not null,
  -- What its owner, or the team, sees on opening the tracker.
  opens_first boolean not null default false,
  made_at timestamptz(3) not null default now()
);

create unique index saved_view_first_of_person on saved_view (account) where opens_first and team is null;
create unique index saved_view_first_of_team on saved_view (organisation, team) where opens_first and team is not null;

create table preference (
  account text primary key references account,
  shows_names boolean not null
);

alter table account add column team text check (team <> '');

-- How an authority’s sheets were matched last: by the headings, to what each column is.
create table sheet_match (
  authority text not null references organisation,
  heading text not null,
  target text not null,
  matched_at timestamptz(3) not null default now(),
  matched_by text not null,
  primary key (authority, heading)
);

-- A run of either kind: the 903 files, or a council sheet with the answers given on the way.
alter table import_run
  add column type text not null default 'ssda903' check (type in ('ssda903', 'sheet')),
  add column answers jsonb;

do $$
declare t text;
begin
  foreach t in array array['finding_term', 'saved_view', 'preference', 'sheet_match'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I to permanence_maintenance using (true) with check (true)', t);
  end loop;
end $$;

-- As the other projections of a child (0005-access.sql).
create policy seen on finding_term for select to permanence_app using (
  authority = any (array(select viewer_reach())) and (
    authority = any (array(select viewer_list('viewer.authorities')))
    or agency_visible and authority = any (array(select viewer_agreements()))
    or record_id = any (array(select viewer_children()))));
create policy added on finding_term for insert to permanence_app with check (
  authority = any (array(select viewer_list('viewer.writes')))
  or authority = any (array(select viewer_written_in())) and record_id = any (array(select viewer_written_children())));
create policy changed on finding_term for update to permanence_app using (
  authority = any (array(select viewer_list('viewer.writes')))
  or authority = any (array(select viewer_written_in())) and record_id = any (array(select viewer_written_children())));
create policy removed on finding_term for delete to permanence_app using (
  authority = any (array(select viewer_list('viewer.writes')))
  or authority = any (array(select viewer_written_in())) and record_id = any (array(select viewer_written_children())));

-- One’s own views, and those of one’s team. Who may make a view the team’s is the command’s to say.
create function viewer_team() returns text language sql stable parallel safe
begin atomic select team from account where id = nullif(current_setting('viewer.account', true), ''); end;
create function viewer_organisation() returns text language sql stable parallel safe
begin atomic select organisation from account where id = nullif(current_setting('viewer.account', true), ''); end;

create policy seen on saved_view for select to permanence_app using (
  account = (select viewer_account()) and team is null
  or organisation = (select viewer_organisation()) and team = (select viewer_team()));
create policy added on saved_view for insert to permanence_app with check (
  account = (select viewer_account()) and organisation = (select viewer_organisation())
  and (team is null or team = (select viewer_team())));
create policy changed on saved_view for update to permanence_app using (
  account = (select viewer_account()) and team is null
  or organisation = (select viewer_organisation()) and team = (select viewer_team()));
create policy removed on saved_view for delete to permanence_app using (
  account = (select viewer_account()) and team is null
  or organisation = (select viewer_organisation()) and team = (select viewer_team()));

create policy own on preference for all to permanence_app using (account = (select viewer_account())) with check (account = (select viewer_account()));

create policy seen on sheet_match for select to permanence_app using (authority = any (array(select viewer_list('viewer.imports'))));
create policy added on sheet_match for insert to permanence_app with check (
  authority = any (array(select viewer_list('viewer.imports'))) and matched_by = (select viewer_account()));
create policy changed on sheet_match for update to permanence_app using (authority = any (array(select viewer_list('viewer.imports'))));

grant select on finding_term, saved_view, preference, sheet_match to permanence_app, permanence_maintenance;
grant insert, delete on finding_term, saved_view to permanence_app;
grant update (agency_visible) on finding_term to permanence_app;
grant update (team, name, params, opens_first) on saved_view to permanence_app;
grant insert, update on preference to permanence_app;
grant insert, update on sheet_match to permanence_app;
grant update (answers) on import_run to permanence_app;
grant update (team) on account to permanence_app;
grant insert, update, delete on finding_term to permanence_maintenance;

-- A change made to several children at once is one row of the audit, about no single record. Those who write only
-- the children allocated to them add it where every record it names is one of those, and see their own to undo them.
create policy added_for_many on audit for insert to permanence_app with check (
  authority = any (array(select viewer_written_in()))
  and actor = (select viewer_account())
  and record_id is null and command in ('record-many', 'undo-many')
  and array(select jsonb_array_elements_text(input -> 'records')::uuid) <@ array(select viewer_written_children()));
create policy own on audit for select to permanence_app using (
  authority = any (array(select viewer_list('viewer.allocated_in'))) and actor = (select viewer_account()));

-- Wanted by: the page of a change, which says whether it was undone.
create index audit_undoing on audit (authority, ((input ->> 'undoes')::bigint)) where command = 'undo-many';

-- Everybody may see their own account: whose team's views they may save and open hangs on it.
create policy own on account for select to permanence_app using (id = (select viewer_account()));

-- After a large import the planner must hear of it at once: until then it takes the tracker for a list of a few.
grant maintain on record, entry, child_summary, child_clock, sibling_member, finding_term, allocation to permanence_maintenance;
