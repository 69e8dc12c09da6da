-- Administrators look after the people of their own organisation (src/app/administration): by what name they sign in, too,
-- and what their team is called, for the purpose that lets one write past the walls.

create policy administered on identity to permanence_app
  using (account in (select id from account where organisation = (select viewer_administers())))
  with check (account in (select id from account where organisation = (select viewer_administers())));

create policy named_anew_seen on saved_view for select to permanence_app using (
  team is not null and organisation = (select viewer_administers()) and organisation = (select viewer_past_walls()));
create policy named_anew on saved_view for update to permanence_app using (
  team is not null and organisation = (select viewer_administers()) and organisation = (select viewer_past_walls()));

-- Wanted by: what administrators changed, among all that ever was.
create index audit_administration on audit (authority, number)
  where command in ('set-account', 'set-organisation', 'set-agreement', 'set-restriction-rule', 'add-account', 'end-sessions', 'link-account', 'unlink-account', 'add-authority');

-- Passphrases of emergency access that were tried, so that every web process counts the same: from which network, and when.
create table emergency_try (
  network text not null check (length(network) <= 100),
  at timestamptz(3) not null default now()
);
alter table emergency_try enable row level security;
alter table emergency_try force row level security;
create policy maintenance on emergency_try to permanence_maintenance using (true) with check (true);
create policy counted on emergency_try to permanence_app using (true) with check (true);
grant select, insert, delete on emergency_try to permanence_app;
grant select on emergency_try to permanence_maintenance;
