import { type Owner, OWNERS } from "../../../../domain/access/role.ts";

/** “the child’s social worker”, “the court”, “legal services”. */
export function ownerInWords(owner: Owner): string {
  const label = OWNERS[owner];
  const begun = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return begun.startsWith("the ") || owner === "legal" ? begun : `the ${begun}`;
}

/** “the family finder’s”, “legal services’”. */
export const ownersInWords = (owner: Owner): string => `${ownerInWords(owner)}${OWNERS[owner].endsWith("s") ? "’" : "’s"}`;

/** Said before somebody answers for another. */
export const onBehalfInWords = (owner: Owner): string =>
  `This is ${ownersInWords(owner)} to answer. You are answering on their behalf, and it will be recorded so.`;
