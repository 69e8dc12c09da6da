-- Who signs off what is asked for on a child: which service a service manager manages, and where requests are.

alter table account add column service text check (service in ('adoption', 'fieldwork'));
grant update (service) on account to permanence_app;

-- Wanted by: requests waiting for somebody (src/store/sign-off-queries.ts).
create index entry_extension_requested on entry (authority, record_id) where kind = 'extension-requested';
