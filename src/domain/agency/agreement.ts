import { isStage, sharedFrom, type Stage, STAGES } from "../permanence/stage.ts";
import { adoptersInWords, ADOPTION_FUNCTIONS, type AdoptionFunction, FUNCTION_CODES, isFunction } from "./functions.ts";

/** What stands, for an agency’s people, in the place of what an agreement hides. */
export const NOT_SHARED = "Not shared with your agency";

/** What an agreement shows of a shared child beside the local id and the dates, which it always shows: they are what the two work on together. */
export const SHARED_FIELDS = {
  names: { label: "Names", says: "the child’s name" },
  workers: { label: "Workers", says: "who has the child: social worker, family finder, team and reviewing officer" },
  notes: { label: "Notes", says: "what people wrote: notes, reasons and the like" },
  barriers: { label: "Barriers", says: "reasons for delay" },
} as const;
export type SharedField = keyof typeof SHARED_FIELDS;
export const FIELD_CODES = Object.keys(SHARED_FIELDS) as SharedField[];
export const isSharedField = (text: string): text is SharedField => Object.hasOwn(SHARED_FIELDS, text);

/** What an authority has agreed with its regional agency; it has one agreement at most. */
export interface Agreement {
  readonly authority: string;
  readonly agency: string;
  readonly fromStage: Stage;
  readonly fields: readonly SharedField[];
  readonly functions: readonly AdoptionFunction[];
}

/** What an agreement says beside with whom and from when. */
export type Terms = Pick<Agreement, "fields" | "functions">;

/** As it is where nobody said otherwise: everything shown, nothing given. */
export const USUAL_TERMS: Terms = { fields: FIELD_CODES, functions: [] };

/** What an agreement asks of a child: where on the line, and behind which wall (0 none, 1 restricted of itself, 2 by hand, 3 sealed). */
export interface SharedChild {
  readonly stage: Stage;
  readonly wall: number;
}

/** Whether the agency sees a child. One restricted of itself only where the agency does some of the work; one restricted by hand or sealed never. */
export const sharedUnder = ({ fromStage, functions }: Pick<Agreement, "fromStage" | "functions">, { stage, wall }: SharedChild): boolean =>
  sharedFrom(fromStage).includes(stage) && (wall === 0 || (wall === 1 && functions.length > 0));

/** The stages from which a child may be shared. */
export const AGREED_STAGES: readonly Stage[] = sharedFrom("early-alert");

/** What was typed or kept as an agreement's terms; codes that are none are left out, each once, in the order of the tables. */
export const readTerms = (fields: readonly string[], functions: readonly string[]): Terms => ({
  fields: FIELD_CODES.filter((code) => fields.includes(code)),
  functions: FUNCTION_CODES.filter((code) => functions.includes(code)),
});

/** Why words that came from outside are no agreement; nothing where they are one. */
export function notAgreed(said: { readonly fromStage: string; readonly fields: readonly string[]; readonly functions: readonly string[] }): { readonly field: "fromStage" | "fields" | "functions"; readonly message: string } | undefined {
  if (!isStage(said.fromStage) || !AGREED_STAGES.includes(said.fromStage)) return { field: "fromStage", message: "Choose the stage from which children are shared" };
  if (!said.fields.every(isSharedField)) return { field: "fields", message: "Choose only among the fields that are offered" };
  if (!said.functions.every(isFunction)) return { field: "functions", message: "Choose only among the functions that are offered" };
  return undefined;
}

/** The agreement in sentences, without the names of who agreed. */
export const termsInWords = ({ fromStage, fields, functions }: Omit<Agreement, "authority" | "agency">): readonly string[] => [
  `Children are shared from: ${STAGES[fromStage].toLowerCase()}.`,
  fields.length === FIELD_CODES.length ? "All of a shared child’s record is shown."
    : `Of a shared child are hidden: ${FIELD_CODES.filter((code) => !fields.includes(code)).map((code) => SHARED_FIELDS[code].says).join("; ")}.`,
  functions.length === 0 ? "The authority keeps every adoption function."
    : `The agency does for the authority: ${functions.map((code) => ADOPTION_FUNCTIONS[code].label.toLowerCase()).join("; ")}.`,
  adoptersInWords(functions),
];
