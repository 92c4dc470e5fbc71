// Keeps the DOM's picture of a run true: output, tasks, chips in the editor, the card about a blocking call, the transport.
// Each at its own pace, so that a busy program leaves the page its time.

import { AdviceCard } from './advice.ts';
import type { Asking } from './asking.ts';
import type { Compare } from './compare.ts';
import type { Editor } from './editor.ts';
import type { FilesPanel } from './files.ts';
import type { Findings } from './findings.ts';
import type { Output } from './output.ts';
import type { Panes } from './panes.ts';
import type { Runner } from './runner.ts';
import { Change, type State } from './simul.ts';
import type { Steps } from './steps.ts';
import type { Tasks } from './tasks.ts';
import { Throttle } from './throttle.ts';

export interface Watched {
  output: Output;
  tasks: Tasks;
  asking: Asking;
  files: FilesPanel;
  steps: Steps;
  findings: Findings;
  compare: Compare;
  editor: Editor;
  panes: Panes;
  canvas: HTMLCanvasElement;
}

const runs = (state: State): boolean =>
  state.state === 'running' || state.state === 'paused' || state.state === 'hidden';

export class Watcher {
  onState: (state: State) => void = () => undefined;
  readonly #runner: Runner;
  readonly #watched: Watched;
  readonly #advice: AdviceCard;
  readonly #output: Throttle;
  readonly #markers: Throttle;
  readonly #tasks: Throttle;
  readonly #steps: Throttle;
  readonly #findings: Throttle;
  readonly #compare: Throttle;
  readonly #files: Throttle;
  readonly #state: Throttle;
  readonly #label: Throttle;
  #last: State;
  #runs = 0;
  #ticking: ReturnType<typeof setTimeout> | null = null;

  constructor(runner: Runner, watched: Watched) {
    this.#runner = runner;
    this.#watched = watched;
    this.#last = runner.state;
    this.#advice = new AdviceCard(watched.editor);
    this.#output = new Throttle(50, () => watched.output.update());
    this.#markers = new Throttle(50, () => this.#showMarkers());
    this.#tasks = new Throttle(500, () => watched.tasks.update());
    this.#steps = new Throttle(200, () => watched.steps.update());
    this.#findings = new Throttle(1000, () => watched.findings.update());
    this.#compare = new Throttle(200, () => watched.compare.update());
    this.#files = new Throttle(300, () => watched.files.update());
    this.#state = new Throttle(50, () => this.#showState());
    this.#label = new Throttle(500, () =>
      watched.canvas.setAttribute('aria-label', `Timeline. ${this.#last.sentence}`),
    );
    runner.on(Change.state, () => (this.#noticeRun(), this.#state.request()));
    runner.on(Change.output, () => this.#output.request());
    runner.on(Change.tasks | Change.state, () => this.#steps.request());
    runner.on(Change.state, () => this.#findings.request());
    runner.on(Change.state | Change.view | Change.diagnostics, () => this.#compare.request());
    runner.on(Change.state | Change.tasks | Change.diagnostics, () => this.#files.request());
    runner.on(Change.tasks, () => this.#tasks.request());
    runner.on(Change.markers, () => this.#markers.request());
  }

  // What was printed and how the run stands is in the page.
  get settled(): boolean {
    return ![this.#output, this.#state, this.#markers, this.#compare, this.#files].some((one) => one.pending);
  }

  refresh(): void {
    this.#output.request();
    this.#markers.request();
    this.#tasks.request();
    this.#steps.request();
    this.#findings.request();
    this.#compare.request();
    this.#files.request();
    this.#state.request();
  }

  // The canvas can start a run too: then everything of the one before goes.
  #noticeRun(): void {
    const runs = this.#runner.simul.runs();
    if (runs === this.#runs) return;
    this.#runs = runs;
    this.#watched.output.clear();
    this.#watched.editor.runBegins();
    this.#advice.runBegins();
    this.#watched.panes.showOutputOnce();
    this.refresh();
  }

  #showState(): void {
    const state = this.#runner.state;
    const over = state.state === 'finished' || state.state === 'stopped';
    this.#watched.output.showEmpty(
      over
        ? 'The program printed nothing.'
        : runs(state)
          ? 'Nothing printed yet.'
          : 'Press Play, or Ctrl+Enter in the program: what it prints comes here, with the loop’s time.',
    );
    this.#watched.output.showEnd(over ? state.sentence : '', state.status !== 'ok' && state.status !== null);
    this.#watched.asking.update(state);
    this.onState(state);
    this.#last = state;
    this.#label.request();
    if (state.state === 'running' && state.asking === null) this.#tick();
  }

  // Time goes on though nothing happens in the program: the clock moves, and tasks become due.
  #tick(): void {
    this.#ticking ??= setTimeout(() => {
      this.#ticking = null;
      this.#state.request();
      this.#tasks.request();
      this.#markers.request();
    }, 200);
  }

  #showMarkers(): void {
    const markers = this.#runner.simul.markers();
    this.#watched.editor.showMarkers(markers);
    this.#advice.show(markers);
  }
}
