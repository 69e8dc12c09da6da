import type { CompiledPack } from "../domain/standards/evaluate.ts";
import type { Standard } from "../domain/standards/standard.ts";
import type { App } from "./app.ts";

/** The standards in force in an authority: by id as they are now, and every version made ready for judging. */
export interface StandardsInForce {
  readonly standards: ReadonlyMap<string, Standard>;
  readonly pack: CompiledPack;
}

/** The standards that an authority’s children are judged by. */
export const standardsFor = (app: App, _authority: string): Promise<StandardsInForce> => Promise.resolve({ standards: app.standards, pack: app.pack });
