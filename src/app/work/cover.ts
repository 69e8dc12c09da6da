export { decidingRoles } from "./deciding-roles.ts";
