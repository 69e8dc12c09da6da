import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { day } from "../../domain/dates/day.ts";
import { type CalendarMeeting, calendarText, invitationText } from "./calendar.ts";

const meeting: CalendarMeeting = { id: "6f0c", title: "Tracking meeting; monthly", heldOn: day("2027-07-06"), startsAt: "14:30", minutes: 150, place: "Room 1, first floor", sequence: 3, cancelled: false };
const stamp = "2027-06-22T09:08:07.000Z";
const asked = { stamp, organizer: "minutes@north.example", invited: { email: "member@north.example", optional: false } };

/** The lines as they are meant, with those of events by name. */
function linesOf(text: string): readonly string[] {
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75 && !line.includes("\n"), line);
  return text.replaceAll("\r\n ", "").trimEnd().split("\r\n");
}
const valueOf = (lines: readonly string[], name: string): string | undefined => lines.slice(lines.indexOf("BEGIN:VEVENT")).find((line) => line.startsWith(name))?.slice(name.length);

describe("an invitation", () => {
  it("asks one person to come, at the time it is in England, under an id that stays", () => {
    const lines = linesOf(invitationText(meeting, asked));
    assert.ok(lines.includes("METHOD:REQUEST") && lines.includes("TZID:Europe/London"));
    assert.deepEqual(
      ["UID:", "SEQUENCE:", "DTSTAMP:", "DTSTART", "DTEND", "SUMMARY:", "LOCATION:", "STATUS:", "ORGANIZER", "ATTENDEE"].map((name) => valueOf(lines, name)),
      ["6f0c@meetings.permanence-tracker", "3", "20270622T090807Z", ";TZID=Europe/London:20270706T143000", ";TZID=Europe/London:20270706T170000", "Tracking meeting\\; monthly", "Room 1\\, first floor", "CONFIRMED",
        ";CN=\"Tracking meeting; monthly\":mailto:minutes@north.example", ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:MAILTO:member@north.example"],
    );
  });
  it("is the same whatever the time zone of the machine", () => {
    const here = process.env["TZ"];
    const text = invitationText(meeting, asked);
    process.env["TZ"] = "America/New_York";
    try {
      assert.equal(invitationText(meeting, asked), text);
    } finally {
      if (here === undefined) delete process.env["TZ"];
      else process.env["TZ"] = here;
    }
  });
  it("takes back a meeting that was cancelled, under a higher number", () => {
    const lines = linesOf(invitationText({ ...meeting, sequence: 4, cancelled: true }, { ...asked, invited: { ...asked.invited, optional: true } }));
    assert.ok(lines.includes("METHOD:CANCEL"));
    assert.deepEqual([valueOf(lines, "SEQUENCE:"), valueOf(lines, "STATUS:"), valueOf(lines, "UID:")], ["4", "CANCELLED", "6f0c@meetings.permanence-tracker"]);
    assert.match(valueOf(lines, "ATTENDEE") ?? "", /OPT-PARTICIPANT/);
  });
  it("does without addresses that nobody has, and without a place", () => {
    const lines = linesOf(invitationText({ ...meeting, place: "" }, { stamp, organizer: null, invited: null }));
    assert.deepEqual(["ORGANIZER", "ATTENDEE", "LOCATION"].map((name) => valueOf(lines, name)), [undefined, undefined, undefined]);
  });
  it("lets nothing typed become a line of its own", () => {
    const lines = linesOf(invitationText({ ...meeting, title: "One\r\nX-EVIL:1", place: "Two\nATTENDEE:mailto:x@y.example" }, asked));
    assert.deepEqual(lines.filter((line) => line.startsWith("X-EVIL") || line.startsWith("ATTENDEE:")), []);
  });
});

describe("a calendar", () => {
  it("has titles, times and places, and nobody’s name or address", () => {
    const text = calendarText("Tracking meetings", [meeting, { ...meeting, id: "7a11", cancelled: true }], stamp);
    const lines = linesOf(text);
    assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 2);
    assert.ok(lines.includes("METHOD:PUBLISH") && lines.includes("STATUS:CANCELLED"));
    assert.doesNotMatch(text, /mailto|ATTENDEE|ORGANIZER|DESCRIPTION/i);
  });
  it("may be empty", () => assert.ok(!linesOf(calendarText("Tracking meetings", [], stamp)).includes("BEGIN:VEVENT")));
});
