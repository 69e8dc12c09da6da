import { officesOf, type Office } from "../../domain/access/office.ts";
import { actorOf, type Viewer } from "../../domain/access/viewer.ts";
import type { Case } from "../../domain/chronology/fold.ts";
import type { Signatory } from "../../domain/commands/sign-off.ts";
import { whyNotSign } from "../../domain/commands/sign-off.ts";
import { parseDay } from "../../domain/dates/day.ts";
import { type Clock, isOpen } from "../../domain/standards/clock.ts";
import { type CompiledPack, versionFor } from "../../domain/standards/compile.ts";
import { clockOf, couldSignAs, type ExtensionRequest, needsOf, requestsOf } from "../../domain/standards/extensions.ts";
import type { ExtensionNeeds } from "../../domain/standards/standard.ts";
import type { WorkerRow } from "../../store/rows.ts";
import type { ExtensionView, ReportReference } from "./views.ts";

/** Who the viewer is when they sign: an operator of the machine holds no office. */
export function signatoryOf(viewer: Viewer, workers: readonly WorkerRow[]): Signatory {
  const names = new Map(workers.map(({ account, name }) => [account, name]));
  const nameOf = (account: string): string => names.get(account) ?? account;
  if (viewer.type === "operator") return { account: actorOf(viewer), name: "The operator of the machine", offices: [], nameOf };
  return { account: viewer.account, name: viewer.name, offices: officesOf(viewer.role, viewer.service), nameOf };
}

/** Every request on a child’s record, as the viewer sees it. `workers`: everybody in the authority. */
export function extensionsOf(c: Case, clocks: readonly Clock[], pack: CompiledPack, viewer: Viewer, workers: readonly WorkerRow[], authority: string): readonly ExtensionView[] {
  const who = signatoryOf(viewer, workers);
  const colleagues = workers.filter((w) => w.organisation === authority);
  return requestsOf(c, clocks, pack).map((request) => viewOf(request, clocks, pack, who, colleagues));
}

function viewOf(request: ExtensionRequest, clocks: readonly Clock[], pack: CompiledPack, who: Signatory, colleagues: readonly WorkerRow[]): ExtensionView {
  const { entry, standard, occurrence } = request;
  const clock = clockOf(clocks, standard, occurrence);
  const whyNot = whyNotSign(request, who);
  const mayHold = colleagues.filter((w) => w.account !== entry.recordedBy && !request.signed.some((s) => s.entry.recordedBy === w.account));
  return {
    number: entry.number, standard, occurrence, state: request.state, newDay: request.dueOn,
    title: (versionFor(pack, clock ?? { standard, startedOn: entry.happenedOn }) ?? { title: standard }).title,
    dueOn: clock?.dueOn ?? null,
    why: String(entry.detail["why"] ?? ""),
    askedBy: who.nameOf(entry.recordedBy), askedOn: entry.happenedOn,
    adoptersNotReady: typeof entry.detail["adoptersNotReady"] === "boolean" ? entry.detail["adoptersNotReady"] : null,
    report: reportOf(request),
    needs: request.needs.map((office) => {
      const one = request.signed.find((s) => s.office === office);
      const signed = one === undefined ? null : {
        agreed: one.agreed, by: who.nameOf(one.entry.recordedBy), on: one.entry.happenedOn,
        note: one.entry.detail["note"] === undefined ? null : String(one.entry.detail["note"]),
      };
      return { office, signed, holders: signed === null ? mayHold.filter((w) => holds(w, office)).map(({ name }) => name) : [] };
    }),
    signAs: whyNot === undefined ? (couldSignAs(request, who.offices) ?? null) : null,
    whyNotSign: whyNot ?? null,
  };
}

const holds = ({ role, service }: WorkerRow, office: Office): boolean => officesOf(role, service).includes(office);

function reportOf({ entry: { detail } }: ExtensionRequest): ReportReference | null {
  if (detail["adoptersNotReady"] !== true) return null;
  const text = (name: string): string => String(detail[name] ?? "");
  return { support: text("support"), system: text("reportSystem"), place: text("reportPlace"), on: parseDay(text("reportOn")) ?? null, by: text("reportBy") };
}

/** Which clock, where a page speaks of one among several. */
export const clockKey = ({ standard, occurrence }: Pick<Clock, "standard" | "occurrence">): string => `${standard}/${occurrence}`;

/** The clocks for which more time may be asked, with what it takes: they run, have a day, may be extended at all, and nothing is asked yet. */
export function extendable(c: Case, clocks: readonly Clock[], pack: CompiledPack): ReadonlyMap<string, ExtensionNeeds> {
  const waiting = new Set(requestsOf(c, clocks, pack).filter((r) => r.state === "waiting").map(clockKey));
  return new Map(clocks.flatMap((clock) => {
    const key = clockKey(clock);
    if (!isOpen(clock) || clock.dueOn === null || clock.notRecorded || waiting.has(key)) return [];
    const version = versionFor(pack, clock);
    const needed = version === undefined ? "" : needsOf(version);
    return typeof needed === "string" ? [] : [[key, needed] as const];
  }));
}
