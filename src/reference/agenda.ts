import { readFileSync } from "node:fs";
import type { AgendaRule } from "../domain/meetings/agenda-rule.ts";
import { readAgendaRule } from "../domain/meetings/read-agenda-rule.ts";
import { Place, Unreadable } from "../domain/standards/reading.ts";
import { loadStandards, UnreadableStandards } from "./standards.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

const NAME = "standards/meetings/agenda.yaml";
let loaded: readonly AgendaRule[] | undefined;

/** The rules of the agenda from standards/meetings/agenda.yaml, read and checked once, in the file’s order. Throws UnreadableStandards. */
export const loadAgendaRules = (): readonly AgendaRule[] =>
  (loaded ??= parseAgendaRules({ name: NAME, text: readFileSync(new URL(`../../${NAME}`, import.meta.url), "utf8") }, new Set(loadStandards().map(({ id }) => id))));

/** Reads and checks a file of rules; `standards`: those that a rule may go by. Throws UnreadableStandards, every fault with its file and line. */
export function parseAgendaRules(file: YamlFile, standards: ReadonlySet<string>): readonly AgendaRule[] {
  const { value, fault, where } = readYaml(file);
  if (fault !== undefined) throw new UnreadableStandards([fault]);
  const faults: string[] = [];
  const rules: AgendaRule[] = [];
  const attempt = (read: () => void): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faults.push(`${where(error.path)}: ${error.message}`);
    }
  };
  attempt(() => {
    const top = new Place(value);
    top.keys(["rules"]);
    for (const place of top.at("rules").list()) {
      attempt(() => {
        const rule = readAgendaRule(place);
        if (rules.some(({ id }) => id === rule.id)) place.at("id").refuse(`There are two rules “${rule.id}”`);
        const { ground } = rule;
        if ((ground.by === "clock" || ground.by === "review") && !standards.has(ground.standard)) place.at("because").refuse(`${rule.id} goes by ${ground.standard}, and there is no such standard`);
        rules.push(rule);
      });
    }
  });
  if (faults.length > 0) throw new UnreadableStandards(faults);
  return rules;
}
