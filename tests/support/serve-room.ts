import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { makeApp } from "../../src/app/app.ts";
import { machineClock } from "../../src/app/machine-clock.ts";
import { openStore } from "../../src/store/store.ts";
import { createApp } from "../../src/web/app.tsx";
import { IDENTITY_KEY } from "./identity-key.ts";
import { TODAY } from "./region.ts";

/** A process that serves the pages on the database given, and says on its standard output where: `node --import tsx serve-room.ts <url>`. */
const [url = ""] = process.argv.slice(2);
const store = openStore(url, { today: () => TODAY });
const app = makeApp(store, { today: () => TODAY, now: machineClock.now }, IDENTITY_KEY);
const web = createApp({ app, sessionKey: "the key of these rooms, which signs no real cookie", demonstration: true, secure: false, log: (line) => { if (line.startsWith("fault")) console.error(line); } });
const server = serve({ fetch: web.fetch, hostname: "127.0.0.1", port: 0 }, () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
