import type { Command } from "./command.ts";

interface Listed {
  readonly summary: string;
  /** Read only when called, so that every other command starts without it. */
  readonly load: () => Promise<Command>;
}

/** Every command, in the order in which help teaches them. */
export const COMMANDS = {
  demo: { summary: "Open the tracker with an invented region in it, to look around", load: async () => (await import("./demo.ts")).demo },
  authority: { summary: "Add a local authority, or an agency", load: async () => (await import("./authority.ts")).authority },
  account: { summary: "Add or list people who sign in, sign them out, or make emergency access", load: async () => (await import("./account.ts")).account },
  agreement: { summary: "Say what an authority shares with its regional agency", load: async () => (await import("./agreement.ts")).agreement },
  import: { summary: "Import an authority’s 903 files", load: async () => (await import("./import.ts")).importReturn },
  published: { summary: "Import figures that others published, to compare with", load: async () => (await import("./published.ts")).published },
  scorecard: { summary: "Work out A1, A2, A3 and A10, from 903 files or from the record", load: async () => (await import("./scorecard.ts")).scorecard },
  forecast: { summary: "Work out what the scorecard is likely to become, and how well that has been said", load: async () => (await import("./forecast.ts")).forecast },
  child: { summary: "Show a child’s line and clocks", load: async () => (await import("./child.ts")).child },
  archive: { summary: "Write a child’s whole record into a folder, to be kept", load: async () => (await import("./archive.ts")).archive },
  clock: { summary: "Work out a due date, and say why", load: async () => (await import("./clock.ts")).clock },
  standards: { summary: "List the standards, or how each practice standard is realised", load: async () => (await import("./standards.ts")).standards },
  simulate: { summary: "Write 903 files of invented children", load: async () => (await import("./simulate.ts")).simulate },
  verify: { summary: "Prove that the record is as it was written", load: async () => (await import("./verify.ts")).verify },
  heads: { summary: "Write down where the chains have got to, to prove by later", load: async () => (await import("./heads.ts")).heads },
  post: { summary: "Say how the queue of people’s messages stands, and try again what was given up", load: async () => (await import("./post.ts")).post },
  reporting: { summary: "Let Power BI and Excel read figures and dates, without names", load: async () => (await import("./reporting.ts")).reporting },
  "identity-key": { summary: "Make the key to the identities of adopters, or change it", load: async () => (await import("./identity-key.ts")).identityKey },
  rebuild: { summary: "Make the lists anew from the record", load: async () => (await import("./rebuild.ts")).rebuild },
  migrate: { summary: "Bring the database up to date", load: async () => (await import("./migrate.ts")).migrate },
  serve: { summary: "Serve real users, with a database and a sign-in provider", load: async () => (await import("./serve.ts")).serve },
} as const satisfies Readonly<Record<string, Listed>>;

export type CommandName = keyof typeof COMMANDS;

export const isCommand = (text: string): text is CommandName => Object.hasOwn(COMMANDS, text);
