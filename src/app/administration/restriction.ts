import type { Person } from "../../domain/access/viewer.ts";
import type { RestrictionRule } from "../../domain/access/wall.ts";
import { readRule, restrictionChange } from "../../domain/administration/restriction.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { STAGE_CODES, type Stage } from "../../domain/permanence/stage.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";
import { audit, changing, looking, versionOf } from "./administering.ts";
import type { Made, RestrictionPage, RestrictionPreview } from "./views.ts";

/** A rule as it was typed: from which stage, and the roles it admits. */
export interface RuleTyped {
  readonly fromStage: string;
  readonly roles: readonly string[];
}

export const openRestriction = (app: App, person: Person): Promise<RestrictionPage> =>
  looking(app, person, async (reader) => {
    const { organisation } = person;
    const rule = await reader.restrictionRule(organisation.code);
    const groups = await reader.administration.walledGroups(organisation.code);
    const at = (stage: Stage): number => groups.filter((group) => group.stage === stage).reduce((sum, { children }) => sum + children, 0);
    return { organisation, rule, version: versionOf(rule), stages: STAGE_CODES.map((stage) => ({ stage, children: at(stage) })) };
  });

export type RuleLook = { readonly outcome: "preview"; readonly preview: RestrictionPreview } | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] };

/** How many children another rule would restrict, and who would lose what. Writes nothing. */
export const previewRestriction = (app: App, person: Person, typed: RuleTyped): Promise<RuleLook> => looking(app, person, (reader) => lookAt(app, reader, person, typed));

async function lookAt(app: App, reader: Reader, { organisation: { code, type } }: Person, typed: RuleTyped): Promise<RuleLook> {
  if (type !== "local-authority") return { outcome: "refused", refusals: [{ field: "fromStage", message: "When a child’s record is restricted is for the child’s authority to say" }] };
  const read = readRule(typed.fromStage, typed.roles);
  if ("refusals" in read) return { outcome: "refused", refusals: read.refusals };
  const before = await reader.restrictionRule(code);
  if (same(before, read.rule)) return { outcome: "refused", refusals: [{ field: "fromStage", message: "Nothing is changed yet: this is the rule already" }] };
  const today = app.clock.today();
  const people = (await reader.administration.accountsOf(code)).filter((one) => isPresent(one, today));
  return { outcome: "preview", preview: { before, after: read.rule, version: versionOf(before), change: restrictionChange(before, read.rule, await reader.administration.walledGroups(code), people) } };
}

const same = (a: RestrictionRule, b: RestrictionRule): boolean => a.fromStage === b.fromStage && a.roles.toSorted().join() === b.roles.toSorted().join();

/** Makes it the rule: records are restricted or open at once. */
export const saveRestriction = (app: App, person: Person, typed: RuleTyped, basedOn: string): Promise<Made<RestrictionPreview>> =>
  changing(app, person, async (writer) => {
    const looked = await lookAt(app, writer, person, typed);
    if (looked.outcome === "refused") return looked;
    const { preview } = looked;
    if (preview.version !== basedOn) return { outcome: "overtaken" };
    await writer.setRestrictionRule(person.organisation.code, preview.after);
    await audit(app, writer, person, "set-restriction-rule", {
      from: preview.after.fromStage, was: preview.before.fromStage, roles: [...preview.after.roles], wereRoles: [...preview.before.roles], closes: preview.change.closes, opens: preview.change.opens,
    });
    return { outcome: "done", done: preview };
  });
