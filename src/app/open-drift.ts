import type { Owner } from "../domain/access/role.ts";
import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import { type Case, fold } from "../domain/chronology/fold.ts";
import { addDays, type Day } from "../domain/dates/day.ts";
import { nameOf } from "../domain/permanence/summarise.ts";
import type { JudgedClock } from "../domain/standards/clock.ts";
import { DATE_MOVED, type Drift, driftOf, driftTitle, isDriftRule, MOVED_TOO_OFTEN, nextAction, openBarriers, type OpenBarrier, worstFirst } from "../domain/standards/drift.ts";
import { evaluate } from "../domain/standards/evaluate.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { hiding } from "./agency/hidden.ts";
import { type App, forbids } from "./app.ts";
import { type StandardsInForce, standardsFor } from "./standards-for.ts";

/** What is due next for a child, and whose it is. */
export interface NextAction extends JudgedClock {
  readonly title: string;
  readonly owner: Owner;
}

/** One child meeting one drift rule. */
export interface DriftLine extends Drift {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  /** Only where the viewer has chosen to see names. */
  readonly name: string | null;
  readonly barriers: readonly OpenBarrier[];
  readonly next: NextAction | null;
}

/** A rule and everybody who meets it, the worst first. */
export interface DriftGroup {
  readonly rule: string;
  readonly title: string;
  readonly lines: readonly DriftLine[];
  readonly past: number;
  readonly near: number;
}

export interface DriftPage {
  readonly today: Day;
  /** The authority asked for, where it is one of those the viewer may choose. */
  readonly authority: string | undefined;
  readonly authorities: readonly Organisation[];
  /** Every rule that is looked for, those with most children past it first, those that nobody meets too. */
  readonly groups: readonly DriftGroup[];
  /** Limits whose text is not confirmed, which therefore list nobody. */
  readonly advisory: readonly Standard[];
  /** Children looked at, and how many of them meet any rule. */
  readonly children: number;
  readonly drifting: number;
  readonly showsNames: boolean;
  readonly mayRecord: boolean;
  /** The authorities whose agreement does not show barriers to the viewer’s agency. */
  readonly barriersHidden?: ReadonlySet<string>;
}

/** Every child the viewer may see whom a drift rule meets today, by rule; nothing where the viewer may not see the tracker. */
export async function openDrift(app: App, viewer: Viewer, { authority: asked }: { readonly authority?: string | undefined } = {}): Promise<DriftPage | undefined> {
  if (forbids(viewer, "see-tracker") !== undefined) return undefined;
  const today = app.clock.today();
  return app.store.reading(viewer, async (reader) => {
    const [authorities, showsNames] = [await reader.authorities(), await reader.showsNames()];
    const authority = authorities.find(({ code }) => code === asked)?.code;
    const rules = new Map<string, string>([[DATE_MOVED, "A planned date moved three times or more"]]);
    const advisory = new Map<string, Standard>();
    const lines: DriftLine[] = [];
    let children = 0;
    for (const { code } of authorities.filter((o) => authority === undefined || o.code === authority)) {
      const inForce = await standardsFor(reader, code);
      for (const s of inForce.standards.values()) {
        if (!isDriftRule(s) || s.tier === "checklist") continue;
        if (s.confirmed) rules.set(s.id, driftTitle(s));
        else advisory.set(s.id, s);
      }
      const looked = [...inForce.pack.versions.values()].flat().filter(isDriftRule);
      const candidates = await reader.driftCandidates({
        authority: code, standards: looked.map(({ id }) => id), moves: MOVED_TOO_OFTEN,
        dueBy: addDays(today, Math.max(0, ...looked.map(({ warnDays }) => warnDays))),
      });
      children += candidates.children;
      for await (const batch of reader.recordsWithEntries(code, candidates.localIds)) {
        for (const { id, localId, entries } of batch) {
          const c = fold(entries);
          const who = { recordId: id, authority: code, localId, name: showsNames ? nameOf(c) : null };
          lines.push(...driftLines(app, c, inForce, today).map((line) => ({ ...who, ...line })));
        }
      }
    }
    return {
      today, authority, authorities, children, showsNames,
      groups: groupsOf(rules, lines),
      advisory: [...advisory.values()],
      drifting: new Set(lines.map(({ recordId }) => recordId)).size,
      mayRecord: forbids(viewer, "record") === undefined,
      barriersHidden: await hiding(reader, viewer, "barriers"),
    };
  });
}

function driftLines(app: App, c: Case, { pack, standards }: StandardsInForce, today: Day): readonly Omit<DriftLine, "recordId" | "authority" | "localId" | "name">[] {
  const clocks = evaluate(c, pack, app.calendar);
  const found = driftOf(c, clocks, pack, app.calendar, today);
  if (found.length === 0) return [];
  const next = nextAction(clocks, pack, today);
  const standard = next === undefined ? undefined : standards.get(next.standard);
  const action = next === undefined || standard === undefined ? null : { ...next, title: standard.title, owner: standard.owner };
  const barriers = openBarriers(c);
  return found.map((drift) => ({ ...drift, barriers, next: action }));
}

function groupsOf(rules: ReadonlyMap<string, string>, lines: readonly DriftLine[]): readonly DriftGroup[] {
  const byRule = Map.groupBy(lines, ({ rule }) => rule);
  const ids = new Set([...byRule.keys(), ...rules.keys()]);
  return [...ids].map((rule): DriftGroup => {
    const own = (byRule.get(rule) ?? []).toSorted((a, b) => worstFirst(a, b) || (a.localId < b.localId ? -1 : 1));
    const past = own.filter(({ standing }) => standing === "past").length;
    return { rule, title: rules.get(rule) ?? rule, lines: own, past, near: own.length - past };
  }).sort((a, b) => b.past - a.past || b.near - a.near || (a.title < b.title ? -1 : 1));
}
