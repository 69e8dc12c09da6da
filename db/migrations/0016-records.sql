-- Keeping records as the law says: what lawful erasing reaches beside the chronology, and what was asked about people who opened records.

-- A preview of an import tells what it would change; where an entry is erased, so is what a preview says of it.
grant update (preview, answers) on import_run to permanence_maintenance;

-- Somebody who answers for the records asked what one person opened, and why they asked. Never changed.
create table inquiry (
  organisation text not null references organisation (code),
  id uuid not null default gen_random_uuid(),
  about text not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  why text not null check (length(why) between 1 and 2000),
  asked_by text not null references account (id),
  asked_at timestamp(3) with time zone not null,
  primary key (organisation, id)
);
alter table inquiry enable row level security;
alter table inquiry force row level security;
create policy seen on inquiry for select to permanence_app
  using (organisation = (select nullif(current_setting('viewer.reads_access_log', true), '')));
create policy added on inquiry for insert to permanence_app with check (
  organisation = (select nullif(current_setting('viewer.reads_access_log', true), '')) and asked_by = (select viewer_account()));
create policy maintenance on inquiry to permanence_maintenance using (true) with check (true);
grant select, insert on inquiry to permanence_app;
grant select on inquiry to permanence_maintenance;
