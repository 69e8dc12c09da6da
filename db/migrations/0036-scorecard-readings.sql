-- How an authority settles what the published definitions of its figures leave open.
create table scorecard_reading (
  authority text not null primary key references organisation (code),
  order_counted text not null check (order_counted in ('first', 'last')),
  fourteen_months text not null check (fourteen_months in ('calendar', '426-days')),
  share_of text not null check (share_of in ('adopted', 'in-process')),
  chosen_by text not null,
  chosen_at timestamp(3) with time zone not null
);
alter table scorecard_reading enable row level security;
alter table scorecard_reading force row level security;
create policy seen on scorecard_reading for select to permanence_app using (authority = any (array(select viewer_reach())));
create policy chosen on scorecard_reading for insert to permanence_app with check (authority = any (array(select viewer_list('viewer.imports'))) and chosen_by = (select viewer_account()));
create policy changed on scorecard_reading for update to permanence_app using (authority = any (array(select viewer_list('viewer.imports')))) with check (chosen_by = (select viewer_account()));
create policy maintenance on scorecard_reading to permanence_maintenance using (true) with check (true);
grant select, insert, update on scorecard_reading to permanence_app;
grant select on scorecard_reading to permanence_maintenance;
