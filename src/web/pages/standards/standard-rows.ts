import { OWNERS } from "../../../domain/access/role.ts";
import { LAYERS, LEGAL_FORCES, type Standard, TIERS } from "../../../domain/standards/standard.ts";
import { capital } from "../../../domain/words.ts";
import { ruleInWords } from "./rule-words.ts";
import { effectInWords } from "./words.ts";

/** A version in rows, each a label and words: the rule, whose it is, and where it comes from. */
export const rowsOf = (s: Standard, origin: string | null): readonly (readonly [string, string])[] => [
  ...(s.lost === null ? [] : [["Lost or guessed", s.lost] as const]),
  ...ruleInWords(s).map(([label, words]) => [label, capital(words)] as const),
  ["Owner", OWNERS[s.owner]],
  ["Tier", TIERS[s.tier]],
  ...(s.shape === "duty" ? [] : [["Warns", s.warnDays === 0 ? "Not before the day" : `In the last ${s.warnDays} ${s.warnDays === 1 ? "day" : "days"}`] as const]),
  ["Evidence", s.evidence],
  ["Source", `${s.citation.provision} (${s.citation.source})`],
  ["Force", `${LEGAL_FORCES[s.legalForce]}; ${LAYERS[s.layer].toLowerCase()}`],
  ...(origin === null ? [] : [["Comes from", origin] as const]),
  ["In force", capital(effectInWords(s))],
];
