// web/chrome_trace.ts: traces in Chrome's format that something else wrote, good ones and bad ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikeChromeTrace, readChromeTrace, type ChromeTrace } from '../../web/chrome_trace.ts';
import { roundStep, span } from '../../web/slices.ts';

const read = (events: unknown): ChromeTrace => {
  const trace = readChromeTrace(typeof events === 'string' ? events : JSON.stringify(events));
  assert.ok('tracks' in trace, JSON.stringify(trace));
  return trace;
};
const shown = (trace: ChromeTrace): unknown[] =>
  trace.tracks.map(({ name, slices }) => [name, ...slices.map((one) => [one.name, one.start, one.end, one.row])]);
const refused = (text: string): string => {
  const trace = readChromeTrace(text);
  assert.ok('sentence' in trace);
  return trace.sentence;
};

test('complete events, begin and end, instants and names: nested slices lie in rows', () => {
  const events = [
    { ph: 'M', pid: 1, tid: 0, name: 'process_name', args: { name: 'server' } },
    { ph: 'M', pid: 1, tid: 2, name: 'thread_name', args: { name: 'worker' } },
    { ph: 'B', pid: 1, tid: 2, ts: 10, name: 'outer' },
    { ph: 'B', pid: 1, tid: 2, ts: 20, name: 'inner' },
    { ph: 'E', pid: 1, tid: 2, ts: 30 },
    { ph: 'E', pid: 1, tid: 2, ts: 50 },
    { ph: 'X', pid: 1, tid: 3, ts: 5, dur: 40, name: 'whole' },
    { ph: 'X', pid: 1, tid: 3, ts: 5, dur: 10, name: 'part' },
    { ph: 'i', pid: 2, tid: 'x', ts: 60, name: 'now' },
  ];
  const trace = read(events);
  assert.deepEqual(shown(trace), [
    ['server · worker', ['outer', 10, 50, 0], ['inner', 20, 30, 1]],
    ['server · thread 3', ['whole', 5, 45, 0], ['part', 5, 15, 1]],
    ['process 2 · thread x', ['now', 60, 60, 0]],
  ]);
  assert.deepEqual([trace.start, trace.end, trace.notes], [5, 60, []]);
  assert.deepEqual(shown(read({ traceEvents: events, displayTimeUnit: 'ms' })), shown(trace), 'the object form');
});

test('slices that cross go onto rows of their own, and rows are used again', () => {
  const at = (ts: number, dur: number, name: string): object => ({ ph: 'X', pid: 1, tid: 1, ts, dur, name });
  assert.deepEqual(shown(read([at(0, 10, 'a'), at(5, 10, 'b'), at(12, 3, 'c'), at(20, 1, 'd')])), [
    ['process 1 · thread 1', ['a', 0, 10, 0], ['b', 5, 15, 1], ['c', 12, 15, 0], ['d', 20, 21, 0]],
  ]);
});

test('the array form may lack its end, as Chrome’s own writer leaves it', () => {
  const open = '[\n{"ph":"X","pid":1,"tid":1,"ts":0,"dur":3,"name":"a"},\n';
  assert.equal(read(open).tracks[0]?.slices.length, 1);
  assert.equal(read(open.trimEnd().slice(0, -1)).tracks[0]?.slices.length, 1);
});

test('what was begun and never ended goes on to the end; an end without a beginning is told', () => {
  const trace = read([
    { ph: 'E', pid: 1, tid: 1, ts: 1 },
    { ph: 'B', pid: 1, tid: 1, ts: 2, name: 'open' },
    { ph: 'X', pid: 1, tid: 2, ts: 0, dur: 9, name: 'x' },
  ]);
  assert.deepEqual(shown(trace)[0], ['process 1 · thread 1', ['open', 2, 9, 0]]);
  assert.deepEqual(trace.notes, ['1 end has no beginning']);
});

test('damaged events and other kinds are counted and left out', () => {
  const good = { ph: 'X', pid: 1, tid: 1, ts: 0, dur: 1, name: 'good' };
  const bad = [null, 7, 'x', [], { ph: 'X', ts: 'soon' }, { ph: 'X', ts: 0, dur: -1 }, { ph: 'B', ts: null }, { ph: 'X', ts: 0, dur: {} }];
  const others = [{ ph: 'C', ts: 0 }, { ph: 's', ts: 0 }, { ph: 'XB', ts: 0 }, { ph: { toString: 'X' } }];
  const trace = read([good, ...bad, ...others]);
  assert.equal(trace.tracks.length, 1);
  // An empty list has no "ph", so it counts as another kind.
  assert.deepEqual(trace.notes, ['5 events of other kinds are not shown', '7 damaged events are left out']);
});

test('script in every string stays a text of one line', () => {
  const evil = '<img src=x onerror=alert(1)>\u0000\n"</script>';
  const trace = read([
    { ph: 'M', pid: evil, tid: evil, name: 'process_name', args: { name: evil } },
    { ph: 'M', pid: evil, tid: evil, name: 'thread_name', args: { name: { toString: evil } } },
    { ph: 'X', pid: evil, tid: evil, ts: 0, dur: 1, name: evil, args: { __proto__: evil } },
  ]);
  assert.match(trace.tracks[0]?.name ?? '', /^<img src=x onerror=alert\(1\)> "<\/script> · thread <img/);
  assert.doesNotMatch(JSON.stringify(trace), /\\n|\\u0000/);
  assert.equal(read([{ ph: 'X', pid: 1, tid: 1, ts: 0, name: 'x'.repeat(100_000) }]).tracks[0]?.slices[0]?.name.length, 200);
});

test('a nesting of ten thousand is cut at 64 rows, and says so', () => {
  const deep = [];
  for (let i = 0; i < 10_000; i++) deep.push({ ph: 'B', pid: 1, tid: 1, ts: i, name: `level ${i}` });
  deep.push({ ph: 'i', pid: 2, tid: 1, ts: 20_000, name: 'the end' });
  const trace = read(deep);
  assert.equal(trace.tracks[0]?.rows, 64);
  assert.deepEqual(trace.notes, ['9,936 slices lie deeper than 64 rows']);
});

test('cut, huge, empty and wrong files are refused with a sentence', () => {
  assert.match(refused('[{"ph":"X","na'), /cut off or damaged/);
  assert.match(refused('['.repeat(200_000)), /cut off or damaged|no slices/);
  assert.match(refused('{"traceEvents":{"ph":"X"}}'), /no list of events/);
  assert.match(refused('{"ph":"X"}'), /no list of events/);
  assert.match(refused('null'), /cut off or damaged/);
  assert.match(refused('[]'), /no slices/);
  assert.match(refused(`[${'{"ph":"i","ts":0},'.repeat(500_001)}`), /500,00. events/);
  assert.match(refused(`["${'x'.repeat(65 * 1024 * 1024)}"]`), /larger than 64 MB/);
});

test('only a JSON text with a phase is taken for a Chrome trace', () => {
  assert.ok(looksLikeChromeTrace(' [{"ph":"X"}]'));
  assert.ok(looksLikeChromeTrace('{"traceEvents":[{"ph":"B"}]}'));
  for (const text of ['', '# simul recording {}', 'ph', '{"a":1}']) assert.equal(looksLikeChromeTrace(text), false, text);
});

test('times are said shortly, steps of the axis are round', () => {
  assert.deepEqual([0, 12.5, 1500, -2_000_000, 3.6e9].map(span), ['0 µs', '12.5 µs', '1.5 ms', '-2 s', '3600 s']);
  assert.deepEqual([0.7, 1, 1.1, 3, 7000].map(roundStep), [1, 1, 2, 5, 10_000]);
});
