import type { Context } from "hono";
import type { Asks } from "../../../app/work/asks.ts";
import type { Role } from "../../../domain/access/role.ts";
import type { WebEnv } from "../../deps.ts";
import type { Html } from "../../govuk/html.ts";
import { actionsSection } from "../actions/work-section.tsx";
import { adoptiveSection, releaseSection } from "../adoptive/work-section.tsx";
import { differencesSection } from "../agency/work-section.tsx";
import { recommendedSection } from "../child/meetings/recommended-list.tsx";
import { challengesSection } from "../challenges/work-section.tsx";
import { decisionsSection, feedbackSection, reviewsSection } from "../decisions/work-sections.tsx";
import { begunSection, formsSection } from "../forms/work-sections.tsx";
import { forMeetingsSection } from "../meetings/updates/work-section.tsx";
import { planSection, regularSection } from "../scorecard/plan/work-section.tsx";
import { serviceSection, teamSection } from "../team/work-sections.tsx";

/**
 * A part of the desk that some roles have beside their list: what waits for a decision, for their team, for their office.
 * To add one: a component in the folder of its own noun, and a line here.
 */
export interface DeskSection {
  /** Whose desk has it: their own role, or the role of somebody whose deputy they are today. */
  readonly roles: readonly Role[];
  /** A section with a heading of level 2, of few lines and a link to the page of its own; nothing where there is nothing to say. */
  readonly open: (c: Context<WebEnv>, asks: Asks) => Promise<Html | null>;
}

/** In the order in which they stand. */
export const DESK_SECTIONS: readonly DeskSection[] = [actionsSection, planSection, recommendedSection, forMeetingsSection, teamSection, serviceSection, decisionsSection, reviewsSection, challengesSection, differencesSection, adoptiveSection, releaseSection, feedbackSection, formsSection, begunSection, regularSection];

/** The sections of somebody who acts in these roles; what they have in common with the desk’s first sentence is asked once. */
export async function sectionsFor(c: Context<WebEnv>, roles: readonly Role[], asks: Asks): Promise<readonly Html[]> {
  const found: Html[] = [];
  for (const section of DESK_SECTIONS) {
    const html = section.roles.some((role) => roles.includes(role)) ? await section.open(c, asks) : null;
    if (html !== null) found.push(html);
  }
  return found;
}
