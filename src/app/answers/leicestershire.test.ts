import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { BEFORE_THE_DECISION, LEICESTERSHIRE_JOURNEY, type Sitting } from "../../../tests/support/leicestershire-journey.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { Role } from "../../domain/access/role.ts";
import type { EntryInput } from "../../domain/commands/command.ts";
import { type Day, day } from "../../domain/dates/day.ts";
import { counts, isOpen } from "../../domain/standards/clock.ts";
import { addChild, NORTH, operatorOf, personIn } from "../../store/sample-region.ts";
import { type App, makeApp } from "../app.ts";
import { openChild } from "../open-child.ts";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { loadPacks } from "../../reference/packs.ts";
import type { ChildPage } from "../views.ts";
import { answerClocksOf, type ClockAnswer } from "./answer-clocks.ts";
import { checklistsOf, whoAnswers } from "./checklists.ts";
import { recordEntriesOf } from "./record-entries.ts";

const PACK = loadPacks().find(({ id }) => id === "leicestershire-2023")!;
const WORKERS: Partial<Record<Role, string>> = { "social-worker": "SW01001", "family-finder": "FF01001" };
const ROLES = [...new Set(LEICESTERSHIRE_JOURNEY.map((s) => s.as))];

describe("Leicestershire’s whole journey of one child", () => {
  let sample: SampleApp;
  let app: App;
  let today: Day = day("2026-01-12");
  let recordId = "";
  let version = BEFORE_THE_DECISION.length;

  before(async () => {
    sample = await startSampleApp(today, async (_app, store) => {
      recordId = await store.inTransaction(operatorOf(NORTH), async (writer) => {
        await writer.addOrganisation(NORTH);
        for (const role of ROLES) {
          const { account, name } = personIn(NORTH, role);
          await writer.addAccount({ account, name, role, organisation: NORTH.code, worker: WORKERS[role] ?? null, team: role === "team-manager" ? "Permanence team" : null });
        }
        await writer.lock(NORTH.code);
        await writer.addStandardsChange(NORTH.code, { at: "2025-01-06T09:00:00.000Z", reason: "Agreed by the service", change: { type: "adopt-pack", pack: PACK.id, from: day("2025-01-01") } });
        return addChild(writer, NORTH.code, "L-1", BEFORE_THE_DECISION);
      });
    });
    app = makeApp(sample.store, { today: () => today, now: () => `${today}T12:00:00.000Z` });
    await sample.store.maintenance.rebuild(app.summarise);
    for (const one of LEICESTERSHIRE_JOURNEY) await sit(one);
  });
  after(() => sample.stop());

  const opened = async (viewer: Person): Promise<ChildPage> => (await openChild(app, viewer, recordId)) ?? assert.fail(`${viewer.role} may not open the child on ${today}`);

  /** What one person writes down on one day, as the pages would send it. */
  async function sit({ on, as, happens, answers, declines }: Sitting): Promise<void> {
    today = day(on);
    const viewer = personIn(NORTH, as);
    const said = (d: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(d).filter(([, text]) => text !== ""));
    if (happens.length > 0) {
      const entries = happens.map((h): EntryInput => ({ kind: h.kind, happenedOn: h.on, certainty: h.certainty, detail: said(h.detail) }));
      const outcome = await recordEntriesOf(app, viewer, recordId, version, entries);
      if (outcome.outcome === "done") version = outcome.entries.at(-1)?.number ?? version;
      assert.equal(outcome.outcome, "done", `${on}, ${as}: ${JSON.stringify(outcome)}`);
    }
    if (answers.length + declines.length === 0) return;
    const child = await opened(viewer);
    const lines = checklistsOf(child, await whoAnswers(app, viewer)).flatMap((list) => list.lines);
    const which = (standard: string) => {
      const line = lines.find((l) => l.standard.id === standard && (l.state === "open" || l.state === "not-recorded"));
      return line ?? assert.fail(`${on}, ${as}: ${standard} is on no checklist, or not open: ${JSON.stringify(child.clocks.filter((k) => k.standard === standard))}`);
    };
    const typed: ClockAnswer[] = [
      ...answers.map(({ standard, kind, on: happenedOn, certainty, detail }): ClockAnswer => {
        const line = which(standard);
        return { standard, occurrence: String(line.clock?.occurrence), says: { as: "entry", input: { kind: kind ?? line.answers.ways[0]?.kind ?? "", happenedOn, certainty, detail: said(detail) } } };
      }),
      ...declines.map(({ standard, why }): ClockAnswer => ({ standard, occurrence: String(which(standard).clock?.occurrence), says: { as: "declined", why } })),
    ];
    const outcome = await answerClocksOf(app, viewer, recordId, child.version, typed);
    if (outcome.outcome === "done") version = outcome.entries.at(-1)?.number ?? version;
    assert.equal(outcome.outcome, "done", `${on}, ${as}: ${JSON.stringify(outcome)}`);
  }

  it("has every standard answered, or said not to be appropriate, and none left open", async () => {
    const { clocks } = await opened(personIn(NORTH, "team-manager"));
    const own = PACK.standards.map(({ id }) => [id, clocks.filter((k) => k.standard === id)] as const);
    assert.deepEqual(own.filter(([, all]) => all.length === 0).map(([id]) => id), [], "each started");
    assert.deepEqual(own.filter(([, all]) => !all.some((k) => k.stoppedOn !== null || k.flags.includes("declined"))).map(([id]) => id), [], "each was answered or declined");
    assert.deepEqual(clocks.filter((k) => isOpen(k) || k.state === "not-recorded").map((k) => [k.standard, k.state]), [], "nor of the national ones");
    assert.deepEqual(own.flatMap(([id, all]) => (all.some((k) => k.flags.includes("declined")) ? [id] : [])), ["LEIC-46"]);
  });

  it("was never late, but for what the words of the source leave to a guess", async () => {
    const { clocks } = await opened(personIn(NORTH, "team-manager"));
    assert.deepEqual(clocks.filter((k) => k.standard.startsWith("LEIC") && k.state === "met-late" && counts(k)).map((k) => `${k.standard} ${k.dueOn} ${k.stoppedOn}`), []);
  });

  it("leaves no clock unexplained", async () => {
    const { clocks } = await opened(personIn(NORTH, "team-manager"));
    for (const { standard, told, stoppedOn } of clocks) {
      assert.match(told.started, /^It (runs from|goes by) “/, standard);
      assert.match(told.end, stoppedOn === null ? /^It no longer applies from .*: (?!what it ran from has ended)/ : /^Stopped by “/, standard);
      assert.ok(told.evidence !== "" && told.owner !== "" && told.source !== "", standard);
    }
  });

  it("shows on each checklist who did what and when, and where the proof is", async () => {
    const manager = personIn(NORTH, "team-manager");
    const lists = checklistsOf(await opened(manager), await whoAnswers(app, manager));
    const lines = lists.flatMap((list) => list.lines).filter(({ standard }) => standard.id.startsWith("LEIC"));
    assert.deepEqual(lines.filter(({ state }) => state === "open" || state === "not-started").map(({ standard }) => standard.id), []);
    const told = lines.find(({ standard }) => standard.id === "LEIC-47")?.answeredBy;
    assert.deepEqual([told?.recordedBy, told?.happenedOn, told?.detail], [personIn(NORTH, "family-finder").account, "2026-07-27", { evidenceSystem: "Case system", onBehalfOf: "foster-carer" }]);
    assert.equal(lines.find(({ standard }) => standard.id === "LEIC-46")?.declinedBy?.detail["why"], "Both families live in the same town");
  });

  it("is all of the source: what is no clock is part of what was recorded, or is asked nationally", () => {
    const rows = new Set([...PACK.standards.map(({ id }) => id.replace(/[a-z]$/, "")), ...PACK.rows.map(({ id }) => id), ...PACK.sameAs.map(({ id }) => id)]);
    assert.deepEqual([...rows].sort(), Array.from({ length: 71 }, (_, i) => `LEIC-${String(i + 1).padStart(2, "0")}`));
  });
});
