-- Afterwards: rebuild
-- Desks: whose each running clock is, who reviews each child, who answers for whom while somebody is
-- away, what is typed and not yet finished, and since when somebody has looked at their own work.

alter table child_clock add column owner text not null default '';
-- Wanted by: the work of a role (src/store/desk.ts); a worker's own goes by the children allocated to them.
create index child_clock_of_owner on child_clock (authority, owner, due_on) include (record_id, can_be_late, warn_days);

alter table child_summary add column reviewing_officer text;

-- Whoever has left signs in no more, and no work is given to them.
alter table account add column left_on date;
grant update (left_on) on account to permanence_app;

-- While somebody is away another does their work; a decision-maker's is their named deputy.
create table cover (
  authority text not null references organisation (code),
  id uuid not null default gen_random_uuid(),
  account text not null references account (id),
  covered_by text not null references account (id),
  from_on date not null,
  until_on date not null,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  primary key (authority, id),
  check (account <> covered_by),
  check (from_on <= until_on),
  constraint cover_by_one_at_a_time exclude using gist (account with =, daterange(from_on, until_on, '[]') with &&) where (ended_at is null)
);
create index cover_by on cover (covered_by, until_on);
alter table cover enable row level security;
alter table cover force row level security;
create policy seen on cover for select to permanence_app
  using (authority = (select viewer_organisation()));
create policy added on cover for insert to permanence_app
  with check (authority = (select viewer_organisation()) and made_by = (select viewer_account())
    and covered_by in (select a.id from account a where a.organisation = cover.authority)
    -- A decision-maker's deputy is named by nobody else: only the work of those to whom it is given is arranged for them.
    and (account = (select viewer_account()) or authority = any (array(select viewer_list('viewer.writes'))) and account in (
      select a.id from account a where a.organisation = cover.authority and a.role in ('social-worker', 'family-finder', 'business-support'))));
create policy changed on cover for update to permanence_app
  using (authority = (select viewer_organisation())
    and (account = (select viewer_account()) or authority = any (array(select viewer_list('viewer.writes')))));
create policy maintenance on cover to permanence_maintenance using (true) with check (true);
grant select, insert, update (ended_at) on cover to permanence_app;
grant select on cover to permanence_maintenance;

-- A form begun and not finished: its writer's alone, until it is finished or thrown away.
create table form_draft (
  authority text not null,
  record_id uuid not null,
  account text not null references account (id),
  form text not null,
  answers jsonb not null,
  based_on bigint not null,
  changed_at timestamp(3) with time zone not null default now(),
  primary key (authority, record_id, account, form),
  foreign key (authority, record_id) references record (authority, id)
);
alter table form_draft enable row level security;
alter table form_draft force row level security;
create policy own on form_draft to permanence_app
  using (account = (select viewer_account()) and record_id in (select id from record where record.authority = form_draft.authority))
  with check (account = (select viewer_account()) and record_id in (select id from record where record.authority = form_draft.authority));
create policy maintenance on form_draft to permanence_maintenance using (true) with check (true);
grant select, insert, update, delete on form_draft to permanence_app;
grant select, delete on form_draft to permanence_maintenance;

-- What somebody sent after their sign-in had run out: kept for them alone, to be sent once they are back.
create table kept_form (
  account text not null references account (id),
  id uuid not null default gen_random_uuid(),
  path text not null,
  fields jsonb not null,
  kept_at timestamp(3) with time zone not null default now(),
  primary key (account, id)
);
alter table kept_form enable row level security;
alter table kept_form force row level security;
create policy own on kept_form to permanence_app
  using (account = (select viewer_account())) with check (account = (select viewer_account()));
create policy maintenance on kept_form to permanence_maintenance using (true) with check (true);
grant select, insert, delete on kept_form to permanence_app;
grant select, delete on kept_form to permanence_maintenance;

-- What is new since then is told as new.
alter table preference alter column shows_names set default false;
alter table preference add column work_seen_at timestamp(3) with time zone;

-- Wanted by: what is told to people as it happens (src/store/desk.ts).
create index entry_told on entry (authority, recorded_at) include (record_id, kind)
  where kind in ('decision-feedback', 'challenge-raised', 'challenge-answered', 'challenge-escalated', 'challenge-resolved',
    'extension-requested', 'extension-signed-off', 'reviewing-service-told', 'allocated-worker', 'family-finder');

-- Wanted by: the milestones forms that business support opens, chases and closes (src/store/milestones-forms.ts).
create index entry_of_form on entry (authority, record_id, number)
  where kind in ('milestones-form', 'adoption-pack-sent', 'adoption-pack-received', 'adoption-not-the-route', 'plan-decision-reversed',
    'adoption-became-plan', 'adoption-order');

-- Wanted by: decisions that wait to be confirmed by whoever decides (src/store/decision-queries.ts).
create index entry_decision_ahead on entry (authority, record_id)
  where certainty <> 'actual' and kind in ('early-permanence-decision', 'plan-decision', 'plan-decision-reversed', 'match-decision');

-- Wanted by: what waits for managers, and what was decided of late (src/store/awaiting-queries.ts).
create index entry_for_managers on entry (authority, kind, recorded_at) include (record_id)
  where kind in ('closure-summary', 'papers-to-manager', 'papers-checked', 'panel-papers', 'interagency-discussed', 'interagency-decision', 'extension-requested',
    'extension-signed-off', 'extension', 'early-permanence-decision', 'plan-decision', 'plan-decision-reversed', 'match-decision', 'proceed-decision');

-- Wanted by: the children whose dates moved too often.
create index entry_moved on entry (authority, record_id) where cause = 'moved';
