/** The few parts of oidc-provider that the tests use: it comes without types. */
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";
  export interface Context {
    readonly oidc?: { readonly route?: string; readonly client?: { readonly clientId: string }; readonly session?: { readonly accountId?: string; grantIdFor(client: string): string | undefined }; readonly provider: Provider };
    body: unknown;
    readonly path: string;
    readonly query: Readonly<Record<string, string | undefined>>;
    redirect(url: string): void;
  }
  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  export default class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: new (of: { readonly accountId: string | undefined; readonly clientId: string | undefined }) => Grant;
    callback(): RequestListener;
    use(middleware: (c: Context, next: () => Promise<void>) => Promise<void>): void;
    on(event: string, listener: (...said: unknown[]) => void): void;
  }
}
