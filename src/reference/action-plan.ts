import { OWNING_OFFICES } from "../domain/scorecard/plan/owners.ts";
import type { PlanOwner } from "../domain/scorecard/plan/plan.ts";
import type { PlanTemplate, TemplateAction, TemplateObjective } from "../domain/scorecard/plan/template.ts";
import { Place, Unreadable } from "../domain/standards/reading.ts";
import { referenceText } from "./read.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

let loaded: PlanTemplate | undefined;

/** The plan to start from, of `reference/action-plan.yaml`, read and checked once. */
export const loadPlanTemplate = (): PlanTemplate => (loaded ??= parsePlanTemplate({ name: "reference/action-plan.yaml", text: referenceText("action-plan.yaml") }));

/** Reads and checks a plan to start from. Throws a RangeError with the file and line of the first fault. */
export function parsePlanTemplate(file: YamlFile): PlanTemplate {
  const { value, fault, where } = readYaml(file);
  if (fault !== undefined) throw new RangeError(fault);
  try {
    const top = new Place(value);
    top.keys(["source", "objectives"]);
    return { source: top.at("source").text(), objectives: top.at("objectives").list().map(objectiveAt) };
  } catch (error) {
    if (error instanceof Unreadable) throw new RangeError(`${where(error.path)}: ${error.message}`, { cause: error });
    throw error;
  }
}

function objectiveAt(place: Place): TemplateObjective {
  place.keys(["title", "actions"]);
  return { title: place.at("title").text(), actions: place.at("actions").list().map(actionAt) };
}

function actionAt(place: Place): TemplateAction {
  place.keys(["words", "owners", "months", "shown-by"]);
  return {
    words: place.at("words").text(), owners: place.at("owners").list().map((owner) => ownerFrom(owner.text())),
    months: place.maybe("months")?.count() ?? null, shownBy: place.maybe("shown-by")?.text() ?? "",
  };
}

/** `service-manager-adoption`, a role, or somebody outside by name. */
export function ownerFrom(text: string): PlanOwner {
  const office = OWNING_OFFICES.find(({ role, service }) => (service === null ? role : `${role}-${service}`) === text);
  return office === undefined ? { type: "named", name: text } : { type: "office", role: office.role, service: office.service };
}
