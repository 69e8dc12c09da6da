/** The tables of each page of figures that can be taken away, by the names they have in an address, with what they are called. */
export const DOWNLOADS = {
  scorecard: { figures: "Figures", trend: "By window", quarters: "By quarter", moved: "Why it moved", stages: "Where the days went", "not-counted": "Not counted", readings: "Other readings", assumptions: "What is assumed" },
  behind: { counted: "Children counted", "left-out": "Children not counted" },
  stages: { "stages-of-children": "Stages of each child" },
  counts: { counts: "Counts", happened: "Children behind the counts", assumed: "What is assumed" },
  quarterly: { quarterly: "Quarterly table" },
  entered: { entered: "Those who entered" },
  pipeline: { becomes: "What the figures become", "must-average": "What must we average", "on-the-way": "How many are on the way", children: "Children" },
  comparators: { own: "This authority", groups: "Groups", members: "Members", regions: "Regions as printed", over: "By window" },
  equity: { waits: "Waits by group" },
  forecast: { forecast: "Forecast", adopted: "Children adopted", children: "Children" },
} as const;
export type Downloaded = keyof typeof DOWNLOADS;
export const isDownloaded = (name: string): name is Downloaded => Object.hasOwn(DOWNLOADS, name);
