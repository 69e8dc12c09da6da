import type { Viewer } from "../../domain/access/viewer.ts";
import type { Case } from "../../domain/chronology/fold.ts";
import type { Decision } from "../../domain/commands/command.ts";
import { type ExtensionInput, requestExtension } from "../../domain/commands/request-extension.ts";
import { signOff, type SignOffInput } from "../../domain/commands/sign-off.ts";
import type { Clock } from "../../domain/standards/clock.ts";
import { type CompiledPack, evaluate } from "../../domain/standards/evaluate.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { changeChild } from "../change-child.ts";
import { standardsFor } from "../standards-for.ts";
import type { Outcome } from "../views.ts";
import { signatoryOf } from "./of-child.ts";

/** Asks for more time for one clock of a child. What was asked for is what those who sign are shown. */
export const askForExtension = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: ExtensionInput): Promise<Outcome> =>
  decided(app, viewer, recordId, basedOn, "request-extension", async (_, c, clocks, pack) =>
    requestExtension(c, input, clocks, pack, app.clock.today()));

/** Signs a request, in the office the viewer holds; with the last sign-off the clock is extended. */
export const signExtension = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: SignOffInput): Promise<Outcome> =>
  decided(app, viewer, recordId, basedOn, "sign-off", async (writer, c, clocks, pack) =>
    signOff(c, input, signatoryOf(viewer, await writer.workers()), clocks, pack, app.clock.today()));

type Decide = (writer: Writer, c: Case, clocks: readonly Clock[], pack: CompiledPack) => Promise<Decision>;

/** As `changeChild`, for what is decided on the child’s clocks. */
const decided = (app: App, viewer: Viewer, recordId: string, basedOn: number, name: "request-extension" | "sign-off", decide: Decide): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, name, async (writer, c, { authority }) => {
    const { pack } = await standardsFor(writer, authority);
    return decide(writer, c, evaluate(c, pack, app.calendar), pack);
  });
