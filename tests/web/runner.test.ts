// web/runner.ts over a fake of the C++ side: who is told what, and when the loop is woken.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Runner } from '../../web/runner.ts';
import { Change, type Simul, type State } from '../../web/simul.ts';

class FakeSimul {
  calls: string[] = [];
  bits = 0;
  delays: number[] = [];
  state_: State['state'] = 'idle';
  mode: State['mode'] = 'live';
  changes(): number {
    const bits = this.bits;
    this.bits = 0;
    return bits;
  }
  wake(): number {
    this.calls.push('wake');
    this.bits |= Change.output;
    return this.delays.shift() ?? -1;
  }
  run(_now: number, mode: string): void {
    this.calls.push(`run ${mode}`);
    this.state_ = 'running';
    this.bits |= Change.state;
  }
  pause(): void {
    this.calls.push('pause');
    this.state_ = 'paused';
    this.bits |= Change.state;
  }
  resume(): void {
    this.calls.push('resume');
    this.state_ = 'running';
    this.bits |= Change.state;
  }
  visibility(_now: number, hidden: boolean): void {
    this.calls.push(`hidden ${hidden}`);
    this.bits |= Change.state;
  }
  set_mode(mode: State['mode']): void {
    this.mode = mode;
    this.bits |= Change.state | Change.view;
  }
  state(): Partial<State> {
    return { state: this.state_, mode: this.mode };
  }
}
const messages = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await new Promise((done) => setImmediate(done));
};
function make(t: TestContext): { fake: FakeSimul; runner: Runner; told: string[] } {
  const fake = new FakeSimul();
  const runner = new Runner(fake as unknown as Simul);
  t.after(() => runner.close());
  const told: string[] = [];
  runner.on(Change.state, () => told.push('state'));
  runner.on(Change.output | Change.tasks, () => told.push('output or tasks'));
  return { fake, runner, told };
}

test('a command is carried out, told, and followed by a wake, which is told too', async (t) => {
  const { fake, runner, told } = make(t);
  runner.mode = 'instant';
  assert.deepEqual(told, ['state']);
  runner.run();
  assert.deepEqual(fake.calls, ['run instant', 'wake'], 'a run starts without waiting for a frame');
  assert.deepEqual(told, ['state', 'state', 'output or tasks']);
  fake.calls = [];
  runner.pause();
  await messages();
  assert.deepEqual(fake.calls, ['pause', 'wake']);
});

test('the big button runs, pauses and resumes', (t) => {
  const { fake, runner } = make(t);
  runner.toggle();
  runner.toggle();
  runner.toggle();
  assert.deepEqual(fake.calls, ['run live', 'wake', 'pause', 'resume']);
});

test('a pointer that changed nothing wakes nobody, one that pressed play does', async (t) => {
  const { fake, runner } = make(t);
  runner.after();
  await messages();
  assert.deepEqual(fake.calls, []);
  fake.bits = Change.state;
  runner.after();
  await messages();
  assert.deepEqual(fake.calls, ['wake']);
});

test('nothing is woken in a hidden tab, until it is shown', async (t) => {
  const { fake, runner } = make(t);
  runner.run();
  runner.setHidden(true);
  await messages();
  assert.deepEqual(fake.calls, ['run live', 'wake', 'hidden true']);
  runner.setHidden(false);
  await messages();
  assert.deepEqual(fake.calls.slice(3), ['hidden false', 'wake']);
});
