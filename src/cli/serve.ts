import type { Command } from "./command.ts";
import { serving } from "./serving.ts";

export const serve: Command = {
  usage: "bin/permanence serve",
  help: `
Serves real users. It wants these, each in the environment or in a file named by NAME_FILE, and
refuses to start until it has them all, saying every one that is missing:

  DATABASE_URL     a PostgreSQL 18 database, brought up to date by: bin/permanence migrate
  PUBLIC_ADDRESS   where people reach it, like https://permanence.example.gov.uk
  SESSION_KEY      a secret of 32 characters or more, the same for every process
  IDENTITY_KEY     the key to the identities of adopters, which is never in the database:
                   bin/permanence identity-key makes one
  SIGN_IN          a list of sign-in providers, as docs/operations.md shows

and may have these:

  BREAK_GLASS      what bin/permanence account break-glass wrote: emergency access
  HEADS_DIR        a folder outside the database for the heads of the chains, once a day
  HEADS_MAIL       who is mailed them once a day; with MAIL_SERVER and MAIL_FROM
  MAIL_SERVER      the mail server, with MAIL_FROM: people’s messages go by it too
  NOTIFY_KEY       with NOTIFY_TEMPLATE: they go by GOV.UK Notify instead
  PROXIES          how many proxies of your own stand before it; 0 unless told

Run as many processes as you need before one database. To look around, use: bin/permanence demo`,
  options: {},
  run: (call) => serving(call, false),
};
