export { loadPlanTemplate } from "../../reference/action-plan.ts";
