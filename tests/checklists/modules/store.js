import { links, snapshotInherits } from "/check-list/ancestry.js";
import { Clock } from "/check-list/clock.js";
import { parse } from "/check-list/record.js";
import { Store } from "/check-list/store.js";
import { equal, Memory, promise } from "./promise.js";

const KEY = "praxis:site:list";
const tick = (id, value = 1) => [{ kind: "item", id, value }];

/** A store on a storage of its own, with time that passes when told to. */
class Tab {
  events = [];
  #timers = [];

  constructor(memory = new Memory(), options = {}) {
    this.memory = memory;
    this.store = new Store({
      storage: () => memory,
      key: KEY,
      clock: new Clock(() => 1e12, 1),
      later: (run, after) => this.#timers.push({ run, after }),
      ...options,
    });
    for (const type of ["change", "state", "aside"]) {
      this.store.addEventListener(type, ({ detail }) => this.events.push([type, ...Object.values(detail)]));
    }
  }

  /** Lets the next timer run, and says how long it waited. */
  wait() {
    const { run, after } = this.#timers.shift();
    run();
    return after;
  }

  get timers() {
    return this.#timers.length;
  }

  get stored() {
    return parse(this.memory.getItem(KEY)).record;
  }

  get ticks() {
    return ticksOf(this.store.record);
  }
}

const ticksOf = (record) => Object.entries(record.runs["1"]?.items ?? {}).flatMap(([id, [state]]) => (state ? id : []));

const heard = (tab, key = KEY, newValue = tab.memory.getItem(KEY)) => tab.store.heard({ key, newValue });
const draftsOf = (memory) => [...memory.kept.keys()].filter((key) => key.startsWith(`${KEY}:draft:`));
const asideOf = (memory) => [...memory.kept.keys()].filter((key) => key.startsWith(`${KEY}:set-aside:`));

promise("a visit without a change writes nothing", () => {
  const { memory, store } = new Tab();
  equal([memory.writes, memory.kept.size, store.state], [0, 0, "saved"]);
});

promise("a change is stored at once, and read at the next visit", () => {
  const { memory, store, stored, events } = new Tab();
  store.apply(tick("a"));
  equal(
    [store.state, events, parse(memory.getItem(KEY)).record.runs["1"].items.a[0], stored],
    ["saved", [["change", true]], 1, undefined],
  );
  equal(new Tab(memory).ticks, ["a"]);
});

promise("what two tabs do without hearing of each other adds up", () => {
  const memory = new Memory();
  const [one, two] = [new Tab(memory), new Tab(memory)];
  one.store.apply(tick("a"));
  two.store.apply(tick("b"));
  heard(one);
  equal(
    [one.ticks, two.ticks, ticksOf(one.stored)],
    [
      ["a", "b"],
      ["a", "b"],
      ["a", "b"],
    ],
  );
  equal(one.events.at(-1), ["change", false]);
});

promise("what an event tells is merged, also when it comes late", () => {
  const tab = new Tab();
  tab.store.apply(tick("a"));
  const late = tab.memory.getItem(KEY);
  tab.store.apply(tick("a", 0));
  heard(tab, KEY, late);
  heard(tab, KEY, '{"v":1,"runs":{"1":{"items":{"b":[1,5,1]}}}}');
  heard(tab, KEY, "torn {");
  heard(tab, "praxis:site:other", '{"v":1,"runs":{"1":{"items":{"c":[1,5,1]}}}}');
  equal([tab.ticks, ticksOf(tab.stored)], [["b"], ["b"]]);
});

promise("what another tab overwrote is written again, when it is heard of or after a while", () => {
  for (const again of [(tab) => heard(tab), (tab) => tab.wait(), (tab) => tab.store.refresh()]) {
    const tab = new Tab();
    tab.store.apply(tick("a"));
    tab.memory.setItem(KEY, '{"v":1,"runs":{"1":{"items":{"b":[1,5,1]}}}}');
    again(tab);
    equal(ticksOf(tab.stored), ["a", "b"]);
  }
});

promise("under the lock it is looked at again", async () => {
  const asked = [];
  const locks = { request: async (name, run) => (asked.push(name), memory.setItem(KEY, '{"v":1,"runs":{}}'), run()) };
  const memory = new Memory();
  const tab = new Tab(memory, { locks });
  tab.store.apply(tick("a"));
  await undefined;
  equal([asked, ticksOf(tab.stored)], [[KEY], ["a"]]);
});

promise("a lock that is refused stops nothing", async () => {
  const tab = new Tab(new Memory(), {
    locks: { request: () => Promise.reject(new DOMException("no", "SecurityError")) },
  });
  tab.store.apply(tick("a"));
  tab.wait();
  await new Promise((done) => setTimeout(done));
  equal([tab.store.state, ticksOf(tab.stored), draftsOf(tab.memory)], ["saved", ["a"], []]);
});

promise("a draft stands until the record stood for a while", () => {
  const tab = new Tab();
  tab.store.apply(tick("a"));
  equal(draftsOf(tab.memory).length, 1);
  tab.store.apply(tick("b"));
  tab.wait();
  equal(draftsOf(tab.memory).length, 1);
  tab.wait();
  equal([draftsOf(tab.memory), tab.timers], [[], 0]);
});

promise("what a crash left in a draft is taken over, and tidied up once it is old", () => {
  const memory = new Memory();
  new Tab(memory).store.apply(tick("a"));
  memory.removeItem(KEY);
  const next = new Tab(memory, { clock: new Clock(() => 1e12 + 3 * 86_400_000, 2) });
  equal([next.ticks, ticksOf(next.stored), draftsOf(memory).length], [["a"], ["a"], 1]);
  next.store.apply(tick("b"));
  equal(draftsOf(memory).length, 2);
  next.wait();
  equal(draftsOf(memory), []);
});

promise("a draft of a tab that may still be open stays", () => {
  const memory = new Memory();
  new Tab(memory).store.apply(tick("a"));
  const next = new Tab(memory, { clock: new Clock(() => 1e12 + 5000, 2) });
  next.store.apply(tick("b"));
  next.wait();
  equal([next.ticks, draftsOf(memory).length], [["a", "b"], 1]);
});

promise("a change that could be overwritten is pending until it stood for a while", () => {
  const memory = new Memory();
  const set = memory.setItem.bind(memory);
  memory.setItem = (key, value) => {
    if (key !== KEY) throw new DOMException("full", "QuotaExceededError");
    set(key, value);
  };
  const tab = new Tab(memory);
  tab.store.apply(tick("a"));
  equal([tab.store.state, ticksOf(tab.stored)], ["pending", ["a"]]);
  tab.wait();
  equal([tab.store.state, tab.timers], ["saved", 0]);
});

promise("a refused write is pending, told, retried ever more slowly, and saved in the end", () => {
  const tab = new Tab();
  tab.memory.full = true;
  equal(tab.store.apply(tick("a")).length, 1);
  equal([tab.store.state, tab.ticks, tab.memory.kept.size], ["pending", ["a"], 0]);
  equal([tab.wait(), tab.wait(), tab.wait()], [1000, 2000, 4000]);
  tab.memory.full = false;
  tab.wait();
  equal([tab.store.state, ticksOf(tab.stored)], ["saved", ["a"]]);
  equal(
    tab.events.filter(([type]) => type === "state"),
    [
      ["state", "pending"],
      ["state", "saved"],
    ],
  );
});

promise("what is pending is written with the next change, and when the page is shown again", () => {
  for (const again of [(tab) => tab.store.apply(tick("b", 0)), (tab) => tab.store.refresh()]) {
    const tab = new Tab();
    tab.memory.full = true;
    tab.store.apply(tick("a"));
    tab.memory.full = false;
    again(tab);
    equal([tab.store.state, ticksOf(tab.stored)], ["saved", ["a"]]);
  }
});

promise("a browser that stores nothing without saying so is found out", () => {
  const memory = new Memory();
  memory.setItem = () => undefined;
  const tab = new Tab(memory);
  tab.store.apply(tick("a"));
  equal(tab.store.state, "pending");
});

const blocked = () => {
  throw new DOMException("denied", "SecurityError");
};

promise("without storage all works in memory, and the state says so from the start", () => {
  const memory = new Memory();
  memory.blocked = true;
  for (const storage of [() => undefined, () => null, blocked, () => memory]) {
    const tab = new Tab(memory, { storage });
    equal([tab.store.state, tab.store.apply(tick("a")).length, tab.ticks, tab.store.state], ["off", 1, ["a"], "off"]);
  }
});

promise("storage that is allowed later gets all that was done", () => {
  const tab = new Tab();
  tab.memory.blocked = true;
  tab.store.refresh();
  tab.store.apply(tick("a"));
  tab.memory.blocked = false;
  tab.wait();
  equal([tab.store.state, ticksOf(tab.stored)], ["saved", ["a"]]);
});

promise("a record of newer code is left alone, and changes are refused", () => {
  const memory = new Memory();
  memory.setItem(KEY, '{"v":2,"x":1}');
  const tab = new Tab(memory);
  equal([tab.store.state, tab.store.apply(tick("a")), tab.ticks], ["newer", null, []]);
  tab.store.refresh();
  equal([...memory.kept], [[KEY, '{"v":2,"x":1}']]);
});

promise("newer code that comes in between overwrites nothing and is not overwritten", () => {
  const tab = new Tab();
  tab.memory.full = true;
  tab.store.apply(tick("a"));
  tab.memory.full = false;
  tab.memory.setItem(KEY, '{"v":2}');
  heard(tab);
  equal(
    [tab.store.state, tab.ticks, tab.memory.getItem(KEY), draftsOf(tab.memory).length],
    ["newer", ["a"], '{"v":2}', 1],
  );
  equal(tab.store.apply(tick("b")), null);
});

const CORRUPT = [
  "",
  "torn {",
  "null",
  "[]",
  "7",
  '"x"',
  '{"v":"1"}',
  '{"v":1}',
  '{"v":1,"runs":[]}',
  '{"v":1,"runs":{},"__proto__":{}}',
  '{"v":1,"runs":{"1":{"items":{"a":[7]}}}}',
  '{"v":1,"runs":{"1":[]}}',
];

promise("whatever is unreadable is set aside and told, once, and ticking goes on", () => {
  for (const text of CORRUPT) {
    const memory = new Memory();
    memory.setItem(KEY, text);
    const tab = new Tab(memory);
    const [key] = asideOf(memory);
    equal([text, tab.store.aside.map((aside) => aside.key), memory.getItem(key)], [text, [key], text]);
    tab.store.apply(tick("b"));
    equal([text, tab.store.state, new Tab(memory).ticks, asideOf(memory).length], [text, "saved", ["b"], 1]);
    equal(new Tab(memory).store.aside, []);
  }
});

promise("of a record with some bad entries the good ones stay, and the whole is kept beside it", () => {
  const memory = new Memory();
  const text = '{"v":1,"runs":{"1":{"items":{"a":[1,5,1],"b":[7],"c":"x"}}}}';
  memory.setItem(KEY, text);
  const tab = new Tab(memory);
  equal(
    [tab.ticks, tab.store.aside.map(({ entries }) => entries), memory.getItem(asideOf(memory)[0])],
    [["a"], [2], text],
  );
});

promise("a record that turns unreadable while the page is open is set aside too, with an event", () => {
  const tab = new Tab();
  tab.store.apply(tick("a"));
  tab.memory.setItem(KEY, "torn {");
  heard(tab);
  equal(
    [tab.events.filter(([type]) => type === "aside"), ticksOf(tab.stored)],
    [[["aside", asideOf(tab.memory)[0], 0]], ["a"]],
  );
});

promise("what can be neither read nor set aside is not overwritten", () => {
  const memory = new Memory();
  memory.setItem(KEY, "torn {");
  memory.full = true;
  const tab = new Tab(memory);
  tab.store.apply(tick("a"));
  equal([tab.store.state, tab.ticks, memory.getItem(KEY), tab.store.aside], ["off", ["a"], "torn {", []]);
  memory.full = false;
  tab.wait();
  equal([tab.store.state, memory.getItem(asideOf(memory)[0]), ticksOf(tab.stored)], ["saved", "torn {", ["a"]]);
});

promise("what was cleared elsewhere is written back by a tab that shows it", () => {
  for (const key of [KEY, null]) {
    const tab = new Tab();
    tab.store.apply(tick("a"));
    tab.memory.kept.clear();
    heard(tab, key, null);
    equal([key, ticksOf(tab.stored), draftsOf(tab.memory).length], [key, ["a"], key ? 0 : 1]);
  }
});

promise("the records of the list's former ids are read, and left in place", () => {
  const memory = new Memory();
  const text = '{"v":1,"active":["1",0],"runs":{"1":{"items":{"a":[1,5,1]}}}}';
  memory.setItem("praxis:site:old", text);
  memory.setItem("praxis:site:older", '{"v":2}');
  const tab = new Tab(memory, { oldKeys: ["praxis:site:older", "praxis:site:old"] });
  equal([tab.ticks, tab.store.state], [["a"], "saved"]);
  tab.store.apply(tick("a", 0));
  heard(tab, "praxis:site:old", '{"v":1,"runs":{"1":{"items":{"b":[1,6,1]}}}}');
  equal([ticksOf(tab.stored), memory.getItem("praxis:site:old")], [["b"], text]);
});

promise("a draft for a former id is taken over, and left in place", () => {
  const memory = new Memory();
  const draft = `praxis:site:old:draft:${(1e11 * 1024).toString(36)}`;
  memory.setItem(draft, '{"v":1,"runs":{"1":{"items":{"a":[1,5,1]}}}}');
  const tab = new Tab(memory, { oldKeys: ["praxis:site:old"] });
  tab.store.apply(tick("b"));
  tab.wait();
  equal([tab.ticks, ticksOf(tab.stored), memory.kept.has(draft)], [["a", "b"], ["a", "b"], true]);
});

promise("several former records are merged", () => {
  const memory = new Memory();
  for (const id of ["x", "y"]) memory.setItem(id, `{"v":1,"runs":{"1":{"items":{"${id}":[1,5,1]}}}}`);
  equal(new Tab(memory, { oldKeys: ["x", "y"] }).ticks, ["x", "y"]);
});

promise("a tab whose clock is behind can still untick what it sees", () => {
  const memory = new Memory();
  new Tab(memory, { clock: new Clock(() => 2e12, 1) }).store.apply(tick("a"));
  const behind = new Tab(memory, { clock: new Clock(() => 1e12, 2) });
  behind.store.apply(tick("a", 0));
  equal([behind.ticks, ticksOf(behind.stored)], [[], []]);
});

promise("what is written stays newer than any time found in storage", () => {
  for (const t of [Number.MAX_SAFE_INTEGER, 8e12 * 1024 + 1, 5e12 * 1024]) {
    const memory = new Memory();
    memory.setItem(KEY, `{"v":1,"runs":{"1":{"items":{"a":[1,${t},1]}}}}`);
    const tab = new Tab(memory);
    tab.store.apply(tick("a", 0));
    equal([t, ticksOf(tab.stored)], [t, []]);
  }
});

promise("an import is a change like any other, and can be undone", () => {
  const tab = new Tab();
  const value = parse('{"v":1,"runs":{"1":{"items":{"a":[1,5,1]}}}}').record;
  const back = tab.store.apply([{ kind: "import", value }]);
  equal([tab.ticks, ticksOf(tab.stored)], [["a"], ["a"]]);
  tab.store.apply(back);
  equal([tab.ticks, ticksOf(tab.stored)], [[], []]);
});

promise("the sum for cards is written with each change", () => {
  const tab = new Tab(new Memory(), { summarise: (record) => [ticksOf(record).length, 9] });
  tab.store.apply(tick("a"));
  equal(tab.stored.sum.slice(0, 2), [1, 9]);
});

promise("what a split item inherits is fixed with the first change, and undo leads back to it", () => {
  const inherits = links({}, { b: "a" });
  const tab = new Tab(new Memory(), { prepare: (record) => snapshotInherits(record, inherits) });
  tab.memory.setItem(KEY, '{"v":1,"runs":{"1":{"items":{"a":[1,5,1]}}}}');
  tab.store.refresh();
  tab.store.apply(tab.store.apply(tick("b", 0)));
  tab.store.apply(tick("a", 0));
  equal(tab.ticks, ["b"]);
});

promise("nonsense is refused before it is written", () => {
  const tab = new Tab();
  let refused = "";
  try {
    tab.store.apply([{ kind: "item", id: "a", value: 7 }]);
  } catch (error) {
    refused = error.name;
  }
  equal([refused, tab.memory.kept.size, tab.ticks], ["TypeError", 0, []]);
});

promise("a store that was closed makes no more attempts", () => {
  const tab = new Tab();
  tab.store.apply(tick("a"));
  tab.store.close();
  tab.wait();
  equal(tab.timers, 0);
});
