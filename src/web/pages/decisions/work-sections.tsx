import { lastFeedback } from "../../../app/decisions/open.ts";
import { countReviews } from "../../../app/decisions/open-reviews.ts";
import type { DeskSection } from "../work/sections.tsx";
import { dueBy } from "./desk-view.tsx";
import { FeedbackList } from "./feedback-view.tsx";

/** On the decision-maker’s own list, and on their deputy’s: what waits for a decision. */
export const decisionsSection: DeskSection = {
  roles: ["decision-maker"],
  open: async (_c, asks) => {
    const desk = await asks.decisions();
    if (desk === undefined) return null;
    const { papers: [first, ...others], toConfirm } = desk;
    return (
      <section aria-labelledby="decisions-section">
        <h2 class="govuk-heading-m" id="decisions-section">Decisions{desk.deputyOf === null ? "" : `, as deputy of ${desk.deputyOf}`}</h2>
        <p class="govuk-body">
          {first === undefined ? "No papers wait for a decision." : `Papers wait for ${others.length + 1} ${others.length === 0 ? "decision" : "decisions"}${first.group === "undated" ? "" : `, the first${dueBy(first).slice(1)}`}.`}
          {toConfirm.length === 0 ? "" : ` ${toConfirm.length} put down by others ${toConfirm.length === 1 ? "waits" : "wait"} to be confirmed.`}
          {" "}<a class="govuk-link" href="/decisions">Open decisions</a>
        </p>
      </section>
    );
  },
};

/** On the reviewing officer’s: how their reviews stand. */
export const reviewsSection: DeskSection = {
  roles: ["reviewing-officer"],
  open: async (c) => {
    const { total, late } = await countReviews(c.get("deps").app, c.get("person"));
    return (
      <section aria-labelledby="reviews-section">
        <h2 class="govuk-heading-m" id="reviews-section">Reviews</h2>
        <p class="govuk-body">{total === 0 ? "No child in care names you as reviewing officer." : `You review ${total} ${total === 1 ? "child" : "children"}; ${late === 0 ? "no review is late" : `${late} with a review late`}.`} <a class="govuk-link" href="/reviews">Open reviews</a></p>
      </section>
    );
  },
};

const SHOWN = 3;

/** On managers’ and the reviewing officer’s: what the decision-maker said back last. */
export const feedbackSection: DeskSection = {
  roles: ["team-manager", "service-manager", "reviewing-officer"],
  open: async (c) => {
    const lines = await lastFeedback(c.get("deps").app, c.get("person"));
    return lines === undefined || lines.length === 0 ? null : (
      <section aria-labelledby="feedback-section">
        <h2 class="govuk-heading-m" id="feedback-section">Feedback from the decision-maker</h2>
        <FeedbackList lines={lines.slice(0, SHOWN)} />
        {lines.length > SHOWN ? <p class="govuk-body"><a class="govuk-link" href="/decisions/feedback">All feedback</a></p> : null}
      </section>
    );
  },
};
