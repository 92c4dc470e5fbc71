// peer.mjs [ROW,...]: the same work as plain JavaScript does it: async functions, promises,
// microtasks.
//
// A microtask queue has no turns, no cancellation and no handles, so this is the easier task.
const wanted = (process.argv[2] ?? '').split(',').filter(Boolean);

// Processor time, as for the others: with V8's own threads.
function now() {
  const spent = process.cpuUsage();
  return (spent.user + spent.system) * 1e3;
}

async function time(row, ops, work, repeats = 5) {
  if (wanted.length > 0 && !wanted.includes(row)) return;
  const samples = [];
  await work();
  for (let repeat = 0; repeat < repeats; repeat++) {
    const began = now();
    await work();
    samples.push((now() - began) / ops);
  }
  samples.sort((a, b) => a - b);
  console.log(JSON.stringify({row, value: Number(samples[samples.length >> 1].toFixed(3))}));
}

async function switches(times) {
  for (let time = 0; time < times; time++) await null;
}
await time('switch_1k', 1e6, () => Promise.all(Array.from({length: 1000}, () => switches(1000))));

const child = async (value) => value;
await time('spawn_100k', 1e5, async () => {
  const results = await Promise.all(Array.from({length: 1e5}, (_, i) => child(i)));
  if (results.length !== 1e5) throw new Error('lost');
});

await time('ready_child', 1e6, async () => {
  let sum = 0;
  for (let i = 0; i < 1e6; i++) sum += await child(1);
  if (sum !== 1e6) throw new Error('lost');
});

class Queue {
  #items = [];
  #getters = [];
  #putters = [];
  async put(item) {
    while (this.#items.length >= 1) await new Promise((wake) => this.#putters.push(wake));
    this.#items.push(item);
    this.#getters.shift()?.();
  }
  async get() {
    while (this.#items.length === 0) await new Promise((wake) => this.#getters.push(wake));
    this.#putters.shift()?.();
    return this.#items.shift();
  }
}
await time('queue', 2e5, async () => {
  const to = new Queue();
  const back = new Queue();
  const echo = (async () => {
    for (let i = 0; i < 2e5; i++) await back.put(await to.get());
  })();
  let sum = 0;
  for (let i = 0; i < 2e5; i++) {
    await to.put(i);
    sum += await back.get();
  }
  await echo;
  if (sum !== 1e5 * (2e5 - 1)) throw new Error('lost');
});

// A clock that jumps, over a binary heap: what a JavaScript simulation would do.
const delays = [];
for (let i = 0, x = 12345n; i < 1e5; i++) {
  x = (x * 1103515245n + 12345n) & 0x7fffffffn;
  delays.push(Number(x % 1000000n));
}
class Timers {
  #heap = [];
  #order = 0;
  static #before = (a, b) => a.due < b.due || (a.due === b.due && a.order < b.order);
  get size() { return this.#heap.length; }
  sleep(due) {
    return new Promise((wake) => {
      const timer = {due, order: this.#order++, wake};
      let at = this.#heap.push(timer) - 1;
      while (at > 0 && Timers.#before(timer, this.#heap[(at - 1) >> 1])) {
        this.#heap[at] = this.#heap[(at - 1) >> 1];
        at = (at - 1) >> 1;
      }
      this.#heap[at] = timer;
    });
  }
  fire() {
    const top = this.#heap[0];
    const last = this.#heap.pop();
    const count = this.#heap.length;
    for (let at = 0; count > 0;) {
      let least = 2 * at + 1;
      if (least + 1 < count && Timers.#before(this.#heap[least + 1], this.#heap[least])) least++;
      if (least >= count || !Timers.#before(this.#heap[least], last)) {
        this.#heap[at] = last;
        break;
      }
      this.#heap[at] = this.#heap[least];
      at = least;
    }
    top.wake();
  }
}
await time('timers_100k', 1e5, async () => {
  const timers = new Timers();
  const all = Promise.all(delays.map(async (due) => {
    await timers.sleep(due);
  }));
  while (timers.size > 0) {
    timers.fire();
    await null;
  }
  await all;
});

if (wanted.includes('memory_100k')) {
  const count = 1e5;
  const parked = [];
  const sleeps = async () => {
    await new Promise((wake) => parked.push(wake));
  };
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const all = Array.from({length: count}, sleeps);
  globalThis.gc?.();
  console.log(JSON.stringify(
      {row: 'memory_100k', value: (process.memoryUsage().heapUsed - before) / count}));
  for (const wake of parked) wake();
  await Promise.all(all);
}
