// web/loop_timer.ts with timers that the test moves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LoopTimer } from '../../web/loop_timer.ts';

class FakeTimers {
  armed = new Map<number, { run: () => void; delay: number }>();
  #next = 1;
  set(run: () => void, delay: number): number {
    this.armed.set(this.#next, { run, delay });
    return this.#next++;
  }
  clear(id: number): void {
    this.armed.delete(id);
  }
  get delays(): number[] {
    return [...this.armed.values()].map((one) => one.delay);
  }
  fire(): void {
    const [id, one] = [...this.armed][0] ?? [0, null];
    this.armed.delete(id);
    one?.run();
  }
}
const messages = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await new Promise((done) => setImmediate(done));
};

async function withTimer(
  answers: number[],
  body: (timer: LoopTimer, timers: FakeTimers, wakes: () => number) => Promise<void>,
): Promise<void> {
  const timers = new FakeTimers();
  let wakes = 0;
  const timer = new LoopTimer(() => answers[wakes++] ?? -1, timers);
  try {
    await body(timer, timers, () => wakes);
  } finally {
    timer.close();
  }
}

test('zero comes again at once, without a timer, until the answer is never', () =>
  withTimer([0, 0, 0, -1], async (timer, timers, wakes) => {
    timer.kick();
    await messages();
    assert.equal(wakes(), 4);
    assert.deepEqual(timers.delays, []);
  }));

test('one timer is armed for the delay, and firing wakes through the channel', () =>
  withTimer([750, -1], async (timer, timers, wakes) => {
    timer.kick();
    await messages();
    assert.deepEqual(timers.delays, [750]);
    timers.fire();
    assert.equal(wakes(), 1);
    await messages();
    assert.equal(wakes(), 2);
  }));

test('a kick takes the place of the armed timer, and many kicks are one wake', () =>
  withTimer([750, 20], async (timer, timers, wakes) => {
    timer.kick();
    await messages();
    timer.kick();
    timer.kick();
    timer.kick();
    await messages();
    assert.equal(wakes(), 2);
    assert.deepEqual(timers.delays, [20]);
  }));

test('a delay longer than setTimeout can hold is cut, and a fraction of a millisecond hops', () =>
  withTimer([0.4, 1e12], async (timer, timers, wakes) => {
    timer.kick();
    await messages();
    assert.equal(wakes(), 2);
    assert.deepEqual(timers.delays, [2 ** 31 - 1]);
  }));

test('after stop nothing wakes, not even a message that was on its way', () =>
  withTimer([5, 5, 5], async (timer, timers, wakes) => {
    timer.kick();
    timer.stop();
    await messages();
    assert.equal(wakes(), 0);
    timer.kick();
    await messages();
    timer.stop();
    assert.deepEqual(timers.delays, []);
    assert.equal(wakes(), 1);
  }));
