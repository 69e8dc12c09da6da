-- Authorities, regional agencies, and who works in them. None of this tells of a child.

create table organisation (
  code text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  name text not null check (name <> ''),
  type text not null check (type in ('local-authority', 'regional-agency', 'voluntary-agency'))
);

-- An authority belongs to one regional agency, so whether the agency sees a child is one fact of the
-- child. `from_stage` is a stage of src/domain/permanence/stage.ts.
create table agreement (
  authority text primary key references organisation,
  agency text not null references organisation,
  from_stage text not null
);

create table account (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9._@-]{0,99}$' and id <> 'operator'),
  organisation text not null references organisation,
  name text not null check (name <> ''),
  role text not null,
  -- The code by which children are allocated to this person; unique where it is given.
  worker text check (worker ~ '^[A-Za-z0-9]+$'),
  unique (organisation, worker)
);
