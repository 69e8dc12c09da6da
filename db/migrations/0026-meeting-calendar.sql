-- Each person’s own calendar of meetings at an address of its own, for a calendar program that cannot sign in. The address is
-- told once and kept nowhere: here is only what it hashes to, and making another puts it out of use.
create table calendar_feed (
  account text not null primary key references account (id),
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamp(3) with time zone not null
);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy own on calendar_feed to permanence_app using (account = (select viewer_account())) with check (account = (select viewer_account()));
-- Whoever has the address, before it is known whose it is.
create policy at_address on calendar_feed for select to permanence_app using (
  token_hash = decode((select nullif(current_setting('viewer.calendar_feed', true), '')), 'hex'));
create policy maintenance on calendar_feed to permanence_maintenance using (true) with check (true);
grant select, insert, update, delete on calendar_feed to permanence_app, permanence_maintenance;

-- What is done about meetings themselves is in the audit of their organisation, an agency’s too, which writes in no other part of it.
create policy added_for_meetings on audit for insert to permanence_app with check (
  authority = (select viewer_holds())
  and actor = (select viewer_account())
  and record_id is null
  and command in ('set-meeting-series', 'plan-meeting', 'send-agenda', 'confirm-minutes', 'correct-minutes'));
create policy seen_for_meetings on chain for select to permanence_app using (authority = (select viewer_holds()));
create policy added_for_meetings on chain for insert to permanence_app with check (authority = (select viewer_holds()));
create policy changed_for_meetings on chain for update to permanence_app using (authority = (select viewer_holds()));

-- Whoever holds meetings sees who belongs to them, of whichever organisation: the program of itself too.
create policy members_of_meetings on account for select to permanence_app using (
  id in (select m.account from meeting_member m where m.organisation = (select viewer_holds())));
