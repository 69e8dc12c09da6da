/** Rules that the closed set of conditions cannot say: pure functions of the case, by name. */
export type NamedCondition = "relinquished" | "placed-with-adopters" | "order-applied-for" | "visited-under-another-rule";
export type NamedOccasion = "adoption-plan-ended";
export type NamedStart = "living-with-the-applicants";
