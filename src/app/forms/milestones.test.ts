import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { day } from "../../domain/dates/day.ts";
import type { FormAnswer } from "../../domain/forms/answers.ts";
import { questionOf } from "../../domain/forms/questions.ts";
import { addChild, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { runCommand } from "../run-command.ts";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { listForms } from "./list.ts";
import { type DraftAnswers, dropDraft, finishForm, keepDraft, type MilestonesPage, obstaclesTo, openMilestones } from "./milestones.ts";
import { closeMilestonesForm, openMilestonesForm } from "./opening.ts";

const TODAY = day("2026-06-01");
const person = (role: Role, account = `e09000901.${role}`): Person => ({ ...personIn(NORTH, role), account });
const finder = person("team-manager", "north.first");
const second = person("team-manager", "north.second");
const support = person("business-support");
const stranger = personIn(SOUTH, "business-support");

let sample: SampleApp;
const records = new Map<string, string>();
const CHILDREN = ["F-1", "F-2", "F-3", "F-4"] as const;

before(async () => {
  sample = await startSampleApp(TODAY, async (app, store) => {
    for (const organisation of [NORTH, SOUTH]) {
      await store.inTransaction(operatorOf(organisation), async (writer) => {
        await writer.addOrganisation(organisation);
        for (const { account, role, organisation: { code } } of [finder, second, support, stranger].filter((p) => p.organisation.code === organisation.code)) {
          await writer.addAccount({ account, name: account, role, organisation: code, worker: null, team: null });
        }
        if (organisation !== NORTH) return;
        await writer.lock(NORTH.code);
        for (const localId of CHILDREN) {
          records.set(localId, await addChild(writer, NORTH.code, localId, [
            { kind: "birth", on: "2024-02-10" }, { kind: "looked-after", on: "2025-01-10" },
            { kind: "adoption-pack-sent", on: "2026-04-01" }, { kind: "matching-panel", on: "2026-07-01", certainty: "planned" },
          ]));
        }
      });
    }
    await store.maintenance.rebuild(app.summarise);
  });
});
after(() => sample.stop());

const idOf = (localId: string): string => records.get(localId) ?? "";
const open = async (who: Person, localId: string): Promise<MilestonesPage> => (await openMilestones(sample.app, who, idOf(localId)))!;

/** A draft of dates by question, as a page keeps them. */
async function draft(who: Person, localId: string, answers: Readonly<Record<string, { readonly on: string; readonly choice?: string }>>): Promise<MilestonesPage> {
  const page = await open(who, localId);
  const kept: DraftAnswers = Object.fromEntries(Object.entries(answers).map(([kind, { on, choice = "" }]) =>
    [kind, { at: page.draft?.answers[kind]?.at ?? page.child.version, fields: { on, choice, chosenAt: String(page.child.version) } }]));
  await keepDraft(sample.app, who, page, kept);
  return open(who, localId);
}

const read = ({ draft: kept }: MilestonesPage): readonly FormAnswer[] =>
  Object.entries(kept?.answers ?? {}).map(([kind, { at, fields }]) => ({
    question: questionOf(kind)!, at, changes: null, reason: "It slipped",
    input: { kind, happenedOn: fields["on"] ?? "", certainty: "actual", detail: {} },
    choice: fields["choice"] === "theirs" || fields["choice"] === "both" ? fields["choice"] : null, chosenAt: Number(fields["chosenAt"]),
  }));

const finish = (who: Person, localId: string) => finishForm(sample.app, who, idOf(localId), read);
const recorded = async (localId: string, kind: "shortlist" | "support-plan") => (await open(finder, localId)).child.case.of(kind).map((e) => e.happenedOn);

describe("a draft of a milestones form", () => {
  it("is kept for its writer alone, touches no record, and is thrown away", async () => {
    const before = (await open(finder, "F-1")).child.version;
    const page = await draft(finder, "F-1", { shortlist: { on: "2026-05-20" } });
    assert.deepEqual([page.draft?.answers["shortlist"]?.fields["on"], page.draft?.basedOn, page.child.version], ["2026-05-20", before, before]);
    assert.equal((await open(second, "F-1")).draft, null);
    assert.equal(await openMilestones(sample.app, stranger, idOf("F-1")), undefined);
    assert.equal((await sample.owner.query("select from form_draft")).rowCount, 1);
    assert.equal(await dropDraft(sample.app, finder, idOf("F-1")), true);
    assert.equal((await open(finder, "F-1")).draft, null);
  });

  it("is finished whole, as one command in the audit, and is then gone", async () => {
    await draft(finder, "F-1", { shortlist: { on: "2026-05-20" }, "support-plan": { on: "2026-05-21" } });
    const outcome = await finish(finder, "F-1");
    assert.deepEqual(outcome, { outcome: "done", kinds: ["shortlist", "support-plan"] });
    assert.deepEqual([await recorded("F-1", "shortlist"), await recorded("F-1", "support-plan")], [["2026-05-20"], ["2026-05-21"]]);
    assert.equal((await open(finder, "F-1")).draft, null);
    const audit = await sample.owner.query("select command, actor from audit where record_id = $1 and actor <> 'operator'", [idOf("F-1")]);
    assert.deepEqual(audit.rows, [{ command: "record-entries", actor: finder.account }]);
  });

  it("lands nothing where one answer is wrong, and keeps every answer", async () => {
    const page = await draft(finder, "F-2", { shortlist: { on: "2026-05-20" }, "support-plan": { on: "2026-06-21" } });
    assert.deepEqual(obstaclesTo(page, read(page)).refusals.map(({ kind, field }) => [kind, field]), [["support-plan", "happenedOn"]]);
    assert.equal((await finish(finder, "F-2")).outcome, "refused");
    assert.deepEqual([await recorded("F-2", "shortlist"), Object.keys((await open(finder, "F-2")).draft?.answers ?? {})], [[], ["shortlist", "support-plan"]]);
  });
});

describe("two people on one form", () => {
  it("are told of each other question by question, and neither answer is lost", async () => {
    await draft(finder, "F-3", { shortlist: { on: "2026-05-20" }, "support-plan": { on: "2026-05-21" } });
    await draft(second, "F-3", { shortlist: { on: "2026-05-22" } });
    assert.equal((await finish(second, "F-3")).outcome, "done");

    const refused = await finish(finder, "F-3");
    assert.ok(refused.outcome === "refused");
    const { conflicts } = obstaclesTo(refused.page, read(refused.page));
    assert.deepEqual([...conflicts].map(([kind, { theirs }]) => [kind, theirs.map((e) => [e.happenedOn, e.recordedBy])]), [["shortlist", [["2026-05-22", second.account]]]]);
    assert.deepEqual(await recorded("F-3", "support-plan"), [], "nothing lands while one question waits");

    await draft(finder, "F-3", { shortlist: { on: "2026-05-20", choice: "both" }, "support-plan": { on: "2026-05-21" } });
    assert.equal((await finish(finder, "F-3")).outcome, "done");
    assert.deepEqual([await recorded("F-3", "shortlist"), await recorded("F-3", "support-plan")], [["2026-05-20", "2026-05-22"], ["2026-05-21"]]);
  });

  it("finishing at the same moment, both are heard", async () => {
    await draft(finder, "F-4", { shortlist: { on: "2026-05-20" } });
    await draft(second, "F-4", { "support-plan": { on: "2026-05-21" } });
    const outcomes = await Promise.all([finish(finder, "F-4"), finish(second, "F-4")]);
    assert.deepEqual(outcomes.map(({ outcome }) => outcome), ["done", "done"], "they answered different questions");
  });
});

describe("the forms of an authority", () => {
  const names = (lines: readonly { readonly localId: string }[]): string => lines.map(({ localId }) => localId).sort().join(" ");

  it("are listed by what is to be done, opened, closed and opened again", async () => {
    let forms = (await listForms(sample.app, support))!;
    assert.equal(names(forms.lists.open), "F-1 F-2 F-3 F-4");
    assert.deepEqual(forms.lists.packs.map(({ on, dueOn, days }) => [on, dueOn, days])[0], ["2026-04-01", "2026-05-01", -31], "twenty working days over Easter");
    assert.equal(forms.ownStandard, false);

    const { child } = await open(support, "F-2");
    assert.equal((await openMilestonesForm(sample.app, finder, idOf("F-2"), child.version)).outcome, "forbidden");
    assert.equal((await openMilestonesForm(sample.app, stranger, idOf("F-2"), child.version)).outcome, "not-found");
    assert.equal((await openMilestonesForm(sample.app, support, idOf("F-2"), child.version)).outcome, "done");
    assert.equal((await openMilestonesForm(sample.app, support, idOf("F-2"), child.version)).outcome, "overtaken");
    forms = (await listForms(sample.app, support))!;
    assert.deepEqual([names(forms.lists.open), names(forms.lists.all)], ["F-1 F-3 F-4", "F-2"]);
    assert.equal(await listForms(sample.app, finder), undefined);
    assert.deepEqual(Object.values((await listForms(sample.app, stranger))!.lists).flat(), []);
  });

  it("once closed are read and not answered, and the draft is still there when they are opened again", async () => {
    let page = await open(support, "F-2");
    const opened = page.child.case.of("milestones-form")[0]!;
    // Opened today, and so closed from tomorrow: here it began last month.
    await sample.store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.lock(NORTH.code);
      const began = { ...opened, happenedOn: day("2026-05-01"), supersedes: opened.number, cause: "corrected" as const };
      const { number: _n, recordedAt: _at, recordedBy: _by, ...moved } = began;
      await writer.appendEntries(NORTH.code, new Map([[idOf("F-2"), [moved]]]), `${TODAY}T12:00:00.000Z`);
    });
    await runCommand(sample.app, finder, idOf("F-2"), (await open(finder, "F-2")).child.version, { name: "record-entry", input: { kind: "adoption-not-the-route", happenedOn: "2026-05-20", certainty: "actual", detail: {} } });
    assert.deepEqual((await listForms(sample.app, support))!.lists.close.map(({ localId, reason }) => [localId, reason]), [["F-2", "not-pursued"]]);

    page = await open(support, "F-2");
    const input = { closedOn: TODAY, endReason: "not-pursued", note: "" };
    assert.equal((await closeMilestonesForm(sample.app, finder, idOf("F-2"), page.child.version, input)).outcome, "forbidden");
    assert.equal((await closeMilestonesForm(sample.app, support, idOf("F-2"), page.child.version, input)).outcome, "done");
    page = await open(finder, "F-2");
    assert.deepEqual([page.form.state, page.may.answer, Object.keys(page.draft?.answers ?? {})], ["closed", false, ["shortlist", "support-plan"]]);
    assert.equal((await finish(finder, "F-2")).outcome, "forbidden");
    assert.equal((await openMilestonesForm(sample.app, support, idOf("F-2"), page.child.version)).outcome, "done");
    assert.equal((await open(finder, "F-2")).may.answer, true);
  });
});
