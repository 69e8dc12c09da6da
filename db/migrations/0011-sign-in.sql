-- Signing in: whom a sign-in provider's people are to us, since when a person's sessions are over, and what is
-- written down of signing in and out.

-- An account that the operator registered under the name by which its provider knows the person. The provider's own
-- id of the person is kept at the first sign-in, and from then on nothing else counts: a name may pass to another.
create table identity (
  account text primary key references account (id),
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name) and length(sign_in_name) between 1 and 200),
  issuer text,
  subject text,
  unique (issuer, subject),
  check ((issuer is null) = (subject is null))
);
alter table identity enable row level security;
alter table identity force row level security;
-- Before anybody is signed in, one row at a time is shown: the one that is asked for.
create policy seen on identity for select to permanence_app
  using (sign_in_name = (select nullif(current_setting('viewer.sign_in_name', true), ''))
    or (issuer = (select nullif(current_setting('viewer.issuer', true), '')) and subject = (select nullif(current_setting('viewer.subject', true), ''))));
create policy operated on identity to permanence_app
  using ((select viewer_is('viewer.operator'))) with check ((select viewer_is('viewer.operator')));
create policy maintenance on identity to permanence_maintenance using (true) with check (true);
grant select, insert, update (sign_in_name, issuer, subject) on identity to permanence_app;
grant select on identity to permanence_maintenance;

-- Sessions begun before this instant are over, wherever they are.
create table session_end (
  account text primary key references account (id),
  ended_at timestamp(3) with time zone not null
);
alter table session_end enable row level security;
alter table session_end force row level security;
create policy seen on session_end for select to permanence_app
  using (account = (select nullif(current_setting('viewer.sign_in', true), '')));
create policy own on session_end to permanence_app
  using (account = (select viewer_account()) or (select viewer_is('viewer.operator')))
  with check (account = (select viewer_account()) or (select viewer_is('viewer.operator')));
create policy maintenance on session_end to permanence_maintenance using (true) with check (true);
grant select, insert, update (ended_at) on session_end to permanence_app;
grant select on session_end to permanence_maintenance;

-- Whoever is refused without being known is written down as nobody.
alter table account add constraint account_nobody_check check (id <> 'nobody');

alter table access_log drop constraint access_log_outcome_check;
alter table access_log add constraint access_log_outcome_check
  check (outcome in ('opened', 'refused', 'signed-in', 'sign-in-refused', 'session-refused', 'signed-out'));
