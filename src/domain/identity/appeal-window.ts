import { addDays, type Day } from "../dates/day.ts";

/**
 * How long an appeal against an adoption order can be lodged as of right, counted from the day after the order.
 * Later leave to appeal is the court's to give, and is why a seal can be undone. `confirmed`: whether somebody has
 * checked the text against the rules in force; until then the page says that it is to be confirmed.
 */
export const APPEAL_WINDOW = {
  days: 21,
  source: "Family Procedure Rules 2010, rule 30.4, and Civil Procedure Rules, rule 52.12: 21 days after the decision, unless the court says otherwise",
  confirmed: false,
} as const;

/** The last day on which an appeal can be lodged as of right. */
export const appealUntil = (orderOn: Day): Day => addDays(orderOn, APPEAL_WINDOW.days);
