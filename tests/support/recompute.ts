import { makeApp } from "../../src/app/app.ts";
import { recompute } from "../../src/app/standards/recompute.ts";
import { openStore } from "../../src/store/store.ts";

/** A process of its own that takes up what is behind in the database of DATABASE_URL, and says when a slice is done: to be killed. */
const store = openStore(process.env["DATABASE_URL"] ?? "");
const app = makeApp(store);
for (const authority of await store.maintenance.authoritiesBehind()) {
  await recompute(app, authority, (done, of) => void process.stdout.write(`${done} of ${of}\n`));
}
await store.close();
