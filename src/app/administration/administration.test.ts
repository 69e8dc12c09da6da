import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { DEFAULT_RESTRICTION } from "../../domain/access/wall.ts";
import type { AccountInput } from "../../domain/administration/account.ts";
import { sampleEntries, type SampleEntry } from "../../domain/chronology/sample.ts";
import { day } from "../../domain/dates/day.ts";
import { NotPermitted } from "../../store/errors.ts";
import { AGENCY, NORTH, operatorOf, OTHER_AGENCY, personIn, SOUTH } from "../../store/sample-region.ts";
import type { Writer } from "../../store/writer.ts";
import { settled } from "../standards/recompute.ts";
import { type AgreementTyped, previewAgreement, saveAgreement } from "./agreement.ts";
import { addPerson, changePerson, setLeft, signOutEverywhere } from "./change-people.ts";
import { changeNamed, findWhose, openWhose } from "./child.ts";
import { listChanges, openAdministration } from "./home.ts";
import { renameOrganisation } from "./organisations.ts";
import { listPeople, openPerson } from "./people.ts";
import { openRestriction, previewRestriction, saveRestriction } from "./restriction.ts";
import { listTeams, previewRename, renameTeam } from "./teams.ts";

const TODAY = day("2026-06-01");
const administrator = personIn(NORTH, "administrator");
const manager = personIn(NORTH, "team-manager");
const analyst = personIn(NORTH, "performance-analyst");
const finder = personIn(AGENCY, "agency-home-finder");
const worker = personIn(NORTH, "social-worker");
let sample: SampleApp;
const ids = new Map<string, string>();

const inTeam = (team: string): SampleEntry => ({ kind: "responsible-team", on: "2025-02-01", detail: { team } });
const BEGUN: readonly SampleEntry[] = [{ kind: "birth", on: "2024-03-01" }, { kind: "looked-after", on: "2025-01-10" }];
const DECIDED: SampleEntry = { kind: "plan-decision", on: "2025-06-01", detail: { outcome: "made" } };
const ORDERED: SampleEntry = { kind: "placement-order", on: "2025-09-01" };
const ADOPTED: SampleEntry = { kind: "adoption-order", on: "2026-03-01" };
const CHILDREN: Readonly<Record<string, readonly SampleEntry[]>> = {
  N1: [...BEGUN, inTeam("East"), { kind: "allocated-worker", on: "2025-02-01", detail: { worker: "SW01" } }],
  N2: [...BEGUN, DECIDED, inTeam("East")],
  N3: [...BEGUN, DECIDED, ORDERED, inTeam("West"), { kind: "family-finder", on: "2025-09-02", detail: { worker: "FF01" } }],
  N4: [...BEGUN, DECIDED, ORDERED, ADOPTED, inTeam("East")],
  N5: [...BEGUN, DECIDED, { kind: "restriction", on: "2026-01-01", detail: { why: "An adopter works here" } }],
};

async function addRecord(writer: Writer, localId: string, entries: readonly SampleEntry[]): Promise<void> {
  const { id } = await writer.createRecord(NORTH.code, "child", localId);
  ids.set(localId, id);
  const written = await writer.appendHistory(NORTH.code, sampleEntries(entries).map(({ number: _n, recordedAt, recordedBy: _by, ...draft }) => ({ recordId: id, draft, recordedAt })), "sample");
  await writer.writeProjections(NORTH.code, [{ recordId: id, type: "child", entries: written.get(id) ?? [] }], sample.app.summarise);
}

before(async () => {
  sample = await startSampleApp(TODAY, () => Promise.resolve());
  const { store } = sample;
  for (const organisation of [AGENCY, OTHER_AGENCY, SOUTH]) await store.inTransaction(operatorOf(organisation), (writer) => writer.addOrganisation(organisation));
  await store.inTransaction(operatorOf(NORTH), async (writer) => {
    await writer.addOrganisation(NORTH);
    await writer.agree(AGENCY.code, NORTH.code, "placement-order");
    const roles: readonly Role[] = ["administrator", "team-manager", "performance-analyst", "social-worker", "legal"];
    for (const role of roles) {
      const { account, name } = personIn(NORTH, role);
      await writer.addAccount({ account, name, role, organisation: NORTH.code, worker: role === "social-worker" ? "SW01" : null, team: role === "team-manager" ? "West" : role === "social-worker" ? "East" : null });
    }
    await writer.lock(NORTH.code);
    await writer.addStandardsChange(NORTH.code, { at: `${TODAY}T08:00:00.000Z`, reason: "Ours", change: { type: "adopt-pack", pack: "leicestershire-2023", from: day("2025-01-01") } });
    for (const [localId, entries] of Object.entries(CHILDREN)) await addRecord(writer, localId, entries);
  });
  for (const person of [finder, personIn(SOUTH, "administrator"), personIn(AGENCY, "administrator")]) {
    await store.inTransaction(operatorOf(person.organisation), (writer) => writer.addAccount({ account: person.account, name: person.name, role: person.role, organisation: person.organisation.code, worker: null }));
  }
});
after(async () => {
  await settled(sample.app);
  await sample.stop();
});

const input = (over: Partial<AccountInput> = {}): AccountInput => ({ name: "Ash Rowan", role: "social-worker", team: "East", worker: "", service: "", signInName: "", email: "", ...over });
const versionOf = async (account: string, by: Person = administrator): Promise<string> => (await openPerson(sample.app, by, account))?.version ?? "";
const seen = async (viewer: Person): Promise<string> => {
  const children = await sample.app.store.reader(viewer).recordsById([...ids.values()]);
  return children.map(({ localId }) => localId).join(" ");
};
const lastAudit = async (organisation = NORTH.code): Promise<Record<string, unknown>> =>
  (await sample.owner.query<{ command: string; actor: string; input: Record<string, unknown> }>("select command, actor, input from audit where authority = $1 order by number desc limit 1", [organisation])).rows[0] ?? {};
const lastRefusal = async (): Promise<Record<string, unknown>> =>
  (await sample.owner.query<Record<string, unknown>>("select account, outcome, asked, how from access_log order by id desc limit 1")).rows[0] ?? {};
const ends = async (account: string): Promise<number> => (await sample.owner.query("select from session_end where account = $1", [account])).rowCount ?? 0;

describe("people", () => {
  it("are added with the name by which they sign in, and written down in the audit of their organisation", async () => {
    const made = await addPerson(sample.app, administrator, input({ worker: "SW09", signInName: "Ash@north.example" }));
    assert.deepEqual(made, { outcome: "done", done: { account: "north.ash.rowan", name: "Ash Rowan", signedOut: false } });
    assert.equal((await sample.app.store.signIns.registered("ash@north.example"))?.account, "north.ash.rowan");
    assert.deepEqual(await lastAudit(), {
      command: "set-account", actor: administrator.account,
      input: { account: "north.ash.rowan", did: "add", fields: ["name", "role", "worker", "team", "signInName"], role: "social-worker", team: "East", worker: "SW09", left: null },
    });
    const again = await addPerson(sample.app, administrator, input({ signInName: "ash@north.example" }));
    assert.ok(again.outcome === "refused" && /Ash Rowan signs in by this name already/.test(again.refusals[0]?.message ?? ""));
    const elsewhere = await addPerson(sample.app, personIn(SOUTH, "administrator"), input({ signInName: "ash@north.example" }));
    assert.ok(elsewhere.outcome === "refused" && !JSON.stringify(elsewhere).includes("Ash Rowan signs"), "nothing is told of who that is");
  });

  it("are nobody’s of another organisation, to see or to change", async () => {
    const south = personIn(SOUTH, "administrator");
    assert.equal(await openPerson(sample.app, south, "north.ash.rowan"), undefined);
    for (const made of [
      changePerson(sample.app, south, "north.ash.rowan", input({ role: "auditor" }), await versionOf("north.ash.rowan")),
      setLeft(sample.app, south, "north.ash.rowan", TODAY, await versionOf("north.ash.rowan")), signOutEverywhere(sample.app, south, "north.ash.rowan"),
    ]) assert.equal((await made).outcome, "not-found");
    assert.deepEqual((await listPeople(sample.app, south, { text: "", role: undefined, team: undefined, show: "all", page: 1 })).lines.map(({ account }) => account), [south.account]);
    await assert.rejects(sample.app.store.inTransaction(south, (writer) => writer.addAccount({ account: "north.ash.rowan", name: "X", role: "auditor", organisation: SOUTH.code, worker: null }), "agreement"), NotPermitted);
  });

  it("are changed by administrators alone", async () => {
    assert.equal((await addPerson(sample.app, manager, input())).outcome, "not-found");
    const namesOf = async (viewer: Person): Promise<readonly (string | null)[]> => (await sample.app.store.reader(viewer).administration.accountsOf(NORTH.code)).map(({ signInName }) => signInName);
    assert.ok((await namesOf(administrator)).includes("ash@north.example"));
    assert.ok((await namesOf(manager)).every((name) => name === null), "colleagues see no sign-in names");
    assert.deepEqual(await namesOf(personIn(SOUTH, "administrator")), []);
    await assert.rejects(listPeople(sample.app, analyst, { text: "", role: undefined, team: undefined, show: "all", page: 1 }), NotPermitted);
  });

  it("are signed out by another role, not by another team; and two administrators do not undo each other", async () => {
    const version = await versionOf("north.ash.rowan");
    const moved = await changePerson(sample.app, administrator, "north.ash.rowan", input({ worker: "SW09", signInName: "ash@north.example", team: "West" }), version);
    assert.ok(moved.outcome === "done" && !moved.done.signedOut);
    assert.equal(await ends("north.ash.rowan"), 0);
    assert.deepEqual(await changePerson(sample.app, administrator, "north.ash.rowan", input({ role: "panel" }), version), { outcome: "overtaken" });
    const promoted = await changePerson(sample.app, administrator, "north.ash.rowan", input({ worker: "SW09", signInName: "ash@north.example", team: "West", role: "family-finder" }), await versionOf("north.ash.rowan"));
    assert.ok(promoted.outcome === "done" && promoted.done.signedOut);
    assert.equal(await ends("north.ash.rowan"), 1);
    assert.equal((await sample.app.store.directory.person("north.ash.rowan"))?.role, "family-finder");
    assert.deepEqual((await openPerson(sample.app, administrator, "north.ash.rowan"))?.changes.map(({ input: { did, was } }) => [did, was ?? null]), [["change", "social-worker"], ["change", null], ["add", null]]);
  });

  it("leave on a day, with what they leave behind, and are signed out and gone at once", async () => {
    const page = await openPerson(sample.app, administrator, worker.account);
    assert.deepEqual([page?.leaves, page?.managers.map(({ account }) => account)], [[{ as: "allocated-worker", children: 1 }], [manager.account]]);
    const made = await setLeft(sample.app, administrator, worker.account, TODAY, page?.version ?? "");
    assert.ok(made.outcome === "done" && made.done.signedOut);
    assert.equal(await sample.app.store.directory.person(worker.account), undefined);
    assert.equal((await lastAudit())["command"], "set-account");
    assert.deepEqual((await openAdministration(sample.app, administrator)).leftWithChildren.map(({ account, children }) => [account, children]), [[worker.account, 1]]);
    assert.ok((await setLeft(sample.app, administrator, worker.account, null, await versionOf(worker.account))).outcome === "done");
    assert.equal((await sample.app.store.directory.person(worker.account))?.account, worker.account);
  });

  it("see what their team may from the moment they are moved to it", async () => {
    const before = await seen(manager);
    assert.equal(before, "N1 N2 N3");
    const state = (await openPerson(sample.app, administrator, manager.account))!;
    const moving = (team: string, version: string) => changePerson(sample.app, administrator, manager.account, input({ name: state.person.name, role: "team-manager", team }), version);
    assert.equal((await moving("East", state.version)).outcome, "done");
    assert.equal(await seen(manager), "N1 N2 N3 N4", "an adopted child’s restricted record is their team’s now");
    assert.equal((await moving("West", await versionOf(manager.account))).outcome, "done");
    assert.equal(await seen(manager), before);
  });
});

describe("teams", () => {
  it("are what people and children have, and are renamed for all of them at once, the record’s chain whole", async () => {
    const view = await sample.app.store.savedViews(worker).add("Ours", {});
    await sample.app.store.savedViews(worker).giveToTeam(view);
    assert.deepEqual((await listTeams(sample.app, administrator)).teams.map(({ team, people, children, views }) => [team, people, children, views]), [["East", 1, 2, 1], ["West", 2, 1, 0]]);
    const looked = await previewRename(sample.app, administrator, "East", "East and coast");
    assert.ok(looked.outcome === "preview");
    assert.deepEqual(await renameTeam(sample.app, administrator, "East", "East and coast", "another version"), { outcome: "overtaken" });
    assert.equal((await renameTeam(sample.app, administrator, "East", "East and coast", looked.preview.version)).outcome, "done");
    assert.deepEqual((await listTeams(sample.app, administrator)).teams.map(({ team, people, children, views }) => [team, people, children, views]), [["East and coast", 1, 2, 1], ["West", 2, 1, 0]]);
    assert.deepEqual((await sample.app.store.savedViews(worker).list()).views.map(({ name, team }) => [name, team]), [["Ours", "East and coast"]]);
    const { rows } = await sample.owner.query("select recorded_by, reason from entry where kind = 'responsible-team' and supersedes is not null and record_id = $1", [ids.get("N1")]);
    assert.deepEqual(rows, [{ recorded_by: administrator.account, reason: "The team “East” is called “East and coast” now" }]);
    const verified = await sample.app.store.maintenance.verify(sample.app.summarise);
    assert.equal(verified.firstBroken, null);
  });

  it("become one where the name is another’s, and say so first", async () => {
    const looked = await previewRename(sample.app, administrator, "East and coast", "West");
    assert.ok(looked.outcome === "preview" && looked.preview.joins?.team === "West");
    assert.deepEqual(await previewRename(sample.app, administrator, "Nowhere", "West"), { outcome: "not-found" });
    assert.equal((await previewRename(sample.app, administrator, "West", " West ")).outcome, "refused");
  });
});

describe("the sharing agreement", () => {
  const typed = (over: Partial<AgreementTyped> = {}): AgreementTyped => ({ agency: AGENCY.code, fromStage: "placement-order", fields: ["names", "workers", "notes", "barriers"], functions: [], ...over });

  it("shows before it is saved who would appear and vanish, and whose work would pass; and then it is so", async () => {
    assert.equal(await seen(finder), "N3");
    const looked = await previewAgreement(sample.app, administrator, typed({ fromStage: "matched", functions: ["family-finding", "matching"] }));
    assert.ok(looked.outcome === "preview");
    const { change, owners, people, version } = looked.preview;
    assert.deepEqual([change.appear.map(({ localId, wall }) => [localId, wall]), change.vanish.map(({ localId }) => localId), change.stay], [[["N4", 1]], ["N3"], 0]);
    assert.ok(owners.length > 3 && owners.every(({ to }) => to === "agency-home-finder"));
    assert.deepEqual(people, [{ role: "agency-home-finder", number: 1 }, { role: "administrator", number: 1 }]);
    assert.equal(await seen(finder), "N3", "looking changes nothing");
    assert.equal((await saveAgreement(sample.app, administrator, typed({ fromStage: "matched", functions: ["family-finding", "matching"] }), version)).outcome, "done");
    await settled(sample.app);
    assert.equal(await seen(finder), "N4");
    const { command, input: said } = (await lastAudit()) as { command: string; input: Record<string, unknown> };
    assert.deepEqual([command, said["from"], said["functions"], (said["was"] as Record<string, unknown>)["from"], said["appear"], said["vanish"]], ["set-agreement", "matched", ["family-finding", "matching"], "placement-order", 1, 1]);
    assert.deepEqual((await saveAgreement(sample.app, administrator, typed(), version)), { outcome: "overtaken" }, "somebody changed it since");
    const back = await previewAgreement(sample.app, administrator, typed());
    assert.ok(back.outcome === "preview" && back.preview.owners.every(({ from }) => from === "agency-home-finder"));
    assert.equal((await saveAgreement(sample.app, administrator, typed(), back.preview.version)).outcome, "done");
    await settled(sample.app);
    assert.equal(await seen(finder), "N3");
    assert.equal((await sample.app.store.maintenance.verify(sample.app.summarise)).firstBroken, null);
  });

  it("that would expose a record restricted by hand is refused in a sentence, and written down", async () => {
    for (const attempt of [previewAgreement(sample.app, administrator, typed({ fromStage: "decision" })), saveAgreement(sample.app, administrator, typed({ fromStage: "decision" }), "any")]) {
      const made = await attempt;
      assert.ok(made.outcome === "refused" && made.refusals[0]?.message.startsWith("A record that is restricted by hand would come within this agreement"));
      assert.ok(!JSON.stringify(made).includes("N5"));
      assert.deepEqual(await lastRefusal(), { account: administrator.account, outcome: "refused", asked: `an agreement with ${AGENCY.code} from decision`, how: "set-agreement" });
    }
    assert.equal(await seen(finder), "N3");
  });

  it("is with a regional agency, from a stage of the line, and an authority’s own", async () => {
    const refused = async (over: Partial<AgreementTyped>, by = administrator): Promise<readonly string[]> => {
      const looked = await previewAgreement(sample.app, by, typed(over));
      return looked.outcome === "refused" ? looked.refusals.map(({ field }) => field) : [];
    };
    assert.deepEqual(await refused({ agency: SOUTH.code, fromStage: "left-care" }), ["agency", "fromStage"]);
    assert.deepEqual(await refused({ fields: ["secrets"] }), ["fields"]);
    assert.deepEqual(await refused({}), ["fromStage"], "nothing is changed yet");
    assert.deepEqual(await refused({}, personIn(AGENCY, "administrator")), ["agency"]);
    await assert.rejects(previewAgreement(sample.app, manager, typed()), NotPermitted);
    assert.equal((await saveAgreement(sample.app, manager, typed({ fromStage: "matched" }), undefined)).outcome, "not-found");
  });
});

describe("the restriction rule", () => {
  it("says before it is saved how many records close and who loses them, and then they are closed", async () => {
    assert.equal(await seen(analyst), "N1 N2 N3");
    const { rule } = await openRestriction(sample.app, administrator);
    assert.deepEqual(rule, DEFAULT_RESTRICTION);
    const asked = { fromStage: "placement-order", roles: [...rule.roles] };
    const looked = await previewRestriction(sample.app, administrator, asked);
    assert.ok(looked.outcome === "preview");
    const { change, version } = looked.preview;
    assert.deepEqual([change.closes, change.opens, change.restricted], [1, 0, 2]);
    assert.deepEqual(change.people.map(({ account, before: had, after: has }) => [account, had, has]), [[analyst.account, 3, 2]]);
    assert.equal((await saveRestriction(sample.app, administrator, asked, version)).outcome, "done");
    assert.equal(await seen(analyst), "N1 N2");
    assert.equal(await seen(manager), "N1 N2 N3", "the team’s own");
    assert.deepEqual(await saveRestriction(sample.app, administrator, { ...asked, fromStage: "matched" }, version), { outcome: "overtaken" });
    assert.equal((await sample.app.store.maintenance.verify(sample.app.summarise)).firstBroken, null);
  });
});

describe("who works with a child", () => {
  it("is found by the local id without the record, and those restricted by hand are not found", async () => {
    const id = await findWhose(sample.app, administrator, " n1 ");
    assert.equal(id, ids.get("N1"));
    const page = await openWhose(sample.app, administrator, id ?? "");
    assert.deepEqual(page?.people.map(({ who, isHere }) => [who, isHere]), [[worker.name, true], ["Nobody", false], ["Nobody", false]]);
    assert.equal(await sample.app.store.reader(administrator).getRecord(id ?? ""), undefined, "the record itself is not theirs to open");
    assert.equal(await findWhose(sample.app, administrator, "N5"), undefined);
    assert.deepEqual(await lastRefusal(), { account: administrator.account, outcome: "refused", asked: "N5", how: "who-works-with" });
    assert.equal(await openWhose(sample.app, administrator, ids.get("N5")!), undefined);
    assert.equal(await openWhose(sample.app, personIn(SOUTH, "administrator"), id ?? ""), undefined);
  });

  it("is changed by naming somebody for some days, and ending that", async () => {
    const id = ids.get("N3")!;
    const lawyer = personIn(NORTH, "legal");
    const naming = { account: lawyer.account, as: "legal", from: TODAY, until: "", why: "The hearing" };
    const before = await openWhose(sample.app, administrator, id);
    assert.equal(await seen(lawyer), "");
    assert.equal((await changeNamed(sample.app, administrator, id, before?.version ?? 0, { name: "involve", input: naming })).outcome, "done");
    assert.equal(await seen(lawyer), "N3");
    assert.equal((await changeNamed(sample.app, administrator, id, before?.version ?? 0, { name: "involve", input: naming })).outcome, "overtaken");
    const named = await openWhose(sample.app, administrator, id);
    assert.deepEqual(named?.named.map(({ name, as }) => [name, as]), [[lawyer.name, "legal"]]);
    assert.equal((await changeNamed(sample.app, administrator, id, named!.version, { name: "end-involvement", input: { number: named!.named[0]!.number, why: "The hearing is over" } })).outcome, "done");
    assert.equal(await seen(lawyer), "");
    assert.equal((await changeNamed(sample.app, manager, id, 1e9, { name: "involve", input: naming })).outcome, "not-found", "a manager does it on the child’s page");
  });
});

describe("an organisation", () => {
  it("is renamed by its own administrator, and what was changed is listed with who did it", async () => {
    assert.equal((await renameOrganisation(sample.app, administrator, "North and Vale", NORTH.name)).outcome, "done");
    assert.equal((await sample.app.store.directory.organisation(NORTH.code))?.name, "North and Vale");
    assert.deepEqual(await renameOrganisation(sample.app, administrator, "North", NORTH.name), { outcome: "overtaken" });
    const { changes, next } = await listChanges(sample.app, administrator, undefined);
    assert.deepEqual([changes[0]?.command, changes[0]?.by, next], ["set-organisation", administrator.name, undefined]);
    assert.deepEqual((await listChanges(sample.app, personIn(SOUTH, "administrator"), undefined)).changes, []);
  });
});
