-- The adoption action plan, and the register of the reports that go to meetings again and again. Of each there is only what was
-- done to it, line by line: the plan and the register are worked out from the lines, and no line is ever changed or taken away.
-- `given` is the change as the domain has it (src/domain/scorecard/plan/plan.ts, src/domain/scorecard/regular/regular.ts).
create table plan_change (
  authority text not null references organisation (code),
  number integer not null check (number > 0),
  item uuid not null,
  what text not null check (what in ('objective', 'action', 'progress', 'evidence', 'taken-out', 'put-back')),
  given jsonb not null,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  primary key (authority, number)
);
create index plan_change_of on plan_change (authority, item, number);

create table regular_report_change (
  authority text not null references organisation (code),
  number integer not null check (number > 0),
  report uuid not null,
  what text not null check (what in ('set', 'ended', 'made')),
  given jsonb not null,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  primary key (authority, number)
);
create index regular_report_change_of on regular_report_change (authority, report, number);

-- Whether the viewer is among the owners that are written here, by account or by the office of their role; or somebody whose work
-- they do today.
create function viewer_owns(owners jsonb) returns boolean language sql stable parallel safe
begin atomic
  select exists (
    select from jsonb_array_elements(owners) as o (owner), (
      select viewer_account() as account, nullif(current_setting('viewer.role', true), '') as role
      union all
      select a.id, a.role from cover c join account a on a.id = c.account
      where c.covered_by = viewer_account() and c.ended_at is null and viewer_today() between c.from_on and c.until_on and (a.left_on is null or a.left_on > viewer_today())) as acts
    where owner ->> 'type' = 'person' and owner ->> 'account' = acts.account or owner ->> 'type' = 'office' and owner ->> 'role' = acts.role);
end;

-- Whether the viewer is among the owners of an action, or the makers of a report, as it is worded now. Functions, for a policy
-- may not ask its own table.
create function viewer_owns_action(of_authority text, of_item uuid) returns boolean language sql stable
begin atomic
  select viewer_owns(given -> 'owners') from plan_change where authority = of_authority and item = of_item and what = 'action' order by number desc limit 1;
end;
create function viewer_makes_report(of_authority text, of_report uuid) returns boolean language sql stable
begin atomic
  select viewer_owns(given -> 'makers') from regular_report_change where authority = of_authority and report = of_report and what = 'set' order by number desc limit 1;
end;

alter table plan_change enable row level security;
alter table plan_change force row level security;
-- Nothing of a child is in it: everybody who follows the meetings of their own authority may own a part of it.
create policy seen on plan_change for select to permanence_app using (authority = (select viewer_meets()));
create policy kept on plan_change for insert to permanence_app
  with check (authority = any (array(select viewer_list('viewer.plans'))) and made_by = (select viewer_account()));
-- Whose action it is as it is worded now says how it goes, and what shows it.
create policy said on plan_change for insert to permanence_app with check (
  what in ('progress', 'evidence') and authority = (select viewer_meets()) and made_by = (select viewer_account()) and viewer_owns_action(authority, item));
create policy maintenance on plan_change to permanence_maintenance using (true) with check (true);
grant select, insert on plan_change to permanence_app;
grant select on plan_change to permanence_maintenance;

alter table regular_report_change enable row level security;
alter table regular_report_change force row level security;
create policy seen on regular_report_change for select to permanence_app using (authority = (select viewer_meets()));
create policy kept on regular_report_change for insert to permanence_app
  with check (authority = any (array(select viewer_list('viewer.plans'))) and made_by = (select viewer_account()));
create policy made on regular_report_change for insert to permanence_app with check (
  what = 'made' and authority = (select viewer_meets()) and made_by = (select viewer_account()) and viewer_makes_report(authority, report));
create policy maintenance on regular_report_change to permanence_maintenance using (true) with check (true);
grant select, insert on regular_report_change to permanence_app;
grant select on regular_report_change to permanence_maintenance;
