import { subgroupsIn } from "./subgroups.ts";

/** Who is placed with whom, by child: everybody in the home, the child too; a child placed alone is left out. */
export function homesByChild(groups: readonly { readonly children: readonly string[]; readonly decision: "together" | "apart" | "subgroups" | null; readonly subgroups: string | null }[]): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, readonly string[]>();
  for (const { children, decision, subgroups } of groups) {
    const together = decision === "apart" ? [] : decision === "subgroups" ? subgroupsIn(subgroups ?? "") : [children];
    for (const home of together) {
      const here = home.filter((child) => children.includes(child));
      if (here.length > 1) for (const child of here) homes.set(child, here);
    }
  }
  return homes;
}
