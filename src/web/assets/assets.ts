import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { GOVUK_ROOT, MOJ_ROOT } from "../govuk/macros.ts";
import { bundled } from "./bundle.ts";
import { withoutUnused } from "./trim.ts";

/**
 * What pages load besides themselves: one stylesheet, one script and what that asks for when it is needed, an icon. Read once;
 * served under a name that changes with the contents, so that browsers may keep them.
 */
export interface Asset {
  readonly type: string;
  readonly body: Buffer<ArrayBuffer>;
  readonly gzipped: Buffer<ArrayBuffer>;
}

export interface Assets {
  /** The address of an asset by its name: `/assets/6f1d2ab49c03/site.css`. */
  readonly url: (name: string) => string;
  readonly find: (version: string, name: string) => Asset | undefined;
}

const OWN_STYLES = ["base.css", "layout.css", "parts.css", "find.css", "tracker.css", "work.css", "team.css", "meeting-series.css", "updates.css", "actions.css", "child.css", "line.css", "sibling-group.css", "several.css", "compare.css", "extensions.css", "checklists.css", "milestones.css", "challenges.css", "agency.css", "profile.css", "moves.css", "drift.css", "performance.css", "standards.css", "scorecard.css", "comparators.css", "imports.css", "records.css", "print.css", "take-away.css", "session.css", "proof.css", "access.css", "identity.css", "administration.css", "minutes.css", "inbox.css", "room.css", "agenda.css", "equity.css", "reports.css", "published.css", "plan.css", "modes.css"];
const TYPEFACE = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif';

/**
 * The Design System's stylesheet without what is only for GOV.UK itself: its licensed
 * typeface and the royal crest.
 */
export function withoutCrown(css: string): string {
  return css
    .replaceAll(/@font-face\{[^}]*\}/g, "")
    .replaceAll("GDS Transport,arial,sans-serif", TYPEFACE)
    // Pictures of components that are not in use here, the royal crest among them.
    .replaceAll(/url\(\/assets\/images\/[^)]*\)/g, "none")
    .replaceAll(/\/\*#.*?\*\//g, "");
}

const own = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const vendored = (root: string, path: string): string => readFileSync(join(root, path), "utf8");
/** A script by the name under which site.js imports it. */
const read = (name: string): string => (name === "govuk-frontend.min.js" ? withoutMap(vendored(GOVUK_ROOT, `govuk/${name}`)) : own(`scripts/${name}`));
const withoutMap = (source: string): string => source.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "");

export function loadAssets(): Assets {
  const css = [
    withoutUnused(withoutCrown(vendored(GOVUK_ROOT, "govuk/govuk-frontend.min.css"))),
    withoutUnused(withoutCrown(vendored(MOJ_ROOT, "moj/moj-frontend.min.css"))),
    ...OWN_STYLES.map((name) => own(`styles/${name}`)),
  ].join("\n");
  const texts: Record<string, readonly [string, string]> = {
    "site.css": ["text/css; charset=utf-8", css],
    "site.js": ["text/javascript; charset=utf-8", bundled(own("scripts/site.js"), read)],
    "find.js": ["text/javascript; charset=utf-8", own("scripts/find.js")],
    "stay.js": ["text/javascript; charset=utf-8", own("scripts/stay.js")],
    "room.js": ["text/javascript; charset=utf-8", own("scripts/room.js")],
    "line-edit.js": ["text/javascript; charset=utf-8", own("scripts/line-edit.js")],
    "icon.svg": ["image/svg+xml; charset=utf-8", own("icon.svg")],
  };
  const hash = createHash("sha256");
  const assets = new Map<string, Asset>();
  for (const [name, [type, text]] of Object.entries(texts)) {
    hash.update(name).update(text);
    const body = Buffer.from(text, "utf8");
    assets.set(name, { type, body, gzipped: gzipSync(body) });
  }
  const current = hash.digest("hex").slice(0, 12);
  return {
    url: (name) => {
      if (!assets.has(name)) throw new Error(`There is no asset ${name}`);
      return `/assets/${current}/${name}`;
    },
    find: (version, name) => (version === current ? assets.get(name) : undefined),
  };
}
