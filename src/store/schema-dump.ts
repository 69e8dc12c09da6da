import pg from "pg";

const HEADING = `-- What the migrations in db/migrations/ come to, for reading and for review: written by
-- tests/support/dump-schema.ts, never by hand, and never run. A test keeps it fresh.
`;

/**
 * The schema as SQL text, from the catalogue: tables with their columns, constraints, indexes,
 * policies and grants, then functions. The same text for the same schema, whoever asks and when.
 */
export async function dumpSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const parts: string[] = [];
    for (const query of [EXTENSIONS, SCHEMAS, FUNCTIONS, TABLES]) {
      const { rows } = await client.query<{ text: string }>(query);
      parts.push(...rows.map((row) => row.text));
    }
    return `${HEADING}\n${parts.join("\n\n")}\n`;
  } finally {
    await client.end();
  }
}

const EXTENSIONS = `
  select 'create extension ' || extname || ';' as text from pg_extension where extname <> 'plpgsql' order by extname`;

/** Beside the usual one. */
const SCHEMAS = `
  select concat_ws(e'\\n', 'create schema ' || nspname || ';',
    (select string_agg('grant ' || lower(privilege_type) || ' on schema ' || nspname || ' to ' || grantee::regrole || ';', e'\\n' order by grantee::regrole::text, privilege_type)
     from aclexplode(nspacl) where grantee <> nspowner)) as text
  from pg_namespace where nspname = 'reporting'`;

const OURS = "in ('public'::regnamespace, to_regnamespace('reporting'))";

/** Our own functions, not those that an extension brought. */
const FUNCTIONS = `
  select trim(trailing e'\\n' from pg_get_functiondef(p.oid)) || ';' as text
  from pg_proc p
  where pronamespace ${OURS}
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  order by pronamespace = 'public'::regnamespace desc, proname`;

const COLUMN = `
  '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
  || case when a.attnotnull then ' not null' else '' end
  || case
    when a.attidentity <> '' then ' generated always as identity'
    when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
    when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid)
    else '' end`;

const POLICY = `
  'create policy ' || quote_ident(polname) || ' on ' || t.name || case when polpermissive then '' else ' as restrictive' end
  || case polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update' when 'd' then ' for delete' else '' end
  || ' to ' || (select string_agg(rolname, ', ' order by rolname) from pg_roles r where r.oid = any (polroles))
  || coalesce(e'\\n  using (' || pg_get_expr(polqual, polrelid) || ')', '')
  || coalesce(e'\\n  with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '') || ';'`;

/** A table's grants to our roles, and those on single columns of it. Its owner's are nobody's news. */
const GRANTS = `
  select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' on ' || t.name || ' to ' || grantee::regrole || ';' as line
  from pg_class c, aclexplode(c.relacl) where c.oid = t.oid and grantee <> c.relowner group by grantee
  union all
  select 'grant ' || lower(privilege_type) || ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ') on ' || t.name
    || ' to ' || grantee::regrole || ';'
  from pg_attribute a, aclexplode(a.attacl) where a.attrelid = t.oid group by grantee, privilege_type`;

/** Constraints by kind and name; what a column already says of itself (not null) is left out. */
const TABLES = `
  select concat_ws(e'\\n',
    'create table ' || t.name || ' (',
    concat_ws(e',\\n',
      (select string_agg(${COLUMN}, e',\\n' order by a.attnum)
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped),
      (select string_agg('  constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(k.oid), e',\\n' order by contype desc, conname)
       from pg_constraint k where conrelid = t.oid and contype <> 'n')),
    ');',
    (select string_agg(pg_get_indexdef(i.indexrelid) || ';', e'\\n' order by i.indexrelid::regclass::text)
     from pg_index i where i.indrelid = t.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype <> 'f')),
    case when t.relrowsecurity then 'alter table ' || t.name || ' enable row level security;' end,
    case when t.relforcerowsecurity then 'alter table ' || t.name || ' force row level security;' end,
    (select string_agg(pg_get_triggerdef(g.oid) || ';', e'\\n' order by g.tgname) from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal),
    (select string_agg(${POLICY}, e'\\n' order by polname) from pg_policy where polrelid = t.oid),
    (select string_agg(line, e'\\n' order by line) from (${GRANTS}) g)
  ) as text
  from (select *, oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace ${OURS}) t
  order by t.relnamespace = 'public'::regnamespace desc, t.relname`;
