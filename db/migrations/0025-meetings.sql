-- The tracking meeting: its series, its meetings, the agenda child by child, what is typed in the room, the workers'
-- updates, and the messages that people are sent. What a meeting confirms is written on each child's record as entries;
-- what is here is the way there, and the minutes as they were kept.
--
--   viewer.meets   the viewer's own organisation, where they may follow its meetings
--   viewer.holds   the viewer's own organisation, where they may hold them: set up, agenda, minutes

create function viewer_meets() returns text language sql stable parallel safe
begin atomic select nullif(current_setting('viewer.meets', true), ''); end;

create function viewer_holds() returns text language sql stable parallel safe
begin atomic select nullif(current_setting('viewer.holds', true), ''); end;

-- Who belongs to a series, of whichever organisation: those of another follow its meetings by it. The definition says all
-- the rest of them.
create table meeting_member (
  organisation text not null references organisation (code),
  series uuid not null,
  account text not null references account (id),
  primary key (organisation, series, account)
);
create index meeting_member_of on meeting_member (account, series);

create function viewer_series() returns setof uuid language sql stable parallel safe
begin atomic select series from meeting_member where account = (select viewer_account()); end;

create table meeting_series (
  organisation text not null references organisation (code),
  id uuid not null default gen_random_uuid(),
  definition jsonb not null,
  revision integer not null default 1 check (revision > 0),
  ended_on date,
  changed_at timestamp(3) with time zone not null,
  changed_by text not null,
  primary key (organisation, id)
);
alter table meeting_member add foreign key (organisation, series) references meeting_series (organisation, id);

-- What a series was before each change, so that an agenda built then can be understood.
create table meeting_series_was (
  organisation text not null,
  series uuid not null,
  revision integer not null,
  definition jsonb not null,
  changed_at timestamp(3) with time zone not null,
  changed_by text not null,
  primary key (organisation, series, revision),
  foreign key (organisation, series) references meeting_series (organisation, id)
);

create table meeting (
  organisation text not null,
  id uuid not null default gen_random_uuid(),
  series uuid not null,
  held_on date not null,
  state text not null default 'planned' check (state in ('planned', 'agenda-sent', 'open', 'held', 'confirmed', 'cancelled')),
  -- Time, place, who comes and who stands in, why it is extraordinary or cancelled (src/domain/meetings/meeting.ts).
  detail jsonb not null default '{}',
  revision integer not null default 1 check (revision > 0),
  agenda_built_at timestamp(3) with time zone,
  agenda_sent_at timestamp(3) with time zone,
  agenda_sent_by text,
  opened_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  confirmed_at timestamp(3) with time zone,
  confirmed_by text,
  -- The meeting that confirmed its minutes.
  confirmed_in uuid,
  -- Who writes, and which item the meeting is on since when.
  pen text,
  current_item uuid,
  current_since timestamp(3) with time zone,
  primary key (organisation, id),
  foreign key (organisation, series) references meeting_series (organisation, id)
);
create index meeting_by_id on meeting (id);
-- A series meets once on a day, but for what was cancelled.
create unique index meeting_on on meeting (organisation, series, held_on) where state <> 'cancelled';

create table agenda_item (
  organisation text not null,
  meeting uuid not null,
  id uuid not null default gen_random_uuid(),
  -- The child, in the authority that has them; none for business that is about no child.
  authority text,
  record_id uuid,
  title text check (length(title) between 1 and 200),
  part text not null,
  position integer not null,
  minutes integer not null check (minutes between 0 and 480),
  mode text not null default 'discuss' check (mode in ('discuss', 'note', 'deferred', 'removed')),
  -- Why the child is on the agenda: the rules that put them there, as they were worked out (src/domain/meetings/reason.ts).
  reasons jsonb not null default '[]',
  presenter text,
  -- Who put it there by hand, or deferred or removed it, and why.
  changed_by text,
  why text check (length(why) <= 2000),
  concluded_at timestamp(3) with time zone,
  concluded_by text,
  -- The entries on the child's record that it came to.
  entries bigint[] not null default '{}',
  primary key (organisation, meeting, id),
  unique (id),
  foreign key (organisation, meeting) references meeting (organisation, id),
  foreign key (authority, record_id) references record (authority, id),
  check ((authority is null) = (record_id is null)),
  check (record_id is not null or title is not null)
);
create unique index agenda_item_once on agenda_item (organisation, meeting, record_id) where record_id is not null;
create index agenda_item_of on agenda_item (authority, record_id);

-- What is typed in the room, a box at a time.
create table meeting_text (
  organisation text not null,
  meeting uuid not null,
  item uuid not null references agenda_item (id),
  box text not null check (length(box) between 1 and 120),
  text text not null check (length(text) <= 20000),
  revision integer not null check (revision > 0),
  saved_by text not null,
  saved_at timestamp(3) with time zone not null,
  primary key (organisation, meeting, item, box)
);

-- A second text of the same box, kept beside it until somebody chooses: typed at the same time by another, without the pen,
-- or after the minutes were locked, when it is a correction.
create table meeting_text_beside (
  organisation text not null,
  meeting uuid not null,
  item uuid not null references agenda_item (id),
  id uuid not null default gen_random_uuid() primary key,
  box text not null,
  text text not null check (length(text) <= 20000),
  because text not null check (because in ('same-time', 'without-pen', 'correction')),
  typed_by text not null,
  typed_at timestamp(3) with time zone not null,
  settled_by text,
  settled_at timestamp(3) with time zone,
  settled_as text check (settled_as in ('taken', 'joined', 'left'))
);
create index meeting_text_beside_of on meeting_text_beside (organisation, meeting, item);

create table meeting_comment (
  organisation text not null,
  meeting uuid not null,
  item uuid not null references agenda_item (id),
  id uuid not null default gen_random_uuid() primary key,
  text text not null check (length(text) between 1 and 4000),
  said_by text not null,
  said_at timestamp(3) with time zone not null
);
create index meeting_comment_of on meeting_comment (organisation, meeting, item);

-- What a child's worker is asked before the meeting, and the papers they are to send.
create table meeting_update (
  organisation text not null,
  meeting uuid not null,
  item uuid not null references agenda_item (id),
  asked text not null references account (id),
  asked_at timestamp(3) with time zone not null,
  answers jsonb not null default '{}',
  revision integer not null default 0,
  saved_at timestamp(3) with time zone,
  answered_at timestamp(3) with time zone,
  answered_by text,
  -- Care plan and chronology: reference, the day of each, when it was received (src/domain/meetings/papers.ts).
  papers jsonb not null default '{}',
  reminded_at timestamp(3) with time zone[] not null default '{}',
  primary key (organisation, meeting, item)
);
create index meeting_update_asked on meeting_update (asked) where answered_at is null;

do $$
declare t text;
begin
  foreach t in array array['meeting_member', 'meeting_series', 'meeting_series_was', 'meeting', 'agenda_item', 'meeting_text', 'meeting_text_beside', 'meeting_comment', 'meeting_update'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I to permanence_maintenance using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to permanence_maintenance', t);
    execute format('grant select, insert, update on %I to permanence_app', t);
  end loop;
end $$;
grant delete on meeting_member, agenda_item to permanence_app;

create policy seen on meeting_member for select to permanence_app using (organisation = (select viewer_meets()) or account = (select viewer_account()));
create policy held on meeting_member to permanence_app using (organisation = (select viewer_holds())) with check (organisation = (select viewer_holds()));
create policy seen on meeting_series for select to permanence_app using (organisation = (select viewer_meets()) or id in (select viewer_series()));
create policy held on meeting_series to permanence_app using (organisation = (select viewer_holds())) with check (organisation = (select viewer_holds()));
create policy seen on meeting_series_was for select to permanence_app using (organisation = (select viewer_meets()));
create policy held on meeting_series_was for insert to permanence_app with check (organisation = (select viewer_holds()));
create policy seen on meeting for select to permanence_app using (organisation = (select viewer_meets()) or series in (select viewer_series()));
create policy held on meeting to permanence_app using (organisation = (select viewer_holds())) with check (organisation = (select viewer_holds()));

-- Of a child's item nobody sees anything who may not open the child.
create policy seen on agenda_item for select to permanence_app using (
  exists (select from meeting m where m.organisation = agenda_item.organisation and m.id = agenda_item.meeting)
  and (record_id is null or exists (select from record r where r.authority = agenda_item.authority and r.id = agenda_item.record_id)));
create policy added on agenda_item for insert to permanence_app with check (organisation = (select viewer_holds()));
create policy changed on agenda_item for update to permanence_app using (organisation = (select viewer_holds()));
create policy dropped on agenda_item for delete to permanence_app using (organisation = (select viewer_holds()));

create policy seen on meeting_text for select to permanence_app using (exists (select from agenda_item i where i.id = meeting_text.item));
create policy added on meeting_text for insert to permanence_app with check (organisation = (select viewer_holds()) and saved_by = (select viewer_account()) and exists (select from agenda_item i where i.id = item));
create policy changed on meeting_text for update to permanence_app using (organisation = (select viewer_holds())) with check (saved_by = (select viewer_account()));
create policy seen on meeting_text_beside for select to permanence_app using (exists (select from agenda_item i where i.id = meeting_text_beside.item));
create policy added on meeting_text_beside for insert to permanence_app with check (typed_by = (select viewer_account()) and exists (select from agenda_item i where i.id = item));
create policy settled on meeting_text_beside for update to permanence_app using (organisation = (select viewer_holds())) with check (settled_by = (select viewer_account()));
create policy seen on meeting_comment for select to permanence_app using (exists (select from agenda_item i where i.id = meeting_comment.item));
create policy added on meeting_comment for insert to permanence_app with check (said_by = (select viewer_account()) and exists (select from agenda_item i where i.id = item));
create policy seen on meeting_update for select to permanence_app using (exists (select from agenda_item i where i.id = meeting_update.item));
create policy added on meeting_update for insert to permanence_app with check (organisation = (select viewer_holds()) and exists (select from agenda_item i where i.id = item));
-- Whoever sees the child may answer for the worker who is away; who did is written down.
create policy changed on meeting_update for update to permanence_app using (exists (select from agenda_item i where i.id = meeting_update.item));

-- Messages to people: always in their inbox, and by mail where there is a way. Nothing in them names a child.
create table message (
  id uuid not null default gen_random_uuid() primary key,
  account text not null references account (id),
  template text not null,
  -- Days, counts, titles of meetings: no names, no words of a record.
  detail jsonb not null default '{}',
  path text not null check (path like '/%'),
  -- The same thing is not said twice to one account.
  key text,
  calendar text,
  at timestamp(3) with time zone not null,
  read_at timestamp(3) with time zone,
  unique (account, key)
);
create index message_of on message (account, at desc);
alter table message enable row level security;
alter table message force row level security;
create policy own on message for select to permanence_app using (account = (select viewer_account()));
create policy read on message for update to permanence_app using (account = (select viewer_account()));
create policy added on message for insert to permanence_app with check (account in (select id from account));
create policy maintenance on message to permanence_maintenance using (true) with check (true);
grant select, insert, update (read_at) on message to permanence_app;
grant select, insert, update, delete on message to permanence_maintenance;

-- The queue: each message goes out once, under a Message-ID of its own, however often it is tried.
create table delivery (
  message uuid not null primary key references message (id),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'not-sent')),
  tries integer not null default 0,
  next_at timestamp(3) with time zone not null,
  claimed_at timestamp(3) with time zone,
  sent_at timestamp(3) with time zone,
  -- The kind of fault: never an address.
  fault text
);
create index delivery_next on delivery (next_at) where state in ('waiting', 'sending');
alter table delivery enable row level security;
alter table delivery force row level security;
create policy added on delivery for insert to permanence_app with check (true);
create function queue_message() returns trigger language plpgsql as $$
begin
  insert into delivery (message, next_at) values (new.id, new.at);
  return null;
end $$;
create trigger queued after insert on message for each row execute function queue_message();
create policy maintenance on delivery to permanence_maintenance using (true) with check (true);
create policy own on delivery for select to permanence_app using (message in (select id from message));
grant select, insert on delivery to permanence_app;
grant select, insert, update, delete on delivery to permanence_maintenance;

-- Where mail to somebody goes; nothing where there is no address.
alter table account add column email text check (email ~ '^[^\s@]+@[^\s@]+$' and length(email) <= 254);
grant update (email) on account to permanence_app;

-- What was agreed at meetings, and what became of it.
create index entry_of_meeting on entry (authority, kind, record_id, number) where kind in
  ('action-agreed', 'action-done', 'action-escalated', 'meeting-decision', 'meeting-decision-answered', 'tracking-meeting', 'agency-meeting');
create index entry_action_of on entry ((detail ->> 'who')) where kind = 'action-agreed';

-- An agency writes the outcome of its own meetings on the children shared with it.
create or replace function viewer_agency_kinds() returns table (authority text, kind text) language sql stable parallel safe
begin atomic
  select authority, unnest(kinds || '{agency-date,agency-note,difference-settled,agency-meeting,meeting-outcome,meeting-decision,meeting-decision-answered,action-agreed,action-done,action-escalated}') from agreement
  where agency = nullif(current_setting('viewer.agency', true), '');
end;
