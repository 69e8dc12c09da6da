-- What people did to an item of an agenda by hand, which building the agenda anew keeps: put it there, placed it, gave it
-- minutes, or said how it is taken.
alter table agenda_item add column by_hand text[] not null default '{}'
  check (by_hand <@ array['added', 'placed', 'minutes', 'mode']);
