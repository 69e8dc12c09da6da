import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Figure, median, seconds } from "./measure.ts";
import { permanence } from "./sample-returns.ts";

const PORT = 3950;
const TIMES = 5;

/** From the command to the first page, with the demonstration already in its database. */
export async function benchStart(folder: string): Promise<readonly Figure[]> {
  const first = await startToPage(folder);
  const later: number[] = [];
  for (let i = 0; i < TIMES; i++) later.push(await startToPage(folder));
  return [
    { what: "Start to first page, nothing there: database made, region loaded", figure: `${first.toFixed(2)} s`, aim: "" },
    { what: "Start to first page, database there", figure: `${median(later).toFixed(2)} s`, aim: "2 s" },
  ];
}

async function startToPage(folder: string): Promise<number> {
  const server = spawn(permanence, ["demo"], {
    stdio: "ignore", env: { ...process.env, PORT: String(PORT), PERMANENCE_DATA: join(folder, "data"), DATABASE_URL: "" },
  });
  try {
    return await seconds(async () => {
      while (!(await answers())) {
        if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`);
        await sleep(10);
      }
    });
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

const answers = async (): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${PORT}/`)).ok;
  } catch {
    return false;
  }
};
