// The typed face of src/app/bridge.hpp: what the page's scripts know of the C++ side.
//
// One method a C function, under the same name; wasm_simul.ts carries them out. Times are performance.now() in
// milliseconds.

import type { Cards, Offer, Outcome, Proof, Refactoring, SliceOffers, StepSlice, Target, Wires } from './cards.ts';

export const Change = { state: 1, output: 2, tasks: 4, diagnostics: 8, markers: 16, frame: 32, view: 64, pending: 128, field: 256 } as const;
export const Frame = { again: 1, hand: 2, resize: 4, grabbing: 8, rows: 16 } as const;
export const Mods = { shift: 1, ctrl: 2, alt: 4, meta: 8 } as const;
export const Pointer = { move: 0, down: 1, up: 2, leave: 3, cancel: 4 } as const;
export type PointerKind = (typeof Pointer)[keyof typeof Pointer];
export type Mode = 'live' | 'instant';
export type Scheme = 'light' | 'dark' | 'contrast';
export type FontRole = 0 | 1 | 2 | 3 | 4;

export interface Diagnostic {
  type: string;
  message: string;
  line: number;
  from: number;
  to: number;
  hint?: string | null;
  severity: 'error' | 'warning' | 'info';
  code?: string;
  fix?: Fix;
}
// Edits of one text, in order, none touching another; UTF-16 offsets into the text before all of them.
export interface Fix {
  title: string;
  edits: { from: number; to: number; text: string }[];
}
export interface Diagnostics {
  revision: number;
  ok: boolean;
  items: Diagnostic[];
}
// One sentence about a run in which nobody can go on; line 0: it has no place of its own.
export interface Standstill {
  text: string;
  line: number;
  cycle: boolean;
}
export interface State {
  state: 'idle' | 'running' | 'paused' | 'hidden' | 'finished' | 'stopped';
  asking: string | null; // what input() says; null: nobody is asked
  mode: Mode;
  time_s: number;
  speed: number;
  end_s: number | null;
  status: 'ok' | 'error' | 'exit' | 'deadlock' | 'limit' | null;
  exit_code: number | null;
  exception: string | null;
  sentence: string;
  blocked: string[];
  deadlock: Standstill[];
  limit: string | null;
  late_ms: { count: number; p50: number; p90: number; max: number };
}
// A file of the folder in memory; text: null where it is none. given: somebody put it there.
export interface FolderFile {
  name: string;
  size: number;
  text: string | null;
  given: boolean;
}
export interface OutputLine {
  t: number;
  text: string;
  stream: 'out' | 'err';
  line: number;
  open: boolean;
}
export interface OutputChunk {
  from: number;
  total: number;
  dropped: number;
  lines: OutputLine[];
}
export interface TaskRow {
  id: number;
  name: string;
  task: string;
  parent: number | null;
  state: string;
  since_s: number;
  due_s: number | null;
  line: number | null;
  waits_for: string | null;
  why: string;
}
export interface TaskTable {
  time_s: number;
  loop: { state: string; text: string };
  tasks: TaskRow[];
}
export interface MarkerLine {
  line: number;
  chips: { text: string; state: string }[];
  blocking: boolean;
}
// Where the picture stands, and why the program stands still.
export interface Control {
  looking_back: boolean;
  stepping: boolean;
  time_s: number;
  events: number;
  of_events: number;
  stop: { reason: 'none' | 'step' | 'breakpoint' | 'pause'; task: number; line: number | null; sentence: string };
}
// Of simul_loop_json, what the page reads.
export interface LoopSteps {
  sentence: string;
  turns: { number: number; time_s: number; ran: { task: number; name: string }[] }[];
  next: { sentence: string };
}
export interface Finding {
  kind: string;
  severity: 'error' | 'warning' | 'hint';
  title: string;
  explanation: string;
  fix: string;
  line: number | null;
  evidence: { time_s: number; event: number; task: number; line: number | null; text: string }[];
}
// A piece of the text that a person wants to edit where the canvas shows it; see simul_field_json.
export interface FieldWanted {
  x: number;
  y: number;
  w: number;
  h: number;
  from: number;
  to: number;
  text: string;
  label: string;
  kind: 'number' | 'string' | 'name' | 'expression' | 'arguments' | 'statement';
  stamp: number;
}
// What a gesture on the canvas would write; see simul_pending_json.
export interface PendingEdit {
  phase: 'none' | 'pending' | 'commit' | 'cancel';
  number: number;
  revision: number;
  title: string;
  sentence: string;
  consequence: string;
  refusal: string | null;
  line: number;
  edits: { from: number; to: number; text: string; old: string }[];
}
interface Span {
  s: number;
  words: string;
}
export interface ComparisonWay {
  way: string;
  name: string;
  model: boolean;
  refused: string | null;
  total: Span;
  computing: Span;
  blocking: Span;
  switching: Span;
  waiting: Span;
  memory: string;
  switches: number;
  lanes: number;
}
export interface Comparison {
  refused: string | null;
  cores: number;
  switch_interval_ms: number;
  ways: ComparisonWay[];
  winner: string;
  sentence: string;
  notes: string[];
  assumptions: { text: string; value: string }[];
}
// A program under many seeds of its threads' switches. refused: nothing else is there.
export interface Exploration {
  refused?: string;
  done: number;
  seeds: number;
  finished: boolean;
  sentence: string;
  more: number;
  endings: { count: number; seed: number; status: string; text: string; orders: number; lines: string[] }[];
}
export interface Mix {
  points: { computing: number; total_s: number[] }[];
  crossings: { computing: number; first: string; second: string }[];
  ways: { way: string; name: string }[];
}
// A number of the program that a comment gives a handle; from and to: of its literal, in UTF-16 units.
export interface Slider {
  name: string;
  value: number;
  low: number;
  high: number;
  whole: boolean;
  unit: string;
  line: number;
  from: number;
  to: number;
}
export interface Staging {
  scene: string;
  watched: boolean; // the canvas shows what the numbers decide: Compare or Scene
  sliders: Slider[];
}
export interface Item {
  id: string;
  x: number;
  y: number;
  w: number;
  h: number;
  label: string;
}

// What the rest of the page knows of the C++ side. Tests put a fake in its place.
export interface Simul {
  boot(now: number, scheme: Scheme, reducedMotion: boolean): void;
  changes(): number;
  set_source(text: string, revision: number): boolean;
  another_program(): void;
  diagnostics(): Diagnostics;
  paste(text: string): string | null;
  library(now: number, text: Uint8Array): boolean;
  library_failed(now: number, why: string): void;
  library_awaited(): void;
  run(now: number, mode: Mode): void;
  show_off(now: number): void;
  end_hint(): void;
  pause(now: number): void;
  resume(now: number): void;
  stop(now: number): void;
  set_speed(now: number, speed: number): void;
  set_mode(mode: Mode): void;
  runs(): number;
  settings(seed: number, costNs: number): void;
  wake(now: number): number;
  answer(now: number, line: string): void;
  end_input(now: number): void;
  files(): FolderFile[];
  file(name: string): Uint8Array<ArrayBuffer>;
  put_file(name: string, content: Uint8Array | null): boolean;
  visibility(now: number, hidden: boolean): void;
  state(): State;
  output(from: number): OutputChunk;
  tasks(): TaskTable;
  markers(): MarkerLine[];
  seek_event(events: number): void;
  breakpoints(lines: readonly number[], conditions: readonly string[]): void;
  control(now: number): Control;
  loop(now: number): LoopSteps | null;
  findings(): Finding[];
  switch_seed(seed: number): void;
  explore(seeds: number, sliceMs: number): Exploration;
  compare_options(cores: number, switchIntervalMs: number): void;
  compare(): Comparison;
  mix(tasks: number, eachS: number, rounds: number, steps: number): Mix;
  staging(): Staging;
  trace(): string;
  svg(title: string, scheme: 'auto' | 'light' | 'dark', withMoment: boolean): string;
  markdown(title: string, picture: string, link: string): string;
  open_recording(by: string, events: string): string | null;
  look(): { start_s: number | null; width_s: number | null; task: number | null };
  show_look(startS: number, widthS: number, task: number): void;
  seek(timeS: number): void;
  pending(): PendingEdit;
  pending_done(kept: boolean): void;
  field(): FieldWanted | null;
  cancel_gesture(): void;
  cards(): Cards;
  offers(place: string): Offer[];
  targets(block: number): Target[];
  wires(block: number): Wires;
  refactorings(about: string): Refactoring[];
  // What may be done about a slice of the picture.
  sliceOffers(task: number, slice: number): SliceOffers;
  stepSlices(block: number): StepSlice[];
  gesture(gesture: string): Outcome;
  proof(after: string): Proof;
  font(role: FontRole, file: Uint8Array): void;
  gl_ready(): boolean;
  gl_lost(): void;
  resize(widthDpx: number, heightDpx: number, ratio: number): void;
  theme(scheme: Scheme, reducedMotion: boolean): void;
  page_plays(plays: boolean): void;
  filter(words: string): void;
  panel(): number;
  set_panel(height: number): void;
  pointer(kind: PointerKind, x: number, y: number, button: number, touch: boolean, mods: number): void;
  wheel(x: number, y: number, dx: number, dy: number, mods: number): void;
  key(down: boolean, key: string, mods: number): boolean;
  focus(focused: boolean): void;
  frame(now: number): number;
  take_line(): number;
  freeze(time: number): void;
  items(): Item[];
  focused(): string;
  frames(): number;
}
