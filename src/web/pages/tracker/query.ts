import { TRACKER_STATUSES, type TrackerQuery, type TrackerStatus } from "../../../app/views.ts";
import { isStage } from "../../../domain/permanence/stage.ts";

/** The tracker’s view as the address says it. What is not understood is left out: an old link still opens. */
export function readTrackerQuery(params: Readonly<Record<string, string>>): TrackerQuery {
  const { stage = "", status = "", find = "", authority = "", sort = "", page = "" } = params;
  return {
    ...(authority === "" ? {} : { authority }),
    ...(isStage(stage) ? { stage } : {}),
    ...(Object.hasOwn(TRACKER_STATUSES, status) ? { status: status as TrackerStatus } : {}),
    ...(find.trim() === "" ? {} : { localId: find.trim().slice(0, 40) }),
    ...(sort === "local-id" ? { sort } : {}),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

/** The address of a view; `change` replaces parts of it, and undefined takes a part away. Another filter starts at the first page. */
export function trackerAddress(query: TrackerQuery, change: { readonly [Key in keyof TrackerQuery]?: TrackerQuery[Key] | undefined } = {}): string {
  const to = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (to.authority !== undefined) params.set("authority", to.authority);
  if (to.stage !== undefined) params.set("stage", to.stage);
  if (to.status !== undefined) params.set("status", to.status);
  if (to.localId !== undefined) params.set("find", to.localId);
  if (to.sort !== undefined && to.sort !== "due") params.set("sort", to.sort);
  if (to.page !== undefined && to.page > 1) params.set("page", String(to.page));
  return params.size === 0 ? "/tracker" : `/tracker?${params}`;
}
