import type { Command } from "./command.ts";
import { serving } from "./serving.ts";

export const serve: Command = {
  usage: "bin/permanence serve",
  help: `
Serves real users. It wants DATABASE_URL, a PostgreSQL 18 database, and a sign-in provider, and
refuses to start with what the demonstration makes do with. To look around, use: bin/permanence demo`,
  options: {},
  run: (call) => serving(call, false),
};
