import { Clock, dateOf, LATEST, time } from "/check-list/clock.js";
import { equal, promise } from "./promise.js";

promise("a time says the moment and the tab", () => {
  equal(new Clock(() => 5000, 7).next(), 5000 * 1024 + 7);
  equal(dateOf(5000 * 1024 + 7).getTime() - 5000 < 1, true);
});

promise("times go up while the clock stands still or is set back", () => {
  const moments = [5000, 5000, 3000, 1000];
  const clock = new Clock(() => moments.shift(), 0);
  equal(
    [1, 2, 3, 4].map(() => clock.next() / 1024),
    [5000, 5001, 5002, 5003],
  );
});

promise("times are later than any seen, also one of a clock that is ahead", () => {
  const clock = new Clock(() => 5000, 3);
  clock.see(9_000_000 * 1024 + 1023);
  equal(clock.next(), 9_000_001 * 1024 + 3);
});

promise("times stay whole numbers whatever was seen or the computer says", () => {
  for (const now of [NaN, -1, Infinity, 1e300, 5000]) {
    const clock = new Clock(() => now, 1023);
    clock.see(LATEST);
    equal([Number.isSafeInteger(clock.next()), time(clock.next()) > 1], [true, true]);
  }
});

promise("a time beyond all times counts as the oldest, and what is no time as none", () => {
  equal([time(LATEST + 1), time(Number.MAX_SAFE_INTEGER), time(1e300)], [1, 1, 1]);
  equal(
    [-1, 1.5, "1", null, NaN, Infinity].map(time).filter((t) => t !== undefined),
    [],
  );
});

promise("of a file only times up to a day ahead are believed", () => {
  const clock = new Clock(() => 1e12, 5);
  const [past, soon, far] = [1e12 - 1, 1e12 + 86_400_000, 1e12 + 86_400_001].map((at) => at * 1024);
  equal(
    [past, soon, far].map((t) => clock.clamp(t)),
    [past, soon, 1e12 * 1024],
  );
});
