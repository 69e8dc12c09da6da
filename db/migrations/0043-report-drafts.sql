-- What people wrote for a report to a committee, until it is published and after: one text for each authority, report and year.
create table report_draft (
  authority text not null references organisation (code),
  report text not null check (report in ('scrutiny')),
  -- The March in which the report's window ends.
  year_ending integer not null check (year_ending between 1990 and 2100),
  typed jsonb not null check (length(typed::text) <= 100000),
  -- How many times it was kept: whoever keeps it says which they had before them.
  revision integer not null check (revision >= 1),
  changed_by text not null,
  changed_at timestamp(3) with time zone not null,
  primary key (authority, report, year_ending)
);
alter table report_draft enable row level security;
alter table report_draft force row level security;
create policy seen on report_draft for select to permanence_app using (authority = any (array(select viewer_list('viewer.publishes'))));
create policy begun on report_draft for insert to permanence_app with check (authority = any (array(select viewer_list('viewer.publishes'))) and changed_by = (select viewer_account()));
create policy changed on report_draft for update to permanence_app using (authority = any (array(select viewer_list('viewer.publishes')))) with check (changed_by = (select viewer_account()));
create policy maintenance on report_draft to permanence_maintenance using (true) with check (true);
grant select, insert, update on report_draft to permanence_app;
grant select on report_draft to permanence_maintenance;
