-- That forecasts of single children were thought about: the reference of the authority's data protection impact assessment.
create table forecast_assessment (
  authority text not null primary key references organisation (code),
  reference text not null check (length(reference) between 1 and 200),
  said_by text not null,
  said_at timestamp(3) with time zone not null
);
alter table forecast_assessment enable row level security;
alter table forecast_assessment force row level security;
create policy seen on forecast_assessment for select to permanence_app using (authority = any (array(select viewer_reach())));
create policy said on forecast_assessment for insert to permanence_app with check (authority = any (array(select viewer_list('viewer.imports'))) and said_by = (select viewer_account()));
create policy changed on forecast_assessment for update to permanence_app using (authority = any (array(select viewer_list('viewer.imports')))) with check (said_by = (select viewer_account()));
create policy maintenance on forecast_assessment to permanence_maintenance using (true) with check (true);
grant select, insert, update on forecast_assessment to permanence_app;
grant select on forecast_assessment to permanence_maintenance;
