import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { enterRoom, type RoomClient } from "../support/room-client.ts";
import { type RoomSite, type Serving, startRoomSite } from "../support/room-processes.ts";

/** A hundred unless told. */
const KILLS = Number(process.env["KILLS"] ?? 100);
const WORDS = "asked two agencies on the twentieth and one family is interested in all three of the children".split(" ");

let site: RoomSite;
const inRoom: RoomClient[] = [];
before(async () => {
  site = await startRoomSite();
});
after(async () => {
  for (const one of inRoom) one.stop();
  await site.stop();
});

test(`a server killed ${KILLS} times in the middle of a meeting loses nothing that was shown as saved`, async (t) => {
  const at = { meeting: site.sat.meeting, item: site.sat.items[0]! };
  let [serving, next]: [Serving, Promise<Serving>] = [await site.serve(), site.serve()];
  const writer = await enterRoom(() => serving.url, site.writer, at, "writer");
  const follower = await enterRoom(() => serving.url, site.follower, at, "follower");
  inRoom.push(writer, follower);
  await follower.follow();
  const kept = async (): Promise<string> =>
    (await site.store.inTransaction({ type: "operator", authority: "E10000901" }, (reader) => reader.meetings.texts(at.item, ["discussion"])))[0]?.text ?? "";

  let [text, shownAsSaved, revision, nth, killed, lost, anew, shownOf] = ["", "", 0, 0, 0, 0, 0, 0];
  const state = { typing: true };
  const type = async (): Promise<void> => {
    for (let word = 0; state.typing; word++) {
      // A page of words is enough for a box; then it is written anew.
      if (text.length > 4_000) {
        text = "";
        anew++;
      }
      for (const letter of `${WORDS[word % WORDS.length]} `) {
        text += letter;
        // As the page does: again until the server answers, and only then is it shown as saved.
        for (;;) {
          const saved = await writer.save("discussion", text, revision, ++nth);
          if (saved !== undefined) {
            assert.equal(saved.outcome, "saved");
            [shownAsSaved, shownOf, revision] = [text, anew, saved.revision ?? revision];
            break;
          }
          lost++;
          await sleep(20);
        }
      }
    }
  };
  const kill = async (): Promise<void> => {
    for (; killed < KILLS; killed++) {
      await sleep(200 + Math.random() * 300);
      const another = await next;
      // What is shown as saved grows while the box is read: what was shown before must be in it, but where it was begun anew.
      const [saved, begun] = [shownAsSaved, shownOf];
      await serving.kill();
      const now = await kept();
      assert.ok(now.startsWith(saved) || begun !== anew, `kill ${killed}: “…${saved.slice(-20)}” was shown as saved, and “…${now.slice(-20)}” is there`);
      serving = another;
      if (killed < KILLS - 1) next = site.serve();
    }
    state.typing = false;
  };
  await Promise.all([type(), kill()]);
  assert.equal(await kept(), text);
  for (let tries = 0; follower.shown.texts.get("discussion")?.text !== text; tries++) {
    assert.ok(tries < 200, "whoever follows does not see all of it");
    await sleep(50);
  }
  t.diagnostic(`${killed} kills, ${nth} saves sent, ${lost} of them without an answer and sent again`);
});
