import type { CompiledPack } from "../domain/standards/evaluate.ts";
import type { Standard } from "../domain/standards/standard.ts";
import type { Reader } from "../store/reader.ts";
import { lawOf } from "./standards/laws.ts";

/** The standards in force in an authority: by id the last version of each, and every version made ready for judging. */
export interface StandardsInForce {
  readonly standards: ReadonlyMap<string, Standard>;
  readonly pack: CompiledPack;
}

/** The standards that an authority’s children are judged by: what it decided, read at the reader’s moment. */
export const standardsFor = async (reader: Reader, authority: string): Promise<StandardsInForce> => lawOf(await reader.decided(authority));
