import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { actorOf, type Viewer } from "../domain/access/viewer.ts";
import type { Db, Run } from "./database.ts";
import type { ImportFile, ImportRunRow, ImportRuns } from "./import-runs.ts";
import type { JsonValue } from "./writer.ts";

export function importRunsOver(run: Run, viewer: Viewer): ImportRuns {
  return {
    begin: (authority, files, type = "ssda903", answers = null) =>
      run(async (db) => {
        const id = randomUUID();
        await sql`
          insert into import_run (authority, id, type, state, started_by, answers)
          values (${authority}, ${id}, ${type}, 'reading', ${actorOf(viewer)}, ${json(answers)})`.execute(db);
        for (const [position, file] of files.entries()) await keep(db, authority, id, position, file);
        return id;
      }),
    get: (id) => run(async (db) => (await runs(db).where("id", "=", id).execute()).map(rowOf)[0]),
    list: (authority) => run(async (db) => (await runs(db).where("authority", "=", authority).execute()).map(rowOf)),
    filesOf: (id) =>
      run(async (db) => {
        const rows = await db.selectFrom("import_file").select(["name", "bytes"]).where("run_id", "=", id).orderBy("position").execute();
        return rows.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]));
      }),
    change: (id, { state, progress, preview, answers, failure }) =>
      run(async (db) => {
        const sets = [
          ...(state === undefined ? [] : [sql`state = ${state}`]),
          ...(progress === undefined ? [] : [sql`progress = ${progress}::real`]),
          ...(preview === undefined ? [] : [sql`preview = ${json(preview)}`]),
          ...(answers === undefined ? [] : [sql`answers = ${json(answers)}`]),
          ...(failure === undefined ? [] : [sql`failure = ${failure}`]),
        ];
        await sql`update import_run set ${sql.join([...sets, sql`changed_at = now()`])} where id = ${id}`.execute(db);
      }),
    move: (id, from, to) =>
      run(async (db) => {
        const moved = await sql`update import_run set state = ${to}, changed_at = now() where id = ${id} and state = ${from}`.execute(db);
        return moved.numAffectedRows === 1n;
      }),
    forgetFiles: (id) => run(async (db) => void (await sql`update import_file set bytes = null where run_id = ${id}`.execute(db))),
    columnMatches: (authority) =>
      run(async (db) => {
        const { rows } = await sql<{ heading: string; target: string }>`select heading, target from sheet_match where authority = ${authority}`.execute(db);
        return new Map(rows.map((row) => [row.heading, row.target]));
      }),
    rememberColumns: (authority, matches) =>
      run(async (db) => {
        await sql`
          insert into sheet_match (authority, heading, target, matched_by)
          select ${authority}, heading, target, ${actorOf(viewer)}
          from unnest(${[...matches.keys()]}::text[], ${[...matches.values()]}::text[]) as given (heading, target)
          on conflict (authority, heading) do update set target = excluded.target, matched_at = now(), matched_by = excluded.matched_by`.execute(db);
      }),
  };
}

/** JSON null is kept as no value. */
const json = (value: JsonValue) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;

async function keep(db: Db, authority: string, id: string, position: number, { name, bytes }: ImportFile): Promise<void> {
  const sha256 = createHash("sha256").update(bytes).digest();
  await sql`
    insert into import_file (authority, run_id, position, name, size, sha256, bytes)
    values (${authority}, ${id}, ${position}, ${name}, ${bytes.length}, ${sha256}, ${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)})`.execute(db);
}

type FileRow = ImportRunRow["files"][number];

const runs = (db: Db) =>
  db.selectFrom("import_run").selectAll().select(
    sql<FileRow[]>`(
      select coalesce(json_agg(json_build_object('name', name, 'size', size, 'sha256', encode(sha256, 'hex')) order by position), '[]')
      from import_file f where f.authority = import_run.authority and f.run_id = import_run.id)`.as("files"),
  ).orderBy("started_at", "desc");

type Selected = Awaited<ReturnType<ReturnType<typeof runs>["execute"]>>[number];

const rowOf = (row: Selected): ImportRunRow => ({
  id: row.id, type: row.type as ImportRunRow["type"], authority: row.authority, state: row.state as ImportRunRow["state"], startedAt: row.started_at, startedBy: row.started_by,
  files: row.files, progress: row.progress, preview: row.preview as ImportRunRow["preview"],
  answers: row.answers as ImportRunRow["answers"], failure: row.failure, changedAt: row.changed_at,
});
