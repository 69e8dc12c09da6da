-- What is said of an action while it is open: what is in the way, and what is to happen with one that was taken further.

-- An agency’s people say it of their own actions on the children shared with them.
create or replace function viewer_agency_kinds() returns table (authority text, kind text) language sql stable parallel safe
begin atomic
  select authority, unnest(kinds || '{agency-date,agency-note,difference-settled,agency-meeting,meeting-outcome,meeting-decision,meeting-decision-answered,action-agreed,action-done,action-escalated,action-said}') from agreement
  where agency = nullif(current_setting('viewer.agency', true), '');
end;

-- It is followed with the rest of what meetings agreed, of which the outcome was left out of the index.
drop index entry_of_meeting;
create index entry_of_meeting on entry (authority, kind, record_id, number) where kind in
  ('action-agreed', 'action-done', 'action-escalated', 'action-said', 'meeting-outcome', 'meeting-decision', 'meeting-decision-answered', 'tracking-meeting', 'agency-meeting');
