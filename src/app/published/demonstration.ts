import { loadComparators } from "../../reference/demonstration.ts";
import { yearEndingOf } from "../../domain/dates/day.ts";
import type { App } from "../app.ts";
import { keepGroup } from "./groups.ts";
import { beginPublished, confirmPublished } from "./import.ts";

/**
 * Brings published figures in for each authority of the demonstration that has none, by its analyst, and the groups it is
 * compared with. What could not be done is told, a sentence each: it is left out, and the rest goes on.
 */
export async function bringInDemonstrationFigures(app: App): Promise<readonly string[]> {
  const { source, groups, figures } = loadComparators();
  const left: string[] = [];
  for (const [organisation, its] of Map.groupBy(groups, (group) => group.organisation)) {
    const person = (await app.store.directory.people()).find((one) => one.organisation.code === organisation && one.role === "performance-analyst");
    if (person === undefined || (await app.store.reader(person).publishedImports(organisation)).length > 0) continue;
    const begun = await beginPublished(app, person, organisation, { source, fileName: "published.csv", bytes: Buffer.from(untilYear(figures, yearEndingOf(app.clock.today()) - 1)) });
    if (!("begun" in begun)) {
      left.push(`${organisation}: the published figures could not be read: ${JSON.stringify(begun)}`);
      continue;
    }
    const added = untilYear(figures, yearEndingOf(app.clock.today()) - 1).trim().split("\n").length - 1;
    const done = await confirmPublished(app, person, organisation, begun.begun, { added, changed: 0, replace: false });
    if ("refused" in done) left.push(`${organisation}: ${done.refused}`);
    for (const { name, kind, members } of its) {
      const kept = await keepGroup(app, person, organisation, { name, kind, members: members.join("\n") });
      if (!("kept" in kept)) left.push(`${organisation}, ${name}: ${JSON.stringify(kept)}`);
    }
  }
  return left;
}

/** The file without windows that have not ended. */
const untilYear = (csv: string, latest: number): string => csv.split("\n").filter((line, i) => i === 0 || !(Number(line.split(",")[1]) > latest)).join("\n");
