import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { TYPED } from "../../../tests/support/scrutiny.ts";
import { readWord } from "../../../tests/support/word.ts";
import type { Role } from "../../domain/access/role.ts";
import { day } from "../../domain/dates/day.ts";
import { keptAs, UNWRITTEN } from "../../domain/documents/scrutiny/typed.ts";
import { textOf } from "../../domain/documents/word.ts";
import { NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { loadSamplePopulation } from "../sample-population.ts";
import { keepScrutiny } from "./keep-scrutiny.ts";
import { openPublished } from "../publication/publish.ts";
import { publishedFile } from "../publication/quarterly.ts";
import { openScrutiny, seenAs } from "./open-scrutiny.ts";
import { childrenNamed } from "./children-named.ts";
import { publishScrutiny } from "./publish-scrutiny.ts";
import { scrutinyFile, scrutinyPreview } from "./scrutiny-file.ts";

const TODAY = day("2026-01-31");
const ROLES: readonly Role[] = ["business-support", "service-manager", "performance-analyst", "social-worker", "team-manager"];
const [clerk, manager, , worker, team] = ROLES.map((role) => personIn(NORTH, role)) as [ReturnType<typeof personIn>, ReturnType<typeof personIn>, ReturnType<typeof personIn>, ReturnType<typeof personIn>, ReturnType<typeof personIn>];

describe("a scrutiny report of an authority", () => {
  let sample: SampleApp;
  before(async () => {
    sample = await startSampleApp(TODAY, async (app, store) => {
      await loadSamplePopulation(app, 200, TODAY);
      for (const organisation of [NORTH, SOUTH]) {
        await store.inTransaction(operatorOf(organisation), async (writer) => {
          if (organisation === SOUTH) await writer.addOrganisation(SOUTH);
          for (const role of ROLES) { const one = personIn(organisation, role); await writer.addAccount({ account: one.account, name: one.name, role: one.role, organisation: organisation.code, worker: null }); }
        });
      }
      await store.maintenance.rebuild(app.summarise);
    });
  });
  after(() => sample.stop());

  it("is made by those who publish, a clerk who sees no scorecard among them, and by nobody else", async () => {
    assert.ok((await openScrutiny(sample.app, clerk, undefined))!.told.indicators.length === 4);
    for (const nobody of [worker, team]) assert.equal(await openScrutiny(sample.app, nobody, undefined), undefined);
    assert.equal((await keepScrutiny(sample.app, worker, 2025, {}, 0)).outcome, "forbidden");
  });

  it("is of years that have ended", async () => {
    const { yearEnding, yearEndings } = (await openScrutiny(sample.app, clerk, undefined))!;
    assert.deepEqual([yearEnding, yearEndings], [2025, [2025, 2024, 2023, 2022, 2021, 2020]]);
    for (const no of [2026, 2019, Number.NaN]) assert.equal(await openScrutiny(sample.app, clerk, no), undefined);
    assert.equal((await keepScrutiny(sample.app, clerk, 2026, {}, 0)).outcome, "not-found");
  });

  it("is the same whoever makes it, and prints no number of 1 to 5 and no child", async () => {
    const [one, other] = [(await openScrutiny(sample.app, clerk, undefined))!, (await openScrutiny(sample.app, manager, undefined))!];
    assert.deepEqual(one.told, other.told);
    const { told } = one;
    for (const cell of [...told.adopted, ...told.pipeline, ...told.barriers, told.placed].map(({ children }) => children)) assert.ok(typeof cell !== "number" || cell === 0 || cell > 5, String(cell));
    const text = textOf(scrutinyPreview(sample.app, clerk, one)).join("\n");
    const ids = (await sample.app.store.reader(operatorOf(NORTH)).journeys(NORTH.code)).map(({ localId }) => localId);
    assert.ok(ids.length > 100 && ids.every((id) => !text.includes(id)));
  });

  it("keeps what was written for everybody who publishes, and loses neither’s words where two write at once", async () => {
    assert.deepEqual(await keepScrutiny(sample.app, clerk, 2025, keptAs(TYPED), 0), { outcome: "kept" });
    const found = (await openScrutiny(sample.app, manager, 2025))!;
    assert.deepEqual([found.typed, found.kept?.revision, found.kept?.by], [TYPED, 1, clerk.name]);
    const late = { ...keptAs(TYPED), introduction: "Another" };
    const done = await keepScrutiny(sample.app, manager, 2025, late, 0);
    assert.ok(done.outcome === "overtaken");
    assert.deepEqual([done.typed.words.introduction, done.theirs.words.introduction, done.revision], ["Another", TYPED.words.introduction, 1]);
    assert.deepEqual(await keepScrutiny(sample.app, manager, 2025, late, 1), { outcome: "kept" });
    assert.deepEqual((await openScrutiny(sample.app, personIn(SOUTH, "business-support"), 2025))!.typed, UNWRITTEN, "another authority’s is its own");
    assert.equal((await keepScrutiny(sample.app, clerk, 2025, { law: "a".repeat(7000) }, 2)).outcome, "refused");
  });

  it("is a Word document with its charts, marked as a draft until it is published", async () => {
    const page = (await openScrutiny(sample.app, clerk, 2025))!;
    const { name, bytes } = await scrutinyFile(sample.app, clerk, page, true);
    assert.equal(name, "scrutiny-report-draft-2026-01-31.docx");
    const { headings, parts } = await readWord(bytes);
    assert.ok(headings.some(({ text }) => text === "3. Analysis"));
    assert.match([...parts].find(([part]) => part.startsWith("word/header"))![1], /Draft, not for publication/);
  });

  it("is published once it is written and read, its figures in the register as they stand in it, and told the same ever after", async () => {
    const before = (await openScrutiny(sample.app, clerk, 2025))!;
    const other = await publishScrutiny(sample.app, clerk, 2025, "0 2026-01-30");
    assert.ok(other !== undefined && "refused" in other && other.refused === "changed");
    const bare = (await openScrutiny(sample.app, clerk, 2024))!;
    const empty = await publishScrutiny(sample.app, clerk, 2024, seenAs(bare));
    assert.ok(empty !== undefined && "refused" in empty && empty.refused === "unwritten");
    assert.deepEqual(await openPublished(sample.app, clerk), []);
    const done = await publishScrutiny(sample.app, clerk, 2025, seenAs(before));
    assert.ok(done !== undefined && "id" in done && !done.isAlready);
    const file = (await publishedFile(sample.app, manager, done.id, "docx"))!;
    assert.deepEqual([file.name, await publishedFile(sample.app, manager, done.id, "csv"), await publishedFile(sample.app, personIn(SOUTH, "service-manager"), done.id, "docx")], ["scrutiny-report-2026-01-31.docx", undefined, undefined]);
    assert.doesNotMatch([...(await readWord(file.bytes)).parts].find(([part]) => part.startsWith("word/header"))![1], /Draft/);
    const [line, ...more] = (await openPublished(sample.app, clerk))!;
    assert.deepEqual([line!.title, line!.kind, more.length], ["Scrutiny report, 2022-25", "scrutiny-report", 0]);
    assert.deepEqual(await publishScrutiny(sample.app, manager, 2025, seenAs(before)), { id: done.id, told: line!.told, isAlready: true }, "with nothing changed it is the same publication");
    const after = (await openScrutiny(sample.app, manager, 2025))!;
    assert.deepEqual([after.publication.told, after.told.indicators], [line!.told, before.told.indicators]);
    assert.equal(await publishScrutiny(sample.app, team, 2025, seenAs(before)), undefined);
    assert.deepEqual(await keepScrutiny(sample.app, clerk, 2025, { ...keptAs(TYPED), law: "A word more" }, 2), { outcome: "kept" });
    const corrected = await publishScrutiny(sample.app, clerk, 2025, seenAs((await openScrutiny(sample.app, clerk, 2025))!));
    assert.ok(corrected !== undefined && "id" in corrected && corrected.id !== done.id, "other words are another document");
  });

  it("is not published with a child’s local id in its words, unless somebody has looked", async () => {
    const localId = (await sample.app.store.reader(clerk).journeys(NORTH.code))[0]!.localId;
    assert.deepEqual(await keepScrutiny(sample.app, clerk, 2024, { ...keptAs(TYPED), a1: `The longest wait was that of ${localId}.` }, 0), { outcome: "kept" });
    const done = await publishScrutiny(sample.app, clerk, 2024, seenAs((await openScrutiny(sample.app, clerk, 2024))!));
    assert.ok(done !== undefined && "refused" in done);
    assert.deepEqual(done.refused, { mayBeChildren: [localId] });
    const all = await sample.app.store.reader(clerk).entriesOfKinds(NORTH.code, ["particulars"]);
    const { givenName, familyName } = all.flatMap(({ entries }) => entries.flatMap((entry) => ("detail" in entry ? [entry.detail as Readonly<Record<string, unknown>>] : []))).find((detail) => typeof detail["familyName"] === "string")!;
    const page = (await openScrutiny(sample.app, clerk, 2024))!;
    const named = async (a1: string): Promise<readonly string[]> => { const typed = { ...page.typed, words: { ...page.typed.words, a1 } }; return childrenNamed(sample.app, clerk, { ...page, typed }, scrutinyPreview(sample.app, clerk, { ...page, typed })); };
    assert.deepEqual(await named(`${String(familyName).toUpperCase()}, ${String(givenName)} waits`), [`${String(familyName).toUpperCase()} ${String(givenName)}`]);
  });
});
