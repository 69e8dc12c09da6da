-- What the migrations in db/migrations/ come to, for reading and for review: written by
-- tests/support/dump-schema.ts, never by hand, and never run. A test keeps it fresh.

create extension btree_gist;

create extension fuzzystrmatch;

create schema reporting;
grant usage on schema reporting to permanence_maintenance;
grant usage on schema reporting to permanence_reporting;

CREATE OR REPLACE FUNCTION public.queue_message()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into delivery (message, next_at) values (new.id, new.at);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tell_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.viewer_account()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT NULLIF(current_setting('viewer.account'::text, true), ''::text) AS "nullif";
END;

CREATE OR REPLACE FUNCTION public.viewer_administers()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT NULLIF(current_setting('viewer.administers'::text, true), ''::text) AS "nullif";
END;

CREATE OR REPLACE FUNCTION public.viewer_agency_kinds()
 RETURNS TABLE(authority text, kind text)
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT agreement.authority,
     unnest((agreement.kinds || '{agency-date,agency-note,difference-settled,agency-meeting,meeting-outcome,meeting-decision,meeting-decision-answered,action-agreed,action-done,action-escalated,action-said}'::text[])) AS unnest
    FROM agreement
   WHERE (agreement.agency = NULLIF(current_setting('viewer.agency'::text, true), ''::text));
END;

CREATE OR REPLACE FUNCTION public.viewer_agency_knows()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT s.record_id
    FROM (agreement g
      JOIN child_summary s ON ((s.authority = g.authority)))
   WHERE ((g.agency = NULLIF(current_setting('viewer.agency'::text, true), ''::text)) AND (((g.functions && '{matching,adopters,placement-support,adoption-support}'::text[]) AND (s.stage <> 'adopted'::text)) OR (g.functions && '{adoption-support}'::text[])));
END;

CREATE OR REPLACE FUNCTION public.viewer_agency_records()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT record.id
    FROM record
   WHERE (record.agency_visible AND (record.authority = ANY (ARRAY( SELECT viewer_agreements() AS viewer_agreements))));
END;

CREATE OR REPLACE FUNCTION public.viewer_agency_written()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT c.c
    FROM viewer_agency_records() c(c)
   WHERE viewer_is('viewer.writes_agency'::text);
END;

CREATE OR REPLACE FUNCTION public.viewer_agreed(since timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT s.disclosure
    FROM (disclosure_step s
      JOIN disclosure d ON ((d.id = s.disclosure)))
   WHERE ((s.step = 'decided'::text) AND s.agreed AND (s.good_until > viewer_agreed.since) AND (d.asked_by = viewer_account()));
END;

CREATE OR REPLACE FUNCTION public.viewer_agreements()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest(viewer_array('viewer.agreements'::text)) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_allocated()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest(viewer_ids('viewer.allocated'::text)) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_array(setting text)
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN string_to_array(NULLIF(current_setting(setting, true), ''::text), ','::text);

CREATE OR REPLACE FUNCTION public.viewer_children()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest((viewer_ids('viewer.allocated'::text) || viewer_ids('viewer.named_on'::text))) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_groups()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT sibling_member.group_id
    FROM sibling_member
   WHERE (sibling_member.authority = ANY (( SELECT ((viewer_array('viewer.allocated_in'::text) || viewer_array('viewer.agreements'::text)) || viewer_array('viewer.named_in'::text)))::text[]));
END;

CREATE OR REPLACE FUNCTION public.viewer_holds()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT NULLIF(current_setting('viewer.holds'::text, true), ''::text) AS "nullif";
END;

CREATE OR REPLACE FUNCTION public.viewer_ids(setting text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(NULLIF(current_setting(setting, true), ''::text), ','::text))::uuid[];

CREATE OR REPLACE FUNCTION public.viewer_is(setting text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE((current_setting(setting, true) = 'on'::text), false) AS "coalesce";
END;

CREATE OR REPLACE FUNCTION public.viewer_list(setting text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest(string_to_array(NULLIF(current_setting(setting, true), ''::text), ','::text)) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_makes_report(of_authority text, of_report uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT viewer_owns((regular_report_change.given -> 'makers'::text)) AS viewer_owns
    FROM regular_report_change
   WHERE ((regular_report_change.authority = viewer_makes_report.of_authority) AND (regular_report_change.report = viewer_makes_report.of_report) AND (regular_report_change.what = 'set'::text))
   ORDER BY regular_report_change.number DESC
  LIMIT 1;
END;

CREATE OR REPLACE FUNCTION public.viewer_meets()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT NULLIF(current_setting('viewer.meets'::text, true), ''::text) AS "nullif";
END;

CREATE OR REPLACE FUNCTION public.viewer_moves()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT NULLIF(current_setting('viewer.moves'::text, true), ''::text) AS "nullif";
END;

CREATE OR REPLACE FUNCTION public.viewer_named()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest(viewer_ids('viewer.named_on'::text)) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_named_in()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest(viewer_array('viewer.named_in'::text)) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_not_shared(field text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT agreement.authority
    FROM agreement
   WHERE ((agreement.agency = NULLIF(current_setting('viewer.agency'::text, true), ''::text)) AND (viewer_not_shared.field <> ALL (agreement.fields)));
END;

CREATE OR REPLACE FUNCTION public.viewer_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE((NULLIF(current_setting('viewer.now'::text, true), ''::text))::timestamp with time zone, now()) AS "coalesce";
END;

CREATE OR REPLACE FUNCTION public.viewer_offered()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT (o.o)::uuid AS o
    FROM viewer_list('viewer.offered'::text) o(o);
END;

CREATE OR REPLACE FUNCTION public.viewer_opening_in()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT d.authority
    FROM ((disclosure d
      JOIN disclosure_step decided ON (((decided.disclosure = d.id) AND (decided.step = 'decided'::text) AND decided.agreed)))
      LEFT JOIN disclosure_step opened ON (((opened.disclosure = d.id) AND (opened.step = 'opened'::text))))
   WHERE ((d.asked_by = viewer_account()) AND (COALESCE(opened.good_until, decided.good_until) > viewer_now()) AND ((d.wanted = 'undo'::text) OR (opened.disclosure IS NOT NULL)) AND (NOT (EXISTS ( SELECT
            FROM disclosure_step ended
           WHERE ((ended.disclosure = d.id) AND (ended.step = 'ended'::text))))));
END;

CREATE OR REPLACE FUNCTION public.viewer_organisation()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT account.organisation
    FROM account
   WHERE (account.id = NULLIF(current_setting('viewer.account'::text, true), ''::text));
END;

CREATE OR REPLACE FUNCTION public.viewer_owns(owners jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM jsonb_array_elements(viewer_owns.owners) o(owner),
             ( SELECT viewer_account() AS account,
                     NULLIF(current_setting('viewer.role'::text, true), ''::text) AS role
                 UNION ALL
                  SELECT a.id,
                     a.role
                    FROM (cover c
                      JOIN account a ON ((a.id = c.account)))
                   WHERE ((c.covered_by = viewer_account()) AND (c.ended_at IS NULL) AND ((viewer_today() >= c.from_on) AND (viewer_today() <= c.until_on)) AND ((a.left_on IS NULL) OR (a.left_on > viewer_today())))) acts
           WHERE ((((o.owner ->> 'type'::text) = 'person'::text) AND ((o.owner ->> 'account'::text) = acts.account)) OR (((o.owner ->> 'type'::text) = 'office'::text) AND ((o.owner ->> 'role'::text) = acts.role))))) AS "exists";
END;

CREATE OR REPLACE FUNCTION public.viewer_owns_action(of_authority text, of_item uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT viewer_owns((plan_change.given -> 'owners'::text)) AS viewer_owns
    FROM plan_change
   WHERE ((plan_change.authority = viewer_owns_action.of_authority) AND (plan_change.item = viewer_owns_action.of_item) AND (plan_change.what = 'action'::text))
   ORDER BY plan_change.number DESC
  LIMIT 1;
END;

CREATE OR REPLACE FUNCTION public.viewer_passed()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest((viewer_ids('viewer.passed'::text) || viewer_ids('viewer.projecting'::text))) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_past_walls()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT NULLIF(current_setting('viewer.past_walls'::text, true), ''::text) AS "nullif";
END;

CREATE OR REPLACE FUNCTION public.viewer_projected_children()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT viewer_written_children() AS viewer_written_children
 UNION ALL
  SELECT p.p
    FROM viewer_projecting() p(p)
   WHERE viewer_is('viewer.writes_agency'::text);
END;

CREATE OR REPLACE FUNCTION public.viewer_projecting()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest(viewer_ids('viewer.projecting'::text)) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_reach()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest(viewer_array('viewer.reach'::text)) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_records()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT viewer_children() AS viewer_children
 UNION ALL
  SELECT viewer_groups() AS viewer_groups;
END;

CREATE OR REPLACE FUNCTION public.viewer_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT NULLIF(current_setting('viewer.role'::text, true), ''::text) AS "nullif";
END;

CREATE OR REPLACE FUNCTION public.viewer_series()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT meeting_member.series
    FROM meeting_member
   WHERE (meeting_member.account = ( SELECT viewer_account() AS viewer_account));
END;

CREATE OR REPLACE FUNCTION public.viewer_settle()
 RETURNS void
 LANGUAGE sql
BEGIN ATOMIC
 SELECT set_config('viewer.agreements'::text, COALESCE(( SELECT string_agg(agreement.authority, ','::text) AS string_agg
            FROM agreement
           WHERE (agreement.agency = NULLIF(current_setting('viewer.agency'::text, true), ''::text))), ''::text), true) AS set_config;
 SELECT set_config('viewer.named_on'::text, concat_ws(','::text, string_agg((named_access.record_id)::text, ','::text), NULLIF(current_setting('viewer.offered'::text, true), ''::text)), true) AS set_config,
     set_config('viewer.named_in'::text, concat_ws(','::text, string_agg(DISTINCT named_access.authority, ','::text), NULLIF(current_setting('viewer.offered_in'::text, true), ''::text)), true) AS set_config
    FROM named_access
   WHERE (( SELECT viewer_is('viewer.named'::text) AS viewer_is) AND (named_access.account = ( SELECT viewer_account() AS viewer_account)) AND (named_access.from_on <= ( SELECT viewer_today() AS viewer_today)) AND ((named_access.until_on IS NULL) OR (named_access.until_on > ( SELECT viewer_today() AS viewer_today))));
 SELECT set_config('viewer.reach'::text, concat_ws(','::text, NULLIF(current_setting('viewer.authorities'::text, true), ''::text), NULLIF(current_setting('viewer.allocated_in'::text, true), ''::text), NULLIF(current_setting('viewer.agreements'::text, true), ''::text), NULLIF(current_setting('viewer.named_in'::text, true), ''::text)), true) AS set_config;
 SELECT set_config('viewer.workers'::text, COALESCE(string_agg(concat_ws(','::text, a.id, a.worker), ','::text), viewer_account()), true) AS set_config,
     set_config('viewer.team'::text, COALESCE(max(a.team) FILTER (WHERE (a.id = viewer_account())), ''::text), true) AS set_config
    FROM account a
   WHERE ((a.id = viewer_account()) OR (a.id IN ( SELECT c.account
            FROM cover c
           WHERE ((c.covered_by = viewer_account()) AND (c.ended_at IS NULL) AND ((viewer_today() >= c.from_on) AND (viewer_today() <= c.until_on))))))
  HAVING (NULLIF(current_setting('viewer.workers'::text, true), ''::text) IS NOT NULL);
 SELECT set_config('viewer.passed'::text, COALESCE(string_agg(w.id, ','::text) FILTER (WHERE w.passes), ''::text), true) AS set_config,
     set_config('viewer.walled'::text, COALESCE(string_agg(w.id, ','::text) FILTER (WHERE (w.own AND (NOT w.passes))), ''::text), true) AS set_config,
     set_config('viewer.unwritable'::text, COALESCE(string_agg(w.id, ','::text) FILTER (WHERE (w.own AND (NOT w.projecting) AND ((w.wall = 3) OR (NOT w.passes)))), ''::text), true) AS set_config
    FROM ( SELECT w_1.id,
             w_1.wall,
             w_1.own,
             w_1.projecting,
             (w_1.projecting OR COALESCE(((w_1.seen AND (w_1.role = 'adoption-records'::text)) OR ((w_1.wall < 3) AND (w_1.record_id = ANY (( SELECT viewer_ids('viewer.named_on'::text) AS viewer_ids)::uuid[]))) OR ((w_1.wall = 1) AND ((w_1.own AND (w_1.workers && ( SELECT viewer_array('viewer.workers'::text) AS viewer_array))) OR (w_1.seen AND ((w_1.officer = ANY (( SELECT viewer_array('viewer.workers'::text) AS viewer_array)::text[])) OR ((w_1.role = 'team-manager'::text) AND (w_1.team = ( SELECT NULLIF(current_setting('viewer.team'::text, true), ''::text) AS "nullif"))))) OR (w_1.seen AND w_1.admitted) OR (w_1.agency_visible AND w_1.admitted AND (w_1.authority = ANY (ARRAY( SELECT g.authority
                    FROM agreement g
                   WHERE ((g.agency = NULLIF(current_setting('viewer.agency'::text, true), ''::text)) AND (g.functions <> '{}'::text[]))))))))), false)) AS passes
            FROM ( SELECT w_2.authority,
                     w_2.record_id,
                     w_2.wall,
                     w_2.team,
                     w_2.officer,
                     w_2.workers,
                     w_2.agency_visible,
                     (w_2.record_id)::text AS id,
                     ( SELECT viewer_role() AS viewer_role) AS role,
                     COALESCE((( SELECT viewer_role() AS viewer_role) = ANY (r.roles)), ( SELECT viewer_is('viewer.admitted'::text) AS viewer_is)) AS admitted,
                     (w_2.record_id = ANY (COALESCE(( SELECT viewer_ids('viewer.projecting'::text) AS viewer_ids), '{}'::uuid[]))) AS projecting,
                     (w_2.authority = ANY (COALESCE(( SELECT viewer_array('viewer.authorities'::text) AS viewer_array), '{}'::text[]))) AS seen,
                     (w_2.authority = ANY (COALESCE(( SELECT (viewer_array('viewer.authorities'::text) || viewer_array('viewer.allocated_in'::text))), '{}'::text[]))) AS own
                    FROM (record_wall w_2
                      LEFT JOIN restriction_rule r USING (authority))
                   WHERE (w_2.authority IS DISTINCT FROM ( SELECT viewer_past_walls() AS viewer_past_walls))) w_1) w;
 SELECT set_config('viewer.allocated'::text, COALESCE(( SELECT string_agg((allocation.record_id)::text, ','::text) AS string_agg
            FROM allocation
           WHERE ((allocation.authority = ANY (( SELECT viewer_array('viewer.allocated_in'::text) AS viewer_array)::text[])) AND (allocation.worker = ANY (( SELECT viewer_array('viewer.workers'::text) AS viewer_array)::text[])))), ''::text), true) AS set_config;
END;

CREATE OR REPLACE FUNCTION public.viewer_team()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT account.team
    FROM account
   WHERE (account.id = NULLIF(current_setting('viewer.account'::text, true), ''::text));
END;

CREATE OR REPLACE FUNCTION public.viewer_today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE((NULLIF(current_setting('viewer.today'::text, true), ''::text))::date, ((now() AT TIME ZONE 'Europe/London'::text))::date) AS "coalesce";
END;

CREATE OR REPLACE FUNCTION public.viewer_unwritable()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT u.u
    FROM unnest(viewer_ids('viewer.unwritable'::text)) u(u)
   WHERE (u.u <> ALL (COALESCE(viewer_ids('viewer.projecting'::text), '{}'::uuid[])));
END;

CREATE OR REPLACE FUNCTION public.viewer_walled()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unnest(viewer_ids('viewer.walled'::text)) AS unnest;
END;

CREATE OR REPLACE FUNCTION public.viewer_written_children()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT c.c
    FROM viewer_allocated() c(c)
   WHERE (viewer_is('viewer.writes_allocated'::text) AND (NOT (c.c IN ( SELECT viewer_unwritable() AS viewer_unwritable))))
 UNION ALL
  SELECT o.o
    FROM viewer_offered() o(o)
   WHERE viewer_is('viewer.taking'::text);
END;

CREATE OR REPLACE FUNCTION public.viewer_written_in()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT a.a
    FROM viewer_list('viewer.allocated_in'::text) a(a)
   WHERE viewer_is('viewer.writes_allocated'::text)
 UNION ALL
  SELECT a.a
    FROM viewer_agreements() a(a)
   WHERE viewer_is('viewer.writes_agency'::text)
 UNION ALL
  SELECT a.a
    FROM viewer_list('viewer.offered_in'::text) a(a)
   WHERE viewer_is('viewer.taking'::text);
END;

CREATE OR REPLACE FUNCTION reporting.take_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from reporting.child c using reporting.child_key k
  where k.authority = new.authority and k.record_id = case when tg_table_name = 'record' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'record_id')::uuid end
    and c.authority = k.authority and c.child = k.child;
  return null;
end $function$;

create table access_batch (
  organisation text not null,
  number bigint not null,
  lines integer not null,
  first_at timestamp(3) with time zone not null,
  last_at timestamp(3) with time zone not null,
  salt bytea not null,
  payload_hash bytea not null,
  hash bytea not null,
  constraint access_batch_pkey PRIMARY KEY (organisation, number),
  constraint access_batch_hash_check CHECK ((length(hash) = 32)),
  constraint access_batch_lines_check CHECK ((lines > 0)),
  constraint access_batch_number_check CHECK ((number > 0)),
  constraint access_batch_payload_hash_check CHECK ((length(payload_hash) = 32))
);
alter table access_batch enable row level security;
alter table access_batch force row level security;
create policy maintenance on access_batch to permanence_maintenance
  using (true)
  with check (true);
create policy seen on access_batch for select to permanence_app
  using ((organisation = ( SELECT NULLIF(current_setting('viewer.verifies'::text, true), ''::text) AS "nullif")));
grant insert, select on access_batch to permanence_maintenance;
grant select on access_batch to permanence_app;

create table access_log (
  id bigint not null generated always as identity,
  at timestamp(3) with time zone not null default now(),
  account text not null,
  organisation text not null,
  outcome text not null,
  record_id uuid,
  asked text,
  how text not null,
  role text,
  authority text,
  batch bigint,
  constraint access_log_pkey PRIMARY KEY (id),
  constraint access_log_asked_check CHECK ((length(asked) <= 100)),
  constraint access_log_check CHECK (((outcome = 'opened'::text) = (record_id IS NOT NULL))),
  constraint access_log_outcome_check CHECK ((outcome = ANY (ARRAY['opened'::text, 'refused'::text, 'signed-in'::text, 'sign-in-refused'::text, 'session-refused'::text, 'signed-out'::text])))
);
CREATE INDEX access_log_asked ON public.access_log USING btree (asked) WHERE (outcome = 'refused'::text);
CREATE INDEX access_log_of_account ON public.access_log USING btree (account, at);
CREATE INDEX access_log_of_batch ON public.access_log USING btree (organisation, batch) WHERE (batch IS NOT NULL);
CREATE INDEX access_log_of_record ON public.access_log USING btree (record_id, at) WHERE (record_id IS NOT NULL);
CREATE INDEX access_log_unchained ON public.access_log USING btree (organisation, id) WHERE (batch IS NULL);
alter table access_log enable row level security;
alter table access_log force row level security;
create policy added on access_log for insert to permanence_app
  with check ((account = ( SELECT viewer_account() AS viewer_account)));
create policy chained on access_log for update to permanence_maintenance
  using ((batch IS NULL))
  with check ((batch IS NOT NULL));
create policy maintenance on access_log for select to permanence_maintenance
  using (true);
create policy seen on access_log for select to permanence_app
  using (((organisation = ( SELECT NULLIF(current_setting('viewer.reads_access_log'::text, true), ''::text) AS "nullif")) OR (authority = ( SELECT NULLIF(current_setting('viewer.reads_access_log'::text, true), ''::text) AS "nullif"))));
grant insert, select on access_log to permanence_app;
grant select on access_log to permanence_maintenance;
grant update (authority, batch) on access_log to permanence_maintenance;

create table account (
  id text not null,
  organisation text not null,
  name text not null,
  role text not null,
  worker text,
  team text,
  service text,
  left_on date,
  email text,
  constraint account_organisation_worker_key UNIQUE (organisation, worker),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  constraint account_email_check CHECK (((email ~ '^[^\s@]+@[^\s@]+$'::text) AND (length(email) <= 254))),
  constraint account_id_check CHECK (((id ~ '^[a-z0-9][a-z0-9._@-]{0,99}$'::text) AND (id <> 'operator'::text))),
  constraint account_name_check CHECK ((name <> ''::text)),
  constraint account_nobody_check CHECK ((id <> 'nobody'::text)),
  constraint account_service_check CHECK ((service = ANY (ARRAY['adoption'::text, 'fieldwork'::text]))),
  constraint account_team_check CHECK ((team <> ''::text)),
  constraint account_worker_check CHECK ((worker ~ '^[A-Za-z0-9]+$'::text))
);
alter table account enable row level security;
alter table account force row level security;
create policy added on account for insert to permanence_app
  with check (( SELECT viewer_is('viewer.operator'::text) AS viewer_is));
create policy administered on account to permanence_app
  using ((organisation = ( SELECT viewer_administers() AS viewer_administers)))
  with check ((organisation = ( SELECT viewer_administers() AS viewer_administers)));
create policy changed on account for update to permanence_app
  using (( SELECT viewer_is('viewer.operator'::text) AS viewer_is));
create policy maintenance on account to permanence_maintenance
  using (true)
  with check (true);
create policy members_of_meetings on account for select to permanence_app
  using ((id IN ( SELECT m.account
   FROM meeting_member m
  WHERE (m.organisation = ( SELECT viewer_holds() AS viewer_holds)))));
create policy named_in_log on account for select to permanence_app
  using (((organisation = ( SELECT NULLIF(current_setting('viewer.reads_access_log'::text, true), ''::text) AS "nullif")) OR (organisation IN ( SELECT agreement.agency
   FROM agreement
  WHERE (agreement.authority = ( SELECT NULLIF(current_setting('viewer.reads_access_log'::text, true), ''::text) AS "nullif"))))));
create policy own on account for select to permanence_app
  using ((id = ( SELECT viewer_account() AS viewer_account)));
create policy seen on account for select to permanence_app
  using (((id = ( SELECT NULLIF(current_setting('viewer.sign_in'::text, true), ''::text) AS "nullif")) OR (( SELECT current_setting('viewer.sign_in'::text, true) AS current_setting) = '*'::text) OR (organisation = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))) OR (organisation = ( SELECT NULLIF(current_setting('viewer.agency'::text, true), ''::text) AS "nullif")) OR ( SELECT viewer_is('viewer.operator'::text) AS viewer_is)));
create policy seen_of_agency on account for select to permanence_app
  using ((organisation IN ( SELECT agreement.agency
   FROM agreement
  WHERE (agreement.authority = ANY (ARRAY( SELECT viewer_list('viewer.authorities'::text) AS viewer_list))))));
grant insert, select on account to permanence_app;
grant select on account to permanence_maintenance;
grant update (organisation, name, role, worker, team, service, left_on, email) on account to permanence_app;

create table adoptive_identity (
  authority text not null,
  id uuid not null,
  mark bytea not null,
  key_id text not null,
  nonce bytea not null,
  closed bytea not null,
  constraint adoptive_identity_authority_mark_key UNIQUE (authority, mark),
  constraint adoptive_identity_pkey PRIMARY KEY (id),
  constraint adoptive_identity_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint adoptive_identity_mark_check CHECK ((length(mark) = 32)),
  constraint adoptive_identity_nonce_check CHECK ((length(nonce) = 12))
);
alter table adoptive_identity enable row level security;
alter table adoptive_identity force row level security;
create policy maintenance on adoptive_identity to permanence_maintenance
  using (true)
  with check (true);
create policy opened on adoptive_identity to permanence_app
  using (((mark IN ( SELECT decode(m.m, 'hex'::text) AS decode
   FROM viewer_list('viewer.identity_marks'::text) m(m))) AND (authority IN ( SELECT viewer_opening_in() AS viewer_opening_in))))
  with check (((mark IN ( SELECT decode(m.m, 'hex'::text) AS decode
   FROM viewer_list('viewer.identity_marks'::text) m(m))) AND (authority IN ( SELECT viewer_opening_in() AS viewer_opening_in))));
create policy sealed on adoptive_identity for insert to permanence_app
  with check (((authority = ( SELECT viewer_past_walls() AS viewer_past_walls)) AND (authority IN ( SELECT viewer_list('viewer.writes'::text) AS viewer_list))));
grant delete, insert, select, update on adoptive_identity to permanence_app;
grant select, update on adoptive_identity to permanence_maintenance;

create table agenda_item (
  organisation text not null,
  meeting uuid not null,
  id uuid not null default gen_random_uuid(),
  authority text,
  record_id uuid,
  title text,
  part text not null,
  "position" integer not null,
  minutes integer not null,
  mode text not null default 'discuss'::text,
  reasons jsonb not null default '[]'::jsonb,
  presenter text,
  changed_by text,
  why text,
  concluded_at timestamp(3) with time zone,
  concluded_by text,
  entries bigint[] not null default '{}'::bigint[],
  by_hand text[] not null default '{}'::text[],
  told_apart jsonb not null default '[]'::jsonb,
  constraint agenda_item_id_key UNIQUE (id),
  constraint agenda_item_pkey PRIMARY KEY (organisation, meeting, id),
  constraint agenda_item_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id),
  constraint agenda_item_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES meeting(organisation, id),
  constraint agenda_item_by_hand_check CHECK ((by_hand <@ ARRAY['added'::text, 'placed'::text, 'minutes'::text, 'mode'::text])),
  constraint agenda_item_check CHECK (((authority IS NULL) = (record_id IS NULL))),
  constraint agenda_item_check1 CHECK (((record_id IS NOT NULL) OR (title IS NOT NULL))),
  constraint agenda_item_minutes_check CHECK (((minutes >= 0) AND (minutes <= 480))),
  constraint agenda_item_mode_check CHECK ((mode = ANY (ARRAY['discuss'::text, 'note'::text, 'deferred'::text, 'removed'::text]))),
  constraint agenda_item_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint agenda_item_why_check CHECK ((length(why) <= 2000))
);
CREATE INDEX agenda_item_of ON public.agenda_item USING btree (authority, record_id);
CREATE UNIQUE INDEX agenda_item_once ON public.agenda_item USING btree (organisation, meeting, record_id) WHERE (record_id IS NOT NULL);
alter table agenda_item enable row level security;
alter table agenda_item force row level security;
CREATE TRIGGER told AFTER INSERT OR DELETE OR UPDATE ON public.agenda_item FOR EACH ROW EXECUTE FUNCTION tell_meeting('agenda');
create policy added on agenda_item for insert to permanence_app
  with check ((organisation = ( SELECT viewer_holds() AS viewer_holds)));
create policy changed on agenda_item for update to permanence_app
  using ((organisation = ( SELECT viewer_holds() AS viewer_holds)));
create policy dropped on agenda_item for delete to permanence_app
  using ((organisation = ( SELECT viewer_holds() AS viewer_holds)));
create policy maintenance on agenda_item to permanence_maintenance
  using (true)
  with check (true);
create policy seen on agenda_item for select to permanence_app
  using (((EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.organisation = agenda_item.organisation) AND (m.id = agenda_item.meeting)))) AND ((record_id IS NULL) OR (EXISTS ( SELECT
   FROM record r
  WHERE ((r.authority = agenda_item.authority) AND (r.id = agenda_item.record_id)))))));
grant delete, insert, select, update on agenda_item to permanence_app;
grant delete, insert, select, update on agenda_item to permanence_maintenance;

create table agreement (
  authority text not null,
  agency text not null,
  from_stage text not null,
  functions text[] not null default '{}'::text[],
  fields text[] not null default '{names,workers,notes,barriers}'::text[],
  kinds text[] not null default '{}'::text[],
  constraint agreement_pkey PRIMARY KEY (authority),
  constraint agreement_agency_fkey FOREIGN KEY (agency) REFERENCES organisation(code),
  constraint agreement_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code)
);
alter table agreement enable row level security;
alter table agreement force row level security;
create policy added on agreement for insert to permanence_app
  with check ((( SELECT viewer_is('viewer.operator'::text) AS viewer_is) AND (authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list)))));
create policy added_by_administrator on agreement for insert to permanence_app
  with check ((authority = ( SELECT viewer_administers() AS viewer_administers)));
create policy changed on agreement for update to permanence_app
  using ((( SELECT viewer_is('viewer.operator'::text) AS viewer_is) AND (authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list)))));
create policy changed_by_administrator on agreement for update to permanence_app
  using ((authority = ( SELECT viewer_administers() AS viewer_administers)));
create policy maintenance on agreement to permanence_maintenance
  using (true)
  with check (true);
create policy seen on agreement for select to permanence_app
  using (true);
grant insert, select, update on agreement to permanence_app;
grant select on agreement to permanence_maintenance;

create table allocation (
  authority text not null,
  record_id uuid not null,
  worker text not null,
  constraint allocation_pkey PRIMARY KEY (authority, record_id, worker)
);
CREATE INDEX allocation_of_worker ON public.allocation USING btree (authority, worker);
alter table allocation enable row level security;
alter table allocation force row level security;
create policy added on allocation for insert to permanence_app
  with check ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy changed on allocation for update to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy maintenance on allocation to permanence_maintenance
  using (true)
  with check (true);
create policy removed on allocation for delete to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy seen on allocation for select to permanence_app
  using (((((authority = ANY (( SELECT viewer_array('viewer.authorities'::text) AS viewer_array)::text[])) OR ((authority = ANY (( SELECT viewer_array('viewer.allocated_in'::text) AS viewer_array)::text[])) AND (worker = ANY (( SELECT viewer_array('viewer.workers'::text) AS viewer_array)::text[])))) AND (NOT (record_id IN ( SELECT w.w
   FROM viewer_walled() w(w))))) OR ((authority = ANY (( SELECT viewer_array('viewer.reach'::text) AS viewer_array)::text[])) AND (record_id IN ( SELECT p.p
   FROM viewer_projecting() p(p))))));
grant delete, insert, maintain, select, update on allocation to permanence_maintenance;
grant delete, insert, select on allocation to permanence_app;

create table audit (
  authority text not null,
  number bigint not null,
  record_id uuid,
  at timestamp(3) with time zone,
  actor text,
  command text,
  input jsonb,
  first_entry bigint,
  last_entry bigint,
  salt bytea,
  payload_hash bytea not null,
  hash bytea not null,
  erased_at timestamp(3) with time zone,
  constraint audit_pkey PRIMARY KEY (authority, number),
  constraint audit_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint audit_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id),
  constraint audit_hash_check CHECK ((length(hash) = 32)),
  constraint audit_number_check CHECK ((number > 0)),
  constraint audit_payload_hash_check CHECK ((length(payload_hash) = 32)),
  constraint audit_whole_or_erased CHECK (
CASE
    WHEN (erased_at IS NULL) THEN (num_nulls(at, actor, command, input, salt) = 0)
    ELSE (num_nonnulls(at, actor, command, input, first_entry, last_entry, salt) = 0)
END)
);
CREATE INDEX audit_administration ON public.audit USING btree (authority, number) WHERE (command = ANY (ARRAY['set-account'::text, 'set-organisation'::text, 'set-agreement'::text, 'set-restriction-rule'::text, 'add-account'::text, 'end-sessions'::text, 'link-account'::text, 'unlink-account'::text, 'add-authority'::text]));
CREATE INDEX audit_undoing ON public.audit USING btree (authority, (((input ->> 'undoes'::text))::bigint)) WHERE (command = 'undo-many'::text);
alter table audit enable row level security;
alter table audit force row level security;
create policy added on audit for insert to permanence_app
  with check (((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND ((record_id IS NULL) OR (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable))))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))) AND (actor = ( SELECT viewer_account() AS viewer_account))));
create policy added_for_many on audit for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (actor = ( SELECT viewer_account() AS viewer_account)) AND (record_id IS NULL) AND (command = ANY (ARRAY['record-many'::text, 'undo-many'::text])) AND (ARRAY( SELECT (jsonb_array_elements_text((audit.input -> 'records'::text)))::uuid AS jsonb_array_elements_text) <@ ARRAY( SELECT viewer_written_children() AS viewer_written_children))));
create policy added_for_meetings on audit for insert to permanence_app
  with check (((authority = ( SELECT viewer_holds() AS viewer_holds)) AND (actor = ( SELECT viewer_account() AS viewer_account)) AND (record_id IS NULL) AND (command = ANY (ARRAY['set-meeting-series'::text, 'plan-meeting'::text, 'send-agenda'::text, 'confirm-minutes'::text, 'correct-minutes'::text]))));
create policy added_for_standards on audit for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.standards'::text) AS viewer_list))) AND (actor = ( SELECT viewer_account() AS viewer_account)) AND (record_id IS NULL) AND (command = ANY (ARRAY['adopt-pack'::text, 'leave-pack'::text, 'set-standard'::text, 'end-standard'::text, 'confirm-standard'::text, 'publish-pack'::text]))));
create policy maintenance on audit to permanence_maintenance
  using (true)
  with check (true);
create policy own on audit for select to permanence_app
  using (((authority = ANY (( SELECT viewer_array('viewer.allocated_in'::text) AS viewer_array)::text[])) AND (actor = ( SELECT viewer_account() AS viewer_account)) AND ((record_id IS NULL) OR (NOT (record_id IN ( SELECT w.w
   FROM viewer_walled() w(w)))))));
create policy seen on audit for select to permanence_app
  using (((authority = ANY (( SELECT viewer_array('viewer.authorities'::text) AS viewer_array)::text[])) AND ((record_id IS NULL) OR (NOT (record_id IN ( SELECT w.w
   FROM viewer_walled() w(w)))))));
grant insert, select on audit to permanence_app;
grant select on audit to permanence_maintenance;
grant update (at, actor, command, input, first_entry, last_entry, salt, erased_at) on audit to permanence_maintenance;

create table calendar_feed (
  account text not null,
  token_hash bytea not null,
  made_at timestamp(3) with time zone not null,
  constraint calendar_feed_token_hash_key UNIQUE (token_hash),
  constraint calendar_feed_pkey PRIMARY KEY (account),
  constraint calendar_feed_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint calendar_feed_token_hash_check CHECK ((length(token_hash) = 32))
);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy at_address on calendar_feed for select to permanence_app
  using ((token_hash = decode(( SELECT NULLIF(current_setting('viewer.calendar_feed'::text, true), ''::text) AS "nullif"), 'hex'::text)));
create policy maintenance on calendar_feed to permanence_maintenance
  using (true)
  with check (true);
create policy own on calendar_feed to permanence_app
  using ((account = ( SELECT viewer_account() AS viewer_account)))
  with check ((account = ( SELECT viewer_account() AS viewer_account)));
grant delete, insert, select, update on calendar_feed to permanence_app;
grant delete, insert, select, update on calendar_feed to permanence_maintenance;

create table chain (
  authority text not null,
  book text not null,
  number bigint not null,
  hash bytea not null,
  constraint chain_pkey PRIMARY KEY (authority, book),
  constraint chain_book_check CHECK ((book = ANY (ARRAY['entry'::text, 'audit'::text, 'access'::text]))),
  constraint chain_hash_check CHECK ((length(hash) = 32)),
  constraint chain_number_check CHECK ((number >= 0))
);
alter table chain enable row level security;
alter table chain force row level security;
create policy added on chain for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) OR (authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in)))));
create policy added_by_maintenance on chain for insert to permanence_maintenance
  with check ((book = 'access'::text));
create policy added_for_meetings on chain for insert to permanence_app
  with check ((authority = ( SELECT viewer_holds() AS viewer_holds)));
create policy added_for_standards on chain for insert to permanence_app
  with check ((authority = ANY (ARRAY( SELECT viewer_list('viewer.standards'::text) AS viewer_list))));
create policy changed on chain for update to permanence_app
  using (((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) OR (authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in)))));
create policy changed_by_maintenance on chain for update to permanence_maintenance
  using (true)
  with check ((book = 'access'::text));
create policy changed_for_meetings on chain for update to permanence_app
  using ((authority = ( SELECT viewer_holds() AS viewer_holds)));
create policy changed_for_standards on chain for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.standards'::text) AS viewer_list))));
create policy maintenance on chain for select to permanence_maintenance
  using (true);
create policy seen on chain for select to permanence_app
  using (((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) OR (authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in)))));
create policy seen_for_meetings on chain for select to permanence_app
  using ((authority = ( SELECT viewer_holds() AS viewer_holds)));
create policy seen_for_proof on chain for select to permanence_app
  using ((authority = ( SELECT NULLIF(current_setting('viewer.verifies'::text, true), ''::text) AS "nullif")));
create policy seen_for_standards on chain for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.standards'::text) AS viewer_list))));
grant insert, select on chain to permanence_app;
grant insert, select on chain to permanence_maintenance;
grant update (number, hash) on chain to permanence_app;
grant update (number, hash) on chain to permanence_maintenance;

create table child_clock (
  authority text not null,
  record_id uuid not null,
  standard text not null,
  occurrence integer not null,
  started_on date,
  due_on date,
  started_by bigint,
  known_up_to date,
  flags text[] not null,
  agency_visible boolean not null,
  counts boolean not null generated always as (((due_on IS NOT NULL) AND (NOT (flags && ARRAY['advisory'::text, 'not-before'::text, 'checklist'::text])))) stored,
  can_be_late boolean not null generated always as (((due_on IS NOT NULL) AND (NOT (flags && ARRAY['advisory'::text, 'not-before'::text, 'checklist'::text])) AND ((known_up_to IS NULL) OR (due_on <= known_up_to)))) stored,
  warn_days smallint not null default 14,
  owner text not null default ''::text,
  wall smallint not null default 0,
  constraint child_clock_pkey PRIMARY KEY (authority, record_id, standard, occurrence),
  constraint child_clock_warn_days_check CHECK (((warn_days >= 0) AND (warn_days <= 90)))
);
CREATE INDEX child_clock_due ON public.child_clock USING btree (authority, due_on) INCLUDE (record_id, can_be_late, agency_visible, warn_days, wall) WHERE counts;
CREATE INDEX child_clock_of_owner ON public.child_clock USING btree (authority, owner, due_on) INCLUDE (record_id, can_be_late, warn_days);
alter table child_clock enable row level security;
alter table child_clock force row level security;
create policy added on child_clock for insert to permanence_app
  with check ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy changed on child_clock for update to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy maintenance on child_clock to permanence_maintenance
  using (true)
  with check (true);
create policy removed on child_clock for delete to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy seen on child_clock for select to permanence_app
  using (((authority = ANY (( SELECT viewer_array('viewer.reach'::text) AS viewer_array)::text[])) AND (((wall = 0) AND ((authority = ANY (( SELECT viewer_array('viewer.authorities'::text) AS viewer_array)::text[])) OR (agency_visible AND (authority = ANY (( SELECT viewer_array('viewer.agreements'::text) AS viewer_array)::text[]))) OR (record_id = ANY (( SELECT (viewer_ids('viewer.allocated'::text) || viewer_ids('viewer.named_on'::text)))::uuid[])))) OR (authority = ( SELECT viewer_past_walls() AS viewer_past_walls)) OR (record_id = ANY (( SELECT (viewer_ids('viewer.passed'::text) || viewer_ids('viewer.projecting'::text)))::uuid[])))));
grant delete, insert, maintain, select, update on child_clock to permanence_maintenance;
grant delete, insert, select, update on child_clock to permanence_app;

create table child_summary (
  authority text not null,
  record_id uuid not null,
  local_id text not null,
  version bigint not null,
  agency_visible boolean not null,
  stage text not null,
  born_on date,
  expected_on date,
  care_started_on date,
  legal_status text,
  plan text,
  bands jsonb not null,
  marks jsonb not null,
  journey jsonb not null,
  name text,
  placement_type text,
  order_on date,
  social_worker text,
  family_finder text,
  team text,
  barriers text[] not null default '{}'::text[],
  early_permanence boolean not null default false,
  dates jsonb not null default '{}'::jsonb,
  a10_from date,
  a10_until date,
  a2_from date,
  a2_until date,
  counts jsonb not null default '[]'::jsonb,
  runs_until date,
  not_recorded boolean not null default false,
  revision integer not null default 0,
  reviewing_officer text,
  wall smallint not null default 0,
  agency_dates jsonb not null default '{}'::jsonb,
  differs text[] not null default '{}'::text[],
  profile jsonb,
  constraint child_summary_pkey PRIMARY KEY (authority, record_id),
  constraint child_summary_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id)
);
CREATE INDEX child_summary_by_local_id ON public.child_summary USING btree (authority, local_id);
CREATE INDEX child_summary_differs ON public.child_summary USING btree (authority, record_id) WHERE (differs <> '{}'::text[]);
CREATE INDEX child_summary_profile_breach ON public.child_summary USING btree (authority, record_id) WHERE ((profile ->> 'breach'::text) IS NOT NULL);
alter table child_summary enable row level security;
alter table child_summary force row level security;
create policy added on child_summary for insert to permanence_app
  with check ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy changed on child_summary for update to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy maintenance on child_summary to permanence_maintenance
  using (true)
  with check (true);
create policy removed on child_summary for delete to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy seen on child_summary for select to permanence_app
  using (((authority = ANY (( SELECT viewer_array('viewer.reach'::text) AS viewer_array)::text[])) AND (((wall = 0) AND ((authority = ANY (( SELECT viewer_array('viewer.authorities'::text) AS viewer_array)::text[])) OR (agency_visible AND (authority = ANY (( SELECT viewer_array('viewer.agreements'::text) AS viewer_array)::text[]))) OR (record_id = ANY (( SELECT (viewer_ids('viewer.allocated'::text) || viewer_ids('viewer.named_on'::text)))::uuid[])))) OR (authority = ( SELECT viewer_past_walls() AS viewer_past_walls)) OR (record_id = ANY (( SELECT (viewer_ids('viewer.passed'::text) || viewer_ids('viewer.projecting'::text)))::uuid[])))));
grant delete, insert, maintain, select, update on child_summary to permanence_maintenance;
grant insert, select, update on child_summary to permanence_app;

create table comparator_group (
  authority text not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  kind text not null,
  members text[] not null,
  kept_by text not null,
  kept_at timestamp(3) with time zone not null,
  constraint comparator_group_pkey PRIMARY KEY (authority, id),
  constraint comparator_group_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint comparator_group_kind_check CHECK ((kind = ANY (ARRAY['region'::text, 'neighbours'::text, 'core-cities'::text, 'own'::text]))),
  constraint comparator_group_members_check CHECK ((cardinality(members) >= 1)),
  constraint comparator_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE UNIQUE INDEX comparator_group_named_once ON public.comparator_group USING btree (authority, lower(name));
alter table comparator_group enable row level security;
alter table comparator_group force row level security;
create policy added on comparator_group for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))) AND (kept_by = ( SELECT viewer_account() AS viewer_account))));
create policy changed on comparator_group for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))))
  with check ((kept_by = ( SELECT viewer_account() AS viewer_account)));
create policy maintenance on comparator_group to permanence_maintenance
  using (true)
  with check (true);
create policy removed on comparator_group for delete to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy seen on comparator_group for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))));
grant delete, insert, select on comparator_group to permanence_app;
grant select on comparator_group to permanence_maintenance;
grant update (name, kind, members, kept_by, kept_at) on comparator_group to permanence_app;

create table cover (
  authority text not null,
  id uuid not null default gen_random_uuid(),
  account text not null,
  covered_by text not null,
  from_on date not null,
  until_on date not null,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  constraint cover_by_one_at_a_time EXCLUDE USING gist (account WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((ended_at IS NULL)),
  constraint cover_pkey PRIMARY KEY (authority, id),
  constraint cover_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint cover_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint cover_covered_by_fkey FOREIGN KEY (covered_by) REFERENCES account(id),
  constraint cover_check CHECK ((account <> covered_by)),
  constraint cover_check1 CHECK ((from_on <= until_on))
);
CREATE INDEX cover_by ON public.cover USING btree (covered_by, until_on);
alter table cover enable row level security;
alter table cover force row level security;
create policy added on cover for insert to permanence_app
  with check (((authority = ( SELECT viewer_organisation() AS viewer_organisation)) AND (made_by = ( SELECT viewer_account() AS viewer_account)) AND (covered_by IN ( SELECT a.id
   FROM account a
  WHERE (a.organisation = cover.authority))) AND ((account = ( SELECT viewer_account() AS viewer_account)) OR ((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (account IN ( SELECT a.id
   FROM account a
  WHERE ((a.organisation = cover.authority) AND (a.role = ANY (ARRAY['social-worker'::text, 'family-finder'::text, 'business-support'::text])))))))));
create policy changed on cover for update to permanence_app
  using (((authority = ( SELECT viewer_organisation() AS viewer_organisation)) AND ((account = ( SELECT viewer_account() AS viewer_account)) OR (authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))))));
create policy maintenance on cover to permanence_maintenance
  using (true)
  with check (true);
create policy operator_seen on cover for select to permanence_app
  using ((( SELECT viewer_is('viewer.operator'::text) AS viewer_is) AND (authority = ( SELECT viewer_past_walls() AS viewer_past_walls))));
create policy seen on cover for select to permanence_app
  using ((authority = ( SELECT viewer_organisation() AS viewer_organisation)));
grant insert, select on cover to permanence_app;
grant select on cover to permanence_maintenance;
grant update (ended_at) on cover to permanence_app;

create table current_period (
  authority text not null,
  record_id uuid not null,
  track text not null,
  during daterange not null,
  entry bigint not null,
  constraint current_period_apart EXCLUDE USING gist (record_id WITH =, track WITH =, during WITH &&, authority WITH =) DEFERRABLE INITIALLY DEFERRED,
  constraint current_period_pkey PRIMARY KEY (authority, record_id, entry)
);
alter table current_period enable row level security;
alter table current_period force row level security;
create policy added on current_period for insert to permanence_app
  with check ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy changed on current_period for update to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy maintenance on current_period to permanence_maintenance
  using (true)
  with check (true);
create policy removed on current_period for delete to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy seen on current_period for select to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
grant delete, insert, select on current_period to permanence_app;
grant delete, insert, select, update on current_period to permanence_maintenance;

create table delivery (
  message uuid not null,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  next_at timestamp(3) with time zone not null,
  claimed_at timestamp(3) with time zone,
  sent_at timestamp(3) with time zone,
  fault text,
  constraint delivery_pkey PRIMARY KEY (message),
  constraint delivery_message_fkey FOREIGN KEY (message) REFERENCES message(id),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'not-sent'::text])))
);
CREATE INDEX delivery_next ON public.delivery USING btree (next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
alter table delivery enable row level security;
alter table delivery force row level security;
create policy added on delivery for insert to permanence_app
  with check (true);
create policy maintenance on delivery to permanence_maintenance
  using (true)
  with check (true);
create policy own on delivery for select to permanence_app
  using ((message IN ( SELECT message.id
   FROM message)));
grant delete, insert, select, update on delivery to permanence_maintenance;
grant insert, select on delivery to permanence_app;

create table disclosure (
  authority text not null,
  id uuid not null default gen_random_uuid(),
  record_id uuid not null,
  local_id text not null,
  wanted text not null,
  why text not null,
  asked_by text not null,
  asked_at timestamp(3) with time zone not null,
  good_until timestamp(3) with time zone not null,
  constraint disclosure_pkey PRIMARY KEY (id),
  constraint disclosure_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id),
  constraint disclosure_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id),
  constraint disclosure_wanted_check CHECK ((wanted = ANY (ARRAY['open'::text, 'undo'::text]))),
  constraint disclosure_why_check CHECK (((length(why) >= 1) AND (length(why) <= 2000)))
);
CREATE INDEX disclosure_of_record ON public.disclosure USING btree (authority, record_id);
alter table disclosure enable row level security;
alter table disclosure force row level security;
create policy added on disclosure for insert to permanence_app
  with check (((asked_by = ( SELECT viewer_account() AS viewer_account)) AND (authority IN ( SELECT viewer_list('viewer.discloses'::text) AS viewer_list))));
create policy maintenance on disclosure to permanence_maintenance
  using (true)
  with check (true);
create policy seen on disclosure for select to permanence_app
  using (((asked_by = ( SELECT viewer_account() AS viewer_account)) OR (authority IN ( SELECT viewer_list('viewer.discloses'::text) AS viewer_list
UNION ALL
 SELECT viewer_list('viewer.agrees'::text) AS viewer_list
UNION ALL
 SELECT viewer_list('viewer.reads_access_log'::text) AS viewer_list))));
grant insert, select on disclosure to permanence_app;
grant select on disclosure to permanence_maintenance;

create table disclosure_step (
  disclosure uuid not null,
  step text not null,
  by text not null,
  at timestamp(3) with time zone not null,
  agreed boolean,
  because text,
  good_until timestamp(3) with time zone,
  constraint disclosure_step_pkey PRIMARY KEY (disclosure, step),
  constraint disclosure_step_by_fkey FOREIGN KEY (by) REFERENCES account(id),
  constraint disclosure_step_disclosure_fkey FOREIGN KEY (disclosure) REFERENCES disclosure(id),
  constraint disclosure_step_because_check CHECK (((length(because) >= 1) AND (length(because) <= 2000))),
  constraint disclosure_step_check CHECK (((step = 'decided'::text) = (agreed IS NOT NULL))),
  constraint disclosure_step_check1 CHECK (((because IS NOT NULL) = COALESCE((NOT agreed), false))),
  constraint disclosure_step_check2 CHECK (((good_until IS NOT NULL) = ((step = 'opened'::text) OR COALESCE(agreed, false)))),
  constraint disclosure_step_check3 CHECK (((step <> 'opened'::text) OR (good_until <= (at + '00:30:00'::interval)))),
  constraint disclosure_step_step_check CHECK ((step = ANY (ARRAY['decided'::text, 'opened'::text, 'ended'::text])))
);
alter table disclosure_step enable row level security;
alter table disclosure_step force row level security;
create policy decided on disclosure_step for insert to permanence_app
  with check (((step = 'decided'::text) AND (by = ( SELECT viewer_account() AS viewer_account)) AND (disclosure IN ( SELECT d.id
   FROM disclosure d
  WHERE ((d.asked_by <> viewer_account()) AND (d.authority IN ( SELECT viewer_list('viewer.agrees'::text) AS viewer_list)) AND (d.good_until > viewer_now()))))));
create policy maintenance on disclosure_step to permanence_maintenance
  using (true)
  with check (true);
create policy seen on disclosure_step for select to permanence_app
  using ((disclosure IN ( SELECT d.id
   FROM disclosure d)));
create policy used on disclosure_step for insert to permanence_app
  with check (((step = ANY (ARRAY['opened'::text, 'ended'::text])) AND (by = ( SELECT viewer_account() AS viewer_account)) AND (disclosure IN ( SELECT viewer_agreed(
        CASE disclosure_step.step
            WHEN 'ended'::text THEN '-infinity'::timestamp with time zone
            ELSE viewer_now()
        END) AS viewer_agreed))));
grant insert, select on disclosure_step to permanence_app;
grant select on disclosure_step to permanence_maintenance;

create table emergency_try (
  network text not null,
  at timestamp(3) with time zone not null default now(),
  constraint emergency_try_network_check CHECK ((length(network) <= 100))
);
alter table emergency_try enable row level security;
alter table emergency_try force row level security;
create policy counted on emergency_try to permanence_app
  using (true)
  with check (true);
create policy maintenance on emergency_try to permanence_maintenance
  using (true)
  with check (true);
grant delete, insert, select on emergency_try to permanence_app;
grant select on emergency_try to permanence_maintenance;

create table entry (
  authority text not null,
  number bigint not null,
  record_id uuid not null,
  kind text,
  happened_on date,
  until date,
  certainty text,
  detail jsonb,
  source jsonb,
  recorded_at timestamp(3) with time zone,
  recorded_by text,
  supersedes bigint,
  cause text,
  reason text,
  salt bytea,
  payload_hash bytea not null,
  hash bytea not null,
  erased_at timestamp(3) with time zone,
  constraint entry_pkey PRIMARY KEY (authority, number),
  constraint entry_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id),
  constraint entry_certainty_check CHECK ((certainty = ANY (ARRAY['planned'::text, 'provisional'::text, 'actual'::text]))),
  constraint entry_hash_check CHECK ((length(hash) = 32)),
  constraint entry_number_check CHECK ((number > 0)),
  constraint entry_payload_hash_check CHECK ((length(payload_hash) = 32)),
  constraint entry_whole_or_erased CHECK (
CASE
    WHEN (erased_at IS NULL) THEN (num_nulls(kind, happened_on, certainty, detail, source, recorded_at, recorded_by, salt) = 0)
    ELSE (num_nonnulls(kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by, supersedes, cause, reason, salt) = 0)
END)
);
CREATE INDEX entry_action_of ON public.entry USING btree (((detail ->> 'who'::text))) WHERE (kind = 'action-agreed'::text);
CREATE INDEX entry_decision_ahead ON public.entry USING btree (authority, record_id) WHERE ((certainty <> 'actual'::text) AND (kind = ANY (ARRAY['early-permanence-decision'::text, 'plan-decision'::text, 'plan-decision-reversed'::text, 'match-decision'::text])));
CREATE INDEX entry_extension_requested ON public.entry USING btree (authority, record_id) WHERE (kind = 'extension-requested'::text);
CREATE INDEX entry_for_managers ON public.entry USING btree (authority, kind, recorded_at) INCLUDE (record_id) WHERE (kind = ANY (ARRAY['closure-summary'::text, 'papers-to-manager'::text, 'papers-checked'::text, 'panel-papers'::text, 'interagency-discussed'::text, 'interagency-decision'::text, 'extension-requested'::text, 'extension-signed-off'::text, 'extension'::text, 'early-permanence-decision'::text, 'plan-decision'::text, 'plan-decision-reversed'::text, 'match-decision'::text, 'proceed-decision'::text]));
CREATE INDEX entry_moved ON public.entry USING btree (authority, record_id) WHERE (cause = 'moved'::text);
CREATE INDEX entry_of_form ON public.entry USING btree (authority, record_id, number) WHERE (kind = ANY (ARRAY['milestones-form'::text, 'adoption-pack-sent'::text, 'adoption-pack-received'::text, 'adoption-not-the-route'::text, 'plan-decision-reversed'::text, 'adoption-became-plan'::text, 'adoption-order'::text]));
CREATE INDEX entry_of_meeting ON public.entry USING btree (authority, kind, record_id, number) WHERE (kind = ANY (ARRAY['action-agreed'::text, 'action-done'::text, 'action-escalated'::text, 'action-said'::text, 'meeting-outcome'::text, 'meeting-decision'::text, 'meeting-decision-answered'::text, 'tracking-meeting'::text, 'agency-meeting'::text]));
CREATE INDEX entry_of_record ON public.entry USING btree (authority, record_id, number);
CREATE UNIQUE INDEX entry_superseded_once ON public.entry USING btree (authority, supersedes) WHERE (supersedes IS NOT NULL);
CREATE INDEX entry_told ON public.entry USING btree (authority, recorded_at) INCLUDE (record_id, kind) WHERE (kind = ANY (ARRAY['decision-feedback'::text, 'challenge-raised'::text, 'challenge-answered'::text, 'challenge-escalated'::text, 'challenge-resolved'::text, 'extension-requested'::text, 'extension-signed-off'::text, 'reviewing-service-told'::text, 'allocated-worker'::text, 'family-finder'::text]));
alter table entry enable row level security;
alter table entry force row level security;
CREATE TRIGGER taken_out_of_reports AFTER UPDATE OF erased_at ON public.entry FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL))) EXECUTE FUNCTION reporting.take_out();
create policy added on entry for insert to permanence_app
  with check (((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND ((record_id = ANY (ARRAY( SELECT viewer_written_children() AS viewer_written_children))) OR (((authority, kind) IN ( SELECT viewer_agency_kinds.authority,
    viewer_agency_kinds.kind
   FROM viewer_agency_kinds() viewer_agency_kinds(authority, kind))) AND (record_id = ANY (ARRAY( SELECT viewer_agency_written() AS viewer_agency_written))))))) AND ((recorded_by = ( SELECT viewer_account() AS viewer_account)) OR ( SELECT viewer_is('viewer.operator'::text) AS viewer_is))));
create policy carried on entry for insert to permanence_app
  with check ((( SELECT viewer_is('viewer.taking'::text) AS viewer_is) AND (authority = ( SELECT viewer_moves() AS viewer_moves)) AND (record_id = ( SELECT (NULLIF(current_setting('viewer.carried_into'::text, true), ''::text))::uuid AS "nullif")) AND ((source ->> 'type'::text) = 'transfer'::text)));
create policy maintenance on entry to permanence_maintenance
  using (true)
  with check (true);
create policy seen on entry for select to permanence_app
  using (((authority = ANY (( SELECT viewer_array('viewer.reach'::text) AS viewer_array)::text[])) AND (((authority = ANY (( SELECT viewer_array('viewer.authorities'::text) AS viewer_array)::text[])) AND (NOT (record_id IN ( SELECT w.w
   FROM viewer_walled() w(w))))) OR (EXISTS ( SELECT
   FROM record r
  WHERE ((r.authority = entry.authority) AND (r.id = entry.record_id)))))));
grant insert, select on entry to permanence_app;
grant maintain, select on entry to permanence_maintenance;
grant update (kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by, supersedes, cause, reason, salt, erased_at) on entry to permanence_maintenance;

create table family_identity (
  authority text not null,
  record_id uuid not null,
  revision integer not null,
  key_id text not null,
  nonce bytea not null,
  closed bytea not null,
  constraint family_identity_pkey PRIMARY KEY (authority, record_id),
  constraint family_identity_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id),
  constraint family_identity_nonce_check CHECK ((length(nonce) = 12)),
  constraint family_identity_revision_check CHECK ((revision > 0))
);
alter table family_identity enable row level security;
alter table family_identity force row level security;
create policy known on family_identity to permanence_app
  using ((((record_id)::text IN ( SELECT viewer_list('viewer.knows_adopters'::text) AS viewer_list)) AND (record_id IN ( SELECT r.id
   FROM record r
  WHERE (r.authority = family_identity.authority)))))
  with check ((((record_id)::text IN ( SELECT viewer_list('viewer.knows_adopters'::text) AS viewer_list)) AND (record_id IN ( SELECT r.id
   FROM record r
  WHERE (r.authority = family_identity.authority)))));
create policy maintenance on family_identity to permanence_maintenance
  using (true)
  with check (true);
create policy of_agency on family_identity as restrictive to permanence_app
  using (((( SELECT NULLIF(current_setting('viewer.agency'::text, true), ''::text) AS "nullif") IS NULL) OR (record_id IN ( SELECT viewer_agency_knows() AS viewer_agency_knows))))
  with check (((( SELECT NULLIF(current_setting('viewer.agency'::text, true), ''::text) AS "nullif") IS NULL) OR (record_id IN ( SELECT viewer_agency_knows() AS viewer_agency_knows))));
grant delete, insert, select, update on family_identity to permanence_app;
grant select, update on family_identity to permanence_maintenance;

create table finding_term (
  authority text not null,
  record_id uuid not null,
  type text not null,
  text text not null,
  plain text not null,
  agency_visible boolean not null,
  wall smallint not null default 0,
  constraint finding_term_pkey PRIMARY KEY (authority, record_id, type, plain) INCLUDE (text, agency_visible, wall),
  constraint finding_term_type_check CHECK ((type = ANY (ARRAY['local-id'::text, 'name'::text, 'carer'::text, 'family'::text])))
);
alter table finding_term enable row level security;
alter table finding_term force row level security;
create policy added on finding_term for insert to permanence_app
  with check ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy changed on finding_term for update to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy families_of_agency on finding_term as restrictive for select to permanence_app
  using (((type <> 'family'::text) OR (( SELECT NULLIF(current_setting('viewer.agency'::text, true), ''::text) AS "nullif") IS NULL) OR (record_id IN ( SELECT viewer_agency_knows() AS viewer_agency_knows)) OR (record_id IN ( SELECT viewer_projecting() AS viewer_projecting))));
create policy maintenance on finding_term to permanence_maintenance
  using (true)
  with check (true);
create policy removed on finding_term for delete to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy seen on finding_term for select to permanence_app
  using (((authority = ANY (( SELECT viewer_array('viewer.reach'::text) AS viewer_array)::text[])) AND (((wall = 0) AND ((authority = ANY (( SELECT viewer_array('viewer.authorities'::text) AS viewer_array)::text[])) OR (agency_visible AND (authority = ANY (( SELECT viewer_array('viewer.agreements'::text) AS viewer_array)::text[]))) OR (record_id = ANY (( SELECT (viewer_ids('viewer.allocated'::text) || viewer_ids('viewer.named_on'::text)))::uuid[])))) OR (authority = ( SELECT viewer_past_walls() AS viewer_past_walls)) OR (record_id = ANY (( SELECT (viewer_ids('viewer.passed'::text) || viewer_ids('viewer.projecting'::text)))::uuid[])))));
create policy shared_names on finding_term as restrictive for select to permanence_app
  using (((type <> 'name'::text) OR (authority <> ALL (ARRAY( SELECT viewer_not_shared('names'::text) AS viewer_not_shared))) OR (record_id IN ( SELECT viewer_projecting() AS viewer_projecting))));
grant delete, insert, maintain, select, update on finding_term to permanence_maintenance;
grant delete, insert, select on finding_term to permanence_app;
grant update (agency_visible, wall) on finding_term to permanence_app;

create table forecast_assessment (
  authority text not null,
  reference text not null,
  said_by text not null,
  said_at timestamp(3) with time zone not null,
  constraint forecast_assessment_pkey PRIMARY KEY (authority),
  constraint forecast_assessment_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint forecast_assessment_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 200)))
);
alter table forecast_assessment enable row level security;
alter table forecast_assessment force row level security;
create policy changed on forecast_assessment for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))))
  with check ((said_by = ( SELECT viewer_account() AS viewer_account)));
create policy maintenance on forecast_assessment to permanence_maintenance
  using (true)
  with check (true);
create policy said on forecast_assessment for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))) AND (said_by = ( SELECT viewer_account() AS viewer_account))));
create policy seen on forecast_assessment for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))));
grant insert, select, update on forecast_assessment to permanence_app;
grant select on forecast_assessment to permanence_maintenance;

create table form_draft (
  authority text not null,
  record_id uuid not null,
  account text not null,
  form text not null,
  answers jsonb not null,
  based_on bigint not null,
  changed_at timestamp(3) with time zone not null default now(),
  constraint form_draft_pkey PRIMARY KEY (authority, record_id, account, form),
  constraint form_draft_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint form_draft_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id)
);
alter table form_draft enable row level security;
alter table form_draft force row level security;
create policy maintenance on form_draft to permanence_maintenance
  using (true)
  with check (true);
create policy own on form_draft to permanence_app
  using (((account = ( SELECT viewer_account() AS viewer_account)) AND (record_id IN ( SELECT record.id
   FROM record
  WHERE (record.authority = form_draft.authority)))))
  with check (((account = ( SELECT viewer_account() AS viewer_account)) AND (record_id IN ( SELECT record.id
   FROM record
  WHERE (record.authority = form_draft.authority)))));
grant delete, insert, select, update on form_draft to permanence_app;
grant delete, select on form_draft to permanence_maintenance;

create table heads_published (
  published_on date not null,
  at timestamp(3) with time zone not null,
  heads integer not null,
  constraint heads_published_pkey PRIMARY KEY (published_on)
);
alter table heads_published enable row level security;
alter table heads_published force row level security;
create policy maintenance on heads_published to permanence_maintenance
  using (true)
  with check (true);
create policy seen on heads_published for select to permanence_app
  using ((( SELECT NULLIF(current_setting('viewer.verifies'::text, true), ''::text) AS "nullif") IS NOT NULL));
grant insert, select on heads_published to permanence_maintenance;
grant select on heads_published to permanence_app;

create table identity (
  account text not null,
  sign_in_name text not null,
  issuer text,
  subject text,
  constraint identity_issuer_subject_key UNIQUE (issuer, subject),
  constraint identity_sign_in_name_key UNIQUE (sign_in_name),
  constraint identity_pkey PRIMARY KEY (account),
  constraint identity_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint identity_check CHECK (((issuer IS NULL) = (subject IS NULL))),
  constraint identity_sign_in_name_check CHECK (((sign_in_name = lower(sign_in_name)) AND ((length(sign_in_name) >= 1) AND (length(sign_in_name) <= 200))))
);
alter table identity enable row level security;
alter table identity force row level security;
create policy administered on identity to permanence_app
  using ((account IN ( SELECT account.id
   FROM account
  WHERE (account.organisation = ( SELECT viewer_administers() AS viewer_administers)))))
  with check ((account IN ( SELECT account.id
   FROM account
  WHERE (account.organisation = ( SELECT viewer_administers() AS viewer_administers)))));
create policy maintenance on identity to permanence_maintenance
  using (true)
  with check (true);
create policy operated on identity to permanence_app
  using (( SELECT viewer_is('viewer.operator'::text) AS viewer_is))
  with check (( SELECT viewer_is('viewer.operator'::text) AS viewer_is));
create policy seen on identity for select to permanence_app
  using (((sign_in_name = ( SELECT NULLIF(current_setting('viewer.sign_in_name'::text, true), ''::text) AS "nullif")) OR ((issuer = ( SELECT NULLIF(current_setting('viewer.issuer'::text, true), ''::text) AS "nullif")) AND (subject = ( SELECT NULLIF(current_setting('viewer.subject'::text, true), ''::text) AS "nullif")))));
grant insert, select on identity to permanence_app;
grant select on identity to permanence_maintenance;
grant update (sign_in_name, issuer, subject) on identity to permanence_app;

create table import_file (
  authority text not null,
  run_id uuid not null,
  "position" integer not null,
  name text not null,
  size bigint not null,
  sha256 bytea not null,
  bytes bytea,
  constraint import_file_pkey PRIMARY KEY (authority, run_id, "position"),
  constraint import_file_authority_run_id_fkey FOREIGN KEY (authority, run_id) REFERENCES import_run(authority, id)
);
alter table import_file enable row level security;
alter table import_file force row level security;
create policy added on import_file for insert to permanence_app
  with check ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy changed on import_file for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy maintenance on import_file to permanence_maintenance
  using (true)
  with check (true);
create policy seen on import_file for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
grant insert, select on import_file to permanence_app;
grant select on import_file to permanence_maintenance;
grant update (bytes) on import_file to permanence_app;

create table import_run (
  authority text not null,
  id uuid not null,
  state text not null,
  started_at timestamp(3) with time zone not null default now(),
  started_by text not null,
  progress real not null default 0,
  preview jsonb,
  failure text,
  changed_at timestamp(3) with time zone not null default now(),
  type text not null default 'ssda903'::text,
  answers jsonb,
  constraint import_run_pkey PRIMARY KEY (authority, id),
  constraint import_run_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint import_run_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision))),
  constraint import_run_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'ready'::text, 'writing'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint import_run_type_check CHECK ((type = ANY (ARRAY['ssda903'::text, 'sheet'::text])))
);
CREATE INDEX import_run_by_id ON public.import_run USING btree (id);
alter table import_run enable row level security;
alter table import_run force row level security;
create policy added on import_run for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))) AND (started_by = ( SELECT viewer_account() AS viewer_account))));
create policy changed on import_run for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy maintenance on import_run to permanence_maintenance
  using (true)
  with check (true);
create policy seen on import_run for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
grant insert, select on import_run to permanence_app;
grant select on import_run to permanence_maintenance;
grant update (preview, answers) on import_run to permanence_maintenance;
grant update (state, progress, preview, failure, changed_at, answers) on import_run to permanence_app;

create table inquiry (
  organisation text not null,
  id uuid not null default gen_random_uuid(),
  about text not null,
  from_on date not null,
  until_on date not null,
  why text not null,
  asked_by text not null,
  asked_at timestamp(3) with time zone not null,
  constraint inquiry_pkey PRIMARY KEY (organisation, id),
  constraint inquiry_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id),
  constraint inquiry_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  constraint inquiry_check CHECK ((until_on >= from_on)),
  constraint inquiry_why_check CHECK (((length(why) >= 1) AND (length(why) <= 2000)))
);
alter table inquiry enable row level security;
alter table inquiry force row level security;
create policy added on inquiry for insert to permanence_app
  with check (((organisation = ( SELECT NULLIF(current_setting('viewer.reads_access_log'::text, true), ''::text) AS "nullif")) AND (asked_by = ( SELECT viewer_account() AS viewer_account))));
create policy maintenance on inquiry to permanence_maintenance
  using (true)
  with check (true);
create policy seen on inquiry for select to permanence_app
  using ((organisation = ( SELECT NULLIF(current_setting('viewer.reads_access_log'::text, true), ''::text) AS "nullif")));
grant insert, select on inquiry to permanence_app;
grant select on inquiry to permanence_maintenance;

create table kept_form (
  account text not null,
  id uuid not null default gen_random_uuid(),
  path text not null,
  fields jsonb not null,
  kept_at timestamp(3) with time zone not null default now(),
  constraint kept_form_pkey PRIMARY KEY (account, id),
  constraint kept_form_account_fkey FOREIGN KEY (account) REFERENCES account(id)
);
alter table kept_form enable row level security;
alter table kept_form force row level security;
create policy maintenance on kept_form to permanence_maintenance
  using (true)
  with check (true);
create policy own on kept_form to permanence_app
  using ((account = ( SELECT viewer_account() AS viewer_account)))
  with check ((account = ( SELECT viewer_account() AS viewer_account)));
grant delete, insert, select on kept_form to permanence_app;
grant delete, select on kept_form to permanence_maintenance;

create table kept_threshold (
  authority text not null,
  id uuid not null default gen_random_uuid(),
  indicator text not null,
  source text not null,
  from_year integer not null,
  until_year integer,
  days integer not null,
  note text not null,
  kept_by text not null,
  kept_at timestamp(3) with time zone not null,
  constraint kept_threshold_one_at_a_time EXCLUDE USING gist (authority WITH =, indicator WITH =, lower(source) WITH =, int4range(from_year, until_year, '[]'::text) WITH &&),
  constraint kept_threshold_pkey PRIMARY KEY (authority, id),
  constraint kept_threshold_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint kept_threshold_check CHECK (((until_year >= from_year) AND (until_year <= 2100))),
  constraint kept_threshold_days_check CHECK (((days >= 1) AND (days <= 5000))),
  constraint kept_threshold_from_year_check CHECK (((from_year >= 1990) AND (from_year <= 2100))),
  constraint kept_threshold_indicator_check CHECK ((indicator = ANY (ARRAY['A1'::text, 'A2'::text]))),
  constraint kept_threshold_note_check CHECK ((length(note) <= 500)),
  constraint kept_threshold_source_check CHECK (((length(source) >= 1) AND (length(source) <= 120)))
);
alter table kept_threshold enable row level security;
alter table kept_threshold force row level security;
create policy added on kept_threshold for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))) AND (kept_by = ( SELECT viewer_account() AS viewer_account))));
create policy changed on kept_threshold for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))))
  with check ((kept_by = ( SELECT viewer_account() AS viewer_account)));
create policy maintenance on kept_threshold to permanence_maintenance
  using (true)
  with check (true);
create policy removed on kept_threshold for delete to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy seen on kept_threshold for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))));
grant delete, insert, select on kept_threshold to permanence_app;
grant select on kept_threshold to permanence_maintenance;
grant update (indicator, source, from_year, until_year, days, note, kept_by, kept_at) on kept_threshold to permanence_app;

create table meeting (
  organisation text not null,
  id uuid not null default gen_random_uuid(),
  series uuid not null,
  held_on date not null,
  state text not null default 'planned'::text,
  detail jsonb not null default '{}'::jsonb,
  revision integer not null default 1,
  agenda_built_at timestamp(3) with time zone,
  agenda_sent_at timestamp(3) with time zone,
  agenda_sent_by text,
  opened_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  confirmed_at timestamp(3) with time zone,
  confirmed_by text,
  confirmed_in uuid,
  pen text,
  current_item uuid,
  current_since timestamp(3) with time zone,
  pen_offered text,
  spent jsonb not null default '{}'::jsonb,
  constraint meeting_pkey PRIMARY KEY (organisation, id),
  constraint meeting_organisation_series_fkey FOREIGN KEY (organisation, series) REFERENCES meeting_series(organisation, id),
  constraint meeting_revision_check CHECK ((revision > 0)),
  constraint meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'agenda-sent'::text, 'open'::text, 'held'::text, 'confirmed'::text, 'cancelled'::text])))
);
CREATE INDEX meeting_by_id ON public.meeting USING btree (id);
CREATE UNIQUE INDEX meeting_on ON public.meeting USING btree (organisation, series, held_on) WHERE (state <> 'cancelled'::text);
alter table meeting enable row level security;
alter table meeting force row level security;
CREATE TRIGGER told AFTER UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION tell_meeting('meeting');
create policy held on meeting to permanence_app
  using ((organisation = ( SELECT viewer_holds() AS viewer_holds)))
  with check ((organisation = ( SELECT viewer_holds() AS viewer_holds)));
create policy maintenance on meeting to permanence_maintenance
  using (true)
  with check (true);
create policy seen on meeting for select to permanence_app
  using (((organisation = ( SELECT viewer_meets() AS viewer_meets)) OR (series IN ( SELECT viewer_series() AS viewer_series))));
create policy stays_confirmed on meeting as restrictive for update to permanence_app
  using ((state <> 'confirmed'::text))
  with check (true);
grant delete, insert, select, update on meeting to permanence_maintenance;
grant insert, select, update on meeting to permanence_app;

create table meeting_comment (
  organisation text not null,
  meeting uuid not null,
  item uuid not null,
  id uuid not null default gen_random_uuid(),
  text text not null,
  said_by text not null,
  said_at timestamp(3) with time zone not null,
  constraint meeting_comment_pkey PRIMARY KEY (id),
  constraint meeting_comment_item_fkey FOREIGN KEY (item) REFERENCES agenda_item(id),
  constraint meeting_comment_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX meeting_comment_of ON public.meeting_comment USING btree (organisation, meeting, item);
alter table meeting_comment enable row level security;
alter table meeting_comment force row level security;
CREATE TRIGGER told AFTER INSERT ON public.meeting_comment FOR EACH ROW EXECUTE FUNCTION tell_meeting('comment');
create policy added on meeting_comment for insert to permanence_app
  with check (((said_by = ( SELECT viewer_account() AS viewer_account)) AND (EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_comment.item)))));
create policy maintenance on meeting_comment to permanence_maintenance
  using (true)
  with check (true);
create policy seen on meeting_comment for select to permanence_app
  using ((EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_comment.item))));
grant delete, insert, select, update on meeting_comment to permanence_maintenance;
grant insert, select, update on meeting_comment to permanence_app;

create table meeting_here (
  organisation text not null,
  meeting uuid not null,
  account text not null,
  seen_at timestamp(3) with time zone not null,
  constraint meeting_here_pkey PRIMARY KEY (organisation, meeting, account),
  constraint meeting_here_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint meeting_here_organisation_meeting_fkey FOREIGN KEY (organisation, meeting) REFERENCES meeting(organisation, id)
);
alter table meeting_here enable row level security;
alter table meeting_here force row level security;
CREATE TRIGGER told_back AFTER UPDATE ON public.meeting_here FOR EACH ROW WHEN ((new.seen_at > (old.seen_at + '00:00:45'::interval))) EXECUTE FUNCTION tell_meeting('here');
CREATE TRIGGER told_came AFTER INSERT ON public.meeting_here FOR EACH ROW EXECUTE FUNCTION tell_meeting('here');
create policy came on meeting_here for insert to permanence_app
  with check (((account = ( SELECT viewer_account() AS viewer_account)) AND (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.organisation = meeting_here.organisation) AND (m.id = meeting_here.meeting))))));
create policy maintenance on meeting_here to permanence_maintenance
  using (true)
  with check (true);
create policy seen on meeting_here for select to permanence_app
  using ((EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.organisation = meeting_here.organisation) AND (m.id = meeting_here.meeting)))));
create policy stays on meeting_here for update to permanence_app
  using ((account = ( SELECT viewer_account() AS viewer_account)))
  with check ((account = ( SELECT viewer_account() AS viewer_account)));
grant delete, insert, select, update on meeting_here to permanence_maintenance;
grant insert, select, update on meeting_here to permanence_app;

create table meeting_member (
  organisation text not null,
  series uuid not null,
  account text not null,
  constraint meeting_member_pkey PRIMARY KEY (organisation, series, account),
  constraint meeting_member_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint meeting_member_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  constraint meeting_member_organisation_series_fkey FOREIGN KEY (organisation, series) REFERENCES meeting_series(organisation, id)
);
CREATE INDEX meeting_member_of ON public.meeting_member USING btree (account, series);
alter table meeting_member enable row level security;
alter table meeting_member force row level security;
create policy held on meeting_member to permanence_app
  using ((organisation = ( SELECT viewer_holds() AS viewer_holds)))
  with check ((organisation = ( SELECT viewer_holds() AS viewer_holds)));
create policy maintenance on meeting_member to permanence_maintenance
  using (true)
  with check (true);
create policy seen on meeting_member for select to permanence_app
  using (((organisation = ( SELECT viewer_meets() AS viewer_meets)) OR (account = ( SELECT viewer_account() AS viewer_account))));
grant delete, insert, select, update on meeting_member to permanence_app;
grant delete, insert, select, update on meeting_member to permanence_maintenance;

create table meeting_series (
  organisation text not null,
  id uuid not null default gen_random_uuid(),
  definition jsonb not null,
  revision integer not null default 1,
  ended_on date,
  changed_at timestamp(3) with time zone not null,
  changed_by text not null,
  constraint meeting_series_pkey PRIMARY KEY (organisation, id),
  constraint meeting_series_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  constraint meeting_series_revision_check CHECK ((revision > 0))
);
alter table meeting_series enable row level security;
alter table meeting_series force row level security;
create policy held on meeting_series to permanence_app
  using ((organisation = ( SELECT viewer_holds() AS viewer_holds)))
  with check ((organisation = ( SELECT viewer_holds() AS viewer_holds)));
create policy maintenance on meeting_series to permanence_maintenance
  using (true)
  with check (true);
create policy seen on meeting_series for select to permanence_app
  using (((organisation = ( SELECT viewer_meets() AS viewer_meets)) OR (id IN ( SELECT viewer_series() AS viewer_series))));
grant delete, insert, select, update on meeting_series to permanence_maintenance;
grant insert, select, update on meeting_series to permanence_app;

create table meeting_series_was (
  organisation text not null,
  series uuid not null,
  revision integer not null,
  definition jsonb not null,
  changed_at timestamp(3) with time zone not null,
  changed_by text not null,
  constraint meeting_series_was_pkey PRIMARY KEY (organisation, series, revision),
  constraint meeting_series_was_organisation_series_fkey FOREIGN KEY (organisation, series) REFERENCES meeting_series(organisation, id)
);
alter table meeting_series_was enable row level security;
alter table meeting_series_was force row level security;
create policy held on meeting_series_was for insert to permanence_app
  with check ((organisation = ( SELECT viewer_holds() AS viewer_holds)));
create policy maintenance on meeting_series_was to permanence_maintenance
  using (true)
  with check (true);
create policy seen on meeting_series_was for select to permanence_app
  using ((organisation = ( SELECT viewer_meets() AS viewer_meets)));
grant delete, insert, select, update on meeting_series_was to permanence_maintenance;
grant insert, select, update on meeting_series_was to permanence_app;

create table meeting_text (
  organisation text not null,
  meeting uuid not null,
  item uuid not null,
  box text not null,
  text text not null,
  revision integer not null,
  saved_by text not null,
  saved_at timestamp(3) with time zone not null,
  typed_in text,
  nth integer,
  constraint meeting_text_pkey PRIMARY KEY (organisation, meeting, item, box),
  constraint meeting_text_item_fkey FOREIGN KEY (item) REFERENCES agenda_item(id),
  constraint meeting_text_box_check CHECK (((length(box) >= 1) AND (length(box) <= 120))),
  constraint meeting_text_revision_check CHECK ((revision > 0)),
  constraint meeting_text_text_check CHECK ((length(text) <= 20000))
);
alter table meeting_text enable row level security;
alter table meeting_text force row level security;
CREATE TRIGGER told AFTER INSERT OR UPDATE ON public.meeting_text FOR EACH ROW EXECUTE FUNCTION tell_meeting('text');
create policy added on meeting_text for insert to permanence_app
  with check (((organisation = ( SELECT viewer_holds() AS viewer_holds)) AND (saved_by = ( SELECT viewer_account() AS viewer_account)) AND (EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_text.item)))));
create policy changed on meeting_text for update to permanence_app
  using ((organisation = ( SELECT viewer_holds() AS viewer_holds)))
  with check ((saved_by = ( SELECT viewer_account() AS viewer_account)));
create policy maintenance on meeting_text to permanence_maintenance
  using (true)
  with check (true);
create policy seen on meeting_text for select to permanence_app
  using ((EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_text.item))));
create policy still_unlocked on meeting_text as restrictive for update to permanence_app
  using ((EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.organisation = meeting_text.organisation) AND (m.id = meeting_text.meeting) AND (m.state <> 'confirmed'::text)))));
create policy unlocked on meeting_text as restrictive for insert to permanence_app
  with check ((EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.organisation = meeting_text.organisation) AND (m.id = meeting_text.meeting) AND (m.state <> 'confirmed'::text)))));
grant delete, insert, select, update on meeting_text to permanence_maintenance;
grant insert, select, update on meeting_text to permanence_app;

create table meeting_text_beside (
  organisation text not null,
  meeting uuid not null,
  item uuid not null,
  id uuid not null default gen_random_uuid(),
  box text not null,
  text text not null,
  because text not null,
  typed_by text not null,
  typed_at timestamp(3) with time zone not null,
  settled_by text,
  settled_at timestamp(3) with time zone,
  settled_as text,
  why text,
  typed_in text,
  nth integer,
  constraint meeting_text_beside_pkey PRIMARY KEY (id),
  constraint meeting_text_beside_item_fkey FOREIGN KEY (item) REFERENCES agenda_item(id),
  constraint meeting_text_beside_because_check CHECK ((because = ANY (ARRAY['same-time'::text, 'without-pen'::text, 'correction'::text]))),
  constraint meeting_text_beside_settled_as_check CHECK ((settled_as = ANY (ARRAY['taken'::text, 'joined'::text, 'left'::text]))),
  constraint meeting_text_beside_text_check CHECK ((length(text) <= 20000)),
  constraint meeting_text_beside_why_check CHECK (((length(why) >= 1) AND (length(why) <= 2000)))
);
CREATE INDEX meeting_text_beside_of ON public.meeting_text_beside USING btree (organisation, meeting, item);
CREATE UNIQUE INDEX meeting_text_beside_typed ON public.meeting_text_beside USING btree (item, box, typed_in) WHERE ((typed_in IS NOT NULL) AND (settled_at IS NULL));
alter table meeting_text_beside enable row level security;
alter table meeting_text_beside force row level security;
CREATE TRIGGER told AFTER INSERT OR UPDATE ON public.meeting_text_beside FOR EACH ROW EXECUTE FUNCTION tell_meeting('beside');
create policy added on meeting_text_beside for insert to permanence_app
  with check (((typed_by = ( SELECT viewer_account() AS viewer_account)) AND (settled_as IS NULL) AND (EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_text_beside.item)))));
create policy corrected on meeting_text_beside for insert to permanence_app
  with check (((organisation = ( SELECT viewer_holds() AS viewer_holds)) AND (typed_by = ( SELECT viewer_account() AS viewer_account)) AND (settled_by = typed_by) AND (because = 'correction'::text) AND (settled_as = 'taken'::text) AND (EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_text_beside.item)))));
create policy maintenance on meeting_text_beside to permanence_maintenance
  using (true)
  with check (true);
create policy replaced on meeting_text_beside for insert to permanence_app
  with check (((organisation = ( SELECT viewer_holds() AS viewer_holds)) AND (settled_by = ( SELECT viewer_account() AS viewer_account)) AND (settled_as = 'left'::text) AND (EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_text_beside.item)))));
create policy seen on meeting_text_beside for select to permanence_app
  using ((EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_text_beside.item))));
create policy settled on meeting_text_beside for update to permanence_app
  using ((organisation = ( SELECT viewer_holds() AS viewer_holds)))
  with check ((settled_by = ( SELECT viewer_account() AS viewer_account)));
create policy typed_on on meeting_text_beside for update to permanence_app
  using (((typed_by = ( SELECT viewer_account() AS viewer_account)) AND (settled_at IS NULL)))
  with check (((typed_by = ( SELECT viewer_account() AS viewer_account)) AND (settled_at IS NULL)));
grant delete, insert, select, update on meeting_text_beside to permanence_maintenance;
grant insert, select, update on meeting_text_beside to permanence_app;

create table meeting_update (
  organisation text not null,
  meeting uuid not null,
  item uuid not null,
  asked text not null,
  asked_at timestamp(3) with time zone not null,
  answers jsonb not null default '{}'::jsonb,
  revision integer not null default 0,
  saved_at timestamp(3) with time zone,
  answered_at timestamp(3) with time zone,
  answered_by text,
  papers jsonb not null default '{}'::jsonb,
  reminded_at timestamp(3) with time zone[] not null default '{}'::timestamp with time zone[],
  constraint meeting_update_pkey PRIMARY KEY (organisation, meeting, item),
  constraint meeting_update_asked_fkey FOREIGN KEY (asked) REFERENCES account(id),
  constraint meeting_update_item_fkey FOREIGN KEY (item) REFERENCES agenda_item(id)
);
CREATE INDEX meeting_update_asked ON public.meeting_update USING btree (asked) WHERE (answered_at IS NULL);
alter table meeting_update enable row level security;
alter table meeting_update force row level security;
CREATE TRIGGER told AFTER INSERT OR UPDATE ON public.meeting_update FOR EACH ROW EXECUTE FUNCTION tell_meeting('update');
create policy added on meeting_update for insert to permanence_app
  with check (((organisation = ( SELECT viewer_holds() AS viewer_holds)) AND (EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_update.item)))));
create policy changed on meeting_update for update to permanence_app
  using ((EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_update.item))));
create policy maintenance on meeting_update to permanence_maintenance
  using (true)
  with check (true);
create policy seen on meeting_update for select to permanence_app
  using ((EXISTS ( SELECT
   FROM agenda_item i
  WHERE (i.id = meeting_update.item))));
grant delete, insert, select, update on meeting_update to permanence_maintenance;
grant insert, select, update on meeting_update to permanence_app;

create table message (
  id uuid not null default gen_random_uuid(),
  account text not null,
  template text not null,
  detail jsonb not null default '{}'::jsonb,
  path text not null,
  key text,
  calendar text,
  at timestamp(3) with time zone not null,
  read_at timestamp(3) with time zone,
  constraint message_account_key_key UNIQUE (account, key),
  constraint message_pkey PRIMARY KEY (id),
  constraint message_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint message_path_check CHECK ((path ~~ '/%'::text))
);
CREATE INDEX message_of ON public.message USING btree (account, at DESC);
CREATE INDEX message_unread ON public.message USING btree (account) WHERE (read_at IS NULL);
alter table message enable row level security;
alter table message force row level security;
CREATE TRIGGER queued AFTER INSERT ON public.message FOR EACH ROW EXECUTE FUNCTION queue_message();
create policy added on message for insert to permanence_app
  with check ((account IN ( SELECT account.id
   FROM account)));
create policy maintenance on message to permanence_maintenance
  using (true)
  with check (true);
create policy own on message for select to permanence_app
  using ((account = ( SELECT viewer_account() AS viewer_account)));
create policy read on message for update to permanence_app
  using ((account = ( SELECT viewer_account() AS viewer_account)));
grant delete, insert, select, update on message to permanence_maintenance;
grant insert, select on message to permanence_app;
grant update (read_at) on message to permanence_app;

create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  rebuild_due boolean not null default false,
  constraint migration_pkey PRIMARY KEY (name)
);
grant select on migration to permanence_app;
grant select on migration to permanence_maintenance;

create table named_access (
  authority text not null,
  record_id uuid not null,
  account text not null,
  from_on date not null,
  until_on date,
  entry bigint not null,
  constraint named_access_pkey PRIMARY KEY (authority, record_id, entry)
);
CREATE INDEX named_access_of_account ON public.named_access USING btree (account);
alter table named_access enable row level security;
alter table named_access force row level security;
create policy added on named_access for insert to permanence_app
  with check ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy changed on named_access for update to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy maintenance on named_access to permanence_maintenance
  using (true)
  with check (true);
create policy removed on named_access for delete to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy seen on named_access for select to permanence_app
  using (((( SELECT viewer_is('viewer.named'::text) AS viewer_is) AND (account = ( SELECT viewer_account() AS viewer_account)) AND (from_on <= ( SELECT viewer_today() AS viewer_today)) AND ((until_on IS NULL) OR (until_on > ( SELECT viewer_today() AS viewer_today)))) OR (authority = ( SELECT viewer_past_walls() AS viewer_past_walls)) OR (record_id IN ( SELECT viewer_projecting() AS viewer_projecting))));
grant delete, insert, select, update on named_access to permanence_app;
grant delete, insert, select, update on named_access to permanence_maintenance;

create table organisation (
  code text not null,
  name text not null,
  type text not null,
  constraint organisation_pkey PRIMARY KEY (code),
  constraint organisation_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'::text)),
  constraint organisation_name_check CHECK ((name <> ''::text)),
  constraint organisation_type_check CHECK ((type = ANY (ARRAY['local-authority'::text, 'regional-agency'::text, 'voluntary-agency'::text])))
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy added on organisation for insert to permanence_app
  with check (( SELECT viewer_is('viewer.operator'::text) AS viewer_is));
create policy added_by_administrator on organisation for insert to permanence_app
  with check ((code = ( SELECT viewer_administers() AS viewer_administers)));
create policy changed on organisation for update to permanence_app
  using (( SELECT viewer_is('viewer.operator'::text) AS viewer_is));
create policy changed_by_administrator on organisation for update to permanence_app
  using ((code = ( SELECT viewer_administers() AS viewer_administers)));
create policy maintenance on organisation to permanence_maintenance
  using (true)
  with check (true);
create policy seen on organisation for select to permanence_app
  using (true);
grant insert, select on organisation to permanence_app;
grant select on organisation to permanence_maintenance;
grant update (name, type) on organisation to permanence_app;

create table plan_change (
  authority text not null,
  number integer not null,
  item uuid not null,
  what text not null,
  given jsonb not null,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  constraint plan_change_pkey PRIMARY KEY (authority, number),
  constraint plan_change_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint plan_change_number_check CHECK ((number > 0)),
  constraint plan_change_what_check CHECK ((what = ANY (ARRAY['objective'::text, 'action'::text, 'progress'::text, 'evidence'::text, 'taken-out'::text, 'put-back'::text])))
);
CREATE INDEX plan_change_of ON public.plan_change USING btree (authority, item, number);
alter table plan_change enable row level security;
alter table plan_change force row level security;
create policy kept on plan_change for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.plans'::text) AS viewer_list))) AND (made_by = ( SELECT viewer_account() AS viewer_account))));
create policy maintenance on plan_change to permanence_maintenance
  using (true)
  with check (true);
create policy said on plan_change for insert to permanence_app
  with check (((what = ANY (ARRAY['progress'::text, 'evidence'::text])) AND (authority = ( SELECT viewer_meets() AS viewer_meets)) AND (made_by = ( SELECT viewer_account() AS viewer_account)) AND viewer_owns_action(authority, item)));
create policy seen on plan_change for select to permanence_app
  using ((authority = ( SELECT viewer_meets() AS viewer_meets)));
grant insert, select on plan_change to permanence_app;
grant select on plan_change to permanence_maintenance;

create table preference (
  account text not null,
  shows_names boolean not null default false,
  work_seen_at timestamp(3) with time zone,
  constraint preference_pkey PRIMARY KEY (account),
  constraint preference_account_fkey FOREIGN KEY (account) REFERENCES account(id)
);
alter table preference enable row level security;
alter table preference force row level security;
create policy maintenance on preference to permanence_maintenance
  using (true)
  with check (true);
create policy own on preference to permanence_app
  using ((account = ( SELECT viewer_account() AS viewer_account)))
  with check ((account = ( SELECT viewer_account() AS viewer_account)));
grant insert, select, update on preference to permanence_app;
grant select on preference to permanence_maintenance;

create table proof_run (
  authority text not null,
  id uuid not null,
  started_by text not null,
  started_at timestamp(3) with time zone not null default now(),
  seen_at timestamp(3) with time zone not null default now(),
  done bigint not null default 0,
  total bigint not null default 0,
  heads jsonb not null default '[]'::jsonb,
  result jsonb,
  failure text,
  finished_at timestamp(3) with time zone,
  constraint proof_run_pkey PRIMARY KEY (authority, id),
  constraint proof_run_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code)
);
CREATE UNIQUE INDEX proof_run_one_at_a_time ON public.proof_run USING btree (authority) WHERE (finished_at IS NULL);
alter table proof_run enable row level security;
alter table proof_run force row level security;
create policy added on proof_run for insert to permanence_app
  with check (((authority = ( SELECT NULLIF(current_setting('viewer.verifies'::text, true), ''::text) AS "nullif")) AND (started_by = ( SELECT viewer_account() AS viewer_account)) AND (result IS NULL) AND (failure IS NULL) AND (finished_at IS NULL)));
create policy maintenance on proof_run to permanence_maintenance
  using (true)
  with check (true);
create policy seen on proof_run for select to permanence_app
  using ((authority = ( SELECT NULLIF(current_setting('viewer.verifies'::text, true), ''::text) AS "nullif")));
grant insert (authority, id, started_by, heads) on proof_run to permanence_app;
grant select on proof_run to permanence_app;
grant select on proof_run to permanence_maintenance;
grant update (seen_at, done, total, result, failure, finished_at) on proof_run to permanence_maintenance;

create table protected_mark (
  authority text not null,
  owner bytea not null,
  scope bytea not null,
  mark bytea not null,
  constraint protected_mark_pkey PRIMARY KEY (authority, scope, mark, owner),
  constraint protected_mark_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint protected_mark_mark_check CHECK ((length(mark) = 32)),
  constraint protected_mark_owner_check CHECK ((length(owner) = 32)),
  constraint protected_mark_scope_check CHECK ((length(scope) = 32))
);
CREATE INDEX protected_mark_of_owner ON public.protected_mark USING btree (authority, owner);
alter table protected_mark enable row level security;
alter table protected_mark force row level security;
create policy added on protected_mark for insert to permanence_app
  with check ((authority IN ( SELECT viewer_list('viewer.writes'::text) AS viewer_list
UNION ALL
 SELECT viewer_written_in() AS viewer_written_in)));
create policy maintenance on protected_mark to permanence_maintenance
  using (true)
  with check (true);
create policy removed on protected_mark for delete to permanence_app
  using ((authority IN ( SELECT viewer_list('viewer.writes'::text) AS viewer_list
UNION ALL
 SELECT viewer_written_in() AS viewer_written_in)));
create policy seen on protected_mark for select to permanence_app
  using ((authority IN ( SELECT viewer_reach() AS viewer_reach)));
grant delete, insert, select on protected_mark to permanence_app;
grant delete, insert, select on protected_mark to permanence_maintenance;

create table publication (
  authority text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  title text not null,
  tables jsonb not null,
  told jsonb not null,
  published_by text not null,
  published_at timestamp(3) with time zone not null,
  document bytea,
  made_of bytea,
  constraint publication_pkey PRIMARY KEY (authority, id),
  constraint publication_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint publication_kind_check CHECK ((kind = ANY (ARRAY['quarterly-table'::text, 'scrutiny-report'::text]))),
  constraint publication_made_of_check CHECK ((length(made_of) = 32)),
  constraint publication_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX publication_latest ON public.publication USING btree (authority, published_at);
alter table publication enable row level security;
alter table publication force row level security;
create policy maintenance on publication to permanence_maintenance
  using (true)
  with check (true);
create policy published on publication for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.publishes'::text) AS viewer_list))) AND (published_by = ( SELECT viewer_account() AS viewer_account))));
create policy seen on publication for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.publishes'::text) AS viewer_list))));
grant insert, select on publication to permanence_app;
grant select on publication to permanence_maintenance;

create table published_figure (
  authority text not null,
  source text not null,
  indicator text not null,
  year_ending integer not null,
  years integer not null,
  level text not null,
  area text not null,
  code text,
  value double precision,
  suppressed boolean not null,
  rank integer,
  note text not null,
  import_id uuid not null,
  constraint published_figure_pkey PRIMARY KEY (authority, source, indicator, year_ending, years, level, area),
  constraint published_figure_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint published_figure_authority_import_id_fkey FOREIGN KEY (authority, import_id) REFERENCES published_import(authority, id),
  constraint published_figure_area_check CHECK (((length(area) >= 1) AND (length(area) <= 120))),
  constraint published_figure_check CHECK (((NOT suppressed) OR (value IS NULL))),
  constraint published_figure_code_check CHECK ((length(code) = 9)),
  constraint published_figure_indicator_check CHECK ((indicator = ANY (ARRAY['A1'::text, 'A2'::text, 'A3'::text, 'A10'::text]))),
  constraint published_figure_level_check CHECK ((level = ANY (ARRAY['authority'::text, 'region'::text, 'national'::text]))),
  constraint published_figure_note_check CHECK ((length(note) <= 500)),
  constraint published_figure_rank_check CHECK ((rank >= 1)),
  constraint published_figure_source_check CHECK (((length(source) >= 1) AND (length(source) <= 120))),
  constraint published_figure_value_check CHECK ((value >= (0)::double precision)),
  constraint published_figure_year_ending_check CHECK (((year_ending >= 1990) AND (year_ending <= 2100))),
  constraint published_figure_years_check CHECK (((years >= 1) AND (years <= 10)))
);
alter table published_figure enable row level security;
alter table published_figure force row level security;
create policy added on published_figure for insert to permanence_app
  with check ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy changed on published_figure for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy maintenance on published_figure to permanence_maintenance
  using (true)
  with check (true);
create policy removed on published_figure for delete to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy seen on published_figure for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))));
grant delete, insert, select on published_figure to permanence_app;
grant select on published_figure to permanence_maintenance;
grant update (code, value, suppressed, rank, note, import_id) on published_figure to permanence_app;

create table published_import (
  authority text not null,
  id uuid not null default gen_random_uuid(),
  source text not null,
  file_name text not null,
  sha256 bytea not null,
  bytes bytea,
  state text not null default 'waiting'::text,
  added integer not null default 0,
  changed integer not null default 0,
  begun_by text not null,
  begun_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  constraint published_import_pkey PRIMARY KEY (authority, id),
  constraint published_import_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint published_import_added_check CHECK ((added >= 0)),
  constraint published_import_changed_check CHECK ((changed >= 0)),
  constraint published_import_check CHECK (((state = 'waiting'::text) = (bytes IS NOT NULL))),
  constraint published_import_check1 CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
  constraint published_import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint published_import_sha256_check CHECK ((length(sha256) = 32)),
  constraint published_import_source_check CHECK (((length(source) >= 1) AND (length(source) <= 120))),
  constraint published_import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'imported'::text, 'cancelled'::text])))
);
alter table published_import enable row level security;
alter table published_import force row level security;
create policy added on published_import for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))) AND (begun_by = ( SELECT viewer_account() AS viewer_account))));
create policy changed on published_import for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy maintenance on published_import to permanence_maintenance
  using (true)
  with check (true);
create policy seen on published_import for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))));
grant insert, select on published_import to permanence_app;
grant select on published_import to permanence_maintenance;
grant update (bytes, state, added, changed, ended_at) on published_import to permanence_app;

create table recompute_run (
  authority text not null,
  revision integer not null,
  done integer not null,
  children integer not null,
  started_at timestamp(3) with time zone not null,
  finished_at timestamp(3) with time zone,
  failure text,
  constraint recompute_run_pkey PRIMARY KEY (authority),
  constraint recompute_run_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code)
);
alter table recompute_run enable row level security;
alter table recompute_run force row level security;
create policy maintenance on recompute_run to permanence_maintenance
  using (true)
  with check (true);
create policy seen on recompute_run for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))));
grant insert, select, update on recompute_run to permanence_maintenance;
grant select on recompute_run to permanence_app;

create table record (
  authority text not null,
  id uuid not null,
  type text not null,
  local_id text not null,
  agency_visible boolean not null default false,
  wall smallint not null default 0,
  constraint record_authority_type_local_id_key UNIQUE (authority, type, local_id),
  constraint record_pkey PRIMARY KEY (authority, id),
  constraint record_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint record_local_id_check CHECK ((local_id <> ''::text)),
  constraint record_type_check CHECK ((type = ANY (ARRAY['child'::text, 'sibling-group'::text]))),
  constraint record_wall_check CHECK (((wall >= 0) AND (wall <= 3)))
);
CREATE INDEX record_agency_visible ON public.record USING btree (authority, id) WHERE agency_visible;
CREATE INDEX record_by_id ON public.record USING btree (id);
alter table record enable row level security;
alter table record force row level security;
CREATE TRIGGER taken_out_of_reports AFTER UPDATE OF wall ON public.record FOR EACH ROW WHEN ((new.wall > old.wall)) EXECUTE FUNCTION reporting.take_out();
create policy added on record for insert to permanence_app
  with check ((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))));
create policy changed on record for update to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy maintenance on record to permanence_maintenance
  using (true)
  with check (true);
create policy seen on record for select to permanence_app
  using (((authority = ANY (( SELECT viewer_array('viewer.reach'::text) AS viewer_array)::text[])) AND (((wall = 0) AND ((authority = ANY (( SELECT viewer_array('viewer.authorities'::text) AS viewer_array)::text[])) OR (agency_visible AND (authority = ANY (( SELECT viewer_array('viewer.agreements'::text) AS viewer_array)::text[]))) OR (id = ANY (( SELECT (viewer_ids('viewer.allocated'::text) || viewer_ids('viewer.named_on'::text)))::uuid[])) OR ((type = 'sibling-group'::text) AND (id = ANY (ARRAY( SELECT viewer_groups() AS viewer_groups)))))) OR (authority = ( SELECT viewer_past_walls() AS viewer_past_walls)) OR (id = ANY (( SELECT (viewer_ids('viewer.passed'::text) || viewer_ids('viewer.projecting'::text)))::uuid[])))));
grant insert, select on record to permanence_app;
grant maintain, select on record to permanence_maintenance;
grant update (agency_visible, wall) on record to permanence_app;
grant update (agency_visible, wall) on record to permanence_maintenance;

create table record_wall (
  authority text not null,
  record_id uuid not null,
  wall smallint not null,
  team text,
  officer text,
  workers text[] not null,
  agency_visible boolean not null,
  constraint record_wall_pkey PRIMARY KEY (authority, record_id),
  constraint record_wall_wall_check CHECK (((wall >= 1) AND (wall <= 3)))
);
alter table record_wall enable row level security;
alter table record_wall force row level security;
create policy added on record_wall for insert to permanence_app
  with check ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy changed on record_wall for update to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy maintenance on record_wall to permanence_maintenance
  using (true)
  with check (true);
create policy removed on record_wall for delete to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (record_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (record_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy seen on record_wall for select to permanence_app
  using ((authority = ANY (( SELECT viewer_array('viewer.reach'::text) AS viewer_array)::text[])));
grant delete, insert, select, update on record_wall to permanence_app;
grant delete, insert, select, update on record_wall to permanence_maintenance;

create table region_pack (
  id uuid not null default gen_random_uuid(),
  agency text not null,
  edition text not null,
  quarter text not null,
  authorities jsonb not null,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  said jsonb not null,
  constraint region_pack_pkey PRIMARY KEY (id),
  constraint region_pack_agency_fkey FOREIGN KEY (agency) REFERENCES organisation(code),
  constraint region_pack_quarter_check CHECK ((quarter ~ '^20\d\d-\d\d-q[1-4]$'::text))
);
CREATE INDEX region_pack_of ON public.region_pack USING btree (agency, made_at);
alter table region_pack enable row level security;
alter table region_pack force row level security;
create policy made on region_pack for insert to permanence_app
  with check (((agency = ( SELECT NULLIF(current_setting('viewer.agency'::text, true), ''::text) AS "nullif")) AND (made_by = ( SELECT viewer_account() AS viewer_account))));
create policy maintenance on region_pack to permanence_maintenance
  using (true)
  with check (true);
create policy seen on region_pack for select to permanence_app
  using ((agency = ( SELECT NULLIF(current_setting('viewer.agency'::text, true), ''::text) AS "nullif")));
grant insert, select on region_pack to permanence_app;
grant select on region_pack to permanence_maintenance;

create table regular_report_change (
  authority text not null,
  number integer not null,
  report uuid not null,
  what text not null,
  given jsonb not null,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  document bytea,
  constraint regular_report_change_pkey PRIMARY KEY (authority, number),
  constraint regular_report_change_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint regular_report_change_check CHECK (((document IS NULL) OR (what = 'made'::text))),
  constraint regular_report_change_number_check CHECK ((number > 0)),
  constraint regular_report_change_what_check CHECK ((what = ANY (ARRAY['set'::text, 'ended'::text, 'made'::text])))
);
CREATE INDEX regular_report_change_of ON public.regular_report_change USING btree (authority, report, number);
alter table regular_report_change enable row level security;
alter table regular_report_change force row level security;
create policy kept on regular_report_change for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.plans'::text) AS viewer_list))) AND (made_by = ( SELECT viewer_account() AS viewer_account))));
create policy made on regular_report_change for insert to permanence_app
  with check (((what = 'made'::text) AND (authority = ( SELECT viewer_meets() AS viewer_meets)) AND (made_by = ( SELECT viewer_account() AS viewer_account)) AND viewer_makes_report(authority, report)));
create policy maintenance on regular_report_change to permanence_maintenance
  using (true)
  with check (true);
create policy seen on regular_report_change for select to permanence_app
  using ((authority = ( SELECT viewer_meets() AS viewer_meets)));
grant insert, select on regular_report_change to permanence_app;
grant select on regular_report_change to permanence_maintenance;

create table release (
  authority text not null,
  id uuid not null,
  record_id uuid not null,
  asked_by text not null,
  asked_at timestamp(3) with time zone not null,
  what text not null,
  recipient text not null,
  reference text not null,
  text_hash bytea,
  text_length integer,
  excused integer not null,
  excuse text not null,
  constraint release_pkey PRIMARY KEY (id),
  constraint release_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id),
  constraint release_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id),
  constraint release_check CHECK (((text_hash IS NULL) = (text_length IS NULL))),
  constraint release_check1 CHECK (((text_hash IS NOT NULL) OR (reference <> ''::text))),
  constraint release_check2 CHECK (((excused > 0) = (excuse <> ''::text))),
  constraint release_excuse_check CHECK ((length(excuse) <= 2000)),
  constraint release_excused_check CHECK ((excused >= 0)),
  constraint release_recipient_check CHECK (((length(recipient) >= 1) AND (length(recipient) <= 200))),
  constraint release_reference_check CHECK ((length(reference) <= 200)),
  constraint release_text_hash_check CHECK ((length(text_hash) = 32)),
  constraint release_text_length_check CHECK ((text_length > 0)),
  constraint release_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200)))
);
CREATE INDEX release_of_record ON public.release USING btree (authority, record_id);
alter table release enable row level security;
alter table release force row level security;
create policy added on release for insert to permanence_app
  with check ((( SELECT viewer_is('viewer.releases'::text) AS viewer_is) AND (asked_by = ( SELECT viewer_account() AS viewer_account)) AND (record_id IN ( SELECT r.id
   FROM record r
  WHERE (r.authority = release.authority)))));
create policy maintenance on release to permanence_maintenance
  using (true)
  with check (true);
create policy seen on release for select to permanence_app
  using (((( SELECT viewer_is('viewer.releases'::text) AS viewer_is) OR ( SELECT viewer_is('viewer.agrees_release'::text) AS viewer_is)) AND (record_id IN ( SELECT r.id
   FROM record r
  WHERE (r.authority = release.authority)))));
grant insert, select on release to permanence_app;
grant select on release to permanence_maintenance;

create table release_decision (
  release uuid not null,
  by text not null,
  at timestamp(3) with time zone not null,
  agreed boolean not null,
  because text,
  constraint release_decision_pkey PRIMARY KEY (release),
  constraint release_decision_by_fkey FOREIGN KEY (by) REFERENCES account(id),
  constraint release_decision_release_fkey FOREIGN KEY (release) REFERENCES release(id),
  constraint release_decision_because_check CHECK (((length(because) >= 1) AND (length(because) <= 2000))),
  constraint release_decision_check CHECK ((agreed = (because IS NULL)))
);
alter table release_decision enable row level security;
alter table release_decision force row level security;
create policy added on release_decision for insert to permanence_app
  with check ((( SELECT viewer_is('viewer.agrees_release'::text) AS viewer_is) AND (by = ( SELECT viewer_account() AS viewer_account)) AND (release IN ( SELECT r.id
   FROM release r
  WHERE (r.asked_by <> viewer_account())))));
create policy maintenance on release_decision to permanence_maintenance
  using (true)
  with check (true);
create policy seen on release_decision for select to permanence_app
  using ((release IN ( SELECT r.id
   FROM release r)));
grant insert, select on release_decision to permanence_app;
grant select on release_decision to permanence_maintenance;

create table release_text (
  release uuid not null,
  key_id text not null,
  nonce bytea not null,
  closed bytea not null,
  constraint release_text_pkey PRIMARY KEY (release),
  constraint release_text_release_fkey FOREIGN KEY (release) REFERENCES release(id),
  constraint release_text_nonce_check CHECK ((length(nonce) = 12))
);
alter table release_text enable row level security;
alter table release_text force row level security;
create policy added on release_text for insert to permanence_app
  with check ((release IN ( SELECT r.id
   FROM release r
  WHERE (r.asked_by = viewer_account()))));
create policy maintenance on release_text to permanence_maintenance
  using (true)
  with check (true);
create policy removed on release_text for delete to permanence_app
  using ((release IN ( SELECT d.release
   FROM release_decision d)));
create policy seen on release_text for select to permanence_app
  using ((release IN ( SELECT r.id
   FROM release r)));
grant delete, insert, select on release_text to permanence_app;
grant select on release_text to permanence_maintenance;
grant update (key_id, nonce, closed) on release_text to permanence_maintenance;

create table report_draft (
  authority text not null,
  report text not null,
  year_ending integer not null,
  typed jsonb not null,
  revision integer not null,
  changed_by text not null,
  changed_at timestamp(3) with time zone not null,
  constraint report_draft_pkey PRIMARY KEY (authority, report, year_ending),
  constraint report_draft_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint report_draft_report_check CHECK ((report = 'scrutiny'::text)),
  constraint report_draft_revision_check CHECK ((revision >= 1)),
  constraint report_draft_typed_check CHECK ((length((typed)::text) <= 100000)),
  constraint report_draft_year_ending_check CHECK (((year_ending >= 1990) AND (year_ending <= 2100)))
);
alter table report_draft enable row level security;
alter table report_draft force row level security;
create policy begun on report_draft for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.publishes'::text) AS viewer_list))) AND (changed_by = ( SELECT viewer_account() AS viewer_account))));
create policy changed on report_draft for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.publishes'::text) AS viewer_list))))
  with check ((changed_by = ( SELECT viewer_account() AS viewer_account)));
create policy maintenance on report_draft to permanence_maintenance
  using (true)
  with check (true);
create policy seen on report_draft for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.publishes'::text) AS viewer_list))));
grant insert, select, update on report_draft to permanence_app;
grant select on report_draft to permanence_maintenance;

create table restriction_rule (
  authority text not null,
  from_stage text not null,
  roles text[] not null,
  constraint restriction_rule_pkey PRIMARY KEY (authority),
  constraint restriction_rule_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code)
);
alter table restriction_rule enable row level security;
alter table restriction_rule force row level security;
create policy added on restriction_rule for insert to permanence_app
  with check (((authority = ( SELECT viewer_administers() AS viewer_administers)) OR (( SELECT viewer_is('viewer.operator'::text) AS viewer_is) AND (authority = ( SELECT viewer_past_walls() AS viewer_past_walls)))));
create policy changed on restriction_rule for update to permanence_app
  using (((authority = ( SELECT viewer_administers() AS viewer_administers)) OR (( SELECT viewer_is('viewer.operator'::text) AS viewer_is) AND (authority = ( SELECT viewer_past_walls() AS viewer_past_walls)))));
create policy maintenance on restriction_rule to permanence_maintenance
  using (true)
  with check (true);
create policy seen on restriction_rule for select to permanence_app
  using (true);
grant insert, select, update on restriction_rule to permanence_app;
grant select on restriction_rule to permanence_maintenance;

create table saved_view (
  id uuid not null,
  organisation text not null,
  account text not null,
  team text,
  name text not null,
  params jsonb not null,
  opens_first boolean not null default false,
  made_at timestamp(3) with time zone not null default now(),
  constraint saved_view_pkey PRIMARY KEY (id),
  constraint saved_view_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint saved_view_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  constraint saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint saved_view_team_check CHECK ((team <> ''::text))
);
CREATE UNIQUE INDEX saved_view_first_of_person ON public.saved_view USING btree (account) WHERE (opens_first AND (team IS NULL));
CREATE UNIQUE INDEX saved_view_first_of_team ON public.saved_view USING btree (organisation, team) WHERE (opens_first AND (team IS NOT NULL));
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy added on saved_view for insert to permanence_app
  with check (((account = ( SELECT viewer_account() AS viewer_account)) AND (organisation = ( SELECT viewer_organisation() AS viewer_organisation)) AND ((team IS NULL) OR (team = ( SELECT viewer_team() AS viewer_team)))));
create policy changed on saved_view for update to permanence_app
  using ((((account = ( SELECT viewer_account() AS viewer_account)) AND (team IS NULL)) OR ((organisation = ( SELECT viewer_organisation() AS viewer_organisation)) AND (team = ( SELECT viewer_team() AS viewer_team)))));
create policy maintenance on saved_view to permanence_maintenance
  using (true)
  with check (true);
create policy named_anew on saved_view for update to permanence_app
  using (((team IS NOT NULL) AND (organisation = ( SELECT viewer_administers() AS viewer_administers)) AND (organisation = ( SELECT viewer_past_walls() AS viewer_past_walls))));
create policy named_anew_seen on saved_view for select to permanence_app
  using (((team IS NOT NULL) AND (organisation = ( SELECT viewer_administers() AS viewer_administers)) AND (organisation = ( SELECT viewer_past_walls() AS viewer_past_walls))));
create policy removed on saved_view for delete to permanence_app
  using ((((account = ( SELECT viewer_account() AS viewer_account)) AND (team IS NULL)) OR ((organisation = ( SELECT viewer_organisation() AS viewer_organisation)) AND (team = ( SELECT viewer_team() AS viewer_team)))));
create policy seen on saved_view for select to permanence_app
  using ((((account = ( SELECT viewer_account() AS viewer_account)) AND (team IS NULL)) OR ((organisation = ( SELECT viewer_organisation() AS viewer_organisation)) AND (team = ( SELECT viewer_team() AS viewer_team)))));
grant delete, insert, select on saved_view to permanence_app;
grant select on saved_view to permanence_maintenance;
grant update (team, name, params, opens_first) on saved_view to permanence_app;

create table scorecard_reading (
  authority text not null,
  order_counted text not null,
  fourteen_months text not null,
  share_of text not null,
  chosen_by text not null,
  chosen_at timestamp(3) with time zone not null,
  constraint scorecard_reading_pkey PRIMARY KEY (authority),
  constraint scorecard_reading_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint scorecard_reading_fourteen_months_check CHECK ((fourteen_months = ANY (ARRAY['calendar'::text, '426-days'::text]))),
  constraint scorecard_reading_order_counted_check CHECK ((order_counted = ANY (ARRAY['first'::text, 'last'::text]))),
  constraint scorecard_reading_share_of_check CHECK ((share_of = ANY (ARRAY['adopted'::text, 'in-process'::text])))
);
alter table scorecard_reading enable row level security;
alter table scorecard_reading force row level security;
create policy changed on scorecard_reading for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))))
  with check ((chosen_by = ( SELECT viewer_account() AS viewer_account)));
create policy chosen on scorecard_reading for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))) AND (chosen_by = ( SELECT viewer_account() AS viewer_account))));
create policy maintenance on scorecard_reading to permanence_maintenance
  using (true)
  with check (true);
create policy seen on scorecard_reading for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))));
grant insert, select, update on scorecard_reading to permanence_app;
grant select on scorecard_reading to permanence_maintenance;

create table session_end (
  account text not null,
  ended_at timestamp(3) with time zone not null,
  constraint session_end_pkey PRIMARY KEY (account),
  constraint session_end_account_fkey FOREIGN KEY (account) REFERENCES account(id)
);
alter table session_end enable row level security;
alter table session_end force row level security;
create policy administered on session_end to permanence_app
  using ((account IN ( SELECT account.id
   FROM account
  WHERE (account.organisation = ( SELECT viewer_administers() AS viewer_administers)))))
  with check ((account IN ( SELECT account.id
   FROM account
  WHERE (account.organisation = ( SELECT viewer_administers() AS viewer_administers)))));
create policy maintenance on session_end to permanence_maintenance
  using (true)
  with check (true);
create policy own on session_end to permanence_app
  using (((account = ( SELECT viewer_account() AS viewer_account)) OR ( SELECT viewer_is('viewer.operator'::text) AS viewer_is)))
  with check (((account = ( SELECT viewer_account() AS viewer_account)) OR ( SELECT viewer_is('viewer.operator'::text) AS viewer_is)));
create policy seen on session_end for select to permanence_app
  using ((account = ( SELECT NULLIF(current_setting('viewer.sign_in'::text, true), ''::text) AS "nullif")));
grant insert, select on session_end to permanence_app;
grant select on session_end to permanence_maintenance;
grant update (ended_at) on session_end to permanence_app;

create table sheet_match (
  authority text not null,
  heading text not null,
  target text not null,
  matched_at timestamp(3) with time zone not null default now(),
  matched_by text not null,
  constraint sheet_match_pkey PRIMARY KEY (authority, heading),
  constraint sheet_match_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code)
);
alter table sheet_match enable row level security;
alter table sheet_match force row level security;
create policy added on sheet_match for insert to permanence_app
  with check (((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))) AND (matched_by = ( SELECT viewer_account() AS viewer_account))));
create policy changed on sheet_match for update to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
create policy maintenance on sheet_match to permanence_maintenance
  using (true)
  with check (true);
create policy seen on sheet_match for select to permanence_app
  using ((authority = ANY (ARRAY( SELECT viewer_list('viewer.imports'::text) AS viewer_list))));
grant insert, select, update on sheet_match to permanence_app;
grant select on sheet_match to permanence_maintenance;

create table sibling_member (
  authority text not null,
  group_id uuid not null,
  child_id uuid not null,
  agency_visible boolean not null,
  wall smallint not null default 0,
  constraint sibling_member_pkey PRIMARY KEY (authority, group_id, child_id),
  constraint sibling_member_authority_child_id_fkey FOREIGN KEY (authority, child_id) REFERENCES record(authority, id),
  constraint sibling_member_authority_group_id_fkey FOREIGN KEY (authority, group_id) REFERENCES record(authority, id)
);
CREATE INDEX sibling_member_by_child ON public.sibling_member USING btree (authority, child_id);
alter table sibling_member enable row level security;
alter table sibling_member force row level security;
create policy added on sibling_member for insert to permanence_app
  with check ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (child_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (child_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy changed on sibling_member for update to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (child_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (child_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy maintenance on sibling_member to permanence_maintenance
  using (true)
  with check (true);
create policy removed on sibling_member for delete to permanence_app
  using ((((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND (NOT (child_id IN ( SELECT viewer_unwritable() AS viewer_unwritable)))) OR ((authority = ANY (ARRAY( SELECT viewer_written_in() AS viewer_written_in))) AND (child_id = ANY (ARRAY( SELECT viewer_projected_children() AS viewer_projected_children))))));
create policy seen on sibling_member for select to permanence_app
  using (((authority = ANY (( SELECT viewer_array('viewer.reach'::text) AS viewer_array)::text[])) AND (((wall = 0) AND ((authority = ANY (( SELECT viewer_array('viewer.authorities'::text) AS viewer_array)::text[])) OR (agency_visible AND (authority = ANY (( SELECT viewer_array('viewer.agreements'::text) AS viewer_array)::text[]))) OR (child_id = ANY (( SELECT (viewer_ids('viewer.allocated'::text) || viewer_ids('viewer.named_on'::text)))::uuid[])))) OR (authority = ( SELECT viewer_past_walls() AS viewer_past_walls)) OR (child_id = ANY (( SELECT (viewer_ids('viewer.passed'::text) || viewer_ids('viewer.projecting'::text)))::uuid[])))));
grant delete, insert, maintain, select, update on sibling_member to permanence_maintenance;
grant delete, insert, select on sibling_member to permanence_app;
grant update (agency_visible, wall) on sibling_member to permanence_app;

create table standards_change (
  authority text not null,
  number integer not null,
  id uuid not null default gen_random_uuid(),
  at timestamp(3) with time zone not null,
  by text not null,
  change jsonb not null,
  reason text not null,
  constraint standards_change_id_key UNIQUE (id),
  constraint standards_change_pkey PRIMARY KEY (authority, number),
  constraint standards_change_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint standards_change_change_check CHECK (((change ->> 'type'::text) = ANY (ARRAY['adopt-pack'::text, 'leave-pack'::text, 'set-standard'::text, 'end-standard'::text, 'confirm-standard'::text, 'publish-pack'::text, 'give-functions'::text]))),
  constraint standards_change_number_check CHECK ((number > 0)),
  constraint standards_change_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
alter table standards_change enable row level security;
alter table standards_change force row level security;
create policy added on standards_change for insert to permanence_app
  with check (((by = ( SELECT viewer_account() AS viewer_account)) AND
CASE (change ->> 'type'::text)
    WHEN 'give-functions'::text THEN ((authority = ANY (ARRAY( SELECT viewer_list('viewer.writes'::text) AS viewer_list))) AND ((authority = ( SELECT viewer_administers() AS viewer_administers)) OR ( SELECT viewer_is('viewer.operator'::text) AS viewer_is)) AND (authority IN ( SELECT organisation.code
       FROM organisation
      WHERE (organisation.type = 'local-authority'::text))))
    ELSE ((authority = ANY (ARRAY( SELECT viewer_list('viewer.standards'::text) AS viewer_list))) AND (((change ->> 'type'::text) = 'publish-pack'::text) = (authority IN ( SELECT organisation.code
       FROM organisation
      WHERE (organisation.type = 'regional-agency'::text)))))
END));
create policy maintenance on standards_change to permanence_maintenance
  using (true)
  with check (true);
create policy seen on standards_change for select to permanence_app
  using (((authority = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))) OR (authority = ANY (ARRAY( SELECT viewer_list('viewer.standards'::text) AS viewer_list))) OR (authority = ( SELECT NULLIF(current_setting('viewer.agency'::text, true), ''::text) AS "nullif")) OR (authority = ANY (ARRAY( SELECT agreement.agency
   FROM agreement
  WHERE (agreement.authority = ANY (ARRAY( SELECT viewer_reach() AS viewer_reach))))))));
grant insert, select on standards_change to permanence_app;
grant select on standards_change to permanence_maintenance;

create table transfer (
  id uuid not null default gen_random_uuid(),
  authority text not null,
  record_id uuid not null,
  local_id text not null,
  to_authority text not null,
  moves_on date not null,
  why text not null,
  state text not null default 'offered'::text,
  offered_at timestamp(3) with time zone not null,
  offered_by text not null,
  answered_at timestamp(3) with time zone,
  answered_by text,
  answer text,
  to_record uuid,
  constraint transfer_pkey PRIMARY KEY (id),
  constraint transfer_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint transfer_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id),
  constraint transfer_to_authority_fkey FOREIGN KEY (to_authority) REFERENCES organisation(code),
  constraint transfer_to_authority_to_record_fkey FOREIGN KEY (to_authority, to_record) REFERENCES record(authority, id),
  constraint transfer_answer_check CHECK ((length(answer) <= 2000)),
  constraint transfer_check CHECK ((authority <> to_authority)),
  constraint transfer_check1 CHECK (((state = 'offered'::text) = (answered_at IS NULL))),
  constraint transfer_check2 CHECK (((state = 'taken-over'::text) = (to_record IS NOT NULL))),
  constraint transfer_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'withdrawn'::text, 'refused'::text, 'taken-over'::text]))),
  constraint transfer_why_check CHECK (((length(why) >= 1) AND (length(why) <= 2000)))
);
CREATE UNIQUE INDEX transfer_offered ON public.transfer USING btree (authority, record_id) WHERE (state = 'offered'::text);
CREATE INDEX transfer_to ON public.transfer USING btree (to_authority, state);
alter table transfer enable row level security;
alter table transfer force row level security;
create policy added on transfer for insert to permanence_app
  with check (((authority = ( SELECT viewer_moves() AS viewer_moves)) AND (state = 'offered'::text) AND (offered_by = ( SELECT viewer_account() AS viewer_account)) AND (record_id IN ( SELECT record.id
   FROM record
  WHERE (record.authority = transfer.authority))) AND (to_authority IN ( SELECT organisation.code
   FROM organisation
  WHERE (organisation.type = 'local-authority'::text)))));
create policy answered on transfer for update to permanence_app
  using (((to_authority = ( SELECT viewer_moves() AS viewer_moves)) AND (state = 'offered'::text)))
  with check (((to_authority = ( SELECT viewer_moves() AS viewer_moves)) AND (state = ANY (ARRAY['refused'::text, 'taken-over'::text])) AND (answered_by = ( SELECT viewer_account() AS viewer_account))));
create policy maintenance on transfer to permanence_maintenance
  using (true)
  with check (true);
create policy offered on transfer for select to permanence_app
  using (((authority = ANY (ARRAY( SELECT viewer_list('viewer.authorities'::text) AS viewer_list
UNION ALL
 SELECT viewer_list('viewer.allocated_in'::text) AS viewer_list))) AND (record_id IN ( SELECT record.id
   FROM record
  WHERE (record.authority = transfer.authority)))));
create policy received on transfer for select to permanence_app
  using (((to_authority = ( SELECT viewer_moves() AS viewer_moves)) AND (state <> 'withdrawn'::text)));
create policy taken_over on transfer for select to permanence_app
  using (((authority = ( SELECT viewer_moves() AS viewer_moves)) AND (state = 'taken-over'::text) AND (offered_by = ( SELECT viewer_account() AS viewer_account))));
create policy withdrawn on transfer for update to permanence_app
  using (((authority = ( SELECT viewer_moves() AS viewer_moves)) AND (state = 'offered'::text)))
  with check (((authority = ( SELECT viewer_moves() AS viewer_moves)) AND (state = 'withdrawn'::text) AND (answered_by = ( SELECT viewer_account() AS viewer_account))));
grant insert, select on transfer to permanence_app;
grant select on transfer to permanence_maintenance;
grant update (state, answered_at, answered_by, answer, to_record) on transfer to permanence_app;

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
  constraint action_pkey PRIMARY KEY (authority, child, number),
  constraint action_authority_child_fkey FOREIGN KEY (authority, child) REFERENCES reporting.child(authority, child) ON DELETE CASCADE
);
alter table reporting.action enable row level security;
create policy maintenance on reporting.action to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.action for select to permanence_reporting
  using (((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = ANY (ARRAY['whole'::text, 'children'::text])))))) AND ((NOT restricted) OR (authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = 'whole'::text))))))));
grant delete, insert, select on reporting.action to permanence_maintenance;
grant select on reporting.action to permanence_reporting;

create table reporting.as_at (
  authority text not null,
  authority_name text not null,
  as_at_on date not null,
  made_at timestamp(3) with time zone not null,
  order_counted text not null,
  fourteen_months text not null,
  share_of text not null,
  constraint as_at_pkey PRIMARY KEY (authority)
);
alter table reporting.as_at enable row level security;
create policy maintenance on reporting.as_at to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.as_at for select to permanence_reporting
  using ((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE (r.login = SESSION_USER)))));
grant delete, insert, select on reporting.as_at to permanence_maintenance;
grant select on reporting.as_at to permanence_reporting;

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
  constraint barrier_pkey PRIMARY KEY (authority, child, number),
  constraint barrier_authority_child_fkey FOREIGN KEY (authority, child) REFERENCES reporting.child(authority, child) ON DELETE CASCADE
);
alter table reporting.barrier enable row level security;
create policy maintenance on reporting.barrier to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.barrier for select to permanence_reporting
  using (((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = ANY (ARRAY['whole'::text, 'children'::text])))))) AND ((NOT restricted) OR (authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = 'whole'::text))))))));
grant delete, insert, select on reporting.barrier to permanence_maintenance;
grant select on reporting.barrier to permanence_reporting;

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
  constraint child_pkey PRIMARY KEY (authority, child)
);
alter table reporting.child enable row level security;
create policy maintenance on reporting.child to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.child for select to permanence_reporting
  using (((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = ANY (ARRAY['whole'::text, 'children'::text])))))) AND ((NOT restricted) OR (authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = 'whole'::text))))))));
grant delete, insert, select on reporting.child to permanence_maintenance;
grant select on reporting.child to permanence_reporting;

create table reporting.child_key (
  authority text not null,
  record_id uuid not null,
  child uuid not null default gen_random_uuid(),
  constraint child_key_child_key UNIQUE (child),
  constraint child_key_pkey PRIMARY KEY (authority, record_id),
  constraint child_key_authority_record_id_fkey FOREIGN KEY (authority, record_id) REFERENCES record(authority, id)
);
alter table reporting.child_key enable row level security;
create policy maintenance on reporting.child_key to permanence_maintenance
  using (true)
  with check (true);
grant delete, insert, select, update on reporting.child_key to permanence_maintenance;

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
  constraint clock_pkey PRIMARY KEY (authority, child, standard, occurrence),
  constraint clock_authority_child_fkey FOREIGN KEY (authority, child) REFERENCES reporting.child(authority, child) ON DELETE CASCADE
);
alter table reporting.clock enable row level security;
create policy maintenance on reporting.clock to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.clock for select to permanence_reporting
  using (((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = ANY (ARRAY['whole'::text, 'children'::text])))))) AND ((NOT restricted) OR (authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = 'whole'::text))))))));
grant delete, insert, select on reporting.clock to permanence_maintenance;
grant select on reporting.clock to permanence_reporting;

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
  constraint comparator_pkey PRIMARY KEY (authority, source, indicator, year_ending, years, level, area)
);
alter table reporting.comparator enable row level security;
create policy maintenance on reporting.comparator to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.comparator for select to permanence_reporting
  using ((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE (r.login = SESSION_USER)))));
grant delete, insert, select on reporting.comparator to permanence_maintenance;
grant select on reporting.comparator to permanence_reporting;

create table reporting.comparator_group (
  authority text not null,
  group_name text not null,
  kind text not null,
  area text not null,
  constraint comparator_group_pkey PRIMARY KEY (authority, group_name, area)
);
alter table reporting.comparator_group enable row level security;
create policy maintenance on reporting.comparator_group to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.comparator_group for select to permanence_reporting
  using ((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE (r.login = SESSION_USER)))));
grant delete, insert, select on reporting.comparator_group to permanence_maintenance;
grant select on reporting.comparator_group to permanence_reporting;

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
  constraint event_count_pkey PRIMARY KEY (authority, told_as, event, year_ending, quarter)
);
alter table reporting.event_count enable row level security;
create policy maintenance on reporting.event_count to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.event_count for select to permanence_reporting
  using (((authority, told_as) IN ( SELECT r.authority,
    r.reads
   FROM reporting.reader r
  WHERE (r.login = SESSION_USER))));
grant delete, insert, select on reporting.event_count to permanence_maintenance;
grant select on reporting.event_count to permanence_reporting;

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
  constraint indicator_pkey PRIMARY KEY (authority, told_as, indicator, year_ending, years)
);
alter table reporting.indicator enable row level security;
create policy maintenance on reporting.indicator to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.indicator for select to permanence_reporting
  using (((authority, told_as) IN ( SELECT r.authority,
    r.reads
   FROM reporting.reader r
  WHERE (r.login = SESSION_USER))));
grant delete, insert, select on reporting.indicator to permanence_maintenance;
grant select on reporting.indicator to permanence_reporting;

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
  constraint indicator_child_pkey PRIMARY KEY (authority, child, indicator),
  constraint indicator_child_authority_child_fkey FOREIGN KEY (authority, child) REFERENCES reporting.child(authority, child) ON DELETE CASCADE
);
alter table reporting.indicator_child enable row level security;
create policy maintenance on reporting.indicator_child to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.indicator_child for select to permanence_reporting
  using (((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = ANY (ARRAY['whole'::text, 'children'::text])))))) AND ((NOT restricted) OR (authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = 'whole'::text))))))));
grant delete, insert, select on reporting.indicator_child to permanence_maintenance;
grant select on reporting.indicator_child to permanence_reporting;

create table reporting.journey_stage (
  authority text not null,
  child uuid not null,
  restricted boolean not null,
  stage text not null,
  stage_name text not null,
  "position" integer not null,
  from_on date,
  to_on date,
  days integer,
  why_not text,
  constraint journey_stage_pkey PRIMARY KEY (authority, child, stage),
  constraint journey_stage_authority_child_fkey FOREIGN KEY (authority, child) REFERENCES reporting.child(authority, child) ON DELETE CASCADE
);
alter table reporting.journey_stage enable row level security;
create policy maintenance on reporting.journey_stage to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.journey_stage for select to permanence_reporting
  using (((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = ANY (ARRAY['whole'::text, 'children'::text])))))) AND ((NOT restricted) OR (authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = 'whole'::text))))))));
grant delete, insert, select on reporting.journey_stage to permanence_maintenance;
grant select on reporting.journey_stage to permanence_reporting;

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
  constraint milestone_pkey PRIMARY KEY (authority, child, number),
  constraint milestone_authority_child_fkey FOREIGN KEY (authority, child) REFERENCES reporting.child(authority, child) ON DELETE CASCADE
);
alter table reporting.milestone enable row level security;
create policy maintenance on reporting.milestone to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.milestone for select to permanence_reporting
  using (((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = ANY (ARRAY['whole'::text, 'children'::text])))))) AND ((NOT restricted) OR (authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE ((r.login = SESSION_USER) AND (r.reads = 'whole'::text))))))));
grant delete, insert, select on reporting.milestone to permanence_maintenance;
grant select on reporting.milestone to permanence_reporting;

create table reporting.reader (
  login text not null,
  authority text not null,
  reads text not null,
  added_at timestamp(3) with time zone not null,
  constraint reader_pkey PRIMARY KEY (login, authority),
  constraint reader_authority_fkey FOREIGN KEY (authority) REFERENCES organisation(code),
  constraint reader_login_check CHECK ((login <> ''::text)),
  constraint reader_reads_check CHECK ((reads = ANY (ARRAY['whole'::text, 'children'::text, 'figures'::text])))
);
alter table reporting.reader enable row level security;
create policy maintenance on reporting.reader to permanence_maintenance
  using (true)
  with check (true);
create policy own on reporting.reader for select to permanence_reporting
  using ((login = SESSION_USER));
grant delete, insert, select, update on reporting.reader to permanence_maintenance;
grant select on reporting.reader to permanence_reporting;

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
  constraint threshold_pkey PRIMARY KEY (authority, indicator, year_ending, source, from_year)
);
alter table reporting.threshold enable row level security;
create policy maintenance on reporting.threshold to permanence_maintenance
  using (true)
  with check (true);
create policy read on reporting.threshold for select to permanence_reporting
  using ((authority = ANY (ARRAY( SELECT r.authority
   FROM reporting.reader r
  WHERE (r.login = SESSION_USER)))));
grant delete, insert, select on reporting.threshold to permanence_maintenance;
grant select on reporting.threshold to permanence_reporting;
