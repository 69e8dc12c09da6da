import { readFile } from "node:fs/promises";
import { verify as verifyRecord } from "../app/maintenance.ts";
import { readHeadLines } from "../app/proof/head-lines.ts";
import { type Call, type Command, DONE, REFUSED, Refused } from "./command.ts";
import { flag, list, words } from "./options.ts";
import { plural } from "./problems.ts";
import { progressBar } from "./progress.ts";
import { printJson } from "./terminal.ts";
import { withApp } from "./with-app.ts";

export const verify: Command = {
  usage: "bin/permanence verify [--head FILE …] [--json]",
  help: `
Proves that the record is as it was written: recomputes the chain of every authority, those of the
log of access too, and checks that the lists agree with the record. Writes nothing. Exit status 1
where anything was changed.

  --head FILE  heads that were published (bin/permanence heads): proves too that nothing written
               before them was changed, removed or added since. May be given several times; the
               heads of more days say more narrowly where
  --json       {"chains", "rows", "ok", "firstBroken"}; with --head "heads"; "beingMadeAnew" while
               the lists of an authority are being made anew after a change of its standards; and
               "unchained" where lines of the log of access wait because nothing is serving`,
  options: { json: { type: "boolean" }, head: { type: "string", multiple: true } },
  async run(call) {
    words(call, []);
    const heads = await headsGiven(list(call, "head"));
    const bar = progressBar(call.terminal, "Verifying");
    const result = await withApp(call, (app) => verifyRecord(app, (done, of) => bar.show(of === 0 ? 1 : done / of), heads === undefined ? {} : { heads })).finally(bar.end);
    if (flag(call, "json")) printJson(call.terminal, asJson(result));
    else say(call, result);
    return result.ok ? DONE : REFUSED;
  },
};

type Verified = Awaited<ReturnType<typeof verifyRecord>>;

async function headsGiven(files: readonly string[]) {
  if (files.length === 0) return undefined;
  const heads = [];
  for (const file of files) {
    const text = await readFile(file, "utf8").catch(() => {
      throw new Refused(`${file} cannot be read. Give --head a file of published heads`);
    });
    const read = readHeadLines(text);
    if ("refused" in read) throw new Refused(`${file}: ${read.refused}`);
    heads.push(...read.heads);
  }
  return heads;
}

const asJson = ({ chains, rows, ok, firstBroken, beingMadeAnew, unchained, heads }: Verified) => ({
  chains, rows, ok, firstBroken,
  ...(heads === null ? {} : { heads: { checked: heads.checked, holding: heads.holding, firstBroken: heads.firstBroken } }),
  ...(beingMadeAnew.length === 0 ? {} : { beingMadeAnew }),
  ...(unchained === 0 ? {} : { unchained }),
});

function say({ terminal }: Call, { chains, rows, firstBroken, beingMadeAnew, unchained, heads }: Verified): void {
  if (firstBroken === null) terminal.out(`As it was written: ${plural(rows, "row")} in ${plural(chains, "chain")}`);
  else terminal.out(`Not as it was written: first in ${firstBroken.authority}, ${BOOKS[firstBroken.book]} ${firstBroken.number}`);
  if (heads !== null && heads.firstBroken === null) terminal.out(`As it was published: the chains go through ${heads.checked === 1 ? "the head" : `all ${heads.checked} heads`} given`);
  if (heads !== null && heads.firstBroken !== null) {
    const { authority, book, number, at, after } = heads.firstBroken;
    terminal.out(`Not as it was published: first ${authority}, ${BOOKS[book]} ${number}, the head of ${at}. ${number === 0 ? "No chain begins so" : `Something numbered from ${after + 1} to ${number} was changed, removed or added since`}`);
  }
  for (const { authority, done, children } of beingMadeAnew) terminal.out(`The lists of ${authority} are being made anew after a change of its standards (${done} of ${children} done)`);
  if (unchained > 0) terminal.out(`${plural(unchained, "line")} of the log of access not chained yet: nothing is serving, which would chain them within a minute`);
}

const BOOKS = { entry: "entry", audit: "audit row", access: "lines of the log of access, batch", projection: "the lists of the record with entry" } as const;
