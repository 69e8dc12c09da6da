import type pg from "pg";

/** The tables of the reporting schema with every column, from the comments of the database: the last part of docs/reporting.md. */
export async function documentOf(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ name: string; words: string; columns: { name: string; type: string; words: string }[] }>(`
    select relname as name, obj_description(c.oid, 'pg_class') as words,
      (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'words', col_description(c.oid, attnum)) order by attnum)
       from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns
    from pg_class c where relkind = 'r' and relnamespace = 'reporting'::regnamespace and relname <> 'child_key'
    order by array_position(array['as_at', 'child', 'milestone', 'journey_stage', 'clock', 'barrier', 'action', 'indicator', 'indicator_child', 'event_count', 'threshold', 'comparator', 'comparator_group', 'reader'], relname::text), relname`);
  return rows.map(({ name, words, columns }) => `### ${name}

${words}.

| Column | Type | What it is |
|---|---|---|
${columns.map((c) => `| ${c.name} | ${shortly(c.type)} | ${c.words} |`).join("\n")}
`).join("\n");
}

const shortly = (type: string): string => type.replace(/^timestamp.*/, "instant").replace(/^numeric.*/, "number").replace("integer", "whole number").replace("boolean", "yes or no");
