-- The adoptive side of the wall: who the adopters of a child are, who the child is since the adoption order, and how
-- somebody comes to see it. What it says is closed with a key that the database never has (src/app/identity/envelope.ts);
-- what has to be found again without being read is a keyed mark of it. Settings of the transaction, beside those of
-- 0005-access.sql and 0012-walls.sql:
--
--   viewer.knows_adopters   records whose adopters the viewer may know, as src/domain/access/side.ts has found
--   viewer.discloses        the authority whose adoptive identities the viewer may ask for
--   viewer.agrees           the authority in which the viewer may agree that one is opened
--   viewer.releases         'on' where the viewer may ask for something to be released to a birth family
--   viewer.agrees_release   'on' where they may agree to it
--   viewer.identity_marks   marks of the records for whom the viewer has an opening
--   viewer.now              the instant, where it is not now

create function viewer_now() returns timestamptz language sql stable parallel safe
begin atomic select coalesce(nullif(current_setting('viewer.now', true), '')::timestamptz, now()); end;

-- What is known of the adopters, and from the order on of the child's new name, while the record is not sealed. Sealing takes it away from here.
create table family_identity (
  authority text not null,
  record_id uuid not null,
  revision integer not null check (revision > 0),
  key_id text not null,
  nonce bytea not null check (length(nonce) = 12),
  closed bytea not null,
  primary key (authority, record_id),
  foreign key (authority, record_id) references record (authority, id)
);
alter table family_identity enable row level security;
alter table family_identity force row level security;
create policy known on family_identity to permanence_app
  using (record_id::text in (select viewer_list('viewer.knows_adopters')) and record_id in (select r.id from record r where r.authority = family_identity.authority))
  with check (record_id::text in (select viewer_list('viewer.knows_adopters')) and record_id in (select r.id from record r where r.authority = family_identity.authority));
create policy maintenance on family_identity to permanence_maintenance using (true) with check (true);
grant select, insert, update, delete on family_identity to permanence_app;
grant select, update on family_identity to permanence_maintenance;

-- Somebody asks, with a reason, for what is behind the wall. Nothing here leads to the other side: the record is that of before the adoption.
create table disclosure (
  authority text not null,
  id uuid primary key default gen_random_uuid(),
  record_id uuid not null,
  local_id text not null,
  wanted text not null check (wanted in ('open', 'undo')),
  why text not null check (length(why) between 1 and 2000),
  asked_by text not null references account (id),
  asked_at timestamp(3) with time zone not null,
  good_until timestamp(3) with time zone not null,
  foreign key (authority, record_id) references record (authority, id)
);
create index disclosure_of_record on disclosure (authority, record_id);
alter table disclosure enable row level security;
alter table disclosure force row level security;
create policy seen on disclosure for select to permanence_app using (
  asked_by = (select viewer_account()) or authority in (
    select viewer_list('viewer.discloses') union all select viewer_list('viewer.agrees') union all select viewer_list('viewer.reads_access_log')));
create policy added on disclosure for insert to permanence_app with check (
  asked_by = (select viewer_account()) and authority in (select viewer_list('viewer.discloses')));
create policy maintenance on disclosure to permanence_maintenance using (true) with check (true);
grant select, insert on disclosure to permanence_app;
grant select on disclosure to permanence_maintenance;

-- What became of it: decided by a second person, opened by the one who asked, ended. Each once, and never changed.
create table disclosure_step (
  disclosure uuid not null references disclosure (id),
  step text not null check (step in ('decided', 'opened', 'ended')),
  by text not null references account (id),
  at timestamp(3) with time zone not null,
  agreed boolean,
  because text check (length(because) between 1 and 2000),
  good_until timestamp(3) with time zone,
  primary key (disclosure, step),
  check ((step = 'decided') = (agreed is not null)),
  check ((because is not null) = coalesce(not agreed, false)),
  check ((good_until is not null) = (step = 'opened' or coalesce(agreed, false))),
  check (step <> 'opened' or good_until <= at + interval '30 minutes')
);
alter table disclosure_step enable row level security;
alter table disclosure_step force row level security;
create policy seen on disclosure_step for select to permanence_app using (disclosure in (select d.id from disclosure d));

-- What was agreed for the viewer, and until when it is to be begun.
create function viewer_agreed(since timestamptz) returns setof uuid language sql stable parallel safe
begin atomic
  select s.disclosure from disclosure_step s join disclosure d on d.id = s.disclosure
  where s.step = 'decided' and s.agreed and s.good_until > since and d.asked_by = viewer_account();
end;

create policy decided on disclosure_step for insert to permanence_app with check (
  step = 'decided' and by = (select viewer_account())
  and disclosure in (select d.id from disclosure d where d.asked_by <> viewer_account() and d.authority in (select viewer_list('viewer.agrees')) and d.good_until > viewer_now()));
create policy used on disclosure_step for insert to permanence_app with check (
  step in ('opened', 'ended') and by = (select viewer_account())
  and disclosure in (select viewer_agreed(case step when 'ended' then '-infinity' else viewer_now() end)));
create policy maintenance on disclosure_step to permanence_maintenance using (true) with check (true);
grant select, insert on disclosure_step to permanence_app;
grant select on disclosure_step to permanence_maintenance;

-- The authorities in which the viewer has something open now: looks at it, or has the agreement to undo a seal.
create function viewer_opening_in() returns setof text language sql stable parallel safe
begin atomic
  select d.authority from disclosure d
  join disclosure_step decided on decided.disclosure = d.id and decided.step = 'decided' and decided.agreed
  left join disclosure_step opened on opened.disclosure = d.id and opened.step = 'opened'
  where d.asked_by = viewer_account() and coalesce(opened.good_until, decided.good_until) > viewer_now()
    and (d.wanted = 'undo' or opened.disclosure is not null)
    and not exists (select from disclosure_step ended where ended.disclosure = d.id and ended.step = 'ended');
end;

-- The adoptive identity of a child whose record is sealed, under an id of its own. The record it belongs to is only inside
-- the envelope; with the key, and only so, its mark is found from the record's id. No row is seen without an agreement
-- that is open now, and without its mark.
create table adoptive_identity (
  authority text not null references organisation (code),
  id uuid primary key,
  mark bytea not null check (length(mark) = 32),
  key_id text not null,
  nonce bytea not null check (length(nonce) = 12),
  closed bytea not null,
  unique (authority, mark)
);
alter table adoptive_identity enable row level security;
alter table adoptive_identity force row level security;
create policy opened on adoptive_identity to permanence_app
  using (mark in (select decode(m, 'hex') from viewer_list('viewer.identity_marks') as m) and authority in (select viewer_opening_in()))
  with check (mark in (select decode(m, 'hex') from viewer_list('viewer.identity_marks') as m) and authority in (select viewer_opening_in()));
-- Sealing puts it here, and does not see what is here.
create policy sealed on adoptive_identity for insert to permanence_app with check (
  authority = (select viewer_past_walls()) and authority in (select viewer_list('viewer.writes')));
create policy maintenance on adoptive_identity to permanence_maintenance using (true) with check (true);
grant select, insert, update, delete on adoptive_identity to permanence_app;
grant select, update on adoptive_identity to permanence_maintenance;

-- Keyed marks of the words that may not reach a birth family: whose they are and where they are looked for are marks too.
create table protected_mark (
  authority text not null references organisation (code),
  owner bytea not null check (length(owner) = 32),
  scope bytea not null check (length(scope) = 32),
  mark bytea not null check (length(mark) = 32),
  primary key (authority, scope, mark, owner)
);
create index protected_mark_of_owner on protected_mark (authority, owner);
alter table protected_mark enable row level security;
alter table protected_mark force row level security;
create policy seen on protected_mark for select to permanence_app using (authority in (select viewer_reach()));
create policy added on protected_mark for insert to permanence_app with check (
  authority in (select viewer_list('viewer.writes') union all select viewer_written_in()));
create policy removed on protected_mark for delete to permanence_app using (
  authority in (select viewer_list('viewer.writes') union all select viewer_written_in()));
create policy maintenance on protected_mark to permanence_maintenance using (true) with check (true);
grant select, insert, delete on protected_mark to permanence_app;
grant select, insert, delete on protected_mark to permanence_maintenance;

-- Something that is to go to a birth family, on its way to a second person. Its text is kept until they decide, closed; its hash and length stay.
create table release (
  authority text not null,
  id uuid primary key,
  record_id uuid not null,
  asked_by text not null references account (id),
  asked_at timestamp(3) with time zone not null,
  what text not null check (length(what) between 1 and 200),
  recipient text not null check (length(recipient) between 1 and 200),
  reference text not null check (length(reference) <= 200),
  text_hash bytea check (length(text_hash) = 32),
  text_length integer check (text_length > 0),
  excused integer not null check (excused >= 0),
  excuse text not null check (length(excuse) <= 2000),
  check ((text_hash is null) = (text_length is null)),
  check (text_hash is not null or reference <> ''),
  check ((excused > 0) = (excuse <> '')),
  foreign key (authority, record_id) references record (authority, id)
);
create index release_of_record on release (authority, record_id);
create table release_text (
  release uuid primary key references release (id),
  key_id text not null,
  nonce bytea not null check (length(nonce) = 12),
  closed bytea not null
);
create table release_decision (
  release uuid primary key references release (id),
  by text not null references account (id),
  at timestamp(3) with time zone not null,
  agreed boolean not null,
  because text check (length(because) between 1 and 2000),
  check (agreed = (because is null))
);
do $$
declare t text;
begin
  foreach t in array array['release', 'release_text', 'release_decision'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I to permanence_maintenance using (true) with check (true)', t);
    execute format('grant select on %I to permanence_maintenance', t);
    execute format('grant select, insert on %I to permanence_app', t);
  end loop;
end $$;
create policy seen on release for select to permanence_app using (
  ((select viewer_is('viewer.releases')) or (select viewer_is('viewer.agrees_release')))
  and record_id in (select r.id from record r where r.authority = release.authority));
create policy added on release for insert to permanence_app with check (
  (select viewer_is('viewer.releases')) and asked_by = (select viewer_account()) and record_id in (select r.id from record r where r.authority = release.authority));
create policy seen on release_text for select to permanence_app using (release in (select r.id from release r));
create policy added on release_text for insert to permanence_app with check (
  release in (select r.id from release r where r.asked_by = viewer_account()));
create policy removed on release_text for delete to permanence_app using (release in (select d.release from release_decision d));
create policy seen on release_decision for select to permanence_app using (release in (select r.id from release r));
create policy added on release_decision for insert to permanence_app with check (
  (select viewer_is('viewer.agrees_release')) and by = (select viewer_account())
  and release in (select r.id from release r where r.asked_by <> viewer_account()));
grant delete on release_text to permanence_app;
grant update (key_id, nonce, closed) on release_text to permanence_maintenance;
