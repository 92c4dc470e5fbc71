// The only file that touches the WebAssembly module: simul.ts over the C functions of src/app/bridge.hpp.
//
// Texts cross as UTF-8 here; the JSON that comes back is parsed here, so no untyped value leaves this file.

import type { Cards, Offer, Outcome, Proof, Refactoring, SliceOffers, StepSlice, Target, Wires } from './cards.ts';
import type {
  Comparison,
  Control,
  Diagnostics,
  Exploration,
  FieldWanted,
  Finding,
  FolderFile,
  FontRole,
  Item,
  LoopSteps,
  MarkerLine,
  Mix,
  Mode,
  OutputChunk,
  PendingEdit,
  PointerKind,
  Scheme,
  Simul,
  Staging,
  State,
  TaskTable,
} from './simul.ts';

export interface Module {
  readonly HEAPU8: Uint8Array;
  UTF8ToString(pointer: number): string;
  _simul_boot(now: number, dark: number, reducedMotion: number): void;
  _simul_alloc(bytes: number): number;
  _simul_changes(): number;
  _simul_set_source(text: number, bytes: number, revision: number): void;
  _simul_another_program(): void;
  _simul_diagnostics_json(): number;
  _simul_paste_json(text: number, bytes: number): number;
  _simul_library(now: number, text: number, bytes: number): void;
  _simul_library_failed(now: number, why: number, bytes: number): void;
  _simul_library_awaited(): void;
  _simul_run(now: number, mode: number): void;
  _simul_show_off(now: number): void;
  _simul_end_hint(): void;
  _simul_pause(now: number): void;
  _simul_resume(now: number): void;
  _simul_stop(now: number): void;
  _simul_set_speed(now: number, speed: number): void;
  _simul_set_mode(mode: number): void;
  _simul_runs(): number;
  _simul_settings(seed: number, costNs: number): void;
  _simul_wake(now: number): number;
  _simul_answer(now: number, line: number, bytes: number): void;
  _simul_end_input(now: number): void;
  _simul_files_json(): number;
  _simul_file(name: number, bytes: number): number;
  _simul_file_size(): number;
  _simul_put_file(name: number, nameBytes: number, content: number, bytes: number): void;
  _simul_visibility(now: number, hidden: number): void;
  _simul_state_json(): number;
  _simul_output_json(from: number): number;
  _simul_tasks_json(): number;
  _simul_markers_json(): number;
  _simul_seek_event(events: number): void;
  _simul_breakpoints(text: number, bytes: number): void;
  _simul_control_json(now: number): number;
  _simul_loop_json(now: number): number;
  _simul_findings_json(): number;
  _simul_switch_seed(seed: number): void;
  _simul_explore_json(seeds: number, sliceMs: number): number;
  _simul_compare_options(cores: number, switchIntervalMs: number): void;
  _simul_compare_json(): number;
  _simul_mix_json(tasks: number, eachS: number, rounds: number, steps: number): number;
  _simul_staging_json(): number;
  _simul_trace_json(): number;
  _simul_svg(title: number, bytes: number, scheme: number, moment: number): number;
  _simul_markdown(lines: number, bytes: number): number;
  _simul_open_recording(text: number, bytes: number): number;
  _simul_look_json(): number;
  _simul_look(startS: number, widthS: number, task: number): void;
  _simul_seek(timeS: number): void;
  _simul_pending_json(): number;
  _simul_pending_done(kept: number): void;
  _simul_field_json(): number;
  _simul_cancel_gesture(): void;
  _simul_cards_json(): number;
  _simul_offers_json(text: number, bytes: number): number;
  _simul_targets_json(block: number): number;
  _simul_wires_json(block: number): number;
  _simul_refactorings_json(text: number, bytes: number): number;
  _simul_slice_offers_json(task: number, slice: number): number;
  _simul_step_slices_json(block: number): number;
  _simul_gesture_json(text: number, bytes: number): number;
  _simul_proof_json(text: number, bytes: number): number;
  _simul_font(role: number, data: number, bytes: number): void;
  _simul_gl_ready(): number;
  _simul_gl_lost(): void;
  _simul_resize(width: number, height: number, ratio: number): void;
  _simul_theme(theme: number, reducedMotion: number): void;
  _simul_page_plays(plays: number): void;
  _simul_filter(text: number, bytes: number): void;
  _simul_panel(): number;
  _simul_set_panel(height: number): void;
  _simul_pointer(kind: number, x: number, y: number, button: number, touch: number, mods: number): void;
  _simul_wheel(x: number, y: number, dx: number, dy: number, mods: number): void;
  _simul_key(down: number, key: number, mods: number): number;
  _simul_focus(focused: number): void;
  _simul_frame(now: number): number;
  _simul_take_line(): number;
  _simul_freeze(time: number): void;
  _simul_items_json(): number;
  _simul_focused_json(): number;
  _simul_frames(): number;
}

const kKeyBytes = 32;
const kSchemes: readonly Scheme[] = ['light', 'dark', 'contrast']; // as simul_theme counts
const utf8 = new TextEncoder();

export class WasmSimul implements Simul {
  readonly #module: Module;
  readonly #key: number;

  constructor(module: Module) {
    this.#module = module;
    this.#key = module._simul_alloc(kKeyBytes);
  }

  boot(now: number, scheme: Scheme, reducedMotion: boolean): void {
    this.#module._simul_boot(now, kSchemes.indexOf(scheme), Number(reducedMotion));
  }
  changes(): number {
    return this.#module._simul_changes();
  }
  // False: there was no memory for a text of this size.
  set_source(text: string, revision: number): boolean {
    return this.#hand(utf8.encode(text), (at, bytes) => this.#module._simul_set_source(at, bytes, revision));
  }
  another_program(): void {
    this.#module._simul_another_program();
  }
  diagnostics(): Diagnostics {
    return this.#json<Diagnostics>(this.#module._simul_diagnostics_json());
  }
  paste(text: string): string | null {
    let program: string | null = null;
    this.#hand(utf8.encode(text), (at, bytes) => {
      program = this.#json<{ text: string | null }>(this.#module._simul_paste_json(at, bytes)).text;
    });
    return program;
  }
  library(now: number, text: Uint8Array): boolean {
    return this.#hand(text, (at, bytes) => this.#module._simul_library(now, at, bytes));
  }
  library_failed(now: number, why: string): void {
    this.#hand(utf8.encode(why), (at, bytes) => this.#module._simul_library_failed(now, at, bytes));
  }
  library_awaited(): void {
    this.#module._simul_library_awaited();
  }
  run(now: number, mode: Mode): void {
    this.#module._simul_run(now, mode === 'instant' ? 1 : 0);
  }
  end_hint(): void {
    this.#module._simul_end_hint();
  }
  show_off(now: number): void {
    this.#module._simul_show_off(now);
  }
  pause(now: number): void {
    this.#module._simul_pause(now);
  }
  resume(now: number): void {
    this.#module._simul_resume(now);
  }
  stop(now: number): void {
    this.#module._simul_stop(now);
  }
  set_speed(now: number, speed: number): void {
    this.#module._simul_set_speed(now, speed);
  }
  set_mode(mode: Mode): void {
    this.#module._simul_set_mode(mode === 'instant' ? 1 : 0);
  }
  runs(): number {
    return this.#module._simul_runs();
  }
  settings(seed: number, costNs: number): void {
    this.#module._simul_settings(seed, costNs);
  }
  wake(now: number): number {
    return this.#module._simul_wake(now);
  }
  answer(now: number, line: string): void {
    this.#hand(utf8.encode(line), (at, bytes) => this.#module._simul_answer(now, at, bytes));
  }
  end_input(now: number): void {
    this.#module._simul_end_input(now);
  }
  files(): FolderFile[] {
    return this.#json<{ files: FolderFile[] }>(this.#module._simul_files_json()).files;
  }
  // The bytes of one of them.
  file(name: string): Uint8Array<ArrayBuffer> {
    let content = new Uint8Array();
    this.#hand(utf8.encode(name), (at, bytes) => {
      const from = this.#module._simul_file(at, bytes);
      content = this.#module.HEAPU8.slice(from, from + this.#module._simul_file_size()) as Uint8Array<ArrayBuffer>;
    });
    return content;
  }
  // False: there was no memory for it. null: it is taken away.
  put_file(name: string, content: Uint8Array | null): boolean {
    let taken = true;
    const named = this.#hand(utf8.encode(name), (at, bytes) => {
      if (content === null) this.#module._simul_put_file(at, bytes, 0, 0);
      else taken = this.#hand(content, (data, size) => this.#module._simul_put_file(at, bytes, data, size));
    });
    return named && taken;
  }
  visibility(now: number, hidden: boolean): void {
    this.#module._simul_visibility(now, Number(hidden));
  }
  state(): State {
    return this.#json<State>(this.#module._simul_state_json());
  }
  output(from: number): OutputChunk {
    return this.#json<OutputChunk>(this.#module._simul_output_json(from));
  }
  tasks(): TaskTable {
    return this.#json<TaskTable>(this.#module._simul_tasks_json());
  }
  markers(): MarkerLine[] {
    return this.#json<{ lines: MarkerLine[] }>(this.#module._simul_markers_json()).lines;
  }
  seek_event(events: number): void {
    this.#module._simul_seek_event(events);
  }
  // conditions: "state failed A", "blocked 0.05"; see bridge.hpp.
  breakpoints(lines: readonly number[], conditions: readonly string[]): void {
    const text = utf8.encode([...lines.map((line) => `line ${line}`), ...conditions].join('\n'));
    this.#hand(text, (at, bytes) => this.#module._simul_breakpoints(at, bytes));
  }
  control(now: number): Control {
    return this.#json<Control>(this.#module._simul_control_json(now));
  }
  // null before the first run.
  loop(now: number): LoopSteps | null {
    const loop = this.#json<Partial<LoopSteps>>(this.#module._simul_loop_json(now));
    return loop?.turns && loop.next && loop.sentence !== undefined ? (loop as LoopSteps) : null;
  }
  switch_seed(seed: number): void {
    this.#module._simul_switch_seed(seed);
  }
  explore(seeds: number, sliceMs: number): Exploration {
    return this.#json<Exploration>(this.#module._simul_explore_json(seeds, sliceMs));
  }
  compare_options(cores: number, switchIntervalMs: number): void {
    this.#module._simul_compare_options(cores, switchIntervalMs);
  }
  compare(): Comparison {
    return this.#json<Comparison>(this.#module._simul_compare_json());
  }
  mix(tasks: number, eachS: number, rounds: number, steps: number): Mix {
    return this.#json<Mix>(this.#module._simul_mix_json(tasks, eachS, rounds, steps));
  }
  staging(): Staging {
    return this.#json<Staging>(this.#module._simul_staging_json());
  }
  findings(): Finding[] {
    return this.#json<{ findings: Finding[] }>(this.#module._simul_findings_json()).findings;
  }
  trace(): string {
    return this.#module.UTF8ToString(this.#module._simul_trace_json());
  }
  // An SVG file; empty: there is nothing to draw.
  svg(title: string, scheme: 'auto' | 'light' | 'dark', withMoment: boolean): string {
    const number = ['auto', 'light', 'dark'].indexOf(scheme);
    return this.#ask(title, (at, bytes) => this.#module._simul_svg(at, bytes, number, Number(withMoment)));
  }
  markdown(title: string, picture: string, link: string): string {
    const lines = [title, picture, link].map((one) => one.replaceAll('\n', ' ')).join('\n');
    return this.#ask(lines, (at, bytes) => this.#module._simul_markdown(at, bytes));
  }
  // One sentence why not, or null: it is shown.
  open_recording(by: string, events: string): string | null {
    let answer = 'There is no memory for a recording of this size.';
    this.#hand(utf8.encode(`${by}\n${events}`), (at, bytes) => {
      answer = this.#module.UTF8ToString(this.#module._simul_open_recording(at, bytes));
    });
    return answer === '' ? null : answer;
  }
  look(): { start_s: number | null; width_s: number | null; task: number | null } {
    return this.#json(this.#module._simul_look_json());
  }
  // widthS 0: the whole run; task -1: nobody is chosen.
  show_look(startS: number, widthS: number, task: number): void {
    this.#module._simul_look(startS, widthS, task);
  }
  seek(timeS: number): void {
    this.#module._simul_seek(timeS);
  }
  pending(): PendingEdit {
    return this.#json<PendingEdit>(this.#module._simul_pending_json());
  }
  pending_done(kept: boolean): void {
    this.#module._simul_pending_done(Number(kept));
  }
  // Once; in CSS pixels of the canvas.
  field(): FieldWanted | null {
    return this.#json<{ field: FieldWanted | null }>(this.#module._simul_field_json()).field;
  }
  cancel_gesture(): void {
    this.#module._simul_cancel_gesture();
  }
  // Of the text that was set last.
  cards(): Cards {
    return this.#json<Cards>(this.#module._simul_cards_json());
  }
  // place: JSON of a Place; "onto": a block, for what goes around it.
  offers(place: string): Offer[] {
    const answer = this.#question<{ offers: Offer[] }>(place, (at, bytes) => this.#module._simul_offers_json(at, bytes));
    return answer?.offers ?? [];
  }
  targets(block: number): Target[] {
    return this.#json<{ targets: Target[] }>(this.#module._simul_targets_json(block)).targets;
  }
  wires(block: number): Wires {
    return this.#json<Wires>(this.#module._simul_wires_json(block));
  }
  refactorings(about: string): Refactoring[] {
    const answer = this.#question<{ refactorings: Refactoring[] }>(about, (at, bytes) =>
      this.#module._simul_refactorings_json(at, bytes),
    );
    return answer?.refactorings ?? [];
  }
  sliceOffers(task: number, slice: number): SliceOffers {
    return this.#json<SliceOffers>(this.#module._simul_slice_offers_json(task, slice));
  }
  stepSlices(block: number): StepSlice[] {
    return this.#json<{ slices: StepSlice[] }>(this.#module._simul_step_slices_json(block)).slices;
  }
  // gesture: JSON of a Gesture with the stamp of the cards it was made on.
  gesture(gesture: string): Outcome {
    const answer = this.#question<Outcome>(gesture, (at, bytes) => this.#module._simul_gesture_json(at, bytes));
    return answer ?? { refused: 'There is no memory for a change of this size.' };
  }
  proof(after: string): Proof {
    const answer = this.#question<Proof>(after, (at, bytes) => this.#module._simul_proof_json(at, bytes));
    const none = 'There is no memory to compare the two.';
    return answer ?? { kind: 'unknown', sentence: none, lines: 0, before_s: 0, after_s: 0 };
  }
  font(role: FontRole, file: Uint8Array): void {
    this.#hand(file, (at, bytes) => this.#module._simul_font(role, at, bytes));
  }
  gl_ready(): boolean {
    return this.#module._simul_gl_ready() !== 0;
  }
  gl_lost(): void {
    this.#module._simul_gl_lost();
  }
  resize(widthDpx: number, heightDpx: number, ratio: number): void {
    this.#module._simul_resize(widthDpx, heightDpx, ratio);
  }
  theme(scheme: Scheme, reducedMotion: boolean): void {
    this.#module._simul_theme(kSchemes.indexOf(scheme), Number(reducedMotion));
  }
  page_plays(plays: boolean): void {
    this.#module._simul_page_plays(Number(plays));
  }
  panel(): number {
    return this.#module._simul_panel();
  }
  set_panel(height: number): void {
    this.#module._simul_set_panel(height);
  }
  filter(words: string): void {
    this.#hand(utf8.encode(words), (at, bytes) => this.#module._simul_filter(at, bytes));
  }
  pointer(kind: PointerKind, x: number, y: number, button: number, touch: boolean, mods: number): void {
    this.#module._simul_pointer(kind, x, y, button, Number(touch), mods);
  }
  wheel(x: number, y: number, dx: number, dy: number, mods: number): void {
    this.#module._simul_wheel(x, y, dx, dy, mods);
  }
  // True when the canvas used the key.
  key(down: boolean, key: string, mods: number): boolean {
    const bytes = utf8.encode(key);
    if (bytes.length >= kKeyBytes) return false;
    this.#module.HEAPU8.set(bytes, this.#key);
    this.#module.HEAPU8[this.#key + bytes.length] = 0;
    return this.#module._simul_key(Number(down), this.#key, mods) !== 0;
  }
  focus(focused: boolean): void {
    this.#module._simul_focus(Number(focused));
  }
  frame(now: number): number {
    return this.#module._simul_frame(now);
  }
  take_line(): number {
    return this.#module._simul_take_line();
  }
  freeze(time: number): void {
    this.#module._simul_freeze(time);
  }
  items(): Item[] {
    return this.#json<{ items: Item[] }>(this.#module._simul_items_json()).items;
  }
  focused(): string {
    return this.#json<{ words: string }>(this.#module._simul_focused_json()).words;
  }
  frames(): number {
    return this.#module._simul_frames();
  }

  #hand(bytes: Uint8Array, take: (at: number, bytes: number) => void): boolean {
    const at = this.#module._simul_alloc(bytes.length);
    if (at === 0) return false;
    this.#module.HEAPU8.set(bytes, at);
    take(at, bytes.length);
    return true;
  }
  #ask(text: string, ask: (at: number, bytes: number) => number): string {
    let answer = '';
    this.#hand(utf8.encode(text), (at, bytes) => (answer = this.#module.UTF8ToString(ask(at, bytes))));
    return answer;
  }
  // null: there was no memory for the question.
  #question<T>(text: string, ask: (at: number, bytes: number) => number): T | null {
    let answer: T | null = null;
    this.#hand(utf8.encode(text), (at, bytes) => (answer = this.#json<T>(ask(at, bytes))));
    return answer;
  }
  #json<T>(pointer: number): T {
    return JSON.parse(this.#module.UTF8ToString(pointer)) as T;
  }
}
