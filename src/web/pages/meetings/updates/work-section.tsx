import type { WaitingUpdate } from "../../../../app/meetings/answered.ts";
import { may } from "../../../../domain/access/policy.ts";
import { type Role, ROLES } from "../../../../domain/access/role.ts";
import { type Day, dayInWords } from "../../../../domain/dates/day.ts";
import { missingPapers, PAPERS } from "../../../../domain/meetings/papers.ts";
import { listed, lower } from "../../../../domain/words.ts";
import type { DeskSection } from "../../work/sections.tsx";
import { updatePath } from "./paths.ts";

/** On the list of whoever was asked: the updates and papers that meetings wait for, each with its day. */
export const forMeetingsSection: DeskSection = {
  roles: (Object.keys(ROLES) as Role[]).filter((role) => may(role, "follow-meetings").allowed && may(role, "see-tracker").allowed),
  open: async (c, asks) => {
    const { app } = c.get("deps");
    const waiting = await asks.updates();
    if (waiting.length === 0) return null;
    return (
      <section aria-labelledby="for-meetings">
        <h2 class="govuk-heading-m" id="for-meetings">For meetings: {waiting.length}</h2>
        <ul class="govuk-list">
          {waiting.map((one) => (
            <li>
              <a class="govuk-link govuk-link--no-visited-state" href={updatePath(one.item)}>{whatOf(one)} of {one.localId}</a> for {one.definition.neutralTitle} on {dayInWords(one.heldOn)}: {dueInWords(one.dueOn, app.clock.today())}{one.forWhom === null ? "" : `. Asked of ${one.forWhom}, for whom you cover`}
            </li>
          ))}
        </ul>
      </section>
    );
  },
};

const whatOf = ({ answeredAt, papers }: WaitingUpdate): string => (answeredAt === null ? "Update" : listed(missingPapers(papers).map((name, i) => (i === 0 ? PAPERS[name] : lower(PAPERS[name])))));

const dueInWords = (dueOn: Day, today: Day): string => (dueOn < today ? `was due on ${dayInWords(dueOn)}` : dueOn === today ? "due today" : `due by ${dayInWords(dueOn)}`);
