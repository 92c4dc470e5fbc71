// run.mjs [WORDS...] [--simul-run FILE] [--no-python] - every claim of every lesson and puzzle, by running it. A lesson's id
// has all WORDS; without words, all. Ends with "N passed, N failed".
//
// Each program (a lesson's own, the changed one, each start, solution and wrong attempt) goes through simul-run, whose run is
// judged by the page's own judge; then scripts/conformance.py holds every one of them against CPython 3.13.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lessonKit, readCourse } from '../../scripts/lesson_files.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '../..'));
const args = process.argv.slice(2);
const at = args.indexOf('--simul-run');
const simulRun = path.resolve(at < 0 ? 'build/release/simul-run' : args.splice(at, 2)[1]);
const words = args.filter((word) => !word.startsWith('--'));
const { changed, holds, nativeRun, timeOf } = await lessonKit();
const { lessons, puzzles } = await readCourse().catch((error) => {
  console.log(`${error.message}\n0 passed, 1 failed`);
  process.exit(1);
});
const chosen = (list) => list.filter((one) => words.every((word) => one.id.includes(word)));

const folder = path.resolve('build/lessons');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// The run of a program under a name of its own, which is also what CPython is asked about in the end.
function run(name, program) {
  const file = `${name}.py`;
  const trace = path.join(folder, `${name}.trace.json`);
  writeFileSync(path.join(folder, file), program);
  return new Promise((done, fail) => {
    execFile(simulRun, ['--json', '--cpu-cost', '0', '--diagnose', '--trace', trace, file], { cwd: folder, timeout: 20_000, maxBuffer: 1 << 26 }, (_, out, told) => {
      try {
        done(nativeRun(out, readFileSync(trace, 'utf8'), told));
      } catch (error) {
        fail(new Error(`${name}: simul-run gave no answer: ${told.slice(0, 300)} ${error.message}`));
      }
    });
  });
}
const firstMiss = (musts, one) => musts.findIndex((must) => !holds(must.check, one)) + 1;
const told = (one) =>
  `it ended with ${one.status} at ${one.end_s}${one.exception ? `, ${one.exception}` : ''} and printed ${JSON.stringify(one.lines.map((line) => [line.time_s, line.text]))}; findings ${one.findings}`;

async function question(lesson, one) {
  const asked = lesson.question;
  if (asked.kind === 'order') {
    const truth = one.lines.map((line) => line.text);
    assert.deepEqual([...asked.lines].sort(), [...truth].sort(), 'the lines to sort are those that the run prints');
    assert.notDeepEqual(asked.lines, truth, 'the lines stand in the file as the run prints them: that gives it away');
    for (const guess of asked.guesses) {
      assert.deepEqual([...guess.answer].sort(), [...truth].sort(), 'a common guess is an order of these lines');
      assert.notDeepEqual(guess.answer, truth, 'a common guess is wrong');
    }
  } else if (asked.kind === 'time') {
    const truth = timeOf(asked.of, one);
    assert.ok(truth !== null, `the run has no such time; ${told(one)}`);
    const onAxis = (t) => t >= asked.from && t <= asked.to && Math.abs(t / asked.step - Math.round(t / asked.step)) < 1e-6;
    assert.ok(onAxis(truth), `the truth, ${truth}, can be marked on the axis`);
    for (const guess of asked.guesses) {
      assert.ok(onAxis(Number(guess.answer[0])), 'a common guess can be marked on the axis');
      assert.notEqual(Number(guess.answer[0]), truth, 'a common guess is wrong');
    }
  } else {
    const right = asked.options.filter((option) => holds(option.check, one));
    assert.equal(right.length, 1, `one option is right, not ${JSON.stringify(right.map((option) => option.text))}; ${told(one)}`);
  }
}

async function challenge(name, it) {
  const begun = await run(`${name}.start`, it.start);
  assert.notEqual(firstMiss(it.musts, begun), 0, 'the program that one begins with is not yet a solution');
  for (const [n, code] of it.solutions.entries()) {
    const one = await run(`${name}.solution${n + 1}`, code);
    const miss = firstMiss(it.musts, one);
    assert.equal(miss, 0, `solution ${n + 1} misses "${it.musts[miss - 1]?.check}"; ${told(one)}`);
  }
  for (const [n, wrong] of it.wrong.entries()) {
    const one = await run(`${name}.wrong${n + 1}`, wrong.code);
    assert.equal(firstMiss(it.musts, one), wrong.fails, `wrong attempt ${n + 1} should first miss "${it.musts[wrong.fails - 1].check}"; ${told(one)}`);
  }
}

const tests = [];
for (const lesson of chosen(lessons)) {
  const name = `lesson_${lesson.id}`;
  tests.push({ name: `${lesson.id}: the question`, run: async () => question(lesson, await run(name, lesson.program)) });
  tests.push({
    name: `${lesson.id}: the change`,
    async run() {
      const before = await run(name, lesson.program);
      assert.notEqual(firstMiss(lesson.change.musts, before), 0, 'what should happen happens without the change');
      const after = await run(`${name}.changed`, changed(lesson.program, lesson.change, lesson.change.aim ?? 0));
      const miss = firstMiss(lesson.change.musts, after);
      assert.equal(miss, 0, `the change misses "${lesson.change.musts[miss - 1]?.check}"; ${told(after)}`);
    },
  });
  tests.push({ name: `${lesson.id}: the building`, run: () => challenge(`${name}.build`, lesson.build) });
}
for (const puzzle of chosen(puzzles)) tests.push({ name: `puzzle ${puzzle.id}`, run: () => challenge(`puzzle_${puzzle.id}`, puzzle) });

let passed = 0;
let failed = 0;
for (const test of tests) {
  try {
    await test.run();
    passed++;
    console.log(`ok    ${test.name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${test.name}\n      ${error.message.split('\n').slice(0, 12).join('\n      ')}`);
  }
}
if (!args.includes('--no-python')) {
  const judge = spawnSync('python3', ['scripts/conformance.py', '--quiet', '--ask', '--simul-run', simulRun, folder], { encoding: 'utf8' });
  process.stdout.write(judge.stdout + judge.stderr);
  const count = /^(\d+) passed, (\d+) failed$/m.exec(judge.stdout);
  passed += Number(count?.[1] ?? 0);
  failed += count === null ? 1 : Number(count[2]);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
