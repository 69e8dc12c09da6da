/**
 * A process that uses the private server in a folder until its standard input ends:
 * `node tests/support/hold-server.ts FOLDER`. Says which server it has, in one line.
 */
import { ensureServer } from "../../src/store/server/server.ts";

const server = await ensureServer(process.argv[2] ?? "");
process.stdout.write(`${JSON.stringify({ pid: server.pid, url: server.url("postgres") })}\n`);
process.stdin.resume().once("end", () => void server.release().then(() => process.exit(0)));
