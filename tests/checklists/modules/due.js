import { dayOf, daysBetween, dueDay } from "/check-list/due.js";
import { bare } from "/check-list/record.js";
import { equal, promise } from "./promise.js";

const on = (day, days) => dueDay({ label: "event", days }, bare({ event: [day, 5] })) ?? null;

promise("days are counted over months, leap years and the changes of the clock", () => {
  equal(
    [on("2026-03-01", -7), on("2028-02-22", 7), on("2026-03-28", 2), on("2026-12-31", 1)],
    ["2026-02-22", "2028-02-29", "2026-03-30", "2027-01-01"],
  );
});

promise("without a good date there is no day", () => {
  equal(
    ["", "soon", "2026-02-30", "2026-13-01", "26-01-01", " 2026-01-01"].map((day) => on(day, 1)),
    [null, null, null, null, null, null],
  );
  equal(dueDay({ label: "event", days: 1 }, bare()) ?? null, null);
  equal(on("9999-12-31", 1e12), null);
});

promise("a day that the author wrote needs no date", () => equal(dueDay({ on: "2026-05-01" }, bare()), "2026-05-01"));

promise("days from one to another are whole, and negative when it is over", () => {
  equal([daysBetween("2026-03-28", "2026-03-30"), daysBetween("2026-03-30", "2026-03-28")], [2, -2]);
});

promise("a moment's day is the day on the reader's wall", () => {
  equal([dayOf(new Date(2026, 4, 1, 0, 0, 1)), dayOf(new Date(2026, 4, 1, 23, 59))], ["2026-05-01", "2026-05-01"]);
});
