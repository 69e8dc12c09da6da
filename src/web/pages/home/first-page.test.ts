import assert from "node:assert/strict";
import { test } from "node:test";
import { may } from "../../../domain/access/policy.ts";
import { ROLES, type Role } from "../../../domain/access/role.ts";
import { navigationFor } from "../../layout/navigation.ts";
import { firstPage } from "./first-page.ts";

test("every role’s first page is one of its own menu, so that nobody is first told that they may not see it", () => {
  for (const role of Object.keys(ROLES) as Role[]) {
    const offered = navigationFor(role).map(({ href }) => href);
    assert.ok(offered.includes(firstPage(role)), `${role} begins at ${firstPage(role)}, and its menu is ${offered.join(", ")}`);
    if (may(role, "see-tracker").allowed) assert.ok(offered.includes("/work") && offered.includes("/tracker"), role);
  }
});
