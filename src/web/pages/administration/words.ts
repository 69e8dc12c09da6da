import type { ChangeLine } from "../../../app/administration/views.ts";
import { isRole } from "../../../domain/access/recognise.ts";
import { type Role, ROLES } from "../../../domain/access/role.ts";
import { ADOPTION_FUNCTIONS, isFunction } from "../../../domain/agency/functions.ts";
import { FIELD_CODES } from "../../../domain/agency/agreement.ts";
import { dayInWords, parseDay } from "../../../domain/dates/day.ts";
import { counted, listed, lower } from "../../../domain/words.ts";
import { isStage, STAGES } from "../../../domain/permanence/stage.ts";

export const childrenInWords = (n: number): string => counted(n, "child", "children");
export const peopleInWords = (n: number): string => counted(n, "person", "people");

export const AS = { "allocated-worker": "as social worker", "family-finder": "as family finder", "reviewing-officer": "as reviewing officer" } as const;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const role = (value: unknown): string => (isRole(text(value)) ? lower(ROLES[text(value) as Role]) : text(value));
const stage = (value: unknown): string => (isStage(text(value)) ? lower(STAGES[text(value) as keyof typeof STAGES]) : text(value));
const on = (value: unknown): string => {
  const day = parseDay(text(value));
  return day === undefined ? text(value) : dayInWords(day);
};
const FIELDS: Readonly<Record<string, string>> = { name: "name", role: "role", worker: "worker code", team: "team", service: "service", signInName: "sign-in name", email: "e-mail address", leftOn: "last day" };

type Input = ChangeLine["input"];

/** What a line of the audit says was done, for people; what it does not know it names as the audit does. */
export function changeInWords({ command, input }: Pick<ChangeLine, "command" | "input">): string {
  switch (command) {
    case "set-account": return accountInWords(input);
    case "add-account": return `Added or changed on the machine: ${role(input["role"])}`;
    case "end-sessions": return "Signed out everywhere, on the machine";
    case "link-account": return "Signed in for the first time, and was linked to their organisation’s account";
    case "unlink-account": return "Unlinked on the machine, for the next to sign in by the name";
    case "add-authority": return "Organisation added on the machine";
    case "set-organisation": return input["did"] === "rename" ? "Organisation renamed" : "Organisation added or changed";
    case "set-restriction-rule": return `Records restricted from: ${stage(input["from"])}${input["was"] === input["from"] ? "" : ` (was ${stage(input["was"])})`}. Admits ${listed(codes(input["roles"]).map(role))}`;
    case "set-agreement": return agreementInWords(input);
    default: return command;
  }
}

function accountInWords(input: Input): string {
  switch (input["did"]) {
    case "add": return `Added as ${role(input["role"])}${text(input["team"]) === "" ? "" : `, ${text(input["team"])}`}`;
    case "leave": return `Not here from ${on(input["left"])}${typeof input["children"] === "number" && input["children"] > 0 ? `, leaving ${childrenInWords(input["children"])}` : ""}`;
    case "return": return "Here after all";
    case "sign-out": return "Signed out everywhere";
    case "rename-team": return `Team “${text(input["was"])}” called “${text(input["team"])}”: ${peopleInWords(Number(input["people"]))} and ${childrenInWords(Number(input["children"]))}`;
    default: {
      const moved = [
        ...(input["was"] === undefined ? [] : [`role from ${role(input["was"])} to ${role(input["role"])}`]),
        ...(input["team"] === undefined ? [] : [`team from ${text(input["wasIn"]) || "none"} to ${text(input["team"]) || "none"}`]),
        ...codes(input["fields"]).filter((field) => field !== "role" && field !== "team").map((field) => FIELDS[field] ?? field),
      ];
      return `Changed: ${listed(moved)}`;
    }
  }
}

function agreementInWords(input: Input): string {
  const functions = codes(input["functions"]).map((code) => (isFunction(code) ? lower(ADOPTION_FUNCTIONS[code].label) : code));
  const hides = FIELD_CODES.filter((code) => !codes(input["fields"]).includes(code));
  return `Agreement with ${text(input["agency"])} from: ${stage(input["from"])}. ${functions.length === 0 ? "No function given" : `Given: ${listed(functions)}`}${hides.length === 0 ? "" : `. Hidden: ${listed(hides)}`}. ${childrenInWords(Number(input["appear"]))} appeared, ${Number(input["vanish"])} vanished`;
}

const codes = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : []);
