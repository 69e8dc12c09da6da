import { accountMeant, type MeetingPerson } from "../../../../app/meetings/series.ts";
import type { ArrangementTyped } from "../../../../domain/meetings/arrangement.ts";
import type { MeetingDetail, SeriesDefinition } from "../../../../domain/meetings/meeting.ts";
import { seatsAt } from "../../../../domain/meetings/attendance.ts";
import type { Day } from "../../../../domain/dates/day.ts";
import { type DateParts, type ReadDate, readDateParts } from "../../../forms/date-input.ts";
import { readParts } from "../../../forms/fields.tsx";
import { partsOf } from "../series/form.ts";

type Body = Readonly<Record<string, string>>;

export interface ArrangeBoxes {
  readonly typed: ArrangementTyped;
  readonly heldOn: DateParts;
  readonly why: string;
}

/** What the form begins with. */
export function boxesFor(definition: SeriesDefinition, { heldOn, detail }: { readonly heldOn: Day; readonly detail: MeetingDetail }): ArrangeBoxes {
  return {
    heldOn: partsOf(heldOn), why: "",
    typed: {
      heldOn, startsAt: detail.startsAt ?? definition.startsAt, place: detail.place ?? definition.place, chair: detail.chair ?? "", minuteTaker: detail.minuteTaker ?? "",
      attendance: seatsAt(definition, detail).map(({ key, as, standIn }) => ({ key, as: as ?? "", standIn: standIn ?? "" })),
    },
  };
}

/** Reads the form; `day`: what came of its three boxes, which are not there where the meeting cannot be moved. */
export function readArrangeForm(body: Body, people: readonly MeetingPerson[]): { readonly boxes: ArrangeBoxes; readonly day: ReadDate } {
  const heldOn = readParts(body, "heldOn");
  const day = readDateParts(heldOn);
  const text = (name: string): string => body[name] ?? "";
  const rows = Object.keys(body).flatMap((name) => /^attendance-(\d{1,3})-key$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
  return {
    day,
    boxes: {
      heldOn, why: text("why").replaceAll("\r\n", "\n"),
      typed: {
        heldOn: "on" in day ? day.on : "", startsAt: text("startsAt"), place: text("place"), chair: accountMeant(text("chair"), people), minuteTaker: accountMeant(text("minuteTaker"), people),
        attendance: rows.map((i) => ({ key: text(`attendance-${i}-key`), as: text(`attendance-${i}-as`), standIn: accountMeant(text(`attendance-${i}-standIn`), people) })),
      },
    },
  };
}
