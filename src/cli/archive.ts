import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { archiveByLocalId } from "../app/records/archive.ts";
import { type Command, DONE, Refused } from "./command.ts";
import { required, words } from "./options.ts";
import { withApp } from "./with-app.ts";

export const archive: Command = {
  usage: "bin/permanence archive LOCAL-ID --authority CODE --out DIR",
  help: `
Writes a child’s whole record into a folder, to be kept for as long as the law asks and read without
this program: the chronology in words and as a table, clocks, audit, who opened it, the proof of each
entry, and a manifest for sha256sum -c. README.txt says what each file is. It is written down in the
record’s log of access. Who the adopters are is not in it.

  LOCAL-ID           the authority’s own id for the child
  --authority CODE   the authority’s ONS code
  --out DIR          a folder that is new or empty; only you can read what is written

  bin/permanence archive R100030 --authority E08000019 --out archive-R100030`,
  options: { authority: { type: "string" }, out: { type: "string" } },
  async run(call) {
    const [localId] = words(call, ["LOCAL-ID"]) as [string];
    const authority = required(call, "authority", "the ONS code of the child’s authority");
    const out = required(call, "out", "the folder to write to");
    await mkdir(out, { recursive: true, mode: 0o700 });
    if ((await readdir(out)).length > 0) throw new Refused(`The folder ${out} is not empty. Give a new one, so that nothing is mixed or written over`);
    const made = await withApp(call, (app) => archiveByLocalId(app, { type: "operator", authority }, authority, localId));
    if (made === undefined) throw new Refused(`There is no child ${localId} in ${authority}`);
    for (const { name, text } of made.files) await writeFile(join(out, name), text, { mode: 0o600 });
    call.terminal.out(`Wrote ${made.files.length} files to ${out}. Check them with: sha256sum -c manifest.sha256`);
    return DONE;
  },
};
