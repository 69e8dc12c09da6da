-- What Power BI and Excel read: a copy that the program writes from its own figures and dates (src/domain/reporting), so that no
-- definition is in SQL a second time. The rows and figures of one authority are all of one moment. No names, no local ids, no days of birth.
--
-- Whoever asks is a login of its own in the role permanence_reporting, which cannot sign in itself, and reads what reporting.reader says of
-- session_user: who signed in, whatever role was taken since. Row security is not forced on the owner, in whose name the triggers below take rows out.
create schema reporting;
comment on schema reporting is 'A copy for reports, made anew every day: no names, no local ids, no days of birth';
grant usage on schema reporting to permanence_reporting, permanence_maintenance;

create table reporting.reader (
  login text not null check (login <> ''),
  authority text not null references public.organisation (code),
  reads text not null check (reads in ('whole', 'children', 'figures')),
  added_at timestamp(3) with time zone not null,
  primary key (login, authority)
);
comment on table reporting.reader is 'What your login reads: a row an authority';
comment on column reporting.reader.login is 'The login of the database';
comment on column reporting.reader.authority is 'Code of the authority';
comment on column reporting.reader.reads is 'whole: figures as they are, and every child but those restricted by hand or sealed; children: figures as they are told to who may open no restricted record, and every child who is not restricted; figures: no child, and figures as they are told to who may open none';
comment on column reporting.reader.added_at is 'When it was let in';

-- Whose key is whose. Random, kept from one day to the next, and not for reports.
create table reporting.child_key (
  authority text not null,
  record_id uuid not null,
  child uuid not null default gen_random_uuid(),
  primary key (authority, record_id),
  unique (child),
  foreign key (authority, record_id) references public.record (authority, id)
);

create table reporting.as_at (
  authority text not null,
  authority_name text not null,
  as_at_on date not null,
  made_at timestamp(3) with time zone not null,
  order_counted text not null,
  fourteen_months text not null,
  share_of text not null,
  primary key (authority)
);
comment on table reporting.as_at is 'When the copy of an authority was made: a row an authority';
comment on column reporting.as_at.authority is 'Code of the authority';
comment on column reporting.as_at.authority_name is 'Its name';
comment on column reporting.as_at.as_at_on is 'The day to which everything is counted';
comment on column reporting.as_at.made_at is 'When it was made';
comment on column reporting.as_at.order_counted is 'Which placement order starts A2, where there were two: first or last';
comment on column reporting.as_at.fourteen_months is 'A3’s 14 months: calendar or 426-days';
comment on column reporting.as_at.share_of is 'A3 is a share of: adopted children alone, or with those in-process';

create table reporting.child (
  authority text not null,
  child uuid not null,
  restricted boolean not null,
  stage text not null,
  stage_name text not null,
  age_years integer,
  age_months integer,
  age_years_at_decision integer,
  care_started_on date,
  care_ended_on date,
  legal_status text,
  legal_status_name text,
  plan text,
  plan_name text,
  placement_type text,
  placement_type_name text,
  team text,
  sibling_group uuid,
  early_permanence boolean not null,
  pipeline_stage text,
  pipeline_since_on date,
  adopted_on date,
  adopted_year_ending integer,
  clocks_overdue integer not null,
  open_barriers integer not null,
  primary key (authority, child)
);
comment on table reporting.child is 'A row a child whom your login may read';
comment on column reporting.child.authority is 'Code of the authority';
comment on column reporting.child.child is 'Key of the child: it says nothing else, and stays the same from day to day';
comment on column reporting.child.restricted is 'The record is restricted of itself, as that of an adopted child is';
comment on column reporting.child.stage is 'Where the child stands, as a code';
comment on column reporting.child.stage_name is 'The same in words';
comment on column reporting.child.age_years is 'Whole years on the day of the copy; empty before birth or where it is not known';
comment on column reporting.child.age_months is 'Whole months on that day';
comment on column reporting.child.age_years_at_decision is 'Whole years when it was first decided that the child should be placed for adoption';
comment on column reporting.child.care_started_on is 'Start of the latest period of care';
comment on column reporting.child.care_ended_on is 'End of that period';
comment on column reporting.child.legal_status is 'Code of the legal status now';
comment on column reporting.child.legal_status_name is 'The same in words';
comment on column reporting.child.plan is 'Code of the plan now';
comment on column reporting.child.plan_name is 'The same in words';
comment on column reporting.child.placement_type is 'Code of the placement now';
comment on column reporting.child.placement_type_name is 'The same in words';
comment on column reporting.child.team is 'The team responsible';
comment on column reporting.child.sibling_group is 'Key of the sibling group; the same for each of its children';
comment on column reporting.child.early_permanence is 'Placed under fostering for adoption or concurrent planning in this period of care';
comment on column reporting.child.pipeline_stage is 'placed, matched, ordered or decided: for a child on the way to an adoption order';
comment on column reporting.child.pipeline_since_on is 'Since when';
comment on column reporting.child.adopted_on is 'The day of the adoption order';
comment on column reporting.child.adopted_year_ending is 'The March in which that financial year ends';
comment on column reporting.child.clocks_overdue is 'How many clocks are overdue that may make a child late';
comment on column reporting.child.open_barriers is 'How many barriers are open';

create table reporting.milestone (
  authority text not null,
  child uuid not null,
  restricted boolean not null,
  number integer not null,
  kind text not null,
  kind_name text not null,
  chapter text not null,
  happened_on date not null,
  until_on date,
  certainty text not null,
  code text,
  code_name text,
  primary key (authority, child, number),
  foreign key (authority, child) references reporting.child on delete cascade
);
comment on table reporting.milestone is 'A row each thing that happened on a child’s line, or is planned; births, names and notes are not among them';
comment on column reporting.milestone.authority is 'Code of the authority';
comment on column reporting.milestone.child is 'Key of the child: it says nothing else, and stays the same from day to day';
comment on column reporting.milestone.restricted is 'As in child';
comment on column reporting.milestone.number is 'Counts the child’s rows';
comment on column reporting.milestone.kind is 'What it is, as a code';
comment on column reporting.milestone.kind_name is 'The same in words';
comment on column reporting.milestone.chapter is 'Part of the line';
comment on column reporting.milestone.happened_on is 'The day, or the first day of a period';
comment on column reporting.milestone.until_on is 'The first day on which a period was over';
comment on column reporting.milestone.certainty is 'actual, provisional or planned';
comment on column reporting.milestone.code is 'Of a legal status, placement or plan: its code';
comment on column reporting.milestone.code_name is 'The same in words';

create table reporting.journey_stage (
  authority text not null,
  child uuid not null,
  restricted boolean not null,
  stage text not null,
  stage_name text not null,
  position integer not null,
  from_on date,
  to_on date,
  days integer,
  why_not text,
  primary key (authority, child, stage),
  foreign key (authority, child) references reporting.child on delete cascade
);
comment on table reporting.journey_stage is 'A row a child and stage of the way to adoption, with its days';
comment on column reporting.journey_stage.authority is 'Code of the authority';
comment on column reporting.journey_stage.child is 'Key of the child: it says nothing else, and stays the same from day to day';
comment on column reporting.journey_stage.restricted is 'As in child';
comment on column reporting.journey_stage.stage is 'plan, decision, order, placement or adoption: what the stage ends with';
comment on column reporting.journey_stage.stage_name is 'The same in words';
comment on column reporting.journey_stage.position is '1 to 5';
comment on column reporting.journey_stage.from_on is 'First day, where it is known';
comment on column reporting.journey_stage.to_on is 'Last day, where it is known';
comment on column reporting.journey_stage.days is 'Days between; empty where either is not known';
comment on column reporting.journey_stage.why_not is 'Why there are no days, or what is odd about them';

create table reporting.clock (
  authority text not null,
  child uuid not null,
  restricted boolean not null,
  standard text not null,
  standard_name text not null,
  occurrence integer not null,
  owner text not null,
  started_on date,
  due_on date,
  stopped_on date,
  state text not null,
  state_name text not null,
  days integer,
  may_be_late boolean not null,
  primary key (authority, child, standard, occurrence),
  foreign key (authority, child) references reporting.child on delete cascade
);
comment on table reporting.clock is 'A row each time that a standard ran for a child, and where it stood on the day of the copy';
comment on column reporting.clock.authority is 'Code of the authority';
comment on column reporting.clock.child is 'Key of the child: it says nothing else, and stays the same from day to day';
comment on column reporting.clock.restricted is 'As in child';
comment on column reporting.clock.standard is 'The standard, as a code';
comment on column reporting.clock.standard_name is 'Its title';
comment on column reporting.clock.occurrence is '1 for the first time';
comment on column reporting.clock.owner is 'Whose it is to do, as a code';
comment on column reporting.clock.started_on is 'When it began';
comment on column reporting.clock.due_on is 'When it is due';
comment on column reporting.clock.stopped_on is 'When it was done';
comment on column reporting.clock.state is 'running, due-soon, overdue, met, met-late, moot or not-recorded';
comment on column reporting.clock.state_name is 'The same in words';
comment on column reporting.clock.days is 'Days left or early above nought, days late below';
comment on column reporting.clock.may_be_late is 'Whether it weighs in figures of what is done in time';

create table reporting.barrier (
  authority text not null,
  child uuid not null,
  restricted boolean not null,
  number integer not null,
  barrier text not null,
  barrier_name text not null,
  from_on date not null,
  until_on date,
  journey_stage text,
  primary key (authority, child, number),
  foreign key (authority, child) references reporting.child on delete cascade
);
comment on table reporting.barrier is 'A row each barrier written down of a child';
comment on column reporting.barrier.authority is 'Code of the authority';
comment on column reporting.barrier.child is 'Key of the child: it says nothing else, and stays the same from day to day';
comment on column reporting.barrier.restricted is 'As in child';
comment on column reporting.barrier.number is 'Counts the child’s rows';
comment on column reporting.barrier.barrier is 'What it is, as a code';
comment on column reporting.barrier.barrier_name is 'The same in words';
comment on column reporting.barrier.from_on is 'From when';
comment on column reporting.barrier.until_on is 'The first day on which it was over';
comment on column reporting.barrier.journey_stage is 'The stage of the journey in which it began';

create table reporting.action (
  authority text not null,
  child uuid not null,
  restricted boolean not null,
  number integer not null,
  agreed_on date not null,
  due_on date not null,
  first_due_on date not null,
  ended_on date,
  state text not null,
  state_name text not null,
  days_late integer not null,
  escalated boolean not null,
  primary key (authority, child, number),
  foreign key (authority, child) references reporting.child on delete cascade
);
comment on table reporting.action is 'A row each action that a meeting agreed of a child, without its words';
comment on column reporting.action.authority is 'Code of the authority';
comment on column reporting.action.child is 'Key of the child: it says nothing else, and stays the same from day to day';
comment on column reporting.action.restricted is 'As in child';
comment on column reporting.action.number is 'Counts the child’s rows';
comment on column reporting.action.agreed_on is 'The meeting that agreed it';
comment on column reporting.action.due_on is 'By when';
comment on column reporting.action.first_due_on is 'By when at first';
comment on column reporting.action.ended_on is 'When it ended';
comment on column reporting.action.state is 'open, late, done, overtaken or passed-on';
comment on column reporting.action.state_name is 'The same in words';
comment on column reporting.action.days_late is '0 where it is not late';
comment on column reporting.action.escalated is 'Taken further because it was late';

create table reporting.indicator_child (
  authority text not null,
  child uuid not null,
  restricted boolean not null,
  indicator text not null,
  adopted_on date not null,
  adopted_year_ending integer not null,
  from_on date,
  to_on date,
  days integer,
  within_14_months boolean,
  why_not text,
  primary key (authority, child, indicator),
  foreign key (authority, child) references reporting.child on delete cascade
);
comment on table reporting.indicator_child is 'A row an indicator and adopted child: their own days, or why they are not counted; the average over those of a window is the indicator';
comment on column reporting.indicator_child.authority is 'Code of the authority';
comment on column reporting.indicator_child.child is 'Key of the child: it says nothing else, and stays the same from day to day';
comment on column reporting.indicator_child.restricted is 'As in child';
comment on column reporting.indicator_child.indicator is 'A1, A2, A3 or A10';
comment on column reporting.indicator_child.adopted_on is 'The day of the adoption order';
comment on column reporting.indicator_child.adopted_year_ending is 'The March in which that financial year ends';
comment on column reporting.indicator_child.from_on is 'The day from which it counts';
comment on column reporting.indicator_child.to_on is 'The day to which';
comment on column reporting.indicator_child.days is 'Days between, as counted';
comment on column reporting.indicator_child.within_14_months is 'Of A3: moved in within 14 months';
comment on column reporting.indicator_child.why_not is 'Why the child is not counted';

create table reporting.indicator (
  authority text not null,
  told_as text not null,
  indicator text not null,
  indicator_name text not null,
  year_ending integer not null,
  years integer not null,
  window_name text not null,
  telling text not null,
  adopted integer,
  children integer,
  days integer,
  mean_days numeric(9,3),
  within integer,
  percent numeric(5,2),
  threshold_days integer,
  meets boolean,
  primary key (authority, told_as, indicator, year_ending, years)
);
comment on table reporting.indicator is 'A row an indicator and window, as your login is told it';
comment on column reporting.indicator.authority is 'Code of the authority';
comment on column reporting.indicator.told_as is 'As reads in reader';
comment on column reporting.indicator.indicator is 'A1, A2, A3 or A10';
comment on column reporting.indicator.indicator_name is 'The same in words';
comment on column reporting.indicator.year_ending is 'The March in which the window ends';
comment on column reporting.indicator.years is '1 or 3';
comment on column reporting.indicator.window_name is 'Like 2023-26';
comment on column reporting.indicator.telling is 'whole or all: as it is; rounded: counts to the nearest 5; coarse: counts and per cent to the nearest 5 and days to the nearest 10; none: not told, since it would tell of a few children';
comment on column reporting.indicator.adopted is 'Children adopted in the window';
comment on column reporting.indicator.children is 'How many of them are counted';
comment on column reporting.indicator.days is 'A1, A2, A10: average in whole days, half-up';
comment on column reporting.indicator.mean_days is 'The average to three places, where it is told as it is';
comment on column reporting.indicator.within is 'A3: how many within 14 months';
comment on column reporting.indicator.percent is 'A3: their share';
comment on column reporting.indicator.threshold_days is 'The threshold to judge by, of a three-year window';
comment on column reporting.indicator.meets is 'The figure is no more than it';

create table reporting.event_count (
  authority text not null,
  told_as text not null,
  event text not null,
  event_name text not null,
  year_ending integer not null,
  quarter integer not null,
  from_on date not null,
  to_on date not null,
  running boolean not null,
  telling text not null,
  count integer,
  primary key (authority, told_as, event, year_ending, quarter)
);
comment on table reporting.event_count is 'A row each thing counted as it happens, by quarter and year';
comment on column reporting.event_count.authority is 'Code of the authority';
comment on column reporting.event_count.told_as is 'As reads in reader';
comment on column reporting.event_count.event is 'What is counted, as a code: A15, A16, matched, placed, A4, A5, early, disrupted, supported, left; or A9 and A14, who waited on the last day';
comment on column reporting.event_count.event_name is 'The same in words';
comment on column reporting.event_count.year_ending is 'The March in which the financial year ends';
comment on column reporting.event_count.quarter is '1 to 4; 0 for the whole year';
comment on column reporting.event_count.from_on is 'First day';
comment on column reporting.event_count.to_on is 'Last day counted: that of the copy where the span runs';
comment on column reporting.event_count.running is 'The span has not ended';
comment on column reporting.event_count.telling is 'As in indicator';
comment on column reporting.event_count.count is 'How many; empty where it is not told';

create table reporting.threshold (
  authority text not null,
  indicator text not null,
  year_ending integer not null,
  source text not null,
  source_name text not null,
  from_year integer not null,
  days integer not null,
  judged_by boolean not null,
  conflict boolean not null,
  primary key (authority, indicator, year_ending, source, from_year)
);
comment on table reporting.threshold is 'A row a threshold of a three-year window, by each source';
comment on column reporting.threshold.authority is 'Code of the authority';
comment on column reporting.threshold.indicator is 'A1, A2 or A10';
comment on column reporting.threshold.year_ending is 'The March in which the window ends';
comment on column reporting.threshold.source is 'Whose it is, as a code';
comment on column reporting.threshold.source_name is 'The same in words';
comment on column reporting.threshold.from_year is 'From windows that end in this year';
comment on column reporting.threshold.days is 'The threshold';
comment on column reporting.threshold.judged_by is 'It is the one to judge by';
comment on column reporting.threshold.conflict is 'Sources differ for this window';

create table reporting.comparator (
  authority text not null,
  source text not null,
  indicator text not null,
  year_ending integer not null,
  years integer not null,
  area text not null,
  level text not null,
  area_code text,
  value numeric(9,2),
  suppressed boolean not null,
  rank integer,
  note text not null,
  primary key (authority, source, indicator, year_ending, years, level, area)
);
comment on table reporting.comparator is 'A row a published figure that the authority brought in';
comment on column reporting.comparator.authority is 'Code of the authority';
comment on column reporting.comparator.source is 'The publication';
comment on column reporting.comparator.indicator is 'A1, A2, A3 or A10';
comment on column reporting.comparator.year_ending is 'The March in which the window ends';
comment on column reporting.comparator.years is 'How many years it has';
comment on column reporting.comparator.area is 'Name of the area';
comment on column reporting.comparator.level is 'authority, region or national';
comment on column reporting.comparator.area_code is 'Its code, where the file gave one';
comment on column reporting.comparator.value is 'Days, or per cent for A3; empty where there is none or it is suppressed';
comment on column reporting.comparator.suppressed is 'Published as x';
comment on column reporting.comparator.rank is 'As published';
comment on column reporting.comparator.note is 'As published';

create table reporting.comparator_group (
  authority text not null,
  group_name text not null,
  kind text not null,
  area text not null,
  primary key (authority, group_name, area)
);
comment on table reporting.comparator_group is 'A row an area and group that the authority is compared with';
comment on column reporting.comparator_group.authority is 'Code of the authority';
comment on column reporting.comparator_group.group_name is 'The group';
comment on column reporting.comparator_group.kind is 'region, neighbours, core-cities or own';
comment on column reporting.comparator_group.area is 'Name of the area, as in comparator';

alter table reporting.reader enable row level security;
alter table reporting.child_key enable row level security;
create policy own on reporting.reader for select to permanence_reporting using (login = session_user);
create policy maintenance on reporting.reader to permanence_maintenance using (true) with check (true);
grant select, insert, update, delete on reporting.reader to permanence_maintenance;
create policy maintenance on reporting.child_key to permanence_maintenance using (true) with check (true);
grant select, insert, update, delete on reporting.child_key to permanence_maintenance;
grant select on reporting.reader to permanence_reporting;

alter table reporting.as_at enable row level security;
create policy read on reporting.as_at for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user)));
create policy maintenance on reporting.as_at to permanence_maintenance using (true) with check (true);
grant select on reporting.as_at to permanence_reporting;
grant select, insert, delete on reporting.as_at to permanence_maintenance;

alter table reporting.child enable row level security;
create policy read on reporting.child for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads in ('whole', 'children')))
  and (not restricted or authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads = 'whole'))));
create policy maintenance on reporting.child to permanence_maintenance using (true) with check (true);
grant select on reporting.child to permanence_reporting;
grant select, insert, delete on reporting.child to permanence_maintenance;

alter table reporting.milestone enable row level security;
create policy read on reporting.milestone for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads in ('whole', 'children')))
  and (not restricted or authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads = 'whole'))));
create policy maintenance on reporting.milestone to permanence_maintenance using (true) with check (true);
grant select on reporting.milestone to permanence_reporting;
grant select, insert, delete on reporting.milestone to permanence_maintenance;

alter table reporting.journey_stage enable row level security;
create policy read on reporting.journey_stage for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads in ('whole', 'children')))
  and (not restricted or authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads = 'whole'))));
create policy maintenance on reporting.journey_stage to permanence_maintenance using (true) with check (true);
grant select on reporting.journey_stage to permanence_reporting;
grant select, insert, delete on reporting.journey_stage to permanence_maintenance;

alter table reporting.clock enable row level security;
create policy read on reporting.clock for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads in ('whole', 'children')))
  and (not restricted or authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads = 'whole'))));
create policy maintenance on reporting.clock to permanence_maintenance using (true) with check (true);
grant select on reporting.clock to permanence_reporting;
grant select, insert, delete on reporting.clock to permanence_maintenance;

alter table reporting.barrier enable row level security;
create policy read on reporting.barrier for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads in ('whole', 'children')))
  and (not restricted or authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads = 'whole'))));
create policy maintenance on reporting.barrier to permanence_maintenance using (true) with check (true);
grant select on reporting.barrier to permanence_reporting;
grant select, insert, delete on reporting.barrier to permanence_maintenance;

alter table reporting.action enable row level security;
create policy read on reporting.action for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads in ('whole', 'children')))
  and (not restricted or authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads = 'whole'))));
create policy maintenance on reporting.action to permanence_maintenance using (true) with check (true);
grant select on reporting.action to permanence_reporting;
grant select, insert, delete on reporting.action to permanence_maintenance;

alter table reporting.indicator_child enable row level security;
create policy read on reporting.indicator_child for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads in ('whole', 'children')))
  and (not restricted or authority = any (array(select r.authority from reporting.reader r where r.login = session_user and r.reads = 'whole'))));
create policy maintenance on reporting.indicator_child to permanence_maintenance using (true) with check (true);
grant select on reporting.indicator_child to permanence_reporting;
grant select, insert, delete on reporting.indicator_child to permanence_maintenance;

alter table reporting.indicator enable row level security;
create policy read on reporting.indicator for select to permanence_reporting using ((authority, told_as) in (select r.authority, r.reads from reporting.reader r where r.login = session_user));
create policy maintenance on reporting.indicator to permanence_maintenance using (true) with check (true);
grant select on reporting.indicator to permanence_reporting;
grant select, insert, delete on reporting.indicator to permanence_maintenance;

alter table reporting.event_count enable row level security;
create policy read on reporting.event_count for select to permanence_reporting using ((authority, told_as) in (select r.authority, r.reads from reporting.reader r where r.login = session_user));
create policy maintenance on reporting.event_count to permanence_maintenance using (true) with check (true);
grant select on reporting.event_count to permanence_reporting;
grant select, insert, delete on reporting.event_count to permanence_maintenance;

alter table reporting.threshold enable row level security;
create policy read on reporting.threshold for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user)));
create policy maintenance on reporting.threshold to permanence_maintenance using (true) with check (true);
grant select on reporting.threshold to permanence_reporting;
grant select, insert, delete on reporting.threshold to permanence_maintenance;

alter table reporting.comparator enable row level security;
create policy read on reporting.comparator for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user)));
create policy maintenance on reporting.comparator to permanence_maintenance using (true) with check (true);
grant select on reporting.comparator to permanence_reporting;
grant select, insert, delete on reporting.comparator to permanence_maintenance;

alter table reporting.comparator_group enable row level security;
create policy read on reporting.comparator_group for select to permanence_reporting using (authority = any (array(select r.authority from reporting.reader r where r.login = session_user)));
create policy maintenance on reporting.comparator_group to permanence_maintenance using (true) with check (true);
grant select on reporting.comparator_group to permanence_reporting;
grant select, insert, delete on reporting.comparator_group to permanence_maintenance;

-- A child who is restricted, or something of whose record is erased by law, leaves the reports at once, and comes back, where they may, when the copy is next made.
create function reporting.take_out() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from reporting.child c using reporting.child_key k
  where k.authority = new.authority and k.record_id = case when tg_table_name = 'record' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'record_id')::uuid end
    and c.authority = k.authority and c.child = k.child;
  return null;
end $$;
revoke execute on function reporting.take_out() from public;
create trigger taken_out_of_reports after update of wall on public.record for each row when (new.wall > old.wall) execute function reporting.take_out();
create trigger taken_out_of_reports after update of erased_at on public.entry for each row when (old.erased_at is null and new.erased_at is not null) execute function reporting.take_out();
