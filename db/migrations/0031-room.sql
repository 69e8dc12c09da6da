-- The room in which a meeting is run: from which window a text was typed, so that a save whose answer was lost is known again;
-- who is in the room; how long each part has taken; to whom the pen is offered; and what whoever follows live is told.

alter table meeting_text add column typed_in text, add column nth integer;
alter table meeting_text_beside add column typed_in text, add column nth integer;
-- What one window types beside a box is one text, however often it is saved.
create unique index meeting_text_beside_typed on meeting_text_beside (item, box, typed_in) where typed_in is not null and settled_at is null;

alter table meeting add column pen_offered text, add column spent jsonb not null default '{}';

create table meeting_here (
  organisation text not null,
  meeting uuid not null,
  account text not null references account (id),
  seen_at timestamp(3) with time zone not null,
  primary key (organisation, meeting, account),
  foreign key (organisation, meeting) references meeting (organisation, id)
);
alter table meeting_here enable row level security;
alter table meeting_here force row level security;
grant select, insert, update on meeting_here to permanence_app;
grant select, insert, update, delete on meeting_here to permanence_maintenance;
create policy maintenance on meeting_here to permanence_maintenance using (true) with check (true);
create policy seen on meeting_here for select to permanence_app using (exists (select from meeting m where m.organisation = meeting_here.organisation and m.id = meeting_here.meeting));
create policy came on meeting_here for insert to permanence_app with check (account = (select viewer_account()) and exists (select from meeting m where m.organisation = meeting_here.organisation and m.id = meeting_here.meeting));
create policy stays on meeting_here for update to permanence_app using (account = (select viewer_account())) with check (account = (select viewer_account()));

-- Whoever types beside a box goes on with what they typed, until it is settled.
create policy typed_on on meeting_text_beside for update to permanence_app
  using (typed_by = (select viewer_account()) and settled_at is null) with check (typed_by = (select viewer_account()) and settled_at is null);
-- What is replaced by a text from beside it stays, settled.
create policy replaced on meeting_text_beside for insert to permanence_app
  with check (organisation = (select viewer_holds()) and settled_by = (select viewer_account()) and settled_as = 'left' and exists (select from agenda_item i where i.id = item));

-- Told when the transaction commits: ids and numbers, never words. Argument: what it is about.
create function tell_meeting() returns trigger language plpgsql as $$
declare
  r record;
  told jsonb;
begin
  if tg_op = 'DELETE' then r := old; else r := new; end if;
  told := jsonb_build_object('about', tg_argv[0]);
  if tg_argv[0] = 'meeting' then told := told || jsonb_build_object('meeting', r.id);
  else told := told || jsonb_build_object('meeting', r.meeting); end if;
  if tg_argv[0] = 'text' then told := told || jsonb_build_object('item', r.item, 'box', r.box, 'revision', r.revision);
  elsif tg_argv[0] in ('beside', 'comment', 'update') then told := told || jsonb_build_object('item', r.item);
  end if;
  perform pg_notify('meeting', told::text);
  return null;
end $$;
create trigger told after insert or update on meeting_text for each row execute function tell_meeting('text');
create trigger told after insert or update on meeting_text_beside for each row execute function tell_meeting('beside');
create trigger told after insert on meeting_comment for each row execute function tell_meeting('comment');
create trigger told after insert or update on meeting_update for each row execute function tell_meeting('update');
create trigger told after update on meeting for each row execute function tell_meeting('meeting');
create trigger told after insert or update or delete on agenda_item for each row execute function tell_meeting('agenda');
create trigger told_came after insert on meeting_here for each row execute function tell_meeting('here');
create trigger told_back after update on meeting_here for each row when (new.seen_at > old.seen_at + interval '45 seconds') execute function tell_meeting('here');
