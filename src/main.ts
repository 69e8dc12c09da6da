import { runCli } from "./cli/main.ts";
import { readConfig } from "./config.ts";

/**
 * Where everything is joined. The command line asks for what it needs when it needs it, so
 * that a call without a database never loads one, nor one without pages the pages.
 */
process.exitCode = await runCli(process.argv.slice(2), {
  openApp: async () => (await import("./app/open-app.ts")).openApp(readConfig(process.env)),
  migrate: async () => (await import("./app/open-app.ts")).migrateDatabase(readConfig(process.env)),
  serve: async (options) => (await import("./serve.ts")).serve(readConfig(process.env), options, process.env),
});
