import { readFile } from "node:fs/promises";
import { type IdentityKey, NOT_A_KEY, newIdentityKey, readIdentityKey } from "../app/identity/key.ts";
import { type Command, DONE, Refused, WrongUsage } from "./command.ts";
import { required, words } from "./options.ts";
import { plural } from "./problems.ts";
import { withApp } from "./with-app.ts";

export const identityKey: Command = {
  usage: "bin/permanence identity-key [rotate --from OLD-FILE --to NEW-FILE]",
  help: `
Prints a new key to the identities of adopters and of adopted children: 32 random bytes in base64,
for a file that IDENTITY_KEY_FILE names. Keep it apart from the database and from its backups, in two
places: without it, nobody ever reads those identities again; with it and a backup, anybody does.

  bin/permanence identity-key > identity-key
  bin/permanence identity-key rotate --from identity-key --to identity-key-2027
                              closes everything anew with another key, all or nothing. Stop serve
                              first, and start it with the new key. Keep the old one as long as any
                              backup that was made with it

  --from FILE   the key as it is
  --to FILE     the key as it is to be`,
  options: { from: { type: "string" }, to: { type: "string" } },
  async run(call) {
    if (call.words.length === 0) {
      call.terminal.out(newIdentityKey());
      return DONE;
    }
    const [verb] = words(call, ["“rotate”"]);
    if (verb !== "rotate") throw new WrongUsage(`“identity-key ${verb}” is not known; rotate is, and nothing at all to make a key`);
    const [old, next] = [await keyIn(required(call, "from", "the file of the key as it is")), await keyIn(required(call, "to", "the file of the key as it is to be"))];
    if (old.id === next.id) throw new Refused("The two files hold the same key. Make a new one with: bin/permanence identity-key");
    const { rotateIdentityKey } = await import("../app/identity/rotate.ts");
    const { CannotOpen } = await import("../app/identity/envelope.ts");
    const count = await withApp(call, (app) => rotateIdentityKey(app, old, next)).catch((error: unknown) => {
      if (error instanceof CannotOpen) throw new Refused("Something here was closed with another key than the one in --from. Nothing was changed");
      throw error;
    });
    call.terminal.out(`${plural(count, "identity", "identities")} closed with the new key`);
    return DONE;
  },
};

async function keyIn(file: string): Promise<IdentityKey> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Refused(`${file} cannot be read`);
  });
  const key = readIdentityKey(text);
  if (key === undefined) throw new Refused(`${file} holds what is ${NOT_A_KEY}`);
  return key;
}
