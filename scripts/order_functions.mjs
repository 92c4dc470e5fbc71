// order_functions.mjs [IN OUT] - the same WebAssembly module with functions that are like each other side by side.
//
// gzip looks back 32 KB, and a linker's or an optimiser's order leaves twins megabytes apart: the page's module is a tenth
// smaller so. The way is that of recursive graph bisection (Dhulipala and others, 2016): all functions in two halves, swap
// those that share more short runs of bytes with the other half, and the same for each half.
import { readFileSync, writeFileSync } from 'node:fs';
import { readModule, reordered } from './wasm_functions.mjs';

const RUN = 6; // bytes of a run that two functions may share
const RUN_BITS = 22;
const ROUNDS = 40; // after which two halves are left as they are

// For each function the runs that it shares with another one, numbered.
function sharedRuns(bytes, functions) {
  const holders = new Uint16Array(1 << RUN_BITS);
  const runs = functions.map(({ code, to }) => {
    const found = new Set();
    for (let at = code; at + RUN <= to; ++at) {
      let hash = 0x811c9dc5;
      for (let i = 0; i < RUN; ++i) hash = Math.imul(hash ^ bytes[at + i], 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      found.add((hash ^ (hash >>> 12)) & (holders.length - 1));
    }
    for (const run of found) ++holders[run];
    return found;
  });
  const numbers = new Map();
  const number = (run) => numbers.get(run) ?? (numbers.set(run, numbers.size), numbers.size - 1);
  const shared = runs.map((found) => Uint32Array.from([...found].filter((run) => holders[run] > 1), number));
  return { shared, count: numbers.size };
}

// The places of `shared`, ordered.
function bisected(shared, count) {
  const left = new Int32Array(count), right = new Int32Array(count);
  const weight = Float64Array.from({ length: shared.length + 2 }, (_, n) => n * Math.log2(n + 1));

  // What is won if one of `here` that has these runs goes over.
  const gain = (runs, here, there) => {
    let sum = 0;
    for (const run of runs) {
      const h = here[run], t = there[run];
      if (h + t > 1) sum += weight[h - 1] + weight[t + 1] - weight[h] - weight[t];
    }
    return sum;
  };
  const move = (runs, from, to) => {
    for (const run of runs) {
      --from[run];
      ++to[run];
    }
  };
  const bestFirst = (half, here, there) =>
    half.map((one) => ({ one, gain: gain(shared[one], here, there) })).sort((a, b) => b.gain - a.gain);

  const order = (all) => {
    if (all.length < 3) return all;
    let a = all.slice(0, all.length >> 1), b = all.slice(all.length >> 1);
    for (const one of all) for (const run of shared[one]) left[run] = right[run] = 0;
    for (const one of a) for (const run of shared[one]) ++left[run];
    for (const one of b) for (const run of shared[one]) ++right[run];
    for (let round = 0; round < ROUNDS; ++round) {
      const fromA = bestFirst(a, left, right), fromB = bestFirst(b, right, left);
      let pairs = 0;
      while (pairs < fromA.length && fromA[pairs].gain + fromB[pairs].gain > 0) {
        move(shared[fromA[pairs].one], left, right);
        move(shared[fromB[pairs].one], right, left);
        ++pairs;
      }
      if (pairs === 0) break;
      const swapped = (stay, come) => [...stay.slice(pairs), ...come.slice(0, pairs)].map(({ one }) => one).sort((x, y) => x - y);
      [a, b] = [swapped(fromA, fromB), swapped(fromB, fromA)];
    }
    return [...order(a), ...order(b)];
  };
  return order([...shared.keys()]);
}

export function likeBesideLike(bytes) {
  const module = readModule(bytes);
  const { imported, functions } = module;
  const uses = new Uint32Array(imported + functions.length);
  for (const { named } of functions) for (const { which } of named) ++uses[which];
  // What is called most keeps the numbers of one byte.
  const places = [...functions.keys()].sort((a, b) => uses[imported + b] - uses[imported + a] || a - b);
  const often = places.splice(0, Math.max(0, 128 - imported));
  places.sort((a, b) => functions[a].type - functions[b].type || a - b);
  const { shared, count } = sharedRuns(bytes, places.map((place) => functions[place]));
  const ordered = reordered(module, [...often, ...bisected(shared, count).map((i) => places[i])]);
  if (!WebAssembly.validate(ordered)) throw new Error('the module with its functions in order is not valid');
  return ordered;
}

if (process.argv[1]?.endsWith('order_functions.mjs')) {
  const [from, to] = process.argv.slice(2);
  writeFileSync(to, likeBesideLike(readFileSync(from)));
}
