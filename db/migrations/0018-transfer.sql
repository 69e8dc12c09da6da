-- Afterwards: rebuild
-- A child who moves to another authority: offered by the one, and taken over, refused or withdrawn. While it is offered
-- the other authority reads the record through the offer, and whoever takes the child over carries the record across.
--
--   viewer.moves         the authority for which children are offered and taken over
--   viewer.offered       the record read through an offer, in this transaction alone
--   viewer.offered_in    its authority
--   viewer.taking        'on' while it is taken over: that record alone is written then, to close it
--   viewer.carried_into  the record into which its history is carried

create table transfer (
  id uuid primary key default gen_random_uuid(),
  authority text not null references organisation (code),
  record_id uuid not null,
  local_id text not null,
  to_authority text not null references organisation (code),
  moves_on date not null,
  why text not null check (length(why) between 1 and 2000),
  state text not null default 'offered' check (state in ('offered', 'withdrawn', 'refused', 'taken-over')),
  offered_at timestamp(3) with time zone not null,
  offered_by text not null,
  answered_at timestamp(3) with time zone,
  answered_by text,
  answer text check (length(answer) <= 2000),
  to_record uuid,
  foreign key (authority, record_id) references record (authority, id),
  foreign key (to_authority, to_record) references record (authority, id),
  check (authority <> to_authority),
  check ((state = 'offered') = (answered_at is null)),
  check ((state = 'taken-over') = (to_record is not null))
);
-- A child is offered to one authority at a time.
create unique index transfer_offered on transfer (authority, record_id) where state = 'offered';
-- Wanted by: the offers that wait for an authority.
create index transfer_to on transfer (to_authority, state);

create function viewer_moves() returns text language sql stable parallel safe
begin atomic select nullif(current_setting('viewer.moves', true), ''); end;

create function viewer_offered() returns setof uuid language sql stable parallel safe
begin atomic select o::uuid from viewer_list('viewer.offered') as o; end;

-- Whoever reads through an offer sees that record as one on which they are named.
create or replace function viewer_named() returns setof uuid language sql stable parallel safe
begin atomic
  select record_id from named_access
  where viewer_is('viewer.named') and account = viewer_account() and from_on <= viewer_today() and (until_on is null or until_on > viewer_today())
  union all
  select viewer_offered();
end;

create or replace function viewer_named_in() returns setof text language sql stable parallel safe
begin atomic
  select distinct authority from named_access
  where viewer_is('viewer.named') and account = viewer_account() and from_on <= viewer_today() and (until_on is null or until_on > viewer_today())
  union all
  select viewer_list('viewer.offered_in');
end;

-- And while they take the child over they write it, to close it.
create or replace function viewer_written_children() returns setof uuid language sql stable parallel safe
begin atomic
  select c from viewer_allocated() as c where viewer_is('viewer.writes_allocated') and c not in (select viewer_unwritable())
  union all
  select o from viewer_offered() as o where viewer_is('viewer.taking');
end;

create or replace function viewer_written_in() returns setof text language sql stable parallel safe
begin atomic
  select a from viewer_list('viewer.allocated_in') as a where viewer_is('viewer.writes_allocated')
  union all
  select a from viewer_agreements() as a where viewer_is('viewer.writes_agency')
  union all
  select a from viewer_list('viewer.offered_in') as a where viewer_is('viewer.taking');
end;

-- History is carried as it was written down: by whom and when, each row saying that it was carried.
create policy carried on entry for insert to permanence_app with check (
  (select viewer_is('viewer.taking'))
  and authority = (select viewer_moves())
  and record_id = (select nullif(current_setting('viewer.carried_into', true), '')::uuid)
  and source ->> 'type' = 'transfer');

alter table transfer enable row level security;
alter table transfer force row level security;
create policy maintenance on transfer to permanence_maintenance using (true) with check (true);

-- Those who see the child see that it is offered; the other authority, what it was offered and did not lose again.
create policy offered on transfer for select to permanence_app using (
  authority = any (array(select viewer_list('viewer.authorities') union all select viewer_list('viewer.allocated_in')))
  and record_id in (select id from record where record.authority = transfer.authority));
create policy received on transfer for select to permanence_app using (to_authority = (select viewer_moves()) and state <> 'withdrawn');

create policy added on transfer for insert to permanence_app with check (
  authority = (select viewer_moves()) and state = 'offered' and offered_by = (select viewer_account())
  and record_id in (select id from record where record.authority = transfer.authority)
  and to_authority in (select code from organisation where type = 'local-authority'));
create policy withdrawn on transfer for update to permanence_app
  using (authority = (select viewer_moves()) and state = 'offered')
  with check (authority = (select viewer_moves()) and state = 'withdrawn' and answered_by = (select viewer_account()));
create policy answered on transfer for update to permanence_app
  using (to_authority = (select viewer_moves()) and state = 'offered')
  with check (to_authority = (select viewer_moves()) and state in ('refused', 'taken-over') and answered_by = (select viewer_account()));

grant select, insert, update (state, answered_at, answered_by, answer, to_record) on transfer to permanence_app;
grant select on transfer to permanence_maintenance;

-- Who may see the child's profile, and what is wrong with that (src/domain/profile/in-list.ts).
alter table child_summary add column profile jsonb;
-- Wanted by: the list of profiles that are shown further than they may be.
create index child_summary_profile_breach on child_summary (authority, record_id) where profile ->> 'breach' is not null;
