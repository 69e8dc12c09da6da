import { addDays, earliest } from "../../dates/day.ts";
import { type Desk, happenedAt, lastAt, weekdayBefore, writeDown } from "./desk.ts";

/** Business support opens a form when a pack has gone out; some are still to be opened. */
const OPENED = 0.93;
/** A form is closed some days after the order, or after adoption was given up. */
const CLOSED_WITHIN = 20;

/** A pack that nobody wrote down as back was back all the same, if it went out so many days ago. */
const BACK_BY_NOW = 60;

/** Writes down that an old pack came back, where it was forgotten: what is out is what was sent lately. */
export function chasePacks(desk: Desk): void {
  const luck = desk.luck.fork("pack");
  const back = happenedAt(desk, "adoption-pack-received").map(({ draft }) => draft.happenedOn);
  for (const { draft: { happenedOn: sentOn } } of happenedAt(desk, "adoption-pack-sent")) {
    const on = weekdayBefore(addDays(sentOn, luck.whole(16, 30)));
    if (sentOn < addDays(desk.to, -BACK_BY_NOW) && !back.some((day) => day >= sentOn)) writeDown(desk, "adoption-pack-received", on, {}, { by: "business-support" });
  }
}

/** The milestones form of a child whose pack was sent: opened, and closed when adoption was over. */
export function keepForm(desk: Desk): void {
  const { to } = desk;
  const luck = desk.luck.fork("form");
  const sentOn = happenedAt(desk, "adoption-pack-sent")[0]?.draft.happenedOn;
  if (sentOn === undefined || !luck.chance(OPENED)) return;
  const openedOn = earliest(to, weekdayBefore(addDays(sentOn, luck.whole(0, 2))));
  const opened = writeDown(desk, "milestones-form", openedOn, {}, { by: "business-support" });
  const ordered = lastAt(desk, "adoption-order");
  const reversed = lastAt(desk, "plan-decision-reversed");
  const again = lastAt(desk, "adoption-became-plan");
  const over = ordered ?? (reversed !== undefined && (again === undefined || again < reversed) ? reversed : undefined);
  if (over === undefined) return;
  const closedOn = weekdayBefore(addDays(over, luck.whole(2, CLOSED_WITHIN)));
  if (closedOn > to || closedOn <= openedOn) return;
  writeDown(desk, "milestones-form", openedOn, { endReason: ordered === undefined ? "not-pursued" : "adoption-order" },
    { by: "business-support", until: closedOn, replaces: opened, cause: "ended", reason: "Ended" });
}
