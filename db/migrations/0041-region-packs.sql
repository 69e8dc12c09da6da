-- The governance packs that a regional agency made for others than those who work with the children: what there was, which nobody
-- is shown, and what was told of it. A pack is never changed or taken away: the next is protected against all before it.
create table region_pack (
  id uuid primary key default gen_random_uuid(),
  agency text not null references organisation (code),
  edition text not null,
  quarter text not null check (quarter ~ '^20\d\d-\d\d-q[1-4]$'),
  -- As the domain has them (src/domain/scorecard/publication/tables.ts): numbers of children by authority and time, and no child.
  tables jsonb not null,
  told jsonb not null,
  -- Authorities by code, name and terms, as they were.
  authorities jsonb not null,
  made_by text not null,
  made_at timestamp(3) with time zone not null
);
create index region_pack_of on region_pack (agency, made_at);
alter table region_pack enable row level security;
alter table region_pack force row level security;
create policy seen on region_pack for select to permanence_app using (agency = (select nullif(current_setting('viewer.agency', true), '')));
create policy made on region_pack for insert to permanence_app with check (agency = (select nullif(current_setting('viewer.agency', true), '')) and made_by = (select viewer_account()));
create policy maintenance on region_pack to permanence_maintenance using (true) with check (true);
grant select, insert on region_pack to permanence_app;
grant select on region_pack to permanence_maintenance;
