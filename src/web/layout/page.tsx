import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { may } from "../../domain/access/policy.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { ROLES } from "../../domain/access/role.ts";
import type { WebEnv } from "../deps.ts";
import type { Html } from "../govuk/html.ts";
import { component } from "../govuk/macros.ts";
import { FindBox } from "../pages/find/box.tsx";
import { SessionMarks } from "../sign-in/marks.tsx";
import { navigationFor, type Section } from "./navigation.ts";
import { withPageTags } from "./page-tag.ts";

export interface PageOptions {
  /** The page’s own title; the heading says the same. */
  readonly title: string;
  readonly section?: Section;
  /** Where “Back” goes. */
  readonly back?: { readonly href: string; readonly text?: string };
  /** The form could not be accepted: the title says so first. */
  readonly error?: boolean;
  readonly status?: ContentfulStatusCode;
  /** Seconds after which the page asks for itself again, where there are no scripts. */
  readonly refreshAfter?: number;
  /** Text pages keep their lines short; the tracker and a child use the whole width. */
  readonly narrow?: boolean;
  /** The page finds a child by a box of its own, and needs none beside the navigation. */
  readonly finds?: boolean;
}

const PRODUCT = "Permanence Tracker";

/** One whole page, with the organisation, the person and the navigation around it. */
export function page(c: Context<WebEnv>, options: PageOptions, body: Html): Response | Promise<Response> {
  const { title, section, back, error, refreshAfter, narrow, finds } = options;
  const { deps, assets } = { deps: c.get("deps"), assets: c.get("assets") };
  const person = c.get("person") as Person | undefined;
  const whole = (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${error === true ? "Error: " : ""}${title} – ${PRODUCT}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#1d3557" />
        <meta name="robots" content="noindex, nofollow" />
        {refreshAfter === undefined ? null : <noscript><meta http-equiv="refresh" content={String(refreshAfter)} /></noscript>}
        <link rel="icon" href={assets.url("icon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.url("site.css")} />
        <script type="module" src={assets.url("site.js")}></script>
      </head>
      <body class="govuk-template__body">
        {component("govukSkipLink", { href: "#main-content", text: "Skip to main content" })}
        <Header person={person} unread={c.get("unread") ?? 0} />
        {person === undefined ? null : <SessionMarks session={c.get("session")} />}
        {deps.demonstration ? <DemonstrationNotice person={person} /> : null}
        {person === undefined ? null : <Navigation person={person} section={section} finds={finds === true} />}
        <div class="pt-width">
          {back === undefined ? null : <nav aria-label="Back">{component("govukBackLink", { href: back.href, text: back.text ?? "Back" })}</nav>}
          <main class={`pt-main${narrow === true ? " pt-main--narrow" : ""}`} id="main-content" tabindex={-1}>{body}</main>
        </div>
        <Footer />
      </body>
    </html>
  );
  return c.html(`<!DOCTYPE html>${tagged(c, whole)}`, options.status ?? 200);
}

/** A part of a page, for a script to put in its place. */
export const part = (c: Context<WebEnv>, body: Html, status: ContentfulStatusCode = 200): Response | Promise<Response> => c.html(tagged(c, body), status);

/** Its forms say whose page they are on. */
function tagged(c: Context<WebEnv>, html: Html): string {
  const person = c.get("person") as Person | undefined;
  return person === undefined ? String(html) : withPageTags(String(html), c.get("deps").sessionKey, person.account);
}

const Header = ({ person, unread }: { readonly person: Person | undefined; readonly unread: number }) => (
  <header class="pt-header">
    <div class="pt-width pt-header__row">
      <a class="pt-header__product" href="/">{PRODUCT}</a>
      {person === undefined ? null : (
        <div class="pt-header__who">
          <span class="pt-header__organisation">{person.organisation.name}</span>
          <span>{person.name}, {ROLES[person.role].toLowerCase()}</span>
          <a class="pt-header__inbox" href="/inbox">Inbox{unread === 0 ? null : <>{" "}<span class="pt-header__unread">{unread}<span class="govuk-visually-hidden"> not read</span></span></>}</a>
          <form method="post" action="/sign-out"><button class="pt-header__out" type="submit">Sign out</button></form>
        </div>
      )}
    </div>
  </header>
);

const DemonstrationNotice = ({ person }: { readonly person: Person | undefined }) => (
  <div class="pt-demonstration" role="region" aria-label="Demonstration">
    <p class="pt-width">
      Demonstration region. Every child and every authority here is invented.{" "}
      {person !== undefined && may(person.role, "open-child").allowed ? <a class="govuk-link govuk-link--no-visited-state" href="/stories">Stories to look at</a> : null}
    </p>
  </div>
);

const Navigation = ({ person, section, finds }: { readonly person: Person; readonly section: Section | undefined; readonly finds: boolean }) =>
  component("govukServiceNavigation", {
    classes: "pt-navigation",
    navigationLabel: "Main menu",
    ariaLabel: "Menu and search",
    ...(finds || !may(person.role, "see-tracker").allowed ? {} : { slots: { end: { html: <FindBox id="find-any" small />, align: "inline" } } }),
    navigation: navigationFor(person.role).map(({ href, text, section: of }) => ({ href, text, active: of === section })),
  });

const Footer = () => (
  <footer class="pt-footer">
    <div class="pt-width">
      <a class="govuk-footer__link" href="/accessibility">Accessibility statement</a>
    </div>
  </footer>
);
