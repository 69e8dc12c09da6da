// Checks the chains of a Permanence Tracker database without Permanence Tracker: plain Node.js, no packages.
//
//     node verify-without-us.mjs FOLDER [HEADS.jsonl …]
//
// FOLDER holds entry.csv, audit.csv, access_log.csv, access_batch.csv and chain.csv, made as
// verify-without-us.md says. HEADS.jsonl are heads that were published. Ends with status 1 where
// anything is not as it was written.
import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...headFiles] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Say in which folder the CSV files are: node verify-without-us.mjs FOLDER [HEADS.jsonl …]");
  process.exit(2);
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const hex = (text) => Buffer.from(text, "hex");

/** JSON with the keys of every object in the order of their UTF-16 code units, no spaces, and members that are null left out. */
const canonical = (value) => JSON.stringify(inOrder(value));
function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().filter((key) => value[key] !== null && value[key] !== undefined).map((key) => [key, inOrder(value[key])]));
}

/** The rows of a CSV file as PostgreSQL writes it: an empty field is null, and "" is a text of no characters. */
async function* csv(name) {
  let heading;
  for await (const fields of records(join(folder, name))) {
    if (heading === undefined) heading = fields;
    else yield Object.fromEntries(heading.map((column, i) => [column, fields[i]]));
  }
}

async function* records(path) {
  let fields = [];
  let field = "";
  let wasQuoted = false;
  let quoted = false;
  let quoteBefore = false;
  const end = () => {
    fields.push(field === "" && !wasQuoted ? null : field);
    field = "";
    wasQuoted = false;
  };
  for await (const chunk of createReadStream(path, "utf8")) {
    for (const c of chunk) {
      if (quoteBefore) {
        quoteBefore = false;
        if (c === '"') { field += c; continue; }
        quoted = false;
      }
      if (quoted) { if (c === '"') quoteBefore = true; else field += c; }
      else if (c === '"') { quoted = true; wasQuoted = true; }
      else if (c === ",") end();
      else if (c === "\n") { end(); yield fields; fields = []; }
      else if (c !== "\r") field += c;
    }
  }
  if (field !== "" || fields.length > 0) { end(); yield fields; }
}

const number = (text) => (text === null ? null : Number(text));
const json = (text) => (text === null ? null : JSON.parse(text));

/** What each kind of row says, as its payload hash covers it. */
const entryPayload = (row) => ({
  record: row.record_id, kind: row.kind, happenedOn: row.happened_on, until: row.until, certainty: row.certainty, detail: json(row.detail), source: json(row.source),
  recordedAt: row.recorded_at, recordedBy: row.recorded_by, supersedes: number(row.supersedes), cause: row.cause, reason: row.reason,
});
const auditPayload = (row) => ({
  at: row.at, actor: row.actor, command: row.command, record: row.record_id, input: json(row.input), firstEntry: number(row.first_entry), lastEntry: number(row.last_entry),
});
const line = (row) => ({
  id: number(row.id), at: row.at, account: row.account, role: row.role, outcome: row.outcome, record: row.record_id, authority: row.authority, asked: row.asked, how: row.how,
});
const batchPayload = (row, lines) => ({ organisation: row.organisation, count: number(row.lines), firstAt: row.first_at, lastAt: row.last_at, lines });

/** Rows erased, and what the audit says was erased: one without the other is not as it was written. */
const erasedRows = [];
const saidErased = new Set();

/** Each chain by "authority book": how far it is whole, and where it first is not. */
const chains = new Map();
const heads = headFiles.flatMap((file) => readFileSync(file, "utf8").split(/\r?\n/).filter((text) => text.trim() !== "").map((text) => JSON.parse(text)));
const holding = new Set();

function chainOf(authority, book) {
  const key = `${authority} ${book}`;
  if (!chains.has(key)) {
    const chain = { authority, book, rows: 0, number: 0, hash: sha256(`${book} ${authority}`), broken: null, heads: heads.filter((head) => head.authority === authority && head.book === book) };
    chains.set(key, chain);
    pass(chain);
  }
  return chains.get(key);
}

function pass(chain) {
  for (const head of chain.heads) if (head.number === chain.number && head.hash === chain.hash.toString("hex")) holding.add(head);
}

/** Takes the next link: it follows, or the chain is broken here. A row erased by law has neither salt nor payload, and its hashes stay. */
function link(authority, book, row, payload) {
  const chain = chainOf(authority, book);
  chain.rows += 1;
  if (chain.broken !== null) return;
  const told = hex(row.payload_hash);
  const erased = row.erased_at != null && row.salt === null;
  if (erased) erasedRows.push(`${authority} ${book} ${row.number}`);
  const says = erased || (row.erased_at == null && row.salt !== null && sha256(hex(row.salt), canonical(payload())).equals(told));
  const follows = Number(row.number) === chain.number + 1 && hex(row.hash).equals(sha256(chain.hash, told));
  if (!says || !follows) {
    chain.broken = Math.min(Number(row.number), chain.number + 1);
    return;
  }
  chain.number += 1;
  chain.hash = hex(row.hash);
  if (chain.heads.length > 0) pass(chain);
}

for await (const row of csv("entry.csv")) link(row.authority, "entry", row, () => entryPayload(row));
for await (const row of csv("audit.csv")) {
  link(row.authority, "audit", row, () => auditPayload(row));
  if (row.command !== "erase-entry") continue;
  const { entries = [], audit = [] } = json(row.input);
  for (const n of entries) saidErased.add(`${row.authority} entry ${n}`);
  for (const n of audit) saidErased.add(`${row.authority} audit ${n}`);
}

// Lines of the log of access come in the order of their batches; those that are in none yet are not chained.
const linesOf = new Map();
for await (const row of csv("access_log.csv")) {
  const key = `${row.organisation} ${row.batch}`;
  if (row.batch !== null) linesOf.set(key, [...(linesOf.get(key) ?? []), line(row)]);
}
for await (const row of csv("access_batch.csv")) {
  const key = `${row.organisation} ${row.number}`;
  const lines = linesOf.get(key) ?? [];
  linesOf.delete(key);
  link(row.organisation, "access", row, () => batchPayload(row, lines));
}
for (const key of linesOf.keys()) {
  const [organisation, batch] = key.split(" ");
  const chain = chainOf(organisation, "access");
  chain.broken ??= Number(batch);
}

for (const key of erasedRows.filter((one) => !saidErased.has(one))) {
  const [authority, book, n] = key.split(" ");
  chainOf(authority, book).broken ??= Number(n);
}

// Where the database says that its chains end.
const ends = new Map();
for await (const row of csv("chain.csv")) ends.set(`${row.authority} ${row.book}`, row);
for (const key of ends.keys()) chainOf(...key.split(" "));
for (const [key, chain] of chains) {
  const end = ends.get(key);
  if (chain.broken === null && (end === undefined || Number(end.number) !== chain.number || !hex(end.hash).equals(chain.hash))) chain.broken = Math.min(chain.number, Number(end?.number ?? 0)) + 1;
}

let ok = true;
for (const { authority, book, rows, broken } of [...chains.values()].sort((a, b) => (`${a.authority} ${a.book}` < `${b.authority} ${b.book}` ? -1 : 1))) {
  ok &&= broken === null;
  console.log(`${authority} ${book}: ${broken === null ? `whole, ${rows} rows` : `NOT AS IT WAS WRITTEN, first at ${broken}`}`);
}
for (const head of heads) {
  const holds = holding.has(head);
  ok &&= holds;
  console.log(`${head.authority} ${head.book}: the head of ${head.at}, number ${head.number}, ${holds ? "holds" : "DOES NOT HOLD: something up to it was changed, removed or added since"}`);
}
process.exitCode = ok ? 0 : 1;
