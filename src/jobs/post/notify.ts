import type { NotifyClient } from "notifications-node-client";
import { NotSent, type Transport } from "../../app/post/transport.ts";
import type { NotifySettings } from "./settings.ts";

const MINUTE = 60_000;
const LONGEST_MS = 120_000;

/** What is used of GOV.UK Notify’s client; its own types come with another package’s. */
interface Client {
  sendEmail(template: string, to: string, options: { readonly personalisation: object; readonly reference: string }): Promise<unknown>;
  getNotifications(type: string, status: undefined, reference: string): Promise<{ readonly data: { readonly notifications: readonly unknown[] } }>;
}

/**
 * Sends by GOV.UK Notify, through one template of the service that holds ((subject)) and ((body)). Each message has its own
 * reference, by which Notify is asked first whether it has a message that may have been sent already. Notify carries no
 * calendar files: the page that the link leads to has them.
 */
export function notifyTransport({ key, template, url }: NotifySettings): Transport {
  let client: Promise<Client> | undefined;
  return {
    send: async ({ id, to, subject, text, again }) => {
      const notify = await (client ??= clientOf(key, url));
      try {
        if (again && (await notify.getNotifications("email", undefined, id)).data.notifications.length > 0) return;
        await notify.sendEmail(template, to, { personalisation: { subject, body: text }, reference: id });
      } catch (error) {
        throw whyNot(error);
      }
    },
    rest: () => undefined,
  };
}

type Asks = Parameters<NotifyClient["setClient"]>[0];

async function clientOf(key: string, url: string | undefined): Promise<Client> {
  const { NotifyClient: Notify } = await import("notifications-node-client");
  const client = url === undefined ? new Notify(key) : new Notify(url, key);
  // Without a limit, a connection that says nothing would outlast the lease of a message.
  const { restClient } = client.apiClient as { readonly restClient: Asks };
  client.setClient(((options: object) => restClient({ ...options, timeout: LONGEST_MS, maxRedirects: 0 })) as Asks);
  return client as unknown as Client;
}

interface Refusal {
  readonly code?: string;
  readonly response?: { readonly status: number; readonly data?: { readonly errors?: readonly { readonly error?: unknown }[] } };
}

/**
 * Rate limits come as 429: of a minute, or of the day. What Notify says of an address, of a template or of a service in trial
 * (400) does not mend itself; a key that it does not take (401, 403) is everybody’s, and so is its own trouble.
 */
function whyNot(error: unknown): NotSent {
  const { code, response } = error as Refusal;
  if (response === undefined) return new NotSent("everything-for-now", `notify ${code ?? "unknown"}`);
  const kind = response.data?.errors?.[0]?.error;
  const fault = `notify ${response.status}${typeof kind === "string" ? ` ${kind}` : ""}`;
  if (response.status === 429) return new NotSent("everything-for-now", fault, kind === "RateLimitError" ? MINUTE : 15 * MINUTE);
  return new NotSent(response.status === 400 || response.status === 413 ? "message-for-good" : "everything-for-now", fault);
}
