import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Hono } from "hono";
import { crawl, type Given } from "../../tests/support/crawl.ts";
import { sitDown } from "../../tests/support/meeting-room.ts";
import { fillRegion, HARROWMERE, type StoryChild, TIDEWELL, TODAY } from "../../tests/support/region.ts";
import { type SampleApp, startSampleApp } from "../../tests/support/sample-app.ts";
import { readWord } from "../../tests/support/word.ts";
import { findChildren } from "../app/find-children.ts";
import { recordAdopters } from "../app/identity/adopters.ts";
import { personOf } from "../app/people.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import type { AdoptiveSideInput } from "../domain/identity/household.ts";
import { readWorkbook } from "../intake/sheets/read-workbook.ts";
import { createApp } from "./app.tsx";
import type { WebEnv } from "./deps.ts";

const child = (localId: string, entries: readonly SampleEntry[], authority = HARROWMERE.code): StoryChild => ({ authority, localId, entries });
const named = (role: string, as: string): SampleEntry => ({ kind: "involvement", on: "2026-02-01", detail: { account: `harrowmere.${role}`, as, why: "In the proceedings" } });
const inCare = (worker: string, name: string): readonly SampleEntry[] => [
  { kind: "birth", on: "2023-03-01" }, { kind: "particulars", on: "2024-06-01", detail: { givenName: name, familyName: "Birthname" } },
  { kind: "looked-after", on: "2024-06-01" }, { kind: "legal-status", on: "2024-06-01", detail: { status: "C2" } },
  { kind: "placement", on: "2024-06-01", until: "2026-03-02", detail: { type: "U6", carer: "FC-0001" } }, { kind: "allocated-worker", on: "2024-06-02", detail: { worker } },
  { kind: "responsible-team", on: "2024-06-02", detail: { team: "Permanence North" } },
];
/** Matched and placed with a family, whom notes name as people do. */
const placed = (family: string, words: string): readonly SampleEntry[] => [
  { kind: "primary-plan", on: "2024-12-01", detail: { plan: "ADOPTION" } }, { kind: "plan-decision", on: "2025-01-10" }, { kind: "placement-order", on: "2025-02-10" },
  { kind: "expression-of-interest", on: "2025-10-01", detail: { family } }, { kind: "link", on: "2025-11-01", detail: { family } },
  { kind: "matching-meeting", on: "2025-11-20", detail: { note: `Met the ${words}` } }, { kind: "visit", on: "2025-12-01", detail: { note: `Told of the ${words}` } },
  { kind: "barrier", on: "2025-12-01", detail: { barrier: "other", note: `The ${words} move house` } }, { kind: "tracking-meeting", on: "2025-12-10", detail: { note: `${words}: on time` } },
  { kind: "match-decision", on: "2026-01-20", detail: { outcome: "made", family, note: `The ${words} can meet the child’s needs` } },
  { kind: "placement", on: "2026-03-02", detail: { type: "A6", carer: family } }, { kind: "placed-for-adoption", on: "2026-03-02", detail: { family } },
  { kind: "adoption-visit", on: "2026-03-06", detail: { note: `The ${words} are well` } }, { kind: "support-visit", on: "2026-03-20", detail: { evidencePlace: `${words}, visits` } },
  { kind: "adoption-review", on: "2026-12-20", certainty: "planned", recordedOn: "2026-04-01" },
];
const ADOPTED: readonly SampleEntry[] = [{ kind: "adoption-application", on: "2026-05-20" }, { kind: "adoption-order", on: "2026-07-01" }];

const CHILDREN: readonly StoryChild[] = [
  child("HM-0201", [...inCare("SW01501", "Tansy"), ...placed("AF-4711", "Wrenfeathers"), named("legal", "legal"), named("medical-adviser", "medical-adviser"), named("social-worker", "previous-worker")]),
  child("HM-0202", [...inCare("SW01501", "Teasel"), ...placed("AF-4712", "Larkspurs"), ...ADOPTED, { kind: "closure-summary", on: "2026-08-01" }, { kind: "record-sealed", on: "2026-09-01" }]),
  child("HM-0203", [...inCare("SW01501", "Tormentil"), ...placed("AF-4713", "Oxlips"), ...ADOPTED]),
  child("HM-0204", [...inCare("SW01001", "Tarragon"), named("legal", "legal")]),
  child("TW-0201", inCare("SW01001", "Trefoil"), TIDEWELL.code),
];
const SIDE: AdoptiveSideInput = {
  given1: "Orlaith", family1: "Wrenfeather", given2: "", family2: "", address: "47 Tanglewood Rise", town: "Nether Quillby", postcode: "ZQ7 4TW", phones: "07700 900123",
  email: "orlaith@quillby.example", childGiven: "", childFamily: "", newRecord: "", nhsNumber: "", pupilNumber: "",
};
/** What tells of the adopters: references, names, where they live. */
const ADOPTERS = /AF-471\d|Wrenfeather|Larkspur|Oxlip|Orlaith|Tanglewood|Quillby|ZQ7 ?4TW|900123/i;
/** What tells that there is a sealed record at all. */
const SEALED = /HM-0202|Teasel/;
const RESTRICTED = /HM-0203|Tormentil/;

let sample: SampleApp;
let web: Hono<WebEnv>;
let records: Map<string, string>;
before(async () => {
  sample = await startSampleApp(TODAY, async (app) => {
    records = await fillRegion(app, CHILDREN);
    await app.store.inTransaction({ type: "operator", authority: HARROWMERE.code }, async (writer) => {
      await writer.lock(HARROWMERE.code);
      const { id } = await writer.createRecord(HARROWMERE.code, "sibling-group", "SG-1");
      const drafts = ["HM-0202", "HM-0204", "HM-0203"].map((localId) => ({ kind: "sibling-membership" as const, happenedOn: TODAY, certainty: "actual" as const, detail: { child: records.get(localId)! }, source: { type: "person" as const } }));
      const written = await writer.appendEntries(HARROWMERE.code, new Map([[id, drafts]]), `${TODAY}T09:00:00.000Z`);
      await writer.writeProjections(HARROWMERE.code, [{ recordId: id, type: "sibling-group", entries: written.get(id) ?? [] }], app.summarise);
    });
    const support = await personOf(app, "harrowmere.business-support") ?? assert.fail("nobody");
    const version = (await app.store.reader(support).getRecord(records.get("HM-0201")!))!.version;
    assert.equal(version > 0 && (await recordAdopters(app, support, records.get("HM-0201")!, 0, SIDE)).outcome, "done");
  });
  await meetOf();
  web = createApp({ app: sample.app, sessionKey: "the key of the tests, which signs no real cookie", demonstration: true, secure: false, log: (line) => assert.doesNotMatch(line, ADOPTERS) });
});
after(() => sample.stop());

/** A meeting of which some children are not everybody’s: its minutes, and the record of each. */
let meeting: readonly string[] = [];
async function meetOf(): Promise<void> {
  const administrator = await personOf(sample.app, "harrowmere.tracking-administrator") ?? assert.fail("nobody");
  const sat = await sitDown(sample.app, administrator, TODAY, [records.get("HM-0201")!, records.get("HM-0204")!], []);
  const items = [...sat.items];
  for (const [localId, words] of [["HM-0202", "Teasel is settled"], ["HM-0203", "Tormentil is settled"]] as const) {
    const { rows: [row] } = await sample.owner.query(`insert into agenda_item (organisation, meeting, authority, record_id, part, position, minutes) values ($1, $2, $1, $3, 'plans', 9, 10) returning id`, [HARROWMERE.code, sat.meeting, records.get(localId)]);
    await sample.owner.query("insert into meeting_text (organisation, meeting, item, box, text, revision, saved_by, saved_at) values ($1, $2, $3, 'discussion', $4, 1, $5, now())", [HARROWMERE.code, sat.meeting, row.id, words, administrator.account]);
    items.push(row.id);
  }
  meeting = [...["", "/minutes", "/minutes.docx", "/agenda.docx", "/room"].map((page) => `/meetings/${sat.meeting}${page}`), ...items.flatMap((item) => [`/meetings/items/${item}/record.docx`, `/meetings/items/${item}/correct`])];
}

/** What stands in a file, where its bytes are packed. */
async function textOf({ type, path, bytes }: Given): Promise<string> {
  if (type.includes("wordprocessingml")) return readWord(bytes).everything;
  if (!type.includes("spreadsheetml")) return new TextDecoder().decode(bytes);
  const read = await readWorkbook({ name: path, bytes });
  return "refused" in read ? assert.fail(`${path} is no workbook`) : JSON.stringify(read.workbook);
}

/** Beside what links lead to: every list that can be taken away with all it can show, days gone by, and each child’s pages by their address. */
const FROM = [
  "/tracker?columns=all", "/tracker/take-away.csv", "/tracker/take-away.xlsx", "/tracker/print", "/tracker/compare?from=2025-10-01&to=2026-11-20&how=stood", "/tracker?stood=2026-04-01",
  "/find?q=Birthname", "/find?q=HM-02", "/drift", "/scorecard", "/scorecard/A1", "/scorecard/stages", "/scorecard/counts", "/scorecard/counts/A15", "/scorecard/quarterly", "/scorecard/entered", "/scorecard/equity", "/scorecard/pipeline", "/scorecard/forecast", "/scorecard/comparators", "/scorecard/downloads/scorecard.csv?table=not-counted", "/scorecard/downloads/behind.csv?indicator=A1", "/scorecard/downloads/counts.csv?table=happened", "/scorecard/downloads/pipeline.csv?table=children", "/scorecard/plan", "/scorecard/regular", "/reports/scrutiny/preview", "/standards/performance", "/inbox", "/meetings", "/meetings/calendar", "/actions", "/actions?of=all", "/actions?of=all&ended=yes",
];
const pageOf = (localId: string, page = ""): string => `/children/${records.get(localId)}${page}`;
const pagesOf = (localId: string): readonly string[] => ["", "/clocks", "/chronology", "/checklists", "/milestones", "/access", "/profile", "/challenges", "/meetings", "/seal", "/adopters", "/release", "/move"].map((page) => pageOf(localId, page));

describe("nothing that the birth side can reach tells of the adopters", () => {
  for (const [role, follow, sees] of [
    ["social-worker", true, ["HM-0201", "HM-0204"]], ["performance-analyst", true, ["HM-0201", "HM-0204"]],
    ["legal", false, ["HM-0201", "HM-0204"]], ["medical-adviser", false, ["HM-0201"]], ["assistant-director", false, ["HM-0201", "HM-0204"]],
  ] as const) {
    test(`to a ${role}: no reference, no name, no sealed record, in any page or file`, async () => {
      const given = await crawl(web, `harrowmere.${role}`, { follow, from: [...FROM, ...meeting, ...CHILDREN.map(({ localId }) => pageOf(localId)), ...pagesOf("HM-0201")] });
      for (const one of given) {
        const text = await textOf(one);
        for (const words of [ADOPTERS, SEALED, RESTRICTED]) {
          const found = words.exec(text);
          assert.equal(found === null ? null : `${one.path}: ${text.slice(Math.max(0, found.index - 60), found.index + 60)}`, null);
        }
      }
      const opened = new Set(given.filter(({ status }) => status === 200).map(({ path }) => path));
      assert.deepEqual(CHILDREN.filter(({ localId }) => opened.has(pageOf(localId))).map(({ localId }) => localId), sees);
      assert.deepEqual(meeting.slice(1, 4).filter((path) => !opened.has(path)), [], "the minutes and their files are among what was read");
      assert.ok(given.length > (follow ? 60 : 25), `only ${given.length} addresses were reached`);
    });
  }

  for (const [role, byFamily, byCarer] of [
    ["social-worker", [], ["HM-0201", "HM-0204"]], ["performance-analyst", [], ["HM-0201", "HM-0204"]], ["legal", [], ["HM-0201", "HM-0204"]],
    ["family-finder", ["HM-0201"], ["HM-0201", "HM-0203"]], ["reviewing-officer", ["HM-0201"], ["HM-0201", "HM-0204"]],
  ] as const) {
    test(`${byFamily.length === 0 ? "nor does a" : "and a"} ${role} ${byFamily.length === 0 ? "find" : "finds"} a child by a family’s reference`, async () => {
      const viewer = await personOf(sample.app, `harrowmere.${role}`) ?? assert.fail("nobody");
      const found = async (text: string): Promise<readonly string[]> => (await findChildren(sample.app, viewer, text, 20)).rows.map(({ localId }) => localId).sort();
      assert.deepEqual([await found("AF-4711"), await found("AF-4712"), await found("FC-0001"), await found("Teasel")], [byFamily, [], byCarer, []]);
    });
  }

  test("while whoever must know is told, by the same pages", async () => {
    const given = await crawl(web, "harrowmere.reviewing-officer", { from: pagesOf("HM-0201"), most: 30 });
    assert.match((await Promise.all(given.map(textOf))).join("\n"), /AF-4711[^]*Met the Wrenfeathers|Met the Wrenfeathers[^]*AF-4711/);
  });
});
