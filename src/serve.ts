import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ServerType, serve as listen } from "@hono/node-server";
import { register } from "tsx/esm/api";
import { loadDemonstrationRegion } from "./app/demonstration.ts";
import { holdsDemonstration, organisationsMissing } from "./app/sign-in/ready.ts";
import type { App } from "./app/app.ts";
import { identityKeyOf, openApp, sessionKeyOf } from "./app/open-app.ts";
import { machineClock } from "./app/machine-clock.ts";
import { isAnotherKey } from "./app/identity/rotate.ts";
import { resumeRecomputes } from "./app/standards/recompute.ts";
import { unreadableStandards } from "./app/standards/unreadable.ts";
import { checkWorkedExamples } from "./reference/worked-examples.ts";
import type { ServeOptions, Serving } from "./cli/composition.ts";
import { type Config, projectFolder } from "./config.ts";
import { transportOf } from "./jobs/post/transport-of.ts";
import { type JobSettings, readJobSettings } from "./jobs/settings.ts";
import { keepUp } from "./jobs/upkeep.ts";
import { faultIn, logLine } from "./web/log-line.ts";
import { signInDepsOf } from "./web/sign-in/deps.ts";
import { type Environment, readServeSettings, type ServeSettings } from "./web/sign-in/settings.ts";

/** Why the server was not started, in a sentence for whoever started it. */
export class Refused extends Error {
  override name = "Refused";
}

/** Opens the database and serves the pages until the process is told to stop. Production throws NotConfigured where anything is missing, saying all of it. */
export async function serve(config: Config, options: ServeOptions, environment: Environment): Promise<Serving> {
  let jobs: JobSettings | undefined;
  const settings = options.demonstration ? undefined : readServeSettings(environment, (path) => readFileSync(path, "utf8"), config.databaseUrl, (setting, say) => {
    jobs = readJobSettings(setting, say);
  });
  const asked = askedToStop();
  let started = false;
  void asked.then(() => started || console.error("Stopping as soon as what has begun is finished"));
  // Named, because the loader looks for it in the folder of the command, which may be any.
  register({ tsconfig: join(projectFolder, "tsconfig.json") });
  const [{ createApp }, open] = await Promise.all([import("./web/app.tsx"), openApp(config, machineClock, settings?.identityKey ?? await identityKeyOf(config))]);
  try {
    if (settings === undefined) await loadDemonstrationRegion(open.app, (done, of) => options.progress?.(done / of));
    else await refuseUnready(open.app, settings);
    if (await isAnotherKey(open.app)) throw new Refused("The identity key is not the one that this database’s identities of adopters were closed with. Give the right one; to change it, see docs/operations.md on bin/permanence identity-key rotate");
    checkWorkedExamples();
    for (const line of await unreadableStandards(open.app)) console.error(line);
    // What a stop cut short goes on in the background; people are served meanwhile.
    void resumeRecomputes(open.app).catch((error: unknown) => console.error(`lists were not made anew: ${error instanceof Error ? error.name : "unknown"}`));
    const web = createApp({
      app: open.app,
      sessionKey: settings?.sessionKey ?? await sessionKeyOf(config),
      demonstration: settings === undefined,
      secure: settings?.secure ?? false,
      ...(settings === undefined ? {} : { signIn: signInDepsOf(settings, alarm) }),
      log: (line) => console.log(logLine(line, new Date())),
    });
    const server = await listening(web.fetch, config);
    // The people of the demonstration have no mail: what they are told is in their inboxes.
    const post = settings === undefined || jobs?.post === undefined ? undefined : { transport: transportOf(jobs.post, settings.address), address: settings.address };
    const upkeep = keepUp(open.app, { heads: jobs?.heads, post, say: alarm });
    started = true;
    surviveFaults();
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : config.port;
    return { url: `http://${config.host}:${port}`, stopped: untilStopped(asked, server, async () => { await upkeep.stop(); await open.close(); }) };
  } catch (error) {
    await open.close();
    throw error;
  }
}

const alarm = (line: string): void => console.error(logLine(line, new Date()));

/** What nobody caught is written down, and the others are served on: nothing is half-kept, since whatever writes does so in a transaction. */
function surviveFaults(): void {
  for (const kind of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(kind, (error: unknown) => alarm(`fault ${kind} ${error instanceof Error ? faultIn(error) : "unknown"}`));
  }
}

type Fetch = Parameters<typeof listen>[0]["fetch"];

/** The server, once it listens. Throws Refused where another has the port. */
const listening = (fetch: Fetch, { host, port }: Config): Promise<ServerType> => new Promise((resolve, reject) => {
  const started = listen({ fetch, hostname: host, port }, () => resolve(started));
  started.on("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? new Refused(`Port ${port} is in use. Set PORT to another, such as PORT=${port + 1} npm start`) : error));
});

/** Production never serves invented people, whom anybody may be; and says whom it cannot sign in yet. */
async function refuseUnready(app: App, { providers, breakGlass, address }: ServeSettings): Promise<void> {
  if (await holdsDemonstration(app)) throw new Refused("The database holds the demonstration region, whose children and people are invented. Give serve a database of its own in DATABASE_URL");
  for (const code of await organisationsMissing(app, providers.flatMap(({ organisations }) => organisations))) {
    console.error(`There is no organisation ${code} here yet, so nobody of it can sign in. Add it with: bin/permanence authority add ${code} "Its name"`);
  }
  if (breakGlass !== undefined) console.error(`Emergency access is on at ${address}/sign-in/emergency, as ${breakGlass.account}`);
}

/**
 * Settles once the process is told to stop. It listens to the end of the process: asked again while it is starting
 * or stopping, it must still let go of the database rather than die and leave that running.
 */
const askedToStop = (): Promise<void> => new Promise((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
});

async function untilStopped(asked: Promise<void>, server: ServerType, close: () => Promise<void>): Promise<void> {
  await asked;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
  await close();
}
