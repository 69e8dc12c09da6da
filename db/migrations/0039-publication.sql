-- What an authority published of its figures: what there was, which nobody is shown, and what was told of it. A publication is never
-- changed or taken away: whoever reads the next has it still, and the next is protected against it.
create table publication (
  authority text not null references organisation (code),
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('quarterly-table', 'scrutiny-report')),
  title text not null check (length(title) between 1 and 200),
  -- As the domain has them (src/domain/scorecard/publication/tables.ts): numbers of children by quarter and year, and no child.
  tables jsonb not null,
  told jsonb not null,
  published_by text not null,
  published_at timestamp(3) with time zone not null,
  primary key (authority, id)
);
create index publication_latest on publication (authority, published_at);
alter table publication enable row level security;
alter table publication force row level security;
create policy seen on publication for select to permanence_app using (authority = any (array(select viewer_list('viewer.publishes'))));
create policy published on publication for insert to permanence_app
  with check (authority = any (array(select viewer_list('viewer.publishes'))) and published_by = (select viewer_account()));
create policy maintenance on publication to permanence_maintenance using (true) with check (true);
grant select, insert on publication to permanence_app;
grant select on publication to permanence_maintenance;
