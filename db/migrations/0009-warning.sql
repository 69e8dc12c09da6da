-- A standard says how many days before it is due its clocks are due soon, and an authority may choose: each clock has its own.
-- At most 90, as far ahead as the tracker’s list looks (src/domain/standards/clock.ts).

alter table child_clock add column warn_days smallint not null default 14 check (warn_days between 0 and 90);

drop index child_clock_due;
create index child_clock_due on child_clock (authority, due_on) include (record_id, can_be_late, agency_visible, warn_days) where counts;
