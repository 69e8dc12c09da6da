import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { enterRoom, type RoomClient } from "../support/room-client.ts";
import { type RoomSite, startRoomSite } from "../support/room-processes.ts";

const FOLLOWERS = 20;
const COMMENTERS = 3;
const FOR_MS = 120_000;
const BOXES = ["discussion", "timescales", "securing", "drift", "other"] as const;
const WORDS = "the carers agree to keep them until summer and two families have asked about all three of them since".split(" ");
const ACCOUNTS = ["tracking-administrator", "team-manager", "service-manager", "reviewing-officer", "decision-maker", "business-support"].map((role) => `harrowmere.${role}`);

let site: RoomSite;
const inRoom: RoomClient[] = [];
before(async () => {
  site = await startRoomSite();
});
after(async () => {
  for (const one of inRoom) one.stop();
  await site.stop();
});

test(`${FOLLOWERS} people follow one meeting of two server processes while one types and ${COMMENTERS} comment for two minutes: no word is lost, and all end in the same state`, async (t) => {
  const processes = await Promise.all([site.serve(), site.serve()]);
  const at = { meeting: site.sat.meeting, item: site.sat.items[0]! };
  const enter = (i: number, account: string): Promise<RoomClient> => enterRoom(() => processes[i % 2]!.url, account, at, `window-${i}`);
  const followers = await Promise.all(Array.from({ length: FOLLOWERS }, (_, i) => enter(i, ACCOUNTS[i % ACCOUNTS.length]!)));
  const writer = await enter(0, site.writer);
  inRoom.push(writer, ...followers);
  await Promise.all(followers.map((one) => one.follow()));

  const until = performance.now() + FOR_MS;
  const typed = new Map<string, string>(BOXES.map((box) => [box, ""]));
  const revisions = new Map<string, number>();
  let nth = 0;
  const type = async (): Promise<void> => {
    for (let word = 0; performance.now() < until; word++) {
      const box = BOXES[Math.floor(word / 40) % BOXES.length]!;
      for (const letter of `${WORDS[word % WORDS.length]} `) {
        typed.set(box, typed.get(box)! + letter);
        const saved = await writer.save(box, typed.get(box)!, revisions.get(box) ?? 0, ++nth);
        assert.equal(saved?.outcome, "saved", "a keystroke was not saved");
        revisions.set(box, saved?.revision ?? 0);
        await sleep(60);
      }
    }
  };
  const said: string[] = [];
  const speak = async (who: number): Promise<void> => {
    for (let i = 0; performance.now() < until; i++) {
      const words = `comment ${who}-${i}`;
      assert.ok(await followers[who]!.comment(words), `${words} was not kept`);
      said.push(words);
      await sleep(1_500 + who * 300);
    }
  };
  await Promise.all([type(), ...Array.from({ length: COMMENTERS }, (_, who) => speak(who))]);

  const wrong = (one: RoomClient): string | undefined => {
    for (const [box, text] of typed) if ((one.shown.texts.get(box)?.text ?? "") !== text) return `${box} differs`;
    return said.find((words) => !one.shown.comments.includes(`>${words}<`));
  };
  for (let tries = 0; followers.some((one) => wrong(one) !== undefined) && tries < 200; tries++) await sleep(50);
  assert.deepEqual(followers.map(wrong), followers.map(() => undefined));
  const rows = await site.store.inTransaction({ type: "operator", authority: "E10000901" }, (reader) => reader.meetings.texts(at.item));
  assert.deepEqual(new Map(rows.map(({ box, text }) => [box, text])), new Map([...typed].filter(([, text]) => text !== "")));
  t.diagnostic(`${nth} keystrokes saved, ${said.length} comments, ${FOLLOWERS} desks the same`);
});
