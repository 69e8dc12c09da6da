import type { Command } from "./command.ts";
import { serving } from "./serving.ts";

export const demo: Command = {
  usage: "bin/permanence demo",
  help: `
Opens the tracker at http://127.0.0.1:3000 with an invented region in it: three authorities, one
regional agency, about 600 children, all of them made up. You choose who to be. The first start
fills it; later ones find it as it was left. This is what npm start does.

  PORT=8080 bin/permanence demo    at another port`,
  options: {},
  run: (call) => serving(call, true),
};
