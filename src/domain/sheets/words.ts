import type { Target } from "./facts.ts";

type Words = Readonly<Partial<Record<Target, readonly string[]>>>;

/**
 * Headings as councils write them, beside the labels of the fields and the other names of the
 * kinds. Compared as `plain` writes them. Each is of one thing only.
 */
export const COUNCIL_WORDS: Words = {
  "local-id": [
    "id", "child id", "client id", "case id", "person id", "pid", "p id", "lcs id", "lcs no", "lcs number", "lcs", "mosaic id", "mosaic no", "mosaic number", "mosaic", "ll id", "ll no", "ll", "liquidlogic id", "liquid logic id",
    "ics id", "ics no", "ics number", "carefirst id", "carefirst no", "carefirst number", "swift id", "cms id", "cms no", "system id", "unique id", "child unique id", "local identifier", "child local id", "reference", "ref", "ref no", "child ref", "case number", "client number", "client no", "person number", "child number", "id no", "id number",
  ],
  "name": ["childs name", "child name", "full name", "name of child", "childrens names", "surname forename", "surname and forename", "forename surname", "forename and surname", "initials", "child initials", "young person", "name of young person"],
  "given-name": ["forename", "forenames", "first name", "christian name", "given names", "fname", "first names"],
  "family-name": ["surname", "last name", "sname", "lname"],
  "birth": ["dob", "d o b", "date of birth", "birth date", "birthdate", "born", "edd", "expected date of delivery", "due date edd", "dob edd", "edd dob", "baby due", "expected delivery date"],
  "sex": ["gender", "m f", "sex m f"],
  "ethnicity": ["ethnic origin", "ethnic", "ethnic group", "ethnic code", "ethnic background", "heritage"],
  "sibling-group": ["sibs", "sib group", "sibling", "sibling group ref", "family group", "sibling set"],
  "social-worker": ["sw", "allocated sw", "allocated worker", "childs sw", "child sw", "childs social worker", "lac sw", "cic sw", "cla sw", "allocated social worker", "social worker name", "key worker", "keyworker", "case worker"],
  "family-finder": ["ff", "ff worker", "ff sw", "family finding worker", "family finding social worker", "home finder", "homefinder", "family finder name", "allocated family finder", "raa worker", "raa family finder", "raa ff"],
  "team": ["sw team", "responsible team", "locality", "area team", "service team", "team name", "childs team"],
  "legal-status": ["ls", "legal", "legal order", "current legal status", "status legal", "legal position", "order type"],
  "legal-status-from": ["legal status date", "date of legal status", "legal status start", "legal status start date", "ls date"],
  "placement": ["placement", "placement type", "current placement", "type of placement", "current placement type", "placement status"],
  "placement-from": ["placement start", "placement start date", "current placement start", "placement began", "date of current placement", "in placement since", "current placement date"],
  "carer": ["carers", "carer", "foster carer", "foster carers", "fc", "fcs", "carer name", "carers name", "current carer", "current carers", "carer ref", "carer id", "placement name"],
  "family": ["adopters", "adopter", "prospective adopters", "adoptive family", "family ref", "family reference", "adopters name", "adopter ref", "adopter reference", "adopter name", "linked family", "adoptive parents", "adopter family", "family identifier", "name of adopters", "adopters names", "adoptive family id"],
  "plan": ["plan", "care plan", "permanence plan", "permanency plan", "current plan", "permanency classification", "primary plan", "plan for permanence", "final care plan"],
  "plan-from": ["plan date", "date of plan", "permanence plan date", "plan since", "plan agreed", "date plan agreed"],
  "contingency-plan": ["contingency", "contingency plan", "plan b", "back up plan"],
  "parallel-plan": ["parallel", "twin track plan", "parallel plan", "second plan"],
  "care-started": ["became looked after", "bla", "lac date", "date lac", "cla start", "cla date", "came into care", "date into care", "date came into care", "date entered care", "entered care", "lac start", "lac since", "date became lac", "start of care", "care start", "in care since", "date of admission to care", "admission to care", "bla date", "cic date", "looked after from", "child entered care", "start of current period of care", "start of period of care", "date became looked after", "lac start date", "into care"],
  "barrier": ["barriers", "reason for delay", "reasons for delay", "delay reason", "cause of delay", "delay", "barrier to permanence", "barriers to permanence"],

  "on:early-alert": ["early alert date", "alert", "date of early alert", "early notification"],
  "on:review": ["lac review", "lac reviews", "cla review", "cic review", "looked after review", "last lac review", "next lac review", "lac review 1", "lac review 2", "1st lac review", "2nd lac review", "first lac review", "second lac review", "4 month review", "iro review", "statutory review", "child looked after review", "child in care review"],
  "on:permanence-planning-meeting": ["ppm", "perm planning meeting", "permanency planning meeting", "ppm 1", "ppm 2"],
  "on:family-group-conference": ["fgc", "fgc held", "family group meeting", "family network meeting fgc"],
  "on:adoption-became-plan": ["adoption plan identified", "plan changed to adoption", "adoption plan agreed at review"],
  "on:adoption-pack-sent": ["pack sent", "adoption pack sent", "initial pack sent"],
  "on:adoption-pack-received": ["pack received", "adoption pack received", "completed pack received"],
  "on:prioritisation-meeting": ["prioritisation meeting"],
  "on:wishes-and-feelings": ["wishes and feelings", "wishes feelings", "childs wishes and feelings"],
  "on:adoption-medical": ["medical", "adoption medical", "childs medical", "child medical", "cam medical", "medical date", "aoh medical"],
  "on:permanence-report": ["cpr", "cpr completed", "cpr complete", "cpr done", "child permanence report", "childs permanence report", "child permanence report completed", "cpr received", "cpr signed off"],
  "on:permanence-report-updated": ["cpr updated", "cpr update", "updated cpr"],
  "on:early-permanence-considered": ["ffa considered", "early permanence considered", "ep considered"],
  "on:early-permanence-decision": ["ffa decision", "early permanence decision", "ep decision", "ffa agreed", "ffa approved"],
  "on:plan-panel": ["adoption panel plan", "best interest panel", "best interests panel", "plan panel"],
  "on:plan-decision": [
    "shobpa", "shopba", "shobpa adm", "adm shobpa", "shobpa decision", "shobpa date", "bid", "best interest decision", "best interests decision", "best interest", "best interests", "bid adm", "adm bid", "adm decision", "adm plan", "adm decision plan", "adm decision on plan", "adm plan decision", "sbpfa",
    "should be placed", "should be placed for adoption", "should be placed decision", "adoption decision", "decision to place for adoption", "adoption plan adm", "plan adm", "date placed decision", "date of decision that child should be placed for adoption", "adm should be placed", "adm for adoption", "adm decision shobpa", "adm date shobpa",
  ],
  "on:plan-decision-reversed": ["shobpa rescinded", "shobpa reversed", "change of plan", "change of plan date", "plan changed from adoption", "bid rescinded", "shobpa revoked", "decision rescinded", "date of decision that child should no longer be placed for adoption"],
  "on:register-referral": ["adoption register", "register referral", "referred to register", "linkmaker", "link maker", "linkmaker referral", "adoption match"],
  "on:proceedings-issued": ["proceedings issued", "care proceedings issued", "issued", "issue date", "date of issue", "court issue", "proceedings start", "care proceedings", "proceedings", "date proceedings issued"],
  "on:proceedings-concluded": ["proceedings ended", "proceedings concluded", "proceedings complete", "care proceedings concluded", "end of proceedings"],
  "on:final-hearing": ["final hearing", "fh", "final court hearing", "final hearing date"],
  "on:placement-order-application": ["po application", "po app", "po applied", "po applied for", "placement order application", "placement order applied", "po lodged", "po application lodged", "po application made", "placement order app"],
  "on:placement-order": ["po", "po granted", "placement order", "placement order granted", "po made", "po obtained", "p order", "date of po", "placement order made", "po order"],
  "on:placement-order-revoked": ["po revoked", "po discharged", "placement order revoked", "revocation", "revoked po"],
  "on:consent-given": ["s19 consent", "section 19 consent", "relinquished", "consent signed", "parental consent"],
  "on:adoption-application": ["ao app", "ao application", "ao applied", "ao application lodged", "adoption order application", "adoption order applied", "adoption application", "application lodged", "ao lodged", "ao app lodged", "ao application made", "adoption app"],
  "on:annex-a-requested": ["annex a ordered", "annex a requested"],
  "on:annex-a-completed": ["annex a completed", "annex a complete", "annex a done"],
  "on:annex-a-filed": ["annex a filed", "annex a sent", "annex a to court", "annex a submitted"],
  "on:directions-hearing": ["directions hearing", "first directions", "ao directions", "first hearing ao", "adoption directions"],
  "on:adoption-order": ["ao", "ao granted", "ao made", "adoption order", "adoption order granted", "adoption order made", "adopted", "date adopted", "date of adoption", "ao order"],
  "on:family-finding-started": ["ff started", "family finding", "family finding start", "family finding began", "start of family finding", "family finding from", "ff start", "ff commenced"],
  "on:profile-completed": ["profile", "profile completed", "profile complete", "profile done", "profile live", "child profile"],
  "on:profiling-visit": ["profiling visit", "profile visit"],
  "on:discovery-event": ["activity day", "exchange day", "profiling event", "adoption activity day"],
  "on:adopter-report-received": ["par", "par received", "pars received", "prospective adopters report", "par in", "par date"],
  "on:adopters-visited": ["visit to adopters", "adopter visit", "sw visit to adopters"],
  "on:shortlist": ["shortlisting", "shortlisted", "shortlisting meeting"],
  "on:link": ["linked", "link", "link date", "link made", "linked with", "provisional link", "link identified", "family identified", "match identified", "potential link"],
  "on:linking-meeting": ["linking meeting", "link meeting", "linking panel"],
  "on:matching-meeting": ["matching meeting", "match meeting", "selection meeting"],
  "on:validation-visit": ["mvv", "matching visit", "validation visit"],
  "on:chemistry-meeting": ["chemistry", "chemistry meeting", "bump into", "bump in to", "bump into meeting"],
  "on:support-plan": ["asp", "adoption support plan", "asp completed", "support plan"],
  "on:placement-report": ["apr", "adoption placement report", "apr completed"],
  "on:panel-papers": ["panel papers", "papers to panel", "panel paperwork", "paperwork to panel"],
  "on:matching-panel": ["matching panel", "mp", "mp date", "match panel", "matching panel date", "adoption panel match", "adoption panel matching", "matched at panel", "matching panel booked", "mp booked"],
  "on:match-decision": ["adm ratification", "adm match", "match adm", "matching adm", "adm matching", "matched", "match decision", "adm decision match", "adm decision on match", "adm match decision", "match agreed", "match approved", "matching decision", "adm ratified", "ratification", "ratified", "date matched", "date of match", "mp adm", "matching panel adm", "date of matching child and prospective adopters"],
  "on:introduction-planning-meeting": ["intro planning meeting", "introductions planning meeting", "introduction planning", "ipm", "intros planning"],
  "on:introductions-start": ["intros", "introductions", "intro", "introduction", "intros start", "intros started", "introductions started", "introductions began", "introductions start", "intro start", "intros begin", "start of introductions", "start of intros"],
  "on:pause-and-plan": ["pause and plan", "mid point review", "midpoint review", "intros midpoint"],
  "on:placed-for-adoption": ["placed", "date placed", "placed for adoption", "moved in", "move in", "moved in with adopters", "placed with adopters", "adoptive placement", "adoption placement", "placement day", "placed for adoption date", "date placed for adoption", "adoptive placement start", "adoption placement date", "adoptive placement date", "placement with adopters", "move in date", "placed w adopters"],
  "on:adoption-visit": ["72 hour visit", "72hr visit", "72 hr visit", "first visit after placement"],
  "on:adoption-review": ["roa", "roa 1", "roa 2", "1st roa", "2nd roa", "first roa", "adoption review", "adoption reviews", "first adoption review", "second adoption review", "28 day roa", "28 day review", "1st adoption review", "2nd adoption review", "review of arrangements", "post placement review"],
  "on:disruption": ["disruption", "disrupted", "placement disrupted"],
  "on:disruption-meeting": ["disruption meeting"],
  "on:celebration-hearing": ["celebration", "celebration hearing", "celebratory hearing", "celebration day"],
  "on:life-story-completed": ["lsw", "life story work", "life story", "life story work completed", "lsw completed", "lsw done"],
  "on:life-story-book-given": ["lsb", "life story book", "lsb given", "life story book given", "lsb received", "lsb to family", "lsb completed"],
  "on:later-life-letter-given": ["lll given", "later life letter given", "lll sent", "later life letter sent", "lll to family"],
  "on:later-life-letter-completed": ["lll", "later life letter", "lll completed", "lll done", "later life letter completed"],
  "on:settling-in-letter": ["settling in letter"],
  "on:letterbox-agreement": ["letterbox", "letterbox agreement", "letter box", "letterbox set up"],
  "on:tracking-meeting": ["tracking meeting", "last tracked", "tracker meeting", "last tracking meeting", "next tracking meeting", "tracking", "last discussed", "ptm", "permanence tracking meeting"],
  "on:tracking-closed": ["closed", "closed to tracker", "tracking closed", "date closed", "closed date"],

  "not-used": [
    "age", "current age", "age now", "notes", "comments", "comment", "update", "updates", "latest update", "actions", "action", "action required", "next steps", "next action", "by whom", "rag", "rag rating", "status", "priority", "days", "weeks", "months", "no", "row", "number", "a1", "a2", "a3", "a10", "days in care", "days since po", "days since placement order", "days since bla",
    "nhs number", "nhs no", "upn", "address", "postcode", "post code", "religion", "language", "nationality", "iro", "iro name", "independent reviewing officer", "guardian", "childrens guardian", "court", "judge", "case no", "court case number", "solicitor", "legal rep", "school", "nursery", "ssw", "supervising social worker", "supervising sw", "agency", "adoption agency", "cost", "fee", "interagency fee", "disability", "health needs", "contact", "contact arrangements", "team manager", "tm", "manager", "service manager", "date updated", "last updated", "outcome", "issues", "risk", "risks", "escalation", "escalated", "as at", "known on", "known as at", "age of child", "age of child years", "age years", "does the child have a disability", "court number", "ofsted urn", "urn", "rag status", "location", "notes actions", "actions notes", "weeks since po", "weeks since placement order", "agency of adopters", "interagency", "inter agency", "sibling assessment", "viability assessments", "previous placement", "previous sw", "previous social worker", "early permanence", "authority", "local authority", "la", "stage",
  ],
};

/** Headings that mean one thing more often than another: proposed, and to be looked at. */
export const LIKELY_WORDS: Words = {
  "name": ["child", "children", "name initials", "baby", "subject"],
  "local-id": ["no child", "identifier", "number id"],
  "social-worker": ["worker", "allocated", "case holder", "caseholder"],
  "family-finder": ["psw", "permanence sw", "permanence social worker", "adoption worker", "adoption sw", "adoption social worker", "finder", "psw allocated"],
  "team": ["area", "district", "service", "hub"],
  "family": ["family", "match with", "matched with", "linked to", "matched to"],
  "birth": ["birth", "dob or edd"],
  "placement-from": ["placement since", "start of placement"],
  "on:plan-decision": ["adm", "adm date", "decision maker", "agency decision"],
  "on:matching-panel": ["panel", "panel date", "adoption panel", "panel booked", "date of panel"],
  "on:match-decision": ["match", "match date", "matching"],
  "on:placed-for-adoption": ["placement date", "date of placement", "moved", "move date"],
  "on:review": ["review", "review date", "last review", "next review", "date of review"],
  "on:annex-a-completed": ["annex a"],
  "on:permanence-planning-meeting": ["planning meeting", "permanence meeting"],
  "on:placement-order": ["order granted"],
  "on:adoption-order": ["order made"],
  "on:visit": ["visit", "sw visit", "last visit"],
  "on:legal-advice": ["legal advice"],
  "on:link": ["family found", "match found"],
  "parallel-plan": ["twin track", "twin tracking", "twin tracked"],
};

/** Headings that could be of several things, with what they could be. */
export const AMBIGUOUS_WORDS: Readonly<Record<string, string>> = {
  "cp": "child protection, or concurrent planning",
  "date": "any date",
  "order": "a placement order, a care order or an adoption order",
  "order date": "a placement order, a care order or an adoption order",
  "date of order": "a placement order, a care order or an adoption order",
  "application": "an application for a placement order, or for an adoption order",
  "application date": "an application for a placement order, or for an adoption order",
  "app": "an application for a placement order, or for an adoption order",
  "hearing": "a final hearing, a directions hearing or a celebration hearing",
  "ao hearing": "a directions hearing, the hearing at which the order is made, or a celebration hearing",
  "hearing date": "a final hearing, a directions hearing or a celebration hearing",
  "court date": "a final hearing, a directions hearing or a celebration hearing",
  "next court date": "a final hearing, a directions hearing or a celebration hearing",
  "next hearing": "a final hearing, a directions hearing or a celebration hearing",
  "decision": "a decision on the plan, or on a match",
  "decision date": "a decision on the plan, or on a match",
  "meeting": "a tracking meeting, a planning meeting or a matching meeting",
  "meeting date": "a tracking meeting, a planning meeting or a matching meeting",
  "s20": "accommodation under section 20 of the Children Act 1989, or consent to adoption in advance",
  "due date": "an expected birth, or the day by which something should be done",
  "consent": "consent to placement, or to adoption",
  "ffa placement": "the day a child went to carers who may adopt later: a placement, and not yet a move for adoption",
  "ffa placement date": "the day a child went to carers who may adopt later: a placement, and not yet a move for adoption",
  "report": "a child’s permanence report, an adopter’s report or a court report",
  "start date": "the start of care, of a placement or of introductions",
  "date started": "the start of care, of a placement or of introductions",
};

/** A day by which something should be done, which the standards work out: neither a plan nor what happened. */
export const DEADLINE_WORDS: ReadonlySet<string> = new Set(["due", "deadline", "timescale", "limit", "overdue"]);

/** Words of a heading that say how sure its dates are. */
export const PLANNED_WORDS: ReadonlySet<string> = new Set([
  "planned", "proposed", "expected", "target", "anticipated", "estimated", "est", "forecast", "projected", "intended", "aim", "next", "upcoming", "scheduled",
]);
export const PROVISIONAL_WORDS: ReadonlySet<string> = new Set(["provisional", "prov", "booked", "listed"]);

/** Words of a heading that say nothing of what it is. */
export const FILLER_WORDS: ReadonlySet<string> = new Set([
  "date", "dates", "dt", "of", "the", "on", "for", "a", "an", "actual", "confirmed", "held", "when", "dd", "mm", "yy", "yyyy", "if", "applicable", "known", "current", "latest", "please", "enter", "y", "n", "at", "has", "was", "is", "did", "took", "place",
]);
