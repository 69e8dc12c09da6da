import { may } from "../../domain/access/policy.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import type { Case } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import { openOf } from "../../domain/permanence/moments.ts";
import { keysOf } from "../../domain/work/seats.ts";
import type { Reader } from "../../store/reader.ts";

/** Whether the viewer writes to this child at all: whoever records of children allocated to them only reads those on whom they are named besides. */
export async function writesTo(viewer: Viewer, reader: Reader, c: Case, today: Day): Promise<boolean> {
  if (viewer.type === "operator") return true;
  const answer = may(viewer.role, "record");
  if (!answer.allowed || answer.reach !== "allocated") return true;
  const own = (await reader.workers()).filter(({ account }) => account === viewer.account);
  const keys = new Set([viewer.account, ...[...own, ...await reader.covered(today)].flatMap(keysOf)]);
  return [openOf(c, "allocated-worker"), openOf(c, "family-finder")].some((e) => keys.has(String(e?.detail["worker"] ?? "")));
}
