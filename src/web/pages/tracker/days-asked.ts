import type { Params } from "../../../domain/tracker/view.ts";
import type { FieldError } from "../../forms/fields.tsx";

/** Days since the placement order as somebody typed them, where they cannot be used: the form keeps them and says why. */
export interface TypedDays {
  readonly from: string;
  readonly to: string;
  readonly error: FieldError;
}

const DAYS = /^\d{1,5}$/;

/** What is wrong with the days asked for; nothing where nothing is, or none are. */
export function unusableDays(params: Params): TypedDays | undefined {
  const [from, to] = ["order-from", "order-to"].map((name) => params[name]?.[0]?.slice(0, 40) ?? "") as [string, string];
  const error = (id: string, text: string): TypedDays => ({ from, to, error: { id, text } });
  for (const [id, text] of [["order-from", from], ["order-to", to]] as const) {
    if (text !== "" && !DAYS.test(text)) return error(id, `Days since the placement order must be a whole number, such as 90: “${text}” was left out`);
  }
  if (from !== "" && to !== "" && Number(from) > Number(to)) return error("order-to", `Days since the placement order go from the fewer to the more: “${from} to ${to}” was left out`);
  return undefined;
}
