import type { Person } from "../../domain/access/viewer.ts";
import type { App } from "../../app/app.ts";
import { logSignIn, type SignInOutcome } from "../../app/sign-in/sessions.ts";
import type { OpenId } from "./open-id.ts";
import { openIdOf } from "./open-id.ts";
import type { Provider } from "./provider-settings.ts";
import type { ServeSettings } from "./settings.ts";

/** What signing in for real needs. */
export interface SignInDeps {
  readonly settings: Omit<ServeSettings, "sessionKey" | "secure">;
  readonly openId: ReadonlyMap<string, { readonly provider: Provider; readonly openId: OpenId }>;
  /** A line that somebody should see at once. */
  readonly alarm: (line: string) => void;
}

export const signInDepsOf = (settings: ServeSettings, alarm: (line: string) => void): SignInDeps => ({
  settings, alarm,
  openId: new Map(settings.providers.map((provider) => [provider.id, { provider, openId: openIdOf(provider, settings.address) }])),
});

export interface SignInLine {
  readonly outcome: SignInOutcome;
  readonly person?: Person | undefined;
  readonly provider?: Provider | undefined;
  readonly why?: string | undefined;
  /** In somebody’s own words: for the access log alone, as it may say what no other log should hold. */
  readonly reason?: string;
  /** By which the person and the operator speak of the same refusal. */
  readonly reference?: string;
  /** For the operator alone. */
  readonly detail?: string;
}

/** Writes it in the access log, and a line of it in the operator’s. Line breaks cannot be smuggled into either. */
export async function tell(deps: { readonly app: App; readonly signIn?: SignInDeps; readonly log: (line: string) => void }, { outcome, person, provider, why, reason, reference, detail }: SignInLine): Promise<void> {
  const how = provider === undefined ? "break-glass" : `openid ${provider.id}`;
  const line = [outcome, how, person === undefined ? "" : `account ${person.account}`, why ?? "", reference === undefined ? "" : `reference ${reference}`, detail ?? ""]
    .filter((part) => part !== "").join(", ").replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ");
  (provider === undefined ? deps.signIn?.alarm ?? deps.log : deps.log)(line);
  await logSignIn(deps.app, { outcome, person, organisation: provider?.organisations[0] ?? "unknown", how, why: reason ?? why });
}
