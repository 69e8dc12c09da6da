import type { ChallengeCommand } from "../../../app/challenges/run.ts";
import type { Refusal } from "../../../domain/commands/command.ts";
import { dateMessage, type DateParts, readDateParts } from "../../forms/date-input.ts";
import { type FieldError, readParts } from "../../forms/fields.tsx";
import type { FormBody } from "../child/entry-form/form.ts";

/** What somebody typed in one of the forms of a child’s challenges page. */
export interface TypedChallenge {
  readonly doing: Doing;
  /** The challenge’s number; 0 while it is being raised. */
  readonly challenge: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly answerBy: DateParts;
}

export const DOINGS = ["raise", "answer", "escalate", "resolve"] as const;
export type Doing = (typeof DOINGS)[number];

const TEXTS = ["about", "wanted", "level", "answer", "why", "how"] as const;

/** Ids of a form’s fields: several forms stand on one page. */
export const idIn = (doing: Doing, challenge: number, field: string): string => `${doing}${challenge === 0 ? "" : `-${challenge}`}-${field}`;

/** What was sent, as typed and as a command. A day that cannot be read goes on as typed, to be refused with the rest. */
export function readChallenge(body: FormBody): { readonly typed: TypedChallenge; readonly command: ChallengeCommand; readonly unreadable: readonly Refusal[] } {
  const doing = DOINGS.find((one) => one === body["do"]) ?? "raise";
  const challenge = /^\d{1,12}$/.test(body["challenge"] ?? "") ? Number(body["challenge"]) : 0;
  const text = (name: string): string => (body[idIn(doing, challenge, name)] ?? "").replaceAll("\r\n", "\n");
  const parts = readParts(body, idIn(doing, challenge, "answerBy"));
  const read = readDateParts(parts);
  const unreadable = "on" in read || read.problem === "empty" ? [] : [{ field: "answerBy", message: dateMessage("the day to answer by", read) }];
  const answerBy = "on" in read ? read.on : Object.values(parts).join(" ");
  return {
    typed: { doing, challenge, answerBy: parts, texts: Object.fromEntries(TEXTS.map((name) => [name, text(name)])) },
    command: commandOf(doing, challenge, text, answerBy), unreadable,
  };
}

function commandOf(doing: Doing, challenge: number, text: (name: string) => string, answerBy: string): ChallengeCommand {
  switch (doing) {
    case "raise": return { name: "raise-challenge", input: { about: text("about"), wanted: text("wanted"), level: text("level"), answerBy } };
    case "answer": return { name: "answer-challenge", input: { challenge, answer: text("answer") } };
    case "escalate": return { name: "escalate-challenge", input: { challenge, why: text("why"), answerBy } };
    case "resolve": return { name: "resolve-challenge", input: { challenge, how: text("how") } };
  }
}

/** Refusals at the boxes of the form they came from. */
export function challengeErrors({ doing, challenge }: TypedChallenge, refusals: readonly Refusal[], unreadable: readonly Refusal[]): readonly FieldError[] {
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  return refusals.map(({ field, message }) => ({ id: idIn(doing, challenge, field === "answerBy" ? "answerBy-day" : field), text: better.get(field) ?? message }));
}
