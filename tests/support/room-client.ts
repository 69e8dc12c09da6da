import { setTimeout as sleep } from "node:timers/promises";

/** A page of a meeting’s room without a browser: signed in, saving boxes as the page’s script does, and following the meeting live. */
export interface RoomClient {
  /** Saves a box; what became of it. Nothing where the server did not answer. */
  readonly save: (box: string, text: string, on: number, nth: number) => Promise<SavedAnswer | undefined>;
  readonly comment: (text: string) => Promise<boolean>;
  /** What it has been shown: the text of each box, and the comments as they stand on the page. */
  readonly shown: { readonly texts: Map<string, { readonly text: string; readonly revision: number }>; comments: string };
  /** Follows until `stop`, coming back as a browser does when the connection is lost. `heard` is called with each box that is told. */
  readonly follow: (heard?: (box: string, text: string) => void) => Promise<void>;
  readonly stop: () => void;
}

export interface SavedAnswer {
  readonly outcome: "saved" | "beside" | "refused";
  readonly revision?: number;
}

interface Told {
  readonly texts?: Readonly<Record<string, { readonly text: string; readonly revision: number }>>;
  readonly parts?: Readonly<Record<string, string>>;
}

/** `url`: asked each time, since a server that was killed comes back elsewhere. */
export async function enterRoom(url: () => string, account: string, { meeting, item }: { readonly meeting: string; readonly item: string }, window: string): Promise<RoomClient> {
  const base = url();
  const signedIn = await fetch(`${base}/sign-in`, { method: "POST", body: new URLSearchParams({ account }), headers: { origin: base }, redirect: "manual" });
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  const path = `/meetings/${meeting}/room/${item}`;
  const post = (to: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${url()}${to}`, { method: "POST", body: new URLSearchParams(fields), headers: { origin: url(), cookie, "x-in-place": "yes" }, redirect: "manual", signal: AbortSignal.timeout(10_000) });
  const over = new AbortController();
  const shown: RoomClient["shown"] = { texts: new Map(), comments: "" };

  const hear = (told: Told, heard?: (box: string, text: string) => void): void => {
    for (const [box, text] of Object.entries(told.texts ?? {})) {
      if (text.revision < (shown.texts.get(box)?.revision ?? 0)) continue;
      shown.texts.set(box, text);
      heard?.(box, text.text);
    }
    shown.comments = told.parts?.["comments"] ?? shown.comments;
  };

  const followOnce = async (begun: () => void, heard?: (box: string, text: string) => void): Promise<void> => {
    const response = await fetch(`${url()}/meetings/${meeting}/live?item=${item}`, { headers: { cookie }, signal: over.signal });
    if (!response.ok || response.body === null) throw new Error(`${response.status}`);
    let unread = "";
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      unread += chunk;
      const messages = unread.split("\n\n");
      unread = messages.pop() ?? "";
      for (const message of messages) if (message.startsWith("data: ")) hear(JSON.parse(message.slice(6)) as Told, heard);
      if (shown.comments !== "") begun();
    }
  };

  return {
    shown,
    save: async (box, text, on, nth) => {
      try {
        const answer = await post(path, { box, text, on: String(on), window, nth: String(nth) });
        return answer.status === 200 ? ((await answer.json()) as SavedAnswer) : undefined;
      } catch {
        return undefined;
      }
    },
    comment: (text) => post(`${path}/comment`, { comment: text }).then(({ status }) => status === 200, () => false),
    follow: (heard) => new Promise((begun) => {
      void (async () => {
        while (!over.signal.aborted) {
          await followOnce(begun, heard).catch(() => undefined);
          await sleep(100);
        }
      })();
    }),
    stop: () => over.abort(),
  };
}
