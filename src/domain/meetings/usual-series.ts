import type { Duration } from "../dates/duration.ts";
import type { Day } from "../dates/day.ts";
import type { Chase, Lead, Member, Rhythm, SeriesDefinition } from "./meeting.ts";

/** A starting point for a series; whoever sets it up changes what they like. Members are offices: nobody has the account yet. */
export interface UsualSeries {
  readonly id: string;
  readonly name: string;
  /** Where it comes from. */
  readonly source: string;
  /** The rhythm without the day that it is counted from. */
  readonly rhythm: Rhythm | { readonly every: "weeks"; readonly count: number };
  readonly definition: Omit<SeriesDefinition, "rhythm">;
}

const working = (count: number): Duration => ({ count, unit: "working day" });
const WEEK: Duration = { count: 1, unit: "week" };

/** Agenda and extra items three working days before, papers a week before: Central Bedfordshire’s (CBED-15, 16 and 18). The rest is ours. */
const LEADS: Readonly<Record<Lead, Duration>> = { "build": working(10), "updates": working(10), "remind": working(5), "papers": WEEK, "extra-items": working(3), "agenda": working(3) };
const CHASE: Chase = { daysBefore: 3, everyDays: 7, escalateAfterDays: 10 };

const office = (as: Member["as"], words: string): Member => ({ as, account: null, office: words });
const usual = { startsAt: "10:00", place: "", leads: LEADS, chase: CHASE, rules: [] } as const;

/** Ways that meetings are held, from the documents that the practice standards come from. */
export const USUAL_SERIES: readonly UsualSeries[] = [
  {
    id: "permanence",
    name: "Permanence tracking",
    source: "Central Bedfordshire, terms of reference of the permanency tracking meeting",
    rhythm: { every: "weeks", count: 2 },
    definition: {
      ...usual,
      name: "Permanence tracking meeting",
      neutralTitle: "Tracking meeting",
      purpose: "See that every child in care has a permanence plan that fits them and is carried out in time, and that drift and delay are met while something can still be done.",
      terms: "Every child is presented within eight weeks of coming into care and again before the four-month review, and sooner where the plan changes or is late. The team manager and the allocated social worker present the child: the plan, the legal status, timescales, what is being done to secure permanence, and drift that is there or may come. What is agreed is written down for each child by itself, and put on the child’s record.",
      accountableTo: "Children’s senior management team",
      parts: [{ id: "adoption", name: "Adoption tracking", minutes: 45 }, { id: "plans", name: "Plans for long-term fostering and residential care", minutes: 60 }, { id: "drift", name: "Children in danger of drift", minutes: 45 }],
      members: [
        office("chair", "Practice manager, conference and review"), office("minute-taker", "Tracking administrator"), office("member", "Practice manager, looked after children, care leavers and family placement"),
        office("member", "Practice manager, family support"), office("member", "Practice manager, adoption"), office("member", "Practice manager, fostering"),
        office("invited", "Children with disabilities service"), office("invited", "Youth offending service"),
      ],
      quorum: 4,
    },
  },
  {
    id: "adoption",
    name: "Adoption tracking",
    source: "Derby procedures 8.16 and Sheffield’s adoption action plan",
    rhythm: { every: "month", nth: 2, weekday: 3 },
    definition: {
      ...usual,
      name: "Adoption tracking meeting",
      neutralTitle: "Monthly tracking meeting",
      purpose: "Follow how a family is found for every child with a plan of adoption, from the decision to the adoption order, and consider children for whom adoption is likely.",
      terms: "A child is considered at the first meeting after the agency decision-maker has approved the plan, and at each one after it until a match is found or the plan is to be revisited; then until the adoption order. The children’s social workers are asked beforehand how home finding goes. Actions have a day and somebody who does them. Delay goes to the service manager whose it is.",
      accountableTo: "Service managers for adoption and fieldwork",
      parts: [{ id: "adoption", name: "Children with a plan of adoption", minutes: 90 }, { id: "early-alerts", name: "Early alerts", minutes: 30 }],
      members: [
        office("chair", "Team manager, children’s permanence"), office("minute-taker", "Minute taker"), office("member", "Home finding, regional agency"),
        office("member", "Service manager, adoption"), office("member", "Service manager, fieldwork"), office("invited", "Family finders"),
      ],
      quorum: 3,
    },
  },
  {
    id: "early-alerts",
    name: "Early alerts",
    source: "Derby procedures 8.16",
    rhythm: { every: "month", nth: 4, weekday: 2 },
    definition: {
      ...usual,
      name: "Early alerts meeting",
      neutralTitle: "Monthly planning meeting",
      purpose: "Consider children for whom a plan of adoption is likely, unborn children among them: when family finding is to begin, and whether a fostering for adoption placement is to be sought.",
      terms: "Family finding before the agency decision begins only in certain circumstances and subject to legal advice, which is written down.",
      accountableTo: "Service manager, adoption",
      parts: [{ id: "early-alerts", name: "Early alerts", minutes: 60 }],
      members: [office("chair", "Team manager, children’s permanence"), office("minute-taker", "Minute taker"), office("member", "Home finding, regional agency"), office("invited", "Legal adviser")],
      quorum: 2,
    },
  },
  {
    id: "family-finding",
    name: "Family finding",
    source: "Leicestershire’s timescales for family finding",
    rhythm: { every: "month", nth: 1, weekday: 4 },
    definition: {
      ...usual,
      name: "Family-finding meeting",
      neutralTitle: "Monthly meeting",
      purpose: "Share and discuss the profiles of children before the final hearing, and see what more is to be done to find each a family.",
      terms: "A child’s profile comes to the meeting before the final hearing, usually within the four weeks before it. Links, enquiries and further steps are agreed for each child.",
      accountableTo: "Service manager, adoption",
      parts: [{ id: "profiles", name: "Profiles before the final hearing", minutes: 45 }, { id: "finding", name: "Children for whom a family is sought", minutes: 75 }],
      members: [office("chair", "Team manager, permanence"), office("minute-taker", "Tracking administrator"), office("member", "Family finders"), office("member", "Permanence social workers"), office("invited", "Home finding, regional agency")],
      quorum: 3,
    },
  },
  {
    id: "region",
    name: "The region’s meeting",
    source: "Derby procedures 8.16, where the agency’s home finders keep a tracker of their own",
    rhythm: { every: "month", nth: 3, weekday: 2 },
    definition: {
      ...usual,
      name: "Regional tracking meeting",
      neutralTitle: "Regional meeting",
      purpose: "Follow across the region’s authorities how a family is found for the children they share with the agency.",
      terms: "The agency and each authority keep their own minutes. What is decided for a child shows on the child’s record to both.",
      accountableTo: "Partnership board of the regional agency",
      parts: [{ id: "finding", name: "Children for whom a family is sought", minutes: 90 }, { id: "early-alerts", name: "Early alerts", minutes: 30 }],
      members: [office("chair", "Agency lead"), office("minute-taker", "Agency business support"), office("member", "Home finding team"), office("member", "Each authority’s team manager"), office("invited", "Each authority’s tracking administrator")],
      quorum: 3,
    },
  },
];

/** A usual series with the day that it is counted from, where it is. */
export function definitionOf({ rhythm, definition }: UsualSeries, from: Day): SeriesDefinition {
  return { ...definition, rhythm: rhythm.every === "weeks" ? { ...rhythm, from } : rhythm };
}
