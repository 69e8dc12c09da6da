-- Figures that others published, thresholds of an authority's own keeping, and the groups that it is compared with.
create table published_import (
  authority text not null references organisation (code),
  id uuid not null default gen_random_uuid(),
  source text not null check (length(source) between 1 and 120),
  file_name text not null check (length(file_name) between 1 and 255),
  sha256 bytea not null check (length(sha256) = 32),
  -- The file itself, until it is imported or put away.
  bytes bytea,
  state text not null default 'waiting' check (state in ('waiting', 'imported', 'cancelled')),
  added integer not null default 0 check (added >= 0),
  changed integer not null default 0 check (changed >= 0),
  begun_by text not null,
  begun_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  primary key (authority, id),
  check ((state = 'waiting') = (bytes is not null)),
  check ((state = 'waiting') = (ended_at is null))
);

create table published_figure (
  authority text not null references organisation (code),
  source text not null check (length(source) between 1 and 120),
  indicator text not null check (indicator in ('A1', 'A2', 'A3', 'A10')),
  year_ending integer not null check (year_ending between 1990 and 2100),
  years integer not null check (years between 1 and 10),
  level text not null check (level in ('authority', 'region', 'national')),
  area text not null check (length(area) between 1 and 120),
  code text check (length(code) = 9),
  -- Days, or per cent for A3. None where it was suppressed, or where the source has none.
  value double precision check (value >= 0),
  suppressed boolean not null check (not suppressed or value is null),
  rank integer check (rank >= 1),
  note text not null check (length(note) <= 500),
  import_id uuid not null,
  primary key (authority, source, indicator, year_ending, years, level, area),
  foreign key (authority, import_id) references published_import (authority, id)
);

create table kept_threshold (
  authority text not null references organisation (code),
  id uuid not null default gen_random_uuid(),
  indicator text not null check (indicator in ('A1', 'A2')),
  source text not null check (length(source) between 1 and 120),
  from_year integer not null check (from_year between 1990 and 2100),
  until_year integer check (until_year between from_year and 2100),
  days integer not null check (days between 1 and 5000),
  note text not null check (length(note) <= 500),
  kept_by text not null,
  kept_at timestamp(3) with time zone not null,
  primary key (authority, id),
  constraint kept_threshold_one_at_a_time exclude using gist (authority with =, indicator with =, lower(source) with =, int4range(from_year, until_year, '[]') with &&)
);

create table comparator_group (
  authority text not null references organisation (code),
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('region', 'neighbours', 'core-cities', 'own')),
  members text[] not null check (cardinality(members) >= 1),
  kept_by text not null,
  kept_at timestamp(3) with time zone not null,
  primary key (authority, id)
);
create unique index comparator_group_named_once on comparator_group (authority, lower(name));

do $$
declare named text;
begin
  foreach named in array array['published_import', 'published_figure', 'kept_threshold', 'comparator_group'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy seen on %I for select to permanence_app using (authority = any (array(select viewer_reach())))', named);
    execute format('create policy maintenance on %I to permanence_maintenance using (true) with check (true)', named);
    execute format('grant select on %I to permanence_maintenance', named);
  end loop;
  foreach named in array array['published_figure', 'kept_threshold', 'comparator_group'] loop
    execute format('create policy removed on %I for delete to permanence_app using (authority = any (array(select viewer_list(''viewer.imports''))))', named);
  end loop;
  foreach named in array array['kept_threshold', 'comparator_group'] loop
    execute format('create policy added on %I for insert to permanence_app with check (authority = any (array(select viewer_list(''viewer.imports''))) and kept_by = (select viewer_account()))', named);
    execute format('create policy changed on %I for update to permanence_app using (authority = any (array(select viewer_list(''viewer.imports'')))) with check (kept_by = (select viewer_account()))', named);
  end loop;
end $$;
create policy added on published_figure for insert to permanence_app with check (authority = any (array(select viewer_list('viewer.imports'))));
create policy changed on published_figure for update to permanence_app using (authority = any (array(select viewer_list('viewer.imports'))));
create policy added on published_import for insert to permanence_app with check (authority = any (array(select viewer_list('viewer.imports'))) and begun_by = (select viewer_account()));
create policy changed on published_import for update to permanence_app using (authority = any (array(select viewer_list('viewer.imports'))));
grant select, insert on published_import to permanence_app;
grant update (bytes, state, added, changed, ended_at) on published_import to permanence_app;
grant select, insert, delete on published_figure to permanence_app;
grant update (code, value, suppressed, rank, note, import_id) on published_figure to permanence_app;
grant select, insert, delete on kept_threshold to permanence_app;
grant update (indicator, source, from_year, until_year, days, note, kept_by, kept_at) on kept_threshold to permanence_app;
grant select, insert, delete on comparator_group to permanence_app;
grant update (name, kind, members, kept_by, kept_at) on comparator_group to permanence_app;
