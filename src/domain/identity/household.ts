import type { Refusal } from "../commands/command.ts";

/** One of the adopters. */
export interface Adopter {
  readonly givenNames: string;
  readonly familyName: string;
}

/** The family with whom a child is matched: what the birth side may never be told. */
export interface Household {
  readonly adopters: readonly Adopter[];
  /** Its lines, without town and postcode. */
  readonly address: readonly string[];
  readonly town: string;
  readonly postcode: string;
  readonly phones: readonly string[];
  readonly email: string;
}

/** Who the child is since the order, on the other side of the wall. */
export interface NewIdentity {
  readonly givenNames: string;
  readonly familyName: string;
  /** Where the new record is: which system and its number there. */
  readonly newRecord: string;
  readonly nhsNumber: string;
  readonly pupilNumber: string;
}

/** All that is kept of the adoptive side of one child. Its JSON is what the envelope closes. */
export interface AdoptiveSide {
  readonly household: Household | null;
  readonly child: NewIdentity | null;
}

/** As a form sends it: every field a text; lines of an address and numbers of phones each on a line of its own. */
export interface AdoptiveSideInput {
  readonly given1: string;
  readonly family1: string;
  readonly given2: string;
  readonly family2: string;
  readonly address: string;
  readonly town: string;
  readonly postcode: string;
  readonly phones: string;
  readonly email: string;
  readonly childGiven: string;
  readonly childFamily: string;
  readonly newRecord: string;
  readonly nhsNumber: string;
  readonly pupilNumber: string;
}
export const ADOPTIVE_FIELDS = [
  "given1", "family1", "given2", "family2", "address", "town", "postcode", "phones", "email", "childGiven", "childFamily", "newRecord", "nhsNumber", "pupilNumber",
] as const satisfies readonly (keyof AdoptiveSideInput)[];

const LONGEST = 200;
const MOST_LINES = 6;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/;

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");

/** What a form says, or what is wrong with it. The child's new name is nobody's to give before there is an adoption order: `ordered`. */
export function readAdoptiveSide(input: AdoptiveSideInput, ordered: boolean): { readonly side: AdoptiveSide } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const say = (field: keyof AdoptiveSideInput, message: string): void => void refusals.push({ field, message });
  const text = (field: keyof AdoptiveSideInput): string => input[field].trim().replaceAll(/\s+/g, " ");
  for (const field of ADOPTIVE_FIELDS) if (linesOf(input[field]).some((line) => line.length > LONGEST)) say(field, `Enter at most ${LONGEST} characters`);

  const adopters = ([["given1", "family1"], ["given2", "family2"]] as const).flatMap(([given, family]) => {
    if (text(given) === "" && text(family) === "") return [];
    if (text(family) === "") say(family, "Enter the family name too");
    return [{ givenNames: text(given), familyName: text(family) }];
  });
  const [address, phones] = [linesOf(input.address), linesOf(input.phones)];
  if (address.length > MOST_LINES) say("address", `Enter at most ${MOST_LINES} lines`);
  if (phones.length > MOST_LINES) say("phones", `Enter at most ${MOST_LINES} numbers`);
  const postcode = text("postcode").toUpperCase();
  if (postcode !== "" && !POSTCODE.test(postcode)) say("postcode", "Enter a full postcode, like LE2 4AB");
  if (text("email") !== "" && !/^[^@\s]+@[^@\s]+$/.test(text("email"))) say("email", "Enter an email address, like name@example.com");
  const anything = adopters.length > 0 || address.length > 0 || phones.length > 0 || [text("town"), postcode, text("email")].some((t) => t !== "");
  if (adopters.length === 0 && (anything || !ordered)) say("family1", "Enter the family name of an adopter");

  const child = { givenNames: text("childGiven"), familyName: text("childFamily"), newRecord: text("newRecord"), nhsNumber: text("nhsNumber"), pupilNumber: text("pupilNumber") };
  const named = Object.values(child).some((value) => value !== "");
  if (named && !ordered) say("childFamily", "There is no adoption order yet. Put down the new name once it is made");
  else if (named && child.familyName === "") say("childFamily", "Enter the family name that the child has since the order");
  if (!named && !anything && ordered) say("family1", "Enter the family name of an adopter");
  if (refusals.length > 0) return { refusals: ADOPTIVE_FIELDS.flatMap((field) => refusals.filter((r) => r.field === field)) };
  return { side: { household: anything ? { adopters, address, town: text("town"), postcode, phones, email: text("email") } : null, child: named ? child : null } };
}

/** What a form shows of what is kept. */
export function asInput({ household, child }: AdoptiveSide): AdoptiveSideInput {
  const [one, two] = household?.adopters ?? [];
  return {
    given1: one?.givenNames ?? "", family1: one?.familyName ?? "", given2: two?.givenNames ?? "", family2: two?.familyName ?? "",
    address: household?.address.join("\n") ?? "", town: household?.town ?? "", postcode: household?.postcode ?? "", phones: household?.phones.join("\n") ?? "", email: household?.email ?? "",
    childGiven: child?.givenNames ?? "", childFamily: child?.familyName ?? "", newRecord: child?.newRecord ?? "", nhsNumber: child?.nhsNumber ?? "", pupilNumber: child?.pupilNumber ?? "",
  };
}
