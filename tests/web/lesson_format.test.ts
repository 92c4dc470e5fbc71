import assert from 'node:assert/strict';
import test from 'node:test';
import { changed, parseLesson, parsePuzzle, slidePlace } from '../../web/lesson_format.ts';

const kProgram = '```python\nprint("A")\nsleep(2)\n```\n';
const kWin = `## Win\nmust: prints "B"\n  else: No B.\n## Solution\n${kProgram}## Wrong 1\n${kProgram}`;
const kChange =
  '## Change\nText.\nslide: sleep({2})\nrange: 1 to 4 step 1 aim 3\nthen: ends at 3\n  else: No.\nafter: Yes.\n';
const kAsk = '## Ask\norder: Which?\nline: B\nline: A\nguess: B | A\n  reply: Not so,\n  but so.\n';
const lesson = (ask = kAsk, change = kChange): string =>
  `# Title\n\ntopic: tasks\n\nOne.\n\n> Two.\n\n## Program\n${kProgram}${ask}## Why\nSo.\n${change}## Build\nDo.\n${kWin}`;

test('a lesson has all its parts, and its id outlives its number', () => {
  const read = parseLesson('07_two_words.md', lesson());
  assert.equal(read.id, 'two_words');
  assert.equal(read.title, 'Title');
  assert.equal(read.text, 'One.\n\n> Two.');
  assert.equal(read.program, 'print("A")\nsleep(2)\n');
  assert.deepEqual(read.question, {
    kind: 'order',
    ask: 'Which?',
    lines: ['B', 'A'],
    guesses: [{ answer: ['B', 'A'], reply: 'Not so, but so.' }],
  });
  assert.equal(read.build.start, read.program, 'what to build goes on from the lesson’s program');
  assert.deepEqual(read.build.musts, [{ check: 'prints "B"', hint: 'No B.' }]);
});

test('a slide is found again when its number is another one by now', () => {
  const { change } = parseLesson('1_x.md', lesson());
  assert.equal(changed('a\nsleep(2)\n', change, 3.5), 'a\nsleep(3.5)\n');
  assert.equal(slidePlace('sleep(12.5)', change)?.value, 12.5);
  assert.equal(slidePlace('sleep(x)', change), null);
  const second = parseLesson('1_x.md', lesson().replaceAll('print("A")', 'sleep(1)')).change;
  assert.equal(changed('sleep(1)\nsleep(2)\n', second, 4), 'sleep(1)\nsleep(4)\n', 'not the one before it');
  assert.equal(changed('nothing of it', change, 3), null);
});

test('an edit keeps spaces and lines that are written as signs', () => {
  const edit = '## Change\nText.\nedit: print("A")\nto: ·   $&¶·print("B")\nthen: prints "B"\n  else: No.\nafter: Yes.\n';
  const { change } = parseLesson('1_x.md', lesson(kAsk, edit));
  assert.equal(changed('print("A")\n', change, 0), '    $&\n print("B")\n');
});

test('the three kinds of questions', () => {
  const time = '## Ask\ntime: When?\nof: the end\naxis: 0 to 4 step 0.5\nguess: 3\n  reply: No.\n';
  assert.equal(parseLesson('1_x.md', lesson(time)).question.kind, 'time');
  const choose =
    '## Ask\nchoose: What?\noption: This.\n  if: ends with ok\n  reply: Yes.\noption: That.\n  if: ends with error\n  reply: No.\n';
  const { question } = parseLesson('1_x.md', lesson(choose));
  assert.deepEqual(question.kind === 'choose' && question.options[1], {
    text: 'That.',
    check: 'ends with error',
    reply: 'No.',
  });
});

test('a mistake is named with its line', () => {
  const wrong = (from: string, to: string, says: RegExp): void => {
    assert.ok(lesson().includes(from));
    assert.throws(() => parseLesson('1_x.md', lesson().replace(from, to)), says);
  };
  wrong('prints "B"', 'shows B', /^Error: 1_x\.md:\d+: "shows B" is no sentence/);
  wrong('## Why\nSo.\n', '', /there is no "## Why"/);
  wrong('## Why', '## Because', /"## Because" is none of/);
  wrong('  else: No B.\n', '', /"must: prints "B"" lacks its "else: …"/);
  wrong('```python', '```', /a program begins with ```python/);
  wrong('sleep({2})', 'sleep({7})', /must stand in the program once/);
  wrong('## Wrong 1', '## Wrong 2', /says which "must:" fails first/);
  wrong('topic: tasks\n', '', /needs one "topic: …"/);
  wrong(' aim 3', '', /what to aim at/);
  wrong('order: Which?\n', '', /"## Ask" has one of/);
});

test('a puzzle is a challenge with a goal', () => {
  const read = parsePuzzle('03_b.md', `# P\ngoal: Win.\nText.\n## Program\n${kProgram}${kWin}`);
  assert.deepEqual([read.id, read.goal, read.text, read.wrong[0]?.fails], ['b', 'Win.', 'Text.', 1]);
});
