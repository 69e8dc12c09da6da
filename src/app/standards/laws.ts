import { type Book, bookOf, type Library } from "../../domain/standards/book.ts";
import { type Decided, undecided } from "../../domain/standards/change.ts";
import { compile, type CompiledPack } from "../../domain/standards/evaluate.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import { loadPacks } from "../../reference/packs.ts";
import { loadStandards } from "../../reference/standards.ts";

/** The standards in force in an authority, made ready for judging. */
export interface Law {
  readonly book: Book;
  readonly pack: CompiledPack;
  /** The last version of each, by its id. */
  readonly standards: ReadonlyMap<string, Standard>;
}

/** What there is to choose among. The packs are read when somebody first asks for them. */
export const library: Library = {
  get national() {
    return loadStandards();
  },
  get packs() {
    return loadPacks();
  },
};

/** Kept for as long as the decisions are, which is until one is added. */
const laws = new WeakMap<Decided, Law>();
let national: Law | undefined;

/** The standards that an authority’s decisions come to. Authorities that decided nothing share the national ones. */
export function lawOf(decided: Decided): Law {
  if (decided.revision === 0) return (national ??= made(undecided("")));
  const had = laws.get(decided);
  if (had !== undefined) return had;
  const law = made(decided);
  laws.set(decided, law);
  return law;
}

function made(decided: Decided): Law {
  const book = bookOf(library, decided);
  const pack = compile(book.standards);
  return { book, pack, standards: new Map(book.standards.map((s) => [s.id, s])) };
}
