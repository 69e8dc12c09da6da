import { BARRIERS, LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES, SEXES } from "../chronology/codes.ts";
import { plain } from "./wording.ts";

type Codes = Readonly<Record<string, string>>;
type Words = Readonly<Record<string, readonly string[]>>;

/** A set of codes with the words councils write for them. */
export interface CodeWords {
  readonly codes: Codes;
  readonly words: ReadonlyMap<string, string>;
  /** Some of what is known, for whoever wrote something else. */
  readonly known: string;
}

function codeWords(codes: Codes, councils: Words, known: string): CodeWords {
  const words = new Map<string, string>();
  for (const [code, label] of Object.entries(codes)) {
    words.set(plain(code), code);
    words.set(plain(label), code);
    // As a list that shows both has it: “A6 Placed for adoption …”.
    words.set(plain(`${code} ${label}`), code);
  }
  for (const [code, all] of Object.entries(councils)) for (const written of all) if (!words.has(plain(written))) words.set(plain(written), code);
  return { codes, words, known };
}

export const LEGAL_STATUS_WORDS = codeWords(LEGAL_STATUSES, {
  C1: ["ICO", "interim", "interim care", "interim co", "int care order", "s38", "section 38", "S38 ICO"],
  C2: ["FCO", "CO", "care order", "full care", "full co", "s31", "section 31", "final care order"],
  D1: ["freeing", "FO"],
  E1: ["PO", "placement ord", "PO granted", "s21", "PO made", "placement order granted", "CO/PO", "PO/CO", "CO & PO", "care order and placement order", "care and placement order", "care & placement order", "FCO/PO", "FCO and PO", "CO and PO"],
  V2: ["s20", "sec 20", "section 20", "S.20", "accommodated", "voluntary", "voluntary accommodation", "s 20 accommodation", "s20 accommodated", "section 20 CA 1989"],
  V3: ["short breaks", "respite"],
  L1: ["PPO", "PP", "police powers"],
  L2: ["EPO", "emergency protection"],
  L3: ["CAO assessment order"],
  J1: ["remanded", "remand"],
}, "ICO, CO, PO, s20, EPO");

export const PLAN_WORDS = codeWords(PERMANENCE_PLANS, {
  REMAINSUP: ["remain at home", "remain with family", "stay at home", "at home", "support at home", "home with support"],
  RETURN1M: ["return home within 1 month"],
  RETURN6M: ["return home within 6 months"],
  RETURNEV: ["rehab", "rehabilitation", "rehab home", "reunification", "return home", "return to parents", "return to parent", "home", "return to family", "reunify", "rehabilitation home"],
  LTRELFR: ["SGO", "special guardianship", "special guardianship order", "kinship", "kinship care", "family and friends", "connected persons", "connected person", "CAO", "child arrangements order", "SGO with family", "relative", "relatives", "family member", "long term kinship"],
  LTFOST18: ["LTF", "LT fostering", "long term fostering", "long term foster care", "long term foster", "LTFC", "permanent fostering", "permanence fostering", "fostering", "LT foster", "matched LTF"],
  RESPLMT: ["residential", "res", "residential care"],
  SUPPLIV: ["independence", "independent living", "supported living", "semi independent"],
  ADOPTION: ["adopt", "adoption plan", "A", "adoption only", "FFA", "EP", "early permanence", "fostering for adoption", "foster to adopt", "adoption FFA"],
  OTHERPLN: ["other"],
}, "Adoption, LTF, SGO, rehab, residential");

export const PLACEMENT_WORDS = codeWords(PLACEMENT_TYPES, {
  A4: ["placed with adopters with consent", "s19 placement"],
  A5: ["adoption with foster carer", "adopted by foster carer", "foster carer adopting", "adoption with current carer", "foster carers adopting"],
  A6: ["prospective adopters", "adopters", "with adopters", "placed with adopters", "adoptive placement", "adoptive", "placed for adoption", "with prospective adopters", "adoption placement", "adoptive family", "PFA", "in adoptive placement", "adoption"],
  U1: ["long term kinship", "long term connected persons", "long term family and friends"],
  U3: ["kinship", "kinship care", "family and friends", "friends and family", "F&F", "connected person", "connected persons", "connected carer", "connected carers", "CPC", "reg 24", "regulation 24", "kinship foster care", "kin", "grandparents", "relative", "relatives", "with family", "network carer"],
  U4: ["LTF", "long term foster", "long term foster care", "LT foster care", "LTFC", "long term fostering"],
  U5: ["FFA", "FtA", "F4A", "EP", "EPP", "early permanence", "concurrent", "concurrent planning", "concurrency", "foster to adopt", "fostering for adoption", "early permanence placement"],
  U6: ["foster", "fostering", "foster care", "foster carer", "foster carers", "FC", "IFA", "in house", "in house foster", "in house fostering", "inhouse", "IH", "in house foster care", "LA foster care", "agency foster care", "IFA foster care", "short term foster", "short term fostering", "STF", "bridging", "mainstream foster care", "LAFC", "foster placement", "IFA placement"],
  P1: ["with parents", "parents", "at home", "home", "PwP", "placed with parents", "placement with parents", "mother", "with mother", "mum", "with mum", "father", "with father", "with dad", "home with mum", "reg 17", "with parent"],
  P2: ["independent", "independence"],
  H5: ["semi independent", "semi", "SIL"],
  K1: ["secure", "secure unit", "secure home"],
  K2: ["res", "residential", "children home", "childrens home", "residential home", "residential unit", "resi"],
  K3: ["supported lodgings", "supported living"],
  R1: ["residential care"],
  R2: ["hospital", "NHS", "in hospital", "NICU", "SCBU", "on the ward"],
  R3: ["mother and baby", "mother & baby", "M&B", "MBU", "mother and baby unit", "mother and baby placement", "parent and child", "P&C", "parent & child", "family centre", "residential family centre", "parent and child placement"],
  R5: ["YOI"],
  S1: ["boarding school", "res school"],
  Z1: ["other"],
}, "foster care, IFA, FFA, kinship, with parents, residential, adopters");

export const SEX_WORDS = codeWords(SEXES, {
  M: ["boy", "1", "man", "ma"], F: ["girl", "2", "woman", "fe"], U: ["not known", "unborn", "unknown", "n k", "u k", "9", "0", "tbc"],
}, "M, F, U");

export const BARRIER_WORDS = codeWords(BARRIERS, {
  "late-relatives": ["relatives", "late relative", "late assessment of family", "family members came forward", "connected persons assessment", "family assessment", "kinship assessment", "relative assessment"],
  "court": ["court delay", "court process", "appeal", "leave to appeal", "legal", "court timetable", "legal delay", "proceedings"],
  "reports": ["CPR late", "late CPR", "report late", "paperwork", "CPR not ready", "reports late", "reports", "CPR"],
  "assessment": ["assessment quality", "assessments"],
  "panel-papers": ["late papers", "late for panel", "panel papers late", "panel paperwork"],
  "adopters-criteria": ["adopters criteria", "restrictive criteria", "adopter preferences"],
  "adopters-not-ready": ["adopters not ready", "not ready to apply"],
  "adopters-support": ["support package", "adopter training", "adopter support", "support"],
  "process": ["lack of process knowledge", "process"],
  "needs-uncertain": ["uncertainty", "needs unclear", "developmental uncertainty", "uncertain needs"],
  "siblings": ["siblings", "sibling group size", "sib group", "sibs", "large sibling group"],
  "health": ["medical", "health needs", "developmental delay", "global delay", "health", "medical needs", "GDD", "development"],
  "family-history": ["background", "complex background"],
  "behaviour": ["behaviour", "sexualised behaviour", "complex behaviours"],
  "only-child": ["needs to be only child", "only child", "single placement"],
  "age": ["age", "older child", "age of child"],
  "failed-link": ["link fell through", "match fell through", "failed link", "failed match", "link broke down"],
  "other": ["other"],
}, "court, siblings, health, age, late relatives, failed link");

/** The code of some words; nothing where they are not known. */
export const codeOf = (text: string, { words }: CodeWords): string | undefined => words.get(plain(text));

/** As `codeOf`, where a note may follow: “Foster care (IFA)”, “ICO - expires 3/4/27”, “C2 in force”. */
export function codeAtStart(text: string, words: CodeWords): string | undefined {
  const whole = codeOf(text, words);
  if (whole !== undefined) return whole;
  const [, code = ""] = /^([A-Z]\d{1,2})\b/i.exec(text) ?? [];
  if (Object.hasOwn(words.codes, code.toUpperCase())) return code.toUpperCase();
  const head = /^([^(\n–—:;]*?)\s*(?:[(\n–—:;]|\s-\s|$)/.exec(text)?.[1] ?? "";
  return head === "" || head === text ? undefined : codeOf(head, words);
}
